import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { councilIdsOn } from '../src/domain/organisation/facts.ts';
import { openCast } from '../src/server/cli/story/cast.ts';
import { act, sign, storyOf } from '../src/server/cli/story/telling.ts';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { password } from './product.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf, post } = story;
let caseId: string;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

const suggestions = [
  { title: '农村饮水安全', necessity: '部分村水厂管网老化，水质不达标，群众反映集中。' },
  { title: '加强农村饮水安全监管', necessity: '农村水厂管网老化失修，水质差。' },
  { title: '学校食堂食品安全', necessity: '食堂食材招标不规范。' },
];

beforeAll(async () => {
  const office = await pageOf('510700.office');
  caseId = (await post<{ caseId: string }>(office, '/years', { year: year + 1 })).caseId;
  const solicitation = {
    deadline: `${year}-12-31`,
    invited: ['organs', 'deputies'],
    notice: '请提出议题建议。',
    publishedOn: today,
    channels: '门户网站',
  };
  await take(office, 'open-solicitation', solicitation);
  for (const suggestion of suggestions) {
    const more = { sources: ['deputies'], domain: 'livelihood', feasibility: '已有工作基础。' };
    await take(office, 'register-suggestion', { ...suggestion, ...more, author: { kind: 'deputy', name: '张示例' } });
  }
});

/** Outside the months of the call, and before all counties have sent their lists, a reason is asked for. */
async function take(page: Page, kind: string, payload: object): Promise<void> {
  const reasons = Object.fromEntries(
    ['solicitation/early', 'order/counties-missing', 'joint-plan/count', 'joint-plan/domains'].map((code) => [
      code,
      '示例：浏览器测试的理由',
    ]),
  );
  const answer = await post(page, `/cases/${caseId}/acts/${kind}`, { payload, on: today, reasons });
  expect(answer).toMatchObject({ state: 'recorded' });
}

test.each([1440, 390] as const)(
  'S1.2 the office finds what is alike and merges it, and takes it back, at %i px',
  async (width) => {
    const page = await pageOf('510700.office', width);
    await page.goto(`/cases/${caseId}/suggestions?places=across`);
    await page.getByRole('button', { name: '选中这一组' }).click();
    await page.getByRole('button', { name: '合并为候选议题' }).click();
    await page.getByRole('dialog').getByLabel('议题名称').fill('农村供水');
    await page.getByRole('button', { name: '保存候选议题' }).click();
    const candidate = page.getByRole('list', { name: '并入“农村供水”的建议' });
    await candidate.waitFor();
    expect(await candidate.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('农村饮水安全'),
      expect.stringContaining('加强农村饮水安全监管'),
    ]);
    expect(await candidate.innerText()).toContain('张示例');
    await page.locator('.ant-btn-loading').first().waitFor({ state: 'detached' });
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: '提出初步建议' }).waitFor();
    await addAndTakeOut(page);
    await page.getByRole('button', { name: '撤销合并' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click();
    await page.getByText('还没有候选议题').waitFor();
  },
);

/** A third joins the candidate that is there, is read in full, and leaves it again. */
async function addAndTakeOut(page: Page): Promise<void> {
  await page.goto(`/cases/${caseId}/suggestions?text=食堂`);
  await page.getByRole('checkbox', { name: '选中“学校食堂食品安全”' }).check();
  await page.getByLabel('并入已有的候选议题').click();
  await page.getByTitle('农村供水', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '并入' }).click();
  await page.getByText('已并入“农村供水”').waitFor();
  await page.getByRole('button', { name: '学校食堂食品安全', exact: true }).click();
  const full = page.getByRole('dialog', { name: '学校食堂食品安全' });
  await full.getByText('食堂食材招标不规范。').waitFor();
  await full.getByText('已并入候选议题：农村供水').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await full.waitFor({ state: 'detached' });
  const candidate = page.getByRole('list', { name: '并入“农村供水”的建议' });
  await candidate.getByRole('listitem').filter({ hasText: '食堂' }).getByRole('button', { name: '移出' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移出' }).click();
  await page.getByText('已移出“学校食堂食品安全”').waitFor();
  expect(await candidate.getByRole('listitem').count()).toBe(2);
}

test('S1.1 a suggestion is found by the first letters of its pinyin; alike ones show while another is registered', async () => {
  const page = await pageOf('510700.office');
  await page.goto(`/cases/${caseId}/suggestions?text=xxst`);
  await page.getByText('共1条').waitFor();
  await page.goto(`/cases/${caseId}/acts/register-suggestion`);
  await page.getByLabel('议题名称').fill('学校食堂');
  await page.getByText('本年度已有相近的建议').waitFor();
  expect(await page.getByText('学校食堂食品安全（张示例）').count()).toBe(1);
});

test('the key / leads to the search; a county does not find what the city registered', async () => {
  const page = await pageOf('510700.office');
  await page.goto('/');
  await page.getByLabel('搜索，快捷键为斜杠').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('管网 饮水');
  await page.keyboard.press('Enter');
  const count = page.getByText(/本单位的内容\d+条/);
  await count.waitFor();
  expect(await count.innerText()).toBe('本单位的内容2条');
  expect(await page.locator('mark').first().innerText()).toMatch(/管网|饮水/);
  expect(await axe(page)).toEqual([]);
  const county = await pageOf('510703.office', 390);
  await county.goto('/search?text=管网');
  await county.getByText('没有找到“管网”').waitFor();
  expect(story.browser.pageErrors).toEqual([]);
});

test('a sheet opens on what a colleague has just done, never on what is remembered', async () => {
  const page = await pageOf('510700.office');
  await page.goto(`/cases/${caseId}/acts`);
  const link = page.getByRole('link', { name: '登记议题建议' }).first();
  await link.waitFor();
  const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
  await page.route(`**/api/cases/${caseId}`, async (route) => {
    await allowed;
    await route.continue();
  });
  const asked = page.waitForRequest(`**/api/cases/${caseId}`);
  const more = { sources: ['deputies'], domain: 'livelihood', feasibility: '已有工作基础。' };
  const suggestion = {
    title: '城区公交线网优化',
    necessity: '新建小区没有公交站。',
    author: { kind: 'deputy', name: '张示例' },
  };
  await take(await pageOf('510700.office'), 'register-suggestion', { ...suggestion, ...more });
  await asked;
  await link.click();
  await page.getByRole('status', { name: '正在载入' }).waitFor();
  // Long enough for everything else that the sheet asks for.
  await page.waitForTimeout(1_000);
  expect(await page.getByLabel('议题名称').count()).toBe(0);
  allow();
  await page.getByLabel('议题名称').waitFor();
});

test('a sheet that is open stays open while a colleague acts in the same case', async () => {
  const page = await pageOf('510700.office');
  const colleague = await pageOf('510700.office');
  await page.goto(`/cases/${caseId}/acts`);
  await page.getByRole('link', { name: '登记议题建议' }).first().click();
  await page.getByLabel('议题名称').fill('正在填写');
  const sheet = await page.locator('.act-sheet').elementHandle();
  const asked = page.waitForResponse(`**/api/cases/${caseId}`);
  const more = { sources: ['deputies'], domain: 'livelihood', feasibility: '已有工作基础。' };
  const suggestion = {
    title: '老旧小区加装电梯',
    necessity: '老人出行不便。',
    author: { kind: 'deputy', name: '张示例' },
  };
  await take(colleague, 'register-suggestion', { ...suggestion, ...more });
  await asked;
  await page.waitForTimeout(300);
  expect(await sheet?.evaluate((element) => element.isConnected)).toBe(true);
  expect(await page.getByLabel('议题名称').inputValue()).toBe('正在填写');
});

test.each([1440, 390] as const)(
  'S1.3 the joint plan begins with the candidate topics and says what they grew from, at %i px',
  async (width) => {
    const office = await pageOf('510700.office', width);
    if (width === 1440) await confer(office);
    await office.goto(`/cases/${caseId}/suggestions`);
    await office.getByRole('link', { name: '拟定计划建议方案' }).click();
    const row = office.getByRole('group', { name: '议题第1项' });
    await row.getByLabel('议题名称').waitFor();
    expect(await row.getByLabel('议题名称').inputValue()).toBe('农村供水');
    const sources = row.getByRole('group', { name: '来源建议' });
    expect(await sources.getByRole('checkbox').count()).toBe(5);
    expect(await sources.getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `joint-plan-${width}`);
    expect(story.browser.pageErrors).toEqual([]);
  },
);

test.each([1440, 390] as const)(
  'S1.3 S1.4 S1.6 the plan is drafted beside its spread, its clashes and what a council returned it for, at %i px',
  async (width) => {
    const office = await pageOf('510700.office', width);
    await office.goto(`/cases/${caseId}/consultation`);
    await office.getByText('农村供水').first().waitFor();
    expect(await axe(office)).toEqual([]);
    const bound = width === 1440 ? await bindTheChair(office) : undefined;
    if (width === 390) await returnByCounty(office);

    await office.goto(`/cases/${caseId}/acts/draft-joint-plan`);
    const row = office.getByRole('group', { name: '议题第1项' });
    if (bound !== undefined) await office.getByRole('button', { name: '添加议题' }).click();
    await row.getByLabel('议题名称').fill('农村供水');
    await row.getByLabel('审议时间').fill(dutyDay);
    const clashes = office.getByRole('region', { name: '冲突和提醒' });
    await clashes.getByText(/^“农村供水”的审议时间.+主任.+有其他公务（出席省人大会议/).waitFor();
    if (width === 390) await office.locator('details.act-papers > summary').click();
    await office.getByRole('region', { name: '领域分布' }).waitFor();
    if (width === 390) {
      await office.getByText('本稿没有涉及').first().waitFor();
      await office.getByText('审议时间与县人代会冲突').first().waitFor();
    }
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `plan-desk-${width}`);

    if (width === 390) {
      await office.goto(`/year?year=${year + 1}`);
      await office.getByText('审议时间与县人代会冲突').first().waitFor();
      expect(await axe(office)).toEqual([]);
      await screenshot(office, 'plan-returned-390');
    }
    expect(story.browser.pageErrors).toEqual([]);
  },
);

const dutyDay = `${year + 1}-06-23`;

/** The city's chairperson is elsewhere on the day that the plan is about to name. */
async function bindTheChair(office: Page): Promise<string> {
  const cast = await castOf('510700');
  const [city] = cast.organisation.tenants.filter(({ kind, level }) => kind === 'body' && level === 'city');
  const [personId = ''] = councilIdsOn(cast.organisation, city?.id ?? '', today);
  const duty = { personIds: [personId], from: dutyDay, until: dutyDay, matter: '出席省人大会议' };
  await post(office, '/leader-duties', duty);
  return personId;
}

async function castOf(...codes: readonly string[]) {
  const bodies: Readonly<Record<string, string>> = { 510700: '绵阳市人大常委会', 510703: '涪城区人大常委会' };
  const members = codes.flatMap((code) =>
    (['office', 'chair'] as const).map((seat) => ({
      login: `${code}.${seat}`,
      tenant: bodies[code] ?? '',
      role: seat === 'office' ? ('office-clerk' as const) : ('chairperson' as const),
      unit: undefined,
    })),
  );
  for (const { login } of members) await pageOf(login);
  return openCast({ url: story.product.url, members, password });
}

/** The draft goes to all, and one council sends it back. */
async function returnByCounty(office: Page): Promise<void> {
  const linkage = await (await office.context().request.get(`${story.product.url}/api/linkage`)).json();
  const unit = linkage.organisation.units.find(({ kind, tenantId }: { kind: string; tenantId: string }) => {
    const tenant = linkage.organisation.tenants.find(({ id }: { id: string }) => id === tenantId);
    return kind === 'committee' && tenant?.level === 'city';
  });
  const topic = { key: '1', name: '农村供水', domain: 'livelihood', leadUnitId: unit.id, suggestionIds: [] };
  const note = '提请各主任会议审议。';
  await take(office, 'draft-joint-plan', { topics: [{ ...topic, deliberationDate: dutyDay }], note });
  const told = storyOf(await castOf('510700', '510703'), today, () => undefined);
  const county = told.counties.find(({ areaCode }) => areaCode === '510703');
  if (county === undefined) throw new Error('The demo has no county 510703.');
  await sign(told, county, today);
  const payload = { outcome: 'returned', reason: '审议时间与县人代会冲突，请调整。' };
  const deed = { by: county, in: { id: caseId, kind: 'year' as const }, kind: 'decide-joint-plan', on: today };
  await act(told, { ...deed, payload });
  await sign(told, told.city, today);
}

/** Merges the first two, proposes them, and has all counties agree. */
async function confer(office: Page): Promise<void> {
  const ask = async (path: string) => (await office.context().request.get(`${story.product.url}/api${path}`)).json();
  const { state, view } = await ask(`/cases/${caseId}`);
  const ids = state.year.suggestions.slice(0, 2).map(({ id }: { id: string }) => id);
  const topic = { title: '农村供水', domain: 'livelihood', reason: '群众反映集中。', suggestionIds: ids };
  await post(office, `/cases/${caseId}/candidates`, topic);
  await take(office, 'propose-preliminary-list', { topics: [topic] });
  const items = [{ key: 'item-1', title: '农村供水', domain: 'livelihood', detail: '群众反映集中。' }];
  await post(office, `/cases/${caseId}/consultation`, { version: 0, items });
  const bodies: { kind: string; level: string; tenantId: string }[] = view.tracks.filter(
    ({ kind }: { kind: string }) => kind === 'body',
  );
  const opinions = bodies.map(({ tenantId, level }) => {
    return { tenantId, key: 'item-1', stance: 'agrees', comment: '', enteredBy: level === 'city' ? 'own' : 'city' };
  });
  // The counties spoke on the phone.
  for (const { enteredBy: _by, ...said } of opinions) {
    await post(office, `/cases/${caseId}/consultation/opinions`, { ...said, version: 0 });
  }
  const results = [{ key: 'item-1', result: 'include', note: '' }];
  const closed = { date: today, items, opinions, excusedIds: [], results, conclusion: '一致同意。' };
  await take(office, 'record-consultation', closed);
}
