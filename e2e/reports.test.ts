import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { tellScenario } from './product.ts';
import { giveReasons, startStory } from './story.ts';

/** A city with one county: one topic that the county has finished and the city is to hear about, one whose findings are recorded. */
const story = startStory({ withPeople: 'one-county' });
const { pageOf } = story;
let heard: string;
let found: string;

beforeAll(async () => {
  await tellScenario(story.product, 'county-results');
  await tellScenario(story.product, 'findings');
  const page = await pageOf('519900.office');
  // Each story has taken the latest year that was free.
  [heard = '', found = ''] = await story.topicsNamed(page, '城区停车管理');
}, 240_000);

test('county office: what the city expects stands on one page, at a desk and on a phone', async () => {
  for (const width of [1440, 390] as const) {
    const office = await pageOf('519921.office', width);
    await office.goto('/expectations');
    const topic = office.getByRole('region', { name: /^\d+年：城区停车管理$/ }).first();
    await topic.getByText('实施方案对县（市、区）的要求').waitFor();
    expect(await topic.getByText('向市人大常委会报送调研报告').count()).toBe(1);
    expect(await topic.getByText('负责人列席市人大常委会会议并发表意见').count()).toBe(1);
    await office
      .getByText(/市人大常委会.*签收/)
      .first()
      .waitFor();
    expect(await office.evaluate((room) => document.documentElement.scrollWidth - room, width)).toBeLessThanOrEqual(0);
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `expectations-${width}`);
    const saved = office.waitForEvent('download');
    await office.getByRole('button', { name: '导出表格' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^市里要求-.*\.xlsx$/);
  }
});

test('county committee: findings are narrowed by severity and corrected by a new act', async () => {
  const clerk = await pageOf('519921.committee1');
  await clerk.goto(`/cases/${found}?tab=findings`);
  await clerk.getByText('共2项').waitFor();
  await clerk.getByRole('combobox', { name: '程度' }).click();
  await clerk.getByTitle('突出', { exact: true }).click();
  await clerk.getByText('共2项，符合条件的1项').waitFor();
  const saved = clerk.waitForEvent('download');
  await clerk.getByRole('button', { name: '导出表格' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^发现问题 .*\.xlsx$/);
  expect(await axe(clerk)).toEqual([]);
  await screenshot(clerk, 'finding-ledger');
  await clerk.getByRole('link', { name: /^更正/ }).click();
  const title = clerk.getByLabel('问题', { exact: true });
  await title.waitFor();
  expect(await title.inputValue()).toMatch(/短板明显$/);
  await title.fill('停车位缺口大');
  await clerk.getByLabel('更正理由').fill('核实后改写。');
  await giveReasons(clerk);
  await clerk.getByRole('button', { name: '确认办理' }).click();
  await clerk.getByText(/“更正发现的问题”已办理/).waitFor();
  const phone = await pageOf('519921.committee1', 390);
  await phone.goto(`/cases/${found}?tab=findings`);
  await phone.getByText('停车位缺口大').first().waitFor();
  await phone.getByText(/更正，原为“.*短板明显”，理由：核实后改写。/).waitFor();
  expect(await axe(phone)).toEqual([]);
});

test('county committee, on a phone: the report’s findings are folded above the text with their meter', async () => {
  const phone = await pageOf('519921.committee1', 390);
  await phone.goto(`/cases/${found}/acts/finalise-research-report`);
  await phone.getByText('发现的问题（未引用2／2）').click();
  await phone.getByRole('button', { name: '为其余2项各起一段' }).click();
  await phone.getByText('发现的问题（未引用0／2）').waitFor();
  expect(await phone.getByRole('group', { name: /^报告正文第\d项$/ }).count()).toBe(4);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - 390)).toBeLessThanOrEqual(0);
  expect(await axe(phone)).toEqual([]);
});

test('lead committee: the counties’ problems are a matrix; a ticked row becomes a common problem with its county', async () => {
  for (const width of [1440, 390] as const) {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${heard}/acts/hold-special-meeting`);
    const matrix = clerk.getByRole('region', { name: '各县（市、区）的问题' });
    await matrix.getByRole('checkbox').first().click();
    const common = clerk.getByRole('group', { name: '共性问题第1项' });
    await common.waitFor();
    expect(await common.getByLabel('共性问题', { exact: true }).inputValue()).not.toBe('');
    expect(await clerk.evaluate((room) => document.documentElement.scrollWidth - room, width)).toBeLessThanOrEqual(0);
    expect(await axe(clerk)).toEqual([]);
    await screenshot(clerk, `special-meeting-${width}`);
    await matrix.getByRole('checkbox').first().click();
    await common.waitFor({ state: 'detached' });
  }
});
