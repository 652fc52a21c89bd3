import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { tellScenario } from './product.ts';
import { confirmEntry, giveReasons, openPapers, startStory } from './story.ts';

/** A city with one county whose topic has been deliberated: its council puts the handling on a sitting of today. */
const story = startStory({ withPeople: 'one-county' });
const { pageOf } = story;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const number = '示例市人大常委会今天的会议';
let office: Page;
let chair: Page;
let topicId: string;
let sittingId: string;

beforeAll(async () => {
  await tellScenario(story.product, 'hand-over');
  office = await pageOf('519900.office');
  [topicId = ''] = await story.topicsNamed(office, '城区停车管理');
  chair = await pageOf('519900.chair', 390);
}, 180_000);

/** What the office sees of a case, over the API: only to find what the screens are asked for. */
async function cases(kind: 'year' | 'session'): Promise<{ id: string; name: string; topics?: { id: string }[] }[]> {
  const answer = await office.request.get(`${story.product.url}/api/cases?kind=${kind}`);
  return ((await answer.json()) as { cases: { id: string; name: string; topics?: { id: string }[] }[] }).cases;
}

/** Submits a decision until it is entered: of some reasons only the server knows that they are asked for. */
async function enter(page: Page, title: string): Promise<void> {
  const entered = page.getByText(`“${title}”已登记，待确认`);
  const reason = page.getByLabel(/^理由（/).first();
  for (let tries = 1; tries <= 2 && !(await entered.isVisible()); tries += 1) {
    await giveReasons(page);
    await page.getByRole('button', { name: '登记，提请确认' }).click();
    await entered.or(reason).first().waitFor();
    // The server's answer may come after a reason that was asked for before.
    await entered.waitFor({ timeout: 4_000 }).catch(() => undefined);
  }
  await entered.waitFor();
}

/** Whoever presides is elsewhere on the day of the sitting. */
async function bindTheChair(): Promise<void> {
  const answer = await office.request.get(`${story.product.url}/api/linkage/appointments`);
  const { appointments } = (await answer.json()) as {
    appointments: { personId: string; tenantId: string; post: string }[];
  };
  const { tenantId } = (await (await office.request.get(`${story.product.url}/api/me`)).json()) as { tenantId: string };
  const personIds = appointments
    .filter((held) => held.tenantId === tenantId && held.post === 'chair')
    .map((held) => held.personId);
  await story.post(office, '/leader-duties', { personIds, from: today, until: today, matter: '出席省人大会议' });
}

test('HAN-10 a decision to sit for the handling is one decision; what is entered stands as waiting, on the work of the office too', async () => {
  const year = (await cases('year')).find(({ topics = [] }) => topics.some(({ id }) => id === topicId));
  await bindTheChair();
  await office.goto(`/cases/${year?.id}/acts/convene-session`);
  await office.getByLabel('会议名称').first().fill(number);
  await office.getByLabel('召开日期').fill(today);
  await office.getByLabel('闭会日期').fill(today);
  // A reminder beside the days, and no obstacle.
  await office.getByText(/有其他公务（出席省人大会议，/).waitFor();
  await office.getByRole('button', { name: '添加列入会议的联动监督议题' }).click();
  const row = office.getByRole('group', { name: '列入会议的联动监督议题第1项' });
  await row.getByRole('combobox', { name: '议题' }).fill('城区停车管理');
  await office.keyboard.press('Enter');
  await row.getByRole('radio', { name: '测评办理落实情况' }).check();
  await office.getByRole('combobox', { name: '主持人' }).click();
  await office.keyboard.press('Enter');
  await office.getByRole('button', { name: /^全部到会/ }).click();
  await enter(office, '确定常委会会议会期');

  await office.goto(`/cases/${topicId}`);
  const next = office.getByRole('region', { name: '本单位接下来' });
  const waiting = next.getByRole('listitem').filter({ hasText: '主任会议决定将办理落实情况列入常委会会议议程' });
  await waiting.getByText('已登记，待确认').waitFor();
});

test('chairperson, on a phone: the queue is the home; a decision is confirmed after its papers were opened', async () => {
  await chair.goto('/');
  const entry = chair.getByRole('article', { name: '确定常委会会议会期' });
  await entry.waitFor();
  const confirm = entry.getByRole('button', { name: '确认' });
  await entry.getByText(/打开上列材料后可以确认/).waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  expect(await axe(chair)).toEqual([]);
  await openPapers(entry);
  await entry.getByText('城区停车管理').filter({ visible: true }).first().waitFor();
  expect(await chair.getByText('报送件待签收').count()).toBe(0);
  await entry.getByRole('button', { name: '退回' }).click();
  const back = chair.getByRole('dialog', { name: '退回“确定常委会会议会期”' });
  await back.getByRole('button', { name: '退回' }).click();
  await back.getByText('请填写退回理由').waitFor();
  expect(await axe(chair)).toEqual([]);
  await back.getByRole('button', { name: '取消' }).click();
  await screenshot(chair, 'chair-home-390');
  await confirmEntry(chair, entry);
  await entry.waitFor({ state: 'detached' });
  await chair.getByRole('region', { name: '今天的会议' }).getByText(number).waitFor();
  await expect.poll(async () => (await cases('session')).some(({ name }) => name === number)).toBe(true);
  sittingId = (await cases('session')).find(({ name }) => name === number)?.id ?? '';
  // The topic's step is done by this very decision.
  await office.goto(`/cases/${topicId}`);
  await office.getByRole('region', { name: '本单位接下来' }).waitFor();
  expect(await office.getByText('主任会议决定将办理落实情况列入常委会会议议程').count()).toBe(0);
});

test('SES-07 SES-09 SES-12 the office: what is planned, the notice, who comes and who is on leave stand there', async () => {
  const title = '听取“城区停车管理”审议意见办理落实情况的报告并进行满意度测评';
  await office.goto(`/cases/${sittingId}`);
  const board = office.getByRole('region', { name: '议程' });
  await board.getByText('主任会议已确定列入以下事项').waitFor();
  await board.getByText(title).waitFor();

  await office.goto(`/cases/${sittingId}/acts/send-session-notice`);
  const matter = office.getByRole('textbox', { name: '事项' }).first();
  await matter.waitFor();
  expect(await matter.inputValue()).toBe(title);
  await giveReasons(office);
  await office.getByRole('button', { name: '确认办理' }).click();
  await office.getByText('“发出会议通知”已办理').waitFor();

  await office.goto(`/cases/${sittingId}/acts/open-session`);
  const first = office.getByRole('group', { name: '列席人员第1项' });
  await first.waitFor();
  expect(await first.getByLabel('姓名').inputValue()).not.toBe('');
  const present = office.getByRole('group', { name: '出席的组成人员' });
  await present.getByRole('button', { name: /^全部到会/ }).click();
  const last = present.getByRole('checkbox').last();
  await last.uncheck();
  await office.getByLabel('请假事由（没有书面请假的不填）').fill('因公外出');
  expect(await axe(office)).toEqual([]);
  await screenshot(office, 'open-session-1440');
  await enter(office, '会议开会');
  // Nobody enters it twice: it is said before anything is filled in.
  await office.goto(`/cases/${sittingId}/acts/open-session`);
  await office.getByText(/已经登记，正等待主任会议组成人员确认/).waitFor();
  await chair.goto('/');
  await confirmEntry(chair, chair.getByRole('article', { name: '会议开会' }));
});

test('VOT-01 the agenda that the notice told is put to the vote; the time of the vote stands there', async () => {
  await office.goto(`/cases/${sittingId}/acts/adopt-agenda`);
  await office.getByLabel('表决时间').waitFor();
  expect(await office.getByLabel('表决时间').inputValue()).toMatch(/^\d\d:\d\d$/);
  expect(await office.getByLabel('全体组成人员人数').count()).toBe(0);
  await office.getByRole('button', { name: /^全部赞成/ }).click();
  await enter(office, '通过会议议程');
  await chair.goto('/confirmations');
  const entry = chair.getByRole('article', { name: '通过会议议程' });
  await openPapers(entry);
  await entry.getByText(/^组成人员\d+人，出席\d+人，赞成\d+票/).waitFor();
  await confirmEntry(chair, entry);
});

test.each([1440, 390] as const)(
  'S4.4 a member finds the sitting that is on, its matter and its papers first, at %i px',
  async (width) => {
    const member = await pageOf('519900.member20', width);
    // A draft of the office is none of a member's.
    await office.goto(`/cases/${sittingId}/acts/record-attendance`);
    await office
      .getByLabel('时间')
      .first()
      .fill(width === 1440 ? '10:10' : '10:20');
    await office.getByText(/草稿已于/).waitFor();
    await member.goto('/');
    const card = member.getByRole('region', { name: '正在进行的会议' });
    await card.getByText(/^现在：听取“城区停车管理”/).waitFor();
    await card.getByText(/^您.*(到会|请假)/).waitFor();
    await card.getByText('审议要求办理落实情况').click();
    await card
      .getByText(/三个月内完成专项整治/)
      .first()
      .waitFor();
    expect(await member.getByText('继续填写').count()).toBe(0);
    expect(await axe(member)).toEqual([]);
    expect(await member.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await screenshot(member, `member-home-${width}`);
    await card.getByRole('link', { name: number }).click();
    await member.getByRole('heading', { level: 1, name: number }).waitFor();
    const regions = member.getByRole('main').getByRole('region');
    await expect.poll(() => regions.first().getAttribute('aria-label')).toBe('正在进行的会议');
    expect(await member.getByRole('link', { name: '办理', exact: true }).count()).toBe(0);
    expect(await member.getByRole('link', { name: '报送件' }).count()).toBe(0);
    expect(await axe(member)).toEqual([]);
    expect(story.browser.pageErrors).toEqual([]);
  },
);
