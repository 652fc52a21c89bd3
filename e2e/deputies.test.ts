import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { OwnConcern, OwnSuggestion } from '../src/contract/deputies.ts';
import { axe } from './axe.ts';
import { savedName, startStory } from './story.ts';

/** A city with one county and a topic in the middle of its research; the next year's call for suggestions is open. */
const story = startStory({ withPeople: 'one-county', told: 'findings' });
const { pageOf, post } = story;
let office: Page;
let year: string;
let topic: string;

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const callsFor = Number(today.slice(0, 4)) + 1;

beforeAll(async () => {
  office = await pageOf('519900.office');
  [topic = ''] = await story.topicsNamed(office, '城区停车管理');
  year = (await post<{ caseId: string }>(office, '/years', { year: callsFor })).caseId;
  const solicitation = {
    deadline: `${callsFor - 1}-12-31`,
    invited: ['organs', 'deputies'],
    notice: '请提出议题建议。',
    publishedOn: today,
    channels: '门户网站',
  };
  await take(year, 'open-solicitation', solicitation);
}, 180_000);

/** An act of the office; outside the months of the call a reason is asked for. */
async function take(caseId: string, kind: string, payload: object): Promise<void> {
  const reasons = { 'solicitation/early': '示例：浏览器测试的理由' };
  expect(await post(office, `/cases/${caseId}/acts/${kind}`, { payload, reasons })).toMatchObject({
    state: 'recorded',
  });
}

async function voicesOf(page: Page): Promise<{ suggestions: OwnSuggestion[]; concerns: OwnConcern[] }> {
  return (await page.request.get(`${story.product.url}/api/my-voices`)).json() as never;
}

test('S1.1 a deputy suggests a topic on a phone and sees what becomes of it, as it happens', async () => {
  const phone = await pageOf('519900.deputy1', 390);
  await phone.goto('/');
  await phone.getByRole('heading', { name: '代表履职', level: 1 }).waitFor();
  await phone.getByText('您还没有提出议题建议。').waitFor();
  expect(await axe(phone)).toEqual([]);
  await phone.getByRole('link', { name: '提出议题建议' }).click();
  await phone.getByLabel('议题名称').fill('老旧小区加装电梯');
  expect(await phone.getByRole('checkbox', { name: /代表建议/ }).isChecked()).toBe(true);
  await phone.getByRole('radio', { name: '民生事业' }).check();
  await phone.getByLabel('必要性').fill('老年居民上下楼不便。');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByText(/“代表提出议题建议”已办理/).waitFor();
  // To jump within the page is no new visit; to ask for the next of its kind is one.
  await phone.getByRole('link', { name: '跳到正文' }).press('Enter');
  await phone.getByText(/“代表提出议题建议”已办理/).waitFor();
  await phone.getByRole('link', { name: '再办一件' }).click();
  await expect.poll(() => phone.getByLabel('议题名称').inputValue(), { timeout: 15_000 }).toBe('');

  await phone.goto('/');
  const course = phone.getByRole('list', { name: '“老旧小区加装电梯”的办理情况' });
  await course.getByText('已登记').waitFor();
  const [suggestion] = (await voicesOf(phone)).suggestions;
  const suggestionIds = [suggestion?.id];
  const proposal = { title: '加装电梯', domain: 'livelihood', reason: '反映集中。', suggestionIds };
  await post(office, `/cases/${year}/candidates`, proposal);
  await course.getByText('已并入候选议题').waitFor();
  await take(year, 'propose-preliminary-list', { topics: [proposal] });
  await course.getByText('已列入本级初步建议').waitFor();
  expect(await axe(phone)).toEqual([]);
});

test('S5.5 a deputy brings what citizens say and reads the answer', async () => {
  const phone = await pageOf('519900.deputy1', 390);
  await phone.goto('/deputies');
  await phone
    .getByRole('link', { name: /城区停车管理/ })
    .first()
    .click();
  await phone.getByLabel('反映的问题').fill('医院周边停车难。');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByText(/“代表反映民意”已办理/).waitFor();
  await phone.goto('/deputies');
  const own = phone.getByRole('listitem').filter({ hasText: '医院周边停车难。' });
  await own.getByText('待答复').waitFor();
  const raised = (await voicesOf(phone)).concerns.find(({ text }) => text === '医院周边停车难。');
  await take(topic, 'answer-concern', { concernId: raised?.id, answer: '医院东侧新增车位120个。' });
  await own.getByText('医院东侧新增车位120个。').waitFor();
  expect(await axe(phone)).toEqual([]);
});

test.each([
  ['519900.deputy1', 390],
  ['519900.deputy2', 1440],
] as const)('S5.4 %s is invited, accepts, signs in by the code of the room, at %i px', async (login, width) => {
  const page = await pageOf(login, width);
  const me = (await (await page.request.get(`${story.product.url}/api/me`)).json()) as {
    personId: string;
    personName: string;
  };
  const text = `请参加调研，${width}。`;
  await take(topic, 'invite-deputies', { activity: 'research', day: today, deputyIds: [me.personId], text });
  await page.goto('/deputies');
  await page.getByText('1份邀请待您答复').waitFor();
  expect(await axe(page)).toEqual([]);
  const invitation = page.getByRole('listitem').filter({ hasText: text });
  await invitation.getByRole('button', { name: /^参加/ }).click();
  await invitation.getByText('您将参加').waitFor();

  await office.goto(`/cases/${topic}`);
  await office.getByRole('link', { name: '谁参加、谁到场' }).click();
  const activity = office.getByRole('region').filter({ hasText: text }).first();
  await activity.getByText(/参加1人/).waitFor();
  await activity.getByRole('button', { name: '出示签到码' }).click();
  const shown = office.getByRole('dialog', { name: '签到码' });
  const code = (await shown.getByText(/^\d{6}$/).innerText()).trim();
  expect(await axe(office)).toEqual([]);
  await office.keyboard.press('Escape');

  await invitation.getByLabel(/签到码/).fill(code === '000000' ? '000001' : '000000');
  await invitation.getByRole('button', { name: '签到' }).click();
  await invitation.getByText(/签到码不正确，还可以试4次/).waitFor();
  expect(await axe(page)).toEqual([]);
  await invitation.getByLabel(/签到码/).fill(code);
  await invitation.getByRole('button', { name: '签到' }).click();
  await invitation.getByText('您已签到').waitFor();
  await activity.getByText(/签到1人/).waitFor();
  expect(await axe(page)).toEqual([]);
});

/** He has said that he comes to something next week, and cannot after all. */
async function takeBack(page: Page, personId: string): Promise<void> {
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const text = '请参加下周的调研。';
  await take(topic, 'invite-deputies', { activity: 'research', day, deputyIds: [personId], text });
  const invitation = page.getByRole('listitem').filter({ hasText: text });
  await invitation.getByRole('button', { name: /^参加/ }).click();
  await invitation.getByText('您将参加').waitFor();
  await invitation.getByRole('button', { name: /^改为不能参加/ }).click();
  await page.getByRole('dialog').getByLabel('不能参加的理由').fill('临时出差。');
  await page.getByRole('dialog').getByRole('button', { name: '答复' }).click();
  await invitation.getByText('您不能参加').waitFor();
  expect(await axe(page)).toEqual([]);
}

test('S5.4 a deputy who cannot come says why, and the office reads it on a phone', async () => {
  const page = await pageOf('519900.deputy3', 390);
  const { personId } = (await (await page.request.get(`${story.product.url}/api/me`)).json()) as { personId: string };
  const text = '请参加跟踪督办。';
  await take(topic, 'invite-deputies', { activity: 'tracking', day: today, deputyIds: [personId], text });
  await page.goto('/deputies');
  const invitation = page.getByRole('listitem').filter({ hasText: text });
  await invitation.getByRole('button', { name: /^不能参加/ }).click();
  await page.getByRole('dialog').getByLabel('不能参加的理由').fill('外出学习。');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '答复' }).click();
  await invitation.getByText('您不能参加').waitFor();
  await takeBack(page, personId);

  const ofInvitations = page.getByRole('region', { name: '邀请' }).getByRole('button', { name: '导出表格' });
  expect(await savedName(page, ofInvitations)).toMatch(/^我收到的邀请-.*\.xlsx$/);

  const phone = await pageOf('519900.office', 390);
  await phone.goto(`/cases/${topic}/invitations?answer=declined`);
  await phone.getByText('外出学习。').waitFor();
  await phone.getByText('共2人次').waitFor();
  expect(await axe(phone)).toEqual([]);
  const roster = phone.getByRole('button', { name: '导出表格' });
  expect(await savedName(phone, roster)).toMatch(/^邀请代表 城区停车管理-.*\.xlsx$/);
  expect(story.browser.pageErrors).toEqual([]);
});
