import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { tellScenario } from './product.ts';
import { giveReasons, openPapers, startStory } from './story.ts';

/** A city with one county: one topic whose demands are with the organs, one whose county is about to report. */
const story = startStory({ withPeople: 'one-county' });
const { pageOf } = story;
let answering: string;
let reporting: string;

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

beforeAll(async () => {
  await tellScenario(story.product, 'findings');
  await tellScenario(story.product, 'hand-over');
  const page = await pageOf('519900.office');
  // Each story has taken the latest year that was free.
  [reporting = '', answering = ''] = await story.topicsNamed(page, '城区停车管理');
}, 180_000);

test('county office: before the report is sent it reads exactly what the city will see', async () => {
  const clerk = await pageOf('519921.committee1');
  await clerk.goto(`/cases/${reporting}/acts/finalise-research-report`);
  const findings = clerk.getByRole('complementary', { name: '发现的问题' });
  await findings.getByText('未引用2／2').waitFor();
  // One gesture begins a paragraph with the finding's own words and cites it.
  await findings.getByRole('combobox', { name: /日常管理不规范”引用到/ }).click();
  await clerk.getByTitle('新起一段').click();
  await findings.getByText('未引用1／2').waitFor();
  const paragraphs = clerk.getByRole('group', { name: /^报告正文第\d项$/ });
  expect(await paragraphs.nth(1).getByLabel('内容').inputValue()).toMatch(/日常管理不规范。/);
  await paragraphs.nth(0).getByLabel('内容').fill('概况。');
  await paragraphs.nth(2).getByLabel('内容').fill('建议规范管理。');
  // Moved, a paragraph takes its citation along; the rest number themselves.
  await paragraphs.nth(1).getByRole('button', { name: /^下移/ }).click();
  await paragraphs
    .nth(2)
    .getByText(/日常管理不规范（/)
    .waitFor();
  await findings.getByText(/^全部2$/).click();
  await findings.getByText('第3段', { exact: true }).waitFor();
  // A finding is in the report, or the report says why it is not.
  await clerk
    .getByText(/本级登记的问题“.*短板明显”没有写入报告/)
    .first()
    .waitFor();
  expect(await axe(clerk)).toEqual([]);
  await findings.getByRole('button', { name: /^不写入.*短板明显/ }).click();
  await clerk.keyboard.type('已列入本年度改造计划。');
  await findings.getByText('未引用0／2').waitFor();
  await giveReasons(clerk);
  await clerk.getByRole('button', { name: '确认办理' }).click();
  await clerk.getByText(/“形成调研报告”已办理/).waitFor();
  await clerk.goto(`/cases/${reporting}?tab=problems`);
  await clerk.getByText('未写入报告，理由：已列入本年度改造计划。').waitFor({ state: 'attached' });

  const office = await pageOf('519921.office');
  await office.goto(`/cases/${reporting}/acts/send-research-report`);
  await office
    .getByRole('region', { name: '不随报告送出的问题' })
    .getByText(/短板明显.*已列入本年度改造计划/)
    .waitFor();
  const outgoing = office.getByRole('region', { name: '将要发出的报送件' });
  await outgoing.getByText(/发给示例市人大常委会/).waitFor();
  await outgoing.locator('summary').click();
  await outgoing.getByText('建议规范管理。').waitFor();
  // The finding that the report cites is sent; the one that it does not cite stays at home.
  expect(await outgoing.getByText(/短板明显/).count()).toBe(0);
  expect(await axe(office)).toEqual([]);
  await giveReasons(office);
  await office.getByRole('button', { name: '确认办理' }).click();
  await office.getByText(/“向市人大常委会报送调研报告”已办理/).waitFor();
});

test('organ clerk, on a phone: every demand stands beside its answer; empty words are refused before the click', async () => {
  const clerk = await pageOf('519900.gov', 390);
  await clerk.goto('/');
  await clerk.getByRole('link', { name: '逐条答复审议要求并作出整改承诺' }).click();
  await clerk.getByText('要求：三个月内完成专项整治，公布整治清单。').waitFor();
  await clerk.getByRole('button', { name: '接受并承诺整改' }).click();
  const rows = clerk.getByRole('group', { name: /^第\d项：/ });
  for (const row of await rows.all()) {
    await row.getByLabel('整改措施').fill('高度重视，认真研究。');
    await row.getByLabel('责任人').fill('分管负责人');
    await row.getByLabel('完成时限').fill(today);
  }
  await clerk
    .getByText(/整改措施应当具体/)
    .first()
    .waitFor();
  for (const row of await rows.all())
    await row.getByLabel('整改措施').fill('由交通运输局牵头，年底前完成120处点位整治。');
  expect(await axe(clerk)).toEqual([]);
  await giveReasons(clerk);
  await clerk.getByRole('button', { name: '确认办理' }).click();
  await clerk.getByText(/“逐条答复审议要求并作出整改承诺”已办理/).waitFor();
});

test('committee: what waits is folded on the screen and printed whole', async () => {
  const clerk = await pageOf('519900.committee4');
  await clerk.goto('/');
  const more = clerk.getByRole('button', { name: /^显示另外\d+项$/ }).last();
  await more.waitFor();
  const folded = Number(/\d+/.exec(await more.innerText())?.[0]);
  const shown = await clerk.locator('.task').count();
  await clerk.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await clerk.locator('.task').count()).toBeGreaterThanOrEqual(shown + folded);
  expect(await more.count()).toBe(0);
});

test('on a phone every part of a topic keeps to the page, unfolded too; on paper nothing is left that is pressed', async () => {
  const phone = await pageOf('519900.office', 390);
  for (const tab of ['summary', 'dates', 'problems', 'history', 'compliance']) {
    await phone.goto(`/cases/${answering}?tab=${tab}`);
    await phone.locator('.page-parts [aria-current]').waitFor();
    await phone.waitForFunction(() => document.querySelector('.page-skeleton') === null);
    await phone.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    const beyond = await phone.evaluate(() => document.documentElement.scrollWidth - 390);
    expect(beyond, tab).toBeLessThanOrEqual(0);
    expect(await axe(phone), tab).toEqual([]);
  }
  const desk = await pageOf('519900.office');
  await desk.goto(`/cases/${answering}?tab=compliance`);
  await desk.getByRole('link', { name: '程序对照' }).waitFor();
  await desk.emulateMedia({ media: 'print' });
  expect(await desk.getByRole('navigation', { name: '事项的各部分' }).filter({ visible: true }).count()).toBe(0);
  expect(await desk.getByLabel('查看某日的情况').isVisible()).toBe(false);
  expect(await desk.locator('.page').getByRole('button', { name: /导出/ }).filter({ visible: true }).count()).toBe(0);
});

test('committee: the line of each problem is a picture and a table, as of any day', async () => {
  const clerk = await pageOf('519900.committee4');
  await clerk.goto(`/cases/${answering}?tab=problems`);
  await clerk.getByRole('button', { name: /^全部\d+项$/ }).waitFor();
  await clerk.getByText('各环节的内容').first().click();
  await clerk.getByText('部门之间职责交叉，数据没有共享，群众办事多头跑。').waitFor();
  expect(await axe(clerk)).toEqual([]);
  await clerk.getByText('表', { exact: true }).click();
  await clerk
    .getByRole('table')
    .getByText(/第1项：/)
    .waitFor();
  await clerk.getByRole('button', { name: '期限' }).click();
  await clerk.waitForURL(/sort=due/);
  expect(await axe(clerk)).toEqual([]);
  await clerk.goto(`/cases/${answering}?asOf=2020-01-05`);
  await clerk.getByText(/当日的情况，之后办理的不显示/).waitFor();
  await clerk.getByText('2020年1月5日还没有这一议题').waitFor();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await clerk.goto(`/cases/${answering}?asOf=${yesterday}`);
  await clerk.getByRole('heading', { name: '本单位接下来' }).waitFor();
  // Nothing is done in the past: neither a button nor a step leads to a sheet.
  expect(await clerk.locator('a[href*="/acts"]').count()).toBe(0);
  await clerk.getByRole('link', { name: '经过' }).click();
  await clerk.getByText('常委会会议表决审议意见').first().waitFor();
  expect(await axe(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: '回到今天' }).click();
  await clerk.getByText('常委会会议表决审议意见').first().waitFor();
  expect(story.browser.pageErrors).toEqual([]);
});

test.each([1440, 390] as const)(
  'a link of the line leads to the paragraph it was written in and back, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${answering}?tab=problems`);
    await clerk
      .getByRole('link', { name: /^调研报告/ })
      .first()
      .click();
    const row = clerk.locator('li.is-asked');
    await row.getByText('引用的发现问题').waitFor();
    expect(await row.evaluate((found) => found === document.activeElement)).toBe(true);
    expect(await axe(clerk)).toEqual([]);
    await row.getByRole('link').first().click();
    const line = clerk.locator('article.problem.is-asked');
    await line.getByRole('term').filter({ hasText: '调研报告' }).waitFor();
    // From a demand to the organ's package where there is one, and from there back again.
    await line.getByRole('link', { name: /^发现问题/ }).click();
    await clerk.getByRole('article', { name: '登记发现的问题' }).and(clerk.locator('.is-asked')).waitFor();
    expect(story.browser.pageErrors).toEqual([]);
  },
);

test.each([1440, 390] as const)(
  'HAN-08 what an earlier year asked for and stands again says so, with the way there, at %i px',
  async (width) => {
    const clerk = await pageOf('519921.committee1', width);
    await clerk.goto(`/cases/${reporting}?tab=problems`);
    await clerk.getByRole('button', { name: /^再次出现\d项$/ }).click();
    await clerk.waitForURL(/repeat=only/);
    const repeats = clerk.getByRole('list', { name: '再次出现的问题' }).first();
    await repeats.getByText('办理中再次出现').waitFor();
    await repeats.getByText(/共同的词：.*停车/).waitFor();
    expect(await axe(clerk)).toEqual([]);
    await screenshot(clerk, `desks-repeats-${width}`);
    // What only sounds alike is told apart with a reason, and the other way round.
    const before = await clerk.locator('article.problem').count();
    await repeats
      .getByRole('button', { name: /^不是同一问题/ })
      .first()
      .click();
    await clerk.getByLabel('理由').fill('去年是收费，今年是车位。');
    await clerk.getByRole('button', { name: /^认\s?定$/ }).click();
    await expect.poll(() => clerk.locator('article.problem').count()).toBe(before - 1);
    await clerk.goto(`/cases/${reporting}?tab=problems`);
    const apart = clerk.getByRole('list', { name: '认定不是同一问题的' });
    await apart.getByText(/理由：去年是收费，今年是车位。/).waitFor();
    expect(await axe(clerk)).toEqual([]);
    await apart.getByRole('button', { name: /^撤销认定/ }).click();
    await apart.waitFor({ state: 'detached' });
    await repeats.getByRole('link').first().click();
    await clerk.waitForURL(new RegExp(`cases/${answering}`));
    await clerk.locator('article.problem.is-asked').waitFor();
    // From there the way leads back: what was asked for then says where it stands again.
    const later = clerk.locator('article.problem.is-asked').getByRole('list', { name: '此后再次出现' });
    await later.getByRole('link').first().waitFor();
    expect(await axe(clerk)).toEqual([]);
    await screenshot(clerk, `desks-stood-again-${width}`);
    await later.getByRole('link').first().click();
    await clerk.waitForURL(new RegExp(`cases/${reporting}`));
    expect(story.browser.pageErrors).toEqual([]);
  },
);

test.each([1440, 390] as const)(
  'the dissatisfied share is followed from ballot to ballot and saved, at %i px',
  async (width) => {
    const office = await pageOf('519900.office', width);
    await office.goto('/assessments');
    await office.getByRole('heading', { name: '不满意占比走势' }).waitFor();
    await office
      .getByText(/^\d{4}年\d+月\d+日：\d+\.\d{2}%/)
      .first()
      .waitFor();
    expect(await office.getByText('未报送日期').count()).toBe(0);
    expect(await axe(office)).toEqual([]);
    const saved = office.waitForEvent('download');
    await office.getByRole('button', { name: '导出表格' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^满意度测评-/);
  },
);

test('the board keeps its year and its switches in the address, and every stage is printed', async () => {
  const office = await pageOf('519900.office');
  await office.goto('/board');
  await office.getByRole('button', { name: '导出表格' }).waitFor();
  await office
    .getByRole('link', { name: /^\d{4}年 / })
    .first()
    .click();
  await office.getByRole('checkbox', { name: '显示可选步骤' }).click();
  await office.waitForURL(/optional=shown/);
  await office.reload();
  expect(await office.getByRole('checkbox', { name: '显示可选步骤' }).isChecked()).toBe(true);
  expect(await office.locator('table.board').count()).toBe(1);
  await office.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await office.locator('table.board').count()).toBeGreaterThan(2);
  await office.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await axe(office)).toEqual([]);
});

test.each([1440, 390] as const)(
  'topics and sittings are found, narrowed and sorted, and the address keeps it, at %i px',
  async (width) => {
    const office = await pageOf('519900.office', width);
    await office.goto('/topics?year=all');
    await office.getByText(/^共\d+项$/).waitFor();
    if (width === 390) {
      await office.getByText('筛选和排序').click();
      await office.getByRole('combobox', { name: '按确定的顺序' }).click();
      await office.getByTitle('审议从晚到早').click();
    } else {
      await office.getByRole('button', { name: '市级审议' }).click();
      await office.getByRole('button', { name: '市级审议' }).click();
    }
    await office.waitForURL(/sort=latest/);
    await office.reload();
    await office.getByText(/^共\d+项$/).waitFor();
    const dates = await office.getByText(/^\d{4}年\d+月\d+日$/).allInnerTexts();
    expect(dates.map((date) => Number.parseInt(date, 10))).toEqual(
      dates.map((date) => Number.parseInt(date, 10)).toSorted((one, other) => other - one),
    );
    expect(await axe(office)).toEqual([]);
    await office.goto('/topics?year=all&text=没有这个议题');
    await office.getByText('没有符合条件的议题').waitFor();
    await office.getByRole('button', { name: '清除筛选' }).click();
    await office.getByText(/^共\d+项$/).waitFor();

    await office.goto('/sessions?state=closed&sort=earliest');
    await office.getByText(/^共\d+次$/).waitFor();
    expect(await office.getByText('已召集', { exact: true }).count()).toBe(0);
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `sessions-${width}`);
    await office.goto('/topics?year=all&sort=name');
    await office.getByText(/^共\d+项$/).waitFor();
    await screenshot(office, `topics-${width}`);
    await office.goto('/confirmations?state=all&sort=oldest&text=会期');
    await office.getByRole('article', { name: '确定常委会会议会期' }).first().waitFor();
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `confirmations-${width}`);
  },
);

test('chairperson: a decision to convene a session names the topics it is convened for', async () => {
  const office = await pageOf('519900.office');
  await office.goto(`/cases/${reporting}/acts/convene-session`);
  await office.getByLabel('会议名称').first().fill('示例会议');
  const inSixtyDays = new Date(Date.now() + (60 * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
  await office.getByLabel('召开日期').fill(inSixtyDays);
  await office.getByLabel('闭会日期').fill(inSixtyDays);
  await office.getByRole('combobox', { name: '主持人' }).click();
  await office.keyboard.press('Enter');
  await office.getByRole('button', { name: /^全部到会/ }).click();
  // Sittings of other years are known to the server alone, which asks for the reason.
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office
    .getByLabel(/^理由（/)
    .first()
    .waitFor();
  await giveReasons(office);
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office.getByText('“确定常委会会议会期”已登记，待确认').waitFor();

  const chair = await pageOf('519900.chair', 390);
  await chair.goto('/confirmations');
  const entry = chair.getByRole('article', { name: '确定常委会会议会期' });
  await openPapers(entry);
  await entry.getByText('城区停车管理').first().waitFor();
  expect(await entry.getByText(/编号…/).count()).toBe(0);
});

test.each([1440, 390] as const)(
  'S3.5 a sitting on one page: what it has to do for each topic, the quorum, and the result ready to be read out, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.office', width);
    await clerk.goto(`/cases/${answering}`);
    const answer = await clerk.request.get(`${story.product.url}/api/cases?kind=session`);
    const { cases } = (await answer.json()) as { cases: { id: string; name: string; topics?: { id: string }[] }[] };
    const sitting = cases.find(
      ({ name, topics = [] }) => name.startsWith('示例') && topics.some(({ id }) => id === answering),
    );
    await clerk.goto(`/cases/${sitting?.id}`);
    const board = clerk.getByRole('region', { name: '议程' });
    await board.getByText('常委会会议表决审议意见').waitFor();
    await board.getByText(/^现在宣布表决结果。.*审议意见获得通过。$/).waitFor();
    await board.getByText(/^现在宣布对专项工作报告的满意度测评结果。/).waitFor();
    await clerk.getByText(/^全体组成人员\d+人，过半数\d+人$/).waitFor();
    expect(await axe(clerk)).toEqual([]);
  },
);
