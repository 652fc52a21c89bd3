import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openCast } from '../src/server/cli/story/cast.ts';
import { storyOf } from '../src/server/cli/story/telling.ts';
import { axe } from './axe.ts';
import { password } from './product.ts';
import { startStory } from './story.ts';
import { confersOnWithdrawal } from './withdrawal.ts';

/** A city with one county; the joint team of one topic is formed, nobody has travelled yet. */
const story = startStory({ withPeople: 'one-county', told: 'team' });
const { pageOf } = story;
let topic: string;

beforeAll(async () => {
  const office = await pageOf('519900.office');
  [topic = ''] = await story.topicsNamed(office, '城区停车管理');
}, 180_000);

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The first day of that weekday (1 Monday) that lies at least so many days ahead. */
function dayAhead(weekday: number, days: number): string {
  const day = new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((weekday - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

test.each([1440, 390] as const)(
  'S2.4 the lead committee has visits suggested, keeps its own change, and finds all of it again, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${topic}`);
    await clerk.getByRole('link', { name: '调研行程' }).click();
    await clerk.getByRole('button', { name: '建议行程' }).click();
    await clerk.getByText(/共需1天/).waitFor();
    await clerk.getByText('行程已保存。').waitFor();
    await clerk.getByText(/没有遗漏/).waitFor();
    expect(await axe(clerk)).toEqual([]);

    const day = clerk.getByLabel(/的调研日期$/).first();
    await day.fill(dayAhead(6, 14));
    await clerk.getByText('星期六，不是工作日').waitFor();
    await day.fill(dayAhead(3, 14));
    // What has not been saved yet is saved first: the file is what stands on the screen.
    const file = clerk.waitForEvent('download');
    await clerk.getByRole('button', { name: '导出表格' }).click();
    expect((await file).suggestedFilename()).toMatch(/^调研行程 .*\.xlsx$/);
    await clerk.getByText('有冲突').waitFor({ state: 'hidden' });
    await clerk.getByText('行程已保存。').waitFor();
    await clerk.reload();
    expect(await day.inputValue()).toBe(dayAhead(3, 14));
    // What the clerk has set is fixed: a new suggestion leaves it where it is.
    await clerk.getByRole('button', { name: '建议行程' }).click();
    await clerk.getByText(/共需1天/).waitFor();
    expect(await day.inputValue()).toBe(dayAhead(3, 14));
    await clerk.getByRole('button', { name: '撤销建议' }).click();
    await clerk.getByText('行程已保存。').waitFor();
    await day.fill('');
    await clerk.getByText('行程已保存。').waitFor();
    expect(story.browser.pageErrors).toEqual([]);
  },
);

test('S2.4 two clerks who plan at once lose nothing: the second is told and decides', async () => {
  const [one, other] = [await pageOf('519900.committee4'), await pageOf('519900.committee4')];
  await Promise.all([one, other].map((page) => page.goto(`/cases/${topic}/itinerary`)));
  const perDay = (page: typeof one) => page.getByLabel('每名带队人每天至多（处）');
  await Promise.all([perDay(one).waitFor(), perDay(other).waitFor()]);
  await other.route('**/api/events**', (route) => route.abort());
  await perDay(one).fill('2');
  await one.getByText('行程已保存。').waitFor();
  await perDay(other).fill('3');
  await other.getByText(/已经保存了新的行程/).waitFor();
  expect(await axe(other)).toEqual([]);
  await other.getByRole('button', { name: '保存我的安排' }).click();
  await other.getByText('行程已保存。').waitFor();
  await one.reload();
  expect(await perDay(one).inputValue()).toBe('3');
});

test('S2.4 a county and an office without the role have no itinerary to open', async () => {
  for (const login of ['519900.office', '519921.office']) {
    const clerk = await pageOf(login);
    await clerk.goto(`/cases/${topic}`);
    await clerk.getByRole('heading', { level: 1 }).waitFor();
    expect(await clerk.getByRole('link', { name: '调研行程' }).count(), login).toBe(0);
  }
});

test.each([1440, 390] as const)(
  'S1.3 S2.4 a leader’s other duty is entered once, and the itinerary keeps off those days, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${topic}/itinerary`);
    await clerk.getByText('行程期间没有登记的其他公务').waitFor();
    await clerk.getByRole('link', { name: /^登记公务/ }).click();
    await clerk.getByText('这段时间此人没有登记的公务').waitFor();
    await clerk.getByRole('button', { name: '登记公务' }).click();
    const form = clerk.getByRole('dialog');
    await form.getByLabel('开始日期').fill(dayAhead(1, 14));
    await form.getByLabel('结束日期').fill(dayAhead(1, 14));
    await form.getByLabel('公务事项').fill('出席省人大会议');
    expect(await axe(clerk)).toEqual([]);
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'hidden' });
    await clerk.getByText('出席省人大会议').waitFor();
    expect(await axe(clerk)).toEqual([]);

    await clerk.goto(`/cases/${topic}/itinerary`);
    await clerk.getByText(/^不能参加：出席省人大会议/).waitFor();
    const day = clerk.getByLabel(/的调研日期$/).first();
    await day.fill(dayAhead(1, 14));
    await clerk.getByText(/带队人当天有其他公务（出席省人大会议/).waitFor();
    await day.fill('');
    await clerk.getByText('行程已保存。').waitFor();

    await clerk.goto('/leader-duties');
    await clerk.getByRole('button', { name: /^删去/ }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '删去' }).click();
    await clerk.getByText('这段时间没有登记的公务').waitFor();
    expect(story.browser.pageErrors).toEqual([]);
  },
);

test.each([1440, 390] as const)(
  'S2.4 the county learns of its visit, signs for it, and reads who comes and what to prepare, at %i px',
  async (width) => {
    const days = { 1440: dayAhead(2, 21), 390: dayAhead(4, 21) };
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${topic}/itinerary`);
    await clerk
      .getByLabel(/的调研日期$/)
      .first()
      .fill(days[width]);
    await clerk.getByText('行程已保存。').waitFor();
    await clerk.getByText(/尚未告知或者有变动/).waitFor();
    await clerk.getByRole('link', { name: '告知各县（市、区）' }).click();
    await clerk.getByRole('group', { name: '调研安排第1项' }).getByLabel('走访的单位和地点').fill('示例镇');
    await clerk.getByRole('heading', { name: '将告知1个县（市、区）' }).waitFor();
    expect(await axe(clerk)).toEqual([]);
    await clerk.getByRole('button', { name: '确认办理' }).click();
    await clerk
      .getByText(/已办理|已记入/)
      .first()
      .waitFor();

    const county = await pageOf('519921.office', width);
    await county.goto('/expectations');
    await county.getByRole('link', { name: /联合调研安排/ }).click();
    await county.getByRole('button', { name: '签收' }).first().click();
    await county
      .getByText(/已签收|签收于/)
      .first()
      .waitFor();
    await county.goto('/expectations');
    const told = county.getByRole('region', { name: '联合调研组到本级调研' });
    await told.getByText('示例镇').waitFor();
    if (width === 390) await told.getByText(/^调研日期由.+改为.+。$/).waitFor();
    expect(await axe(county)).toEqual([]);
    await county.goto('/');
    await county.getByRole('region', { name: '联合调研组到本级调研' }).waitFor();
    expect(story.browser.pageErrors).toEqual([]);
  },
);

test.each([1440, 390] as const)(
  'S1.7 S1.8 an adjustment says what it moves before it is proposed, and the council sees what it decides on, at %i px',
  async (width) => {
    const office = await pageOf('519900.office', width);
    const answer = await office.request.get(`${story.product.url}/api/cases/${topic}`);
    const { view } = (await answer.json()) as { view: { deliberationDate: string } };
    const day = `${view.deliberationDate.slice(0, 4)}-12-30`;
    if (width === 1440) {
      for (const seen of [1440, 390] as const) await proposesDay(await pageOf('519900.office', seen), day);
      await consultWithdrawal();
    }
    await office.goto(`/cases/${topic}/acts/decide-adjustment`);
    if (width === 390) await office.locator('details.act-papers > summary').click();
    await office.getByText('会商一致同意。').first().waitFor();
    await office.getByText('撤销后，本议题在各级同步不再办理').waitFor();
    expect(await axe(office)).toEqual([]);
    expect(story.browser.pageErrors).toEqual([]);
  },
);

/** S1.7: the sheet filled in with another day, with what that day moves. */
async function proposesDay(office: Page, day: string): Promise<void> {
  await office.goto(`/cases/${topic}/acts/propose-adjustment`);
  await office.getByLabel('社会民生关注的新动向').check();
  await office.getByRole('radio', { name: '调整', exact: true }).check();
  await office.getByLabel('审议时间').fill(day);
  await office.getByRole('region', { name: '调整后的变动' }).waitFor();
  expect(await office.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await axe(office)).toEqual([]);
}

/** S1.8: proposed by the city, signed for, conferred on by both bodies, and recorded. */
async function consultWithdrawal(): Promise<void> {
  const body = { 519900: '示例市人大常委会', 519921: '示例一县人大常委会' } as const;
  const members = Object.entries(body).map(([code, tenant]) => ({
    login: `${code}.office`,
    tenant,
    role: 'office-clerk' as const,
    unit: undefined,
  }));
  for (const { login } of members) await pageOf(login);
  const told = storyOf(await openCast({ url: story.product.url, members, password }), today, () => undefined);
  await confersOnWithdrawal(told, topic, { on: today, trigger: 'livelihood-trend', conclusion: '会商一致同意。' });
}
