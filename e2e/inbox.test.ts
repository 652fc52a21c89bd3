import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf } = story;
const year = new Date().getFullYear() + 1;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  const office = await pageOf('510700.office');
  const { caseId } = await post<{ caseId: string }>(office, '/api/years', { year });
  const call = {
    deadline: inDays(20),
    invited: ['organs', 'deputies'],
    notice: '请提出建议。',
    publishedOn: inDays(0),
    channels: '门户网站',
  };
  const reasons = Object.fromEntries(['order/late', 'order/early'].map((code) => [code, '示例：浏览器测试的理由']));
  await post(office, `/api/cases/${caseId}/acts/open-solicitation`, { payload: call, reasons });
  const organ = await pageOf('510700.gov');
  for (let no = 1; no <= 25; no += 1) {
    const suggestion = {
      title: `建议${no}`,
      sources: ['deputies'],
      domain: 'livelihood',
      necessity: '群众关心',
      feasibility: '可行',
    };
    await post(organ, `/api/cases/${caseId}/acts/send-suggestion`, { payload: suggestion });
  }
});

async function post<Answer>(page: Page, path: string, data: object): Promise<Answer> {
  const { url } = story.product;
  const answer = await page.context().request.post(`${url}${path}`, { data, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  // The server answers by its contract.
  return (await answer.json()) as Answer;
}

test('a clerk finds a package among many, signs for it with one tap on the phone, and the address keeps what was asked', async () => {
  const office = await pageOf('510700.office', 390);
  await office.goto('/packages');
  await office.getByText('共25件，25件待签收').waitFor();
  await office.getByRole('listitem', { name: '2' }).click();
  await office.getByText('第21至25条，共25条').waitFor();
  expect(new URL(office.url()).search).toBe('?page=2');
  await office.getByText('筛选和排序').click();
  await office.getByRole('searchbox', { name: '标题、事项或单位' }).fill('建议7');
  await office.keyboard.press('Enter');
  await office.getByText('共1件，1件待签收').waitFor();
  await office.reload();
  await office.getByRole('button', { name: /^签收：.*建议7$/ }).click();
  await office.getByText(/^已签收：/).waitFor();
  await office.getByText('共1件', { exact: true }).waitFor();
  expect(await axe(office)).toEqual([]);
});

test('the rest is signed for at once, with a question first and the count afterwards', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/packages?receipt=waiting');
  await office.getByRole('button', { name: '全部签收（24）' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '全部签收' }).click();
  await office.getByText('签收完毕').waitFor();
  await office.getByText('24件中已签收24件').waitFor();
  expect(await axe(office)).toEqual([]);
  await office.getByRole('button', { name: /^关\s?闭$/ }).click();
  await office.getByText('没有符合条件的报送件').waitFor();
  await office.getByRole('button', { name: '清除筛选' }).click();
  await office.getByText('共25件', { exact: true }).waitFor();
});

test('a package is read as an official paper at a desk and on a phone, without a code in it', async () => {
  for (const width of [1440, 390] as const) {
    const office = await pageOf('510700.office', width);
    await office.goto('/packages?text=建议7');
    await office.getByRole('link', { name: '建议7', exact: true }).click();
    const paper = office.getByRole('article', { name: '正文' });
    await paper.getByRole('heading', { name: '一、必要性' }).waitFor();
    await paper.getByText('代表建议、批评和意见集中反映的问题').waitFor();
    expect(await paper.innerText()).not.toMatch(/[a-z]{3,}|\d{4}-\d{2}/);
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `package-${width}`);
  }
});

test('S5.1 a party office has its packages and nothing of the bodies’ progress, at a desk and on a phone', async () => {
  for (const width of [1440, 390] as const) {
    const party = await pageOf('510700.party', width);
    await party.goto('/packages');
    await party.getByText('还没有收到报送件').waitFor();
    if (width === 390) await party.getByRole('button', { name: '打开菜单' }).click();
    const menu = party.getByRole('navigation', { name: '主菜单' }).filter({ visible: true });
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(['我的工作', '报送件', '通知']);
    await party.goto('/board');
    await party.getByRole('heading', { name: '这一页供人大常委会和机关使用' }).waitFor();
    expect(await axe(party)).toEqual([]);
    await party.getByRole('link', { name: '打开报送件' }).click();
    await party.getByText('还没有收到报送件').waitFor();
    await party.goto('/cases/01a21ce4-b6ce-7091-922e-6ce7a215b841');
    await party.waitForURL(/\/packages\?case=/);
  }
});

test('the list is saved as a spreadsheet of that name', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/packages');
  const saved = office.waitForEvent('download');
  await office.getByRole('button', { name: '导出表格' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^收到的报送件-\d{4}-\d{2}-\d{2}\.xlsx$/);
});

test('a notice leads to its thing and is read by going there; kinds can be declined', async () => {
  const organ = await pageOf('510700.gov');
  const committee = await pageOf('510700.committee1', 390);
  const caseId = await yearCaseId(organ);
  const suggestion = {
    title: '新来的建议',
    sources: ['deputies'],
    domain: 'livelihood',
    necessity: '急',
    feasibility: '可行',
  };
  await post(organ, `/api/cases/${caseId}/acts/send-suggestion`, { payload: suggestion });
  await committee.goto('/notices');
  await committee.getByText('共26条，1条未读').waitFor();
  expect(await axe(committee)).toEqual([]);
  await committee.getByRole('link', { name: '查看报送件' }).first().click();
  await committee.getByRole('heading', { name: /新来的建议/, level: 1 }).waitFor();
  await committee.goBack();
  await committee.getByText('共26条', { exact: true }).waitFor();
  await committee.getByRole('button', { name: '接收设置' }).click();
  await committee.getByRole('checkbox', { name: /^收到报送件/ }).click();
  await committee.getByText('已保存').waitFor();
  await committee.keyboard.press('Escape');
  await committee.getByText('没有通知', { exact: true }).waitFor();
});

test('a notice is read at once, stands unread again where the server cannot be told, and the keyboard stays with it', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/notices');
  const first = office.getByRole('main').getByRole('listitem').first();
  await first.getByText('未读', { exact: true }).waitFor();
  let refuse = () => undefined as unknown;
  const held = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  await office.route('**/api/notices/readings', async (route) => {
    await held;
    await route.abort();
  });
  await first.getByRole('button', { name: '标为已读' }).press('Enter');
  await first.getByText('未读', { exact: true }).waitFor({ state: 'detached' });
  expect(await first.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true);
  refuse();
  await office.getByText(/^没有标为已读：/).waitFor();
  await first.getByText('未读', { exact: true }).waitFor();
  await office.unroute('**/api/notices/readings');
});

test('notices stand from the oldest when asked, and the address keeps it', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/notices');
  const first = office.getByRole('main').getByRole('listitem').first();
  await first.getByText('新来的建议').waitFor();
  await office.getByRole('combobox', { name: '从新到旧' }).click();
  await office.getByTitle('从旧到新').click();
  await first.getByText(/：建议1$/).waitFor();
  expect(new URL(office.url()).search).toBe('?sort=oldest');
  await office.reload();
  await first.getByText(/：建议1$/).waitFor();
  expect(await axe(office)).toEqual([]);
  await screenshot(office, 'notices-1440');
  const phone = await pageOf('510700.office', 390);
  await phone.goto('/notices?sort=oldest&kind=package-arrived');
  await phone.getByText('筛选和排序（1项）').waitFor();
  await phone
    .getByRole('main')
    .getByRole('listitem')
    .first()
    .getByText(/：建议1$/)
    .waitFor();
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'notices-390');
});

test('a calendar link is shown once, opens without a sign-in, and is revoked', async () => {
  const office = await pageOf('510700.office', 390);
  await office.goto('/me');
  await office.getByRole('button', { name: '建立日历链接' }).click();
  const address = await office.getByText(/\/api\/calendar-feeds\/.*\.ics$/).innerText();
  expect(await axe(office)).toEqual([]);
  const stranger = await story.newPage();
  const calendar = await stranger.context().request.get(address.trim());
  expect(calendar.status()).toBe(200);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
  await office.getByRole('button', { name: '作废链接' }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /^作\s?废$/ })
    .click();
  await office.getByRole('button', { name: '建立日历链接' }).waitFor();
  expect((await stranger.context().request.get(address.trim())).status()).toBe(404);
  expect(story.browser.pageErrors).toEqual([]);
});

async function yearCaseId(page: Page): Promise<string> {
  const answer = await page.context().request.get(`${story.product.url}/api/cases?kind=year`);
  // The server answers by its contract.
  const { cases } = (await answer.json()) as { cases: { id: string }[] };
  return cases[0]?.id ?? '';
}

test.each([1440, 390] as const)(
  'the history of a case is searched, turned round, kept in the address and saved as a spreadsheet at %i px',
  async (width) => {
    const organ = await pageOf('510700.gov', width);
    const { cases } = (await (await organ.request.get(`${story.product.url}/api/cases?kind=year`)).json()) as {
      cases: { id: string; year: number }[];
    };
    await organ.goto(`/cases/${cases.find((one) => one.year === year)?.id}?tab=history`);
    await organ.getByText(/^共2\d项$/).waitFor();
    if (width === 390) await organ.getByText('筛选和排序').click();
    await organ.getByRole('searchbox', { name: '法定行为或报送件' }).fill('建议7');
    await organ.keyboard.press('Enter');
    await organ.getByText('共1项', { exact: true }).waitFor();
    await organ.reload();
    await organ.getByText('共1项', { exact: true }).waitFor();
    await organ.getByRole('link', { name: /建议7.*，送绵阳市人大常委会$/ }).waitFor();
    expect(await axe(organ)).toEqual([]);
    const saved = organ.waitForEvent('download');
    await organ.getByRole('button', { name: '导出表格' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^经过 .*\.xlsx$/);
    await screenshot(organ, `history-${width}`);
  },
);
