import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openCast } from '../src/server/cli/story/cast.ts';
import { act, bodiesOf, sign, storyOf } from '../src/server/cli/story/telling.ts';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { password } from './product.ts';
import { savedName, startStory } from './story.ts';
import { confersOnWithdrawal } from './withdrawal.ts';

/** A city with one county, in the middle of research on a topic: 519900.deputy1 and 519921.deputy1 are in its team. */
const story = startStory({ withPeople: 'one-county', told: 'team' });
const { pageOf } = story;
let topic: string;
/** The office at its desk has the page open all the time and never loads it again. */
let desk: Page;
let clerk: Page;

beforeAll(async () => {
  [desk, clerk] = [await pageOf('519900.office'), await pageOf('519900.committee4', 390)];
  [topic = ''] = await story.topicsNamed(desk, '城区停车管理');
  await formTeam(['519900.deputy1', 'city-deputy'], ['519921.deputy1', 'county-deputy']);
  await desk.goto(fieldNotes());
  await desk.getByText('还没有现场记录').waitFor();
}, 180_000);

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const slow = { timeout: 30_000 };
const fieldNotes = () => `/cases/${topic}/field-notes`;
const arrived = (page: Page, text: string | RegExp) =>
  page.getByRole('list', { name: '已送达' }).getByRole('listitem').filter({ hasText: text }).first();

const get = async <Body>(page: Page, path: string): Promise<Body> =>
  (await page.request.get(`${story.product.url}/api${path}`)).json();

type Team = { leaderId: string; members: { personId: string; capacity: string }[]; experts: string[] };

/** The present team with these deputies in it. */
async function formTeam(...deputies: readonly (readonly [login: string, capacity: string])[]): Promise<void> {
  const { state } = await get<{ state: { research: { team: Team } } }>(clerk, `/cases/${topic}`);
  const { leaderId, members, experts } = state.research.team;
  const kept = members.filter(({ capacity }) => !capacity.endsWith('-deputy'));
  for (const [login, capacity] of deputies) {
    const { personId } = await get<{ personId: string }>(await pageOf(login), '/me');
    kept.push({ personId, capacity });
  }
  const payload = { leaderId, members: kept, experts };
  const reasons = { 'order/late': '示例：浏览器测试的理由' };
  const answer = await story.post(clerk, `/cases/${topic}/acts/form-research-team`, { payload, reasons });
  expect(answer).toMatchObject({ state: 'recorded' });
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: '地点' }).fill('其他地点');
  await page.locator('.ant-select-item-option', { hasText: '其他地点' }).first().click();
  await page.getByLabel('具体地点').fill('停车场东门');
  await page.getByLabel('记录内容').fill(text);
  await page.getByRole('button', { name: '保存记录' }).click();
}

test('a note that arrives stands on a colleague’s open page; corrected, it shows what it said before', async () => {
  await clerk.goto(fieldNotes());
  await write(clerk, '入口被占用。');
  await arrived(desk, '入口被占用。').waitFor(slow);
  expect(await arrived(desk, '入口被占用。').getByRole('button', { name: '更正' }).count()).toBe(0);

  await arrived(clerk, '入口被占用。').getByRole('button', { name: '更正' }).click();
  const form = clerk.getByRole('region', { name: /^更正调研/ });
  await form.getByLabel('记录内容').fill('出口被占用。');
  expect(await axe(clerk)).toEqual([]);
  await screenshot(clerk, 'field-notes-correcting-390');
  await form.getByRole('button', { name: '保存更正' }).click();
  expect(await axe(clerk)).toEqual([]);
  await clerk.getByRole('dialog').getByRole('button', { name: '更正' }).click();
  await clerk.getByText('已更正，以前的内容仍可查看').waitFor();

  const corrected = arrived(desk, '出口被占用。');
  await corrected.getByText('已更正', { exact: true }).waitFor(slow);
  await corrected.getByRole('button', { name: '查看以前的内容' }).click();
  await corrected.getByRole('list', { name: '以前的内容' }).getByText('入口被占用。').waitFor();
  expect(await axe(desk)).toEqual([]);
  expect(await savedName(desk, desk.getByRole('button', { name: '导出表格' }))).toMatch(/^现场记录 .*\.xlsx$/);
  await screenshot(desk, 'field-notes-corrected-1440');
});

test('an author who corrects what another screen of his has corrected looks at that first', async () => {
  const other = await pageOf('519900.committee4');
  await other.goto(fieldNotes());
  for (const page of [clerk, other]) {
    await arrived(page, '出口被占用。').getByRole('button', { name: '更正' }).click();
    await page.getByRole('region', { name: /^更正调研/ }).waitFor();
  }
  const save = async (page: Page, text: string) => {
    const form = page.getByRole('region', { name: /^更正调研/ });
    await form.getByLabel('记录内容').fill(text);
    await form.getByRole('button', { name: '保存更正' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '更正' }).click();
  };
  await save(other, '出口被占用半年。');
  await clerk.getByText('这条记录已经在别处更正').waitFor(slow);
  expect(await axe(clerk)).toEqual([]);
  await screenshot(clerk, 'field-notes-conflict-390');
  await clerk.getByRole('button', { name: '已核对' }).click();
  await save(clerk, '出口被占用已有半年。');
  await arrived(desk, '出口被占用已有半年。').waitFor(slow);
});

test('a note that is withdrawn says so to everybody, and what it said to its author alone', async () => {
  await arrived(clerk, '出口被占用已有半年。').getByRole('button', { name: '撤回' }).click();
  expect(await axe(clerk)).toEqual([]);
  await clerk.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await clerk.getByText('这条记录已撤回').waitFor();
  await arrived(desk, '已撤回').waitFor(slow);
  expect(await desk.getByText('出口被占用').count()).toBe(0);
  expect(await desk.getByRole('button', { name: /撤回前的内容/ }).count()).toBe(0);
  expect(await axe(desk)).toEqual([]);
  await screenshot(desk, 'field-notes-withdrawn-1440');
  await arrived(clerk, '已撤回')
    .getByRole('button', { name: /撤回前的内容/ })
    .click();
  await clerk.getByText('出口被占用已有半年。').waitFor();
  expect(await axe(clerk)).toEqual([]);
  await screenshot(clerk, 'field-notes-withdrawn-390');
});

test.each([
  ['519900.deputy1', 390],
  ['519921.deputy1', 1440],
] as const)('S2.3 %s in the team comes from his own page and takes notes, at %i px', async (login, width) => {
  const page = await pageOf(login, width);
  await page.goto('/deputies');
  const way = page.getByRole('link', { name: /现场记录：城区停车管理/ });
  await way.waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, `deputy-teams-${width}`);
  await way.click();
  await page.getByText('断网也能打开本页。').waitFor();
  await write(page, `${login}所见。`);
  const note = arrived(page, `${login}所见。`);
  await note.getByText(/回执编号 调研/).waitFor(slow);
  await note.getByRole('button', { name: '更正' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, `field-notes-of-deputy-${width}`);
  if (login === '519900.deputy1') await arrived(desk, `${login}所见。`).waitFor(slow);
  else {
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: '现场记录', level: 1 }).waitFor();
    await page.context().setOffline(false);
  }
});

test('a deputy’s note is read in his own body alone, and no other deputy finds the page', async () => {
  const county = await pageOf('519921.office');
  await county.goto(fieldNotes());
  await arrived(county, '519921.deputy1所见。').waitFor();
  expect(await county.getByText('519900.deputy1所见。').count()).toBe(0);
  expect(await desk.getByText('519921.deputy1所见。').count()).toBe(0);
  const stranger = await pageOf('519900.deputy2', 390);
  await stranger.goto('/deputies');
  await stranger.getByRole('heading', { name: '邀请' }).waitFor();
  expect(await stranger.getByRole('heading', { name: '联合调研' }).count()).toBe(0);
  await stranger.goto(fieldNotes());
  await stranger.getByRole('heading', { name: '没有找到', level: 1 }).waitFor();
  expect(await axe(stranger)).toEqual([]);
});

test('a deputy who left the team while his phone was away finds there what he could not send', async () => {
  const phone = await pageOf('519900.deputy1', 390);
  await phone.goto(fieldNotes());
  await phone.getByText('断网也能打开本页。').waitFor();
  await phone.context().setOffline(true);
  await write(phone, '离组前所见。');
  await phone.getByRole('heading', { name: '待发送（1条）' }).waitFor();
  await formTeam(['519900.deputy2', 'city-deputy'], ['519921.deputy1', 'county-deputy']);
  await phone.context().setOffline(false);
  await phone.getByText('未被接收').waitFor(slow);
  await phone.reload();
  await phone.getByText(/没有送达的记录仍在本机，请复制内容另行保存/).waitFor();
  const kept = phone.getByRole('list', { name: '待发送' }).getByRole('listitem');
  await kept.filter({ hasText: '离组前所见。' }).getByRole('button', { name: '复制内容' }).waitFor();
  expect(await phone.getByRole('region', { name: '已送达的记录' }).count()).toBe(0);
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'field-notes-left-390');
});

test('what was written before a topic was adjusted away stays on the phone with the reason, and is copied out', async () => {
  await clerk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await clerk.goto(fieldNotes());
  await clerk.getByText('断网也能打开本页。').waitFor();
  await clerk.context().setOffline(true);
  await write(clerk, '断网时所见。');
  await clerk.getByRole('heading', { name: '待发送（1条）' }).waitFor();
  await clerk.getByLabel('记录内容').fill('写到一半');
  await clerk.waitForTimeout(1_000);
  await withdrawTopic();
  await clerk.context().setOffline(false);
  await clerk.getByText('未被接收').waitFor(slow);
  await clerk.getByText(/已按程序撤销.*这条记录仍在本机/).waitFor();
  await clerk.reload();
  const kept = clerk.getByRole('list', { name: '待发送' }).getByRole('listitem');
  await kept.getByRole('button', { name: '复制内容' }).click();
  await clerk.getByText('已复制').waitFor();
  const copied = await clerk.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^城区停车管理，停车场东门，.*\n断网时所见。$/);
  const unsaved = clerk.getByRole('region', { name: '没有保存的内容' });
  await unsaved.getByText('写到一半').waitFor();
  expect(await clerk.getByRole('button', { name: '保存记录' }).count()).toBe(0);
  expect(await axe(clerk)).toEqual([]);
  await screenshot(clerk, 'field-notes-closed-390');
  await desk.reload();
  await desk.getByText(/已按程序撤销，现场记录不再增加和改动/).waitFor();
  expect(await desk.getByText('断网时所见。').count()).toBe(0);
  expect(await axe(desk)).toEqual([]);
  await screenshot(desk, 'field-notes-closed-1440');
  expect(story.browser.pageErrors).toEqual([]);
});

/** S1.7, S1.8: all confer, all decide, and the topic is given up at both levels. */
async function withdrawTopic(): Promise<void> {
  const body = (login: string) => (login === '519900' ? '示例市人大常委会' : '示例一县人大常委会');
  const members = ['519900', '519921'].flatMap((code) => [
    { login: `${code}.office`, tenant: body(code), role: 'office-clerk' as const, unit: undefined },
    { login: `${code}.chair`, tenant: body(code), role: 'chairperson' as const, unit: undefined },
  ]);
  for (const { login } of members) await pageOf(login);
  const cast = await openCast({ url: story.product.url, members, password });
  const told = storyOf(cast, today, () => undefined);
  const deed = { in: { id: topic, kind: 'topic' as const }, on: today };
  await confersOnWithdrawal(told, topic, { on: today, trigger: 'party-focus', conclusion: '一致同意撤销。' });
  for (const county of told.counties) await sign(told, county, today);
  for (const by of bodiesOf(told)) {
    await act(told, { ...deed, by, kind: 'decide-adjustment', payload: { outcome: 'approved' } });
  }
  await act(told, { ...deed, by: told.city, kind: 'apply-adjustment', payload: { informed: '已书面告知。' } });
}
