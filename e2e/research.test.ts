import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { giveReasons, startStory } from './story.ts';

/** A city with one county; the joint team of one topic is formed, nobody has travelled yet. */
const story = startStory({ withPeople: 'one-county', told: 'team' });
const { pageOf } = story;
let topic: string;

beforeAll(async () => {
  const office = await pageOf('519900.office');
  [topic = ''] = await story.topicsNamed(office, '城区停车管理');
}, 180_000);

async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    await page.evaluate(() => window.innerWidth),
  );
  expect(await axe(page)).toEqual([]);
}

test.each([1440, 390] as const)(
  'S2.4 the lead committee sees which counties are still to be covered, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${topic}?tab=research`);
    await clerk.getByText(/尚未实地调研：/).waitFor();
    await clerk.getByText('还没有登记调研活动').waitFor();
    await expectToFit(clerk);
  },
);

test.each([1440, 390] as const)(
  'S2.3 a team is changed from what it is and says what changes, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${topic}/acts/form-research-team`);
    const papers = clerk.getByText('与现有联合调研组相比');
    if (width === 390) await clerk.locator('details.act-papers summary').click();
    await papers.waitFor();
    // What the first has changed lies in the draft that the unit writes together.
    if (width === 1440) await clerk.getByText('没有变化。').waitFor();
    const rows = clerk.getByRole('group', { name: /^成员第\d+项$/ });
    const before = await rows.count();
    expect(before).toBeGreaterThan(2);
    await rows.last().getByRole('button', { name: /^删除/ }).click();
    await clerk.getByText(/^退出：/).waitFor();
    await clerk.getByText('还缺').first().waitFor();
    await expectToFit(clerk);
  },
);

test('S2.4 a visit begins with the county that is missing, and with it the step is done', async () => {
  const clerk = await pageOf('519900.committee4');
  await clerk.goto(`/cases/${topic}?tab=research`);
  await clerk.getByRole('link', { name: /的实地调研$/ }).click();
  await clerk.getByRole('group', { name: '调研地点第1项' }).waitFor();
  // What the coverage lacks is offered and filled in once.
  await clerk.getByRole('button', { name: /（尚未覆盖）$/ }).click();
  expect(await clerk.getByRole('group', { name: /^调研地点第\d项$/ }).count()).toBe(1);
  await clerk.getByRole('button', { name: '添加单位' }).click();
  await clerk.getByLabel('单位第1项').fill('示例镇示例村');
  await clerk.getByRole('button', { name: /^全部参加/ }).click();
  await giveReasons(clerk);
  await clerk.getByRole('button', { name: '确认办理' }).click();
  await clerk.getByText(/“登记调研活动”已办理/).waitFor();
  await clerk.goto(`/cases/${topic}?tab=research`);
  await clerk.getByText('实地调研已覆盖每一个县（市、区）').waitFor();
  await clerk.getByText('示例镇示例村').waitFor();
  const saved = clerk.waitForEvent('download');
  await clerk.getByRole('button', { name: '导出表格' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^调研覆盖 .*\.xlsx$/);
});

test('S5.2 the office reminds the lead committee from the board; both find it in the topic, and it is said once a day', async () => {
  const office = await pageOf('519900.office');
  await office.goto(`/board/${topic}`);
  await office.getByRole('button', { name: /，完成联合调研：/ }).click();
  const drawer = office.getByRole('dialog');
  await drawer.getByRole('button', { name: /^催办/ }).click();
  await office.getByRole('dialog').getByRole('button', { name: '催办', exact: true }).click();
  await office.getByText(/^已催办/).waitFor();
  await drawer.getByText(/^今天.+办公室催办$/).waitFor();
  expect(await drawer.getByRole('button', { name: /^催办/ }).count()).toBe(0);

  const lead = await pageOf('519900.committee4', 390);
  await lead.goto('/');
  await lead.getByText(/^今天.+办公室催办$/).waitFor();
  await lead.goto(`/cases/${topic}?tab=history`);
  await lead.getByText('催办记录（共1次）').waitFor();
  const saved = lead.waitForEvent('download');
  await lead.getByRole('button', { name: '导出催办记录' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^催办记录 .*\.xlsx$/);
  await expectToFit(lead);
  await lead.goto('/notices?kind=reminded');
  await lead.getByText(/催办：“城区停车管理”/).waitFor();
});

test.each([390, 1440] as const)(
  'S2.1 the plan is written beside what the counties say, and S2.2 approved with all of it in sight, at %i px',
  async (width) => {
    const clerk = await pageOf('519900.committee4', width);
    await clerk.goto(`/cases/${topic}/acts/draft-implementation-plan`);
    if (width === 390) await clerk.locator('details.act-papers > summary').click();
    await clerk.getByText('各县（市、区）的意见').first().waitFor();
    await clerk.getByText('建议增加对乡镇的走访。').first().waitFor();
    await expectToFit(clerk);
    if (width === 390) return;
    await clerk.getByRole('radio', { name: '未采纳', exact: true }).check();
    await clerk.getByLabel('未采纳的理由').fill('实地调研已有安排。');
    await giveReasons(clerk);
    await clerk.getByRole('button', { name: '确认办理' }).click();
    await clerk.getByText(/“拟定实施方案”已办理/).waitFor();

    const office = await pageOf('519900.office');
    await office.goto(`/cases/${topic}/acts/approve-implementation-plan`);
    await office.getByRole('complementary', { name: '提请审定的实施方案' }).getByText('监督重点').waitFor();
    await office.getByText('尚未报来').first().waitFor();
    await office.getByText(/实地调研已有安排/).waitFor();
    await expectToFit(office);
  },
);

test.each([1440, 390] as const)(
  'S2.1 a county judges the whole plan and reads what became of its words, at %i px',
  async (width) => {
    const office = await pageOf('519921.office', width);
    const inbox = await office.request.get(`${story.product.url}/api/packages?box=in&pageSize=100`);
    const { packages } = (await inbox.json()) as {
      packages: { id: string; kind: string; addressees: { receivedOn: string | null }[] }[];
    };
    const isOpen = ({ kind, addressees }: (typeof packages)[number]) =>
      kind === 'plan-draft' && addressees.some(({ receivedOn }) => receivedOn === null);
    for (const { id } of packages.filter(isOpen)) await story.post(office, `/packages/${id}/receipt`, {});
    const clerk = await pageOf('519921.committee1', width);
    await clerk.goto(`/cases/${topic}/acts/comment-on-plan`);
    if (width === 390) await clerk.locator('details.act-papers > summary').click();
    await clerk.getByText(/理由：实地调研已有安排。/).waitFor();
    await clerk.getByText('第2稿', { exact: true }).waitFor();
    await clerk.getByRole('radio', { name: '有修改意见' }).check();
    await clerk.getByRole('textbox', { name: '修改意见' }).waitFor();
    await expectToFit(clerk);
    expect(story.browser.pageErrors).toEqual([]);
  },
);
