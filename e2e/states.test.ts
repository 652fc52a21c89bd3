import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf } = story;

test('an address nobody has and a case nobody has are told as such, with the way back', async () => {
  const page = await pageOf('510700.office');
  await page.goto('/nowhere');
  await page.getByRole('heading', { name: '没有这个页面', level: 1 }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: '回到我的工作' }).click();
  await page.getByRole('heading', { name: '我的工作', level: 1 }).waitFor();
  await page.goto('/cases/half-an-addr');
  await page.getByRole('heading', { name: '地址不正确', level: 1 }).waitFor();
  await page.getByText('请从菜单、列表或者搜索重新打开').waitFor();
  await page.goto('/cases/01990000-0000-7000-8000-000000000000');
  await page.getByRole('heading', { name: '没有找到', level: 1 }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('heading', { name: '地址不正确', level: 1 }).waitFor();
});

test('a sign-in that ended under somebody says so and leads back to the page; a first visit is told nothing', async () => {
  const page = await pageOf('510700.office');
  await page.goto('/topics');
  await page.getByRole('heading', { name: '联动监督议题', level: 1 }).waitFor();
  await page.context().clearCookies();
  // Whatever the page asks next finds it out: this click, unless the page has asked for something by itself just before.
  const click = page.getByRole('link', { name: '通知' }).click();
  click.catch(() => undefined);
  await page.getByText('登录已失效').waitFor();
  expect(await axe(page)).toEqual([]);

  const stranger = await story.newPage();
  await stranger.goto('/topics');
  await stranger.getByRole('heading', { name: '登录', level: 1 }).waitFor();
  expect(await stranger.getByText('登录已失效').count()).toBe(0);
});

test('what is refused leads back instead of being tried again', async () => {
  const deputy = await pageOf('510700.deputy1', 390);
  await deputy.goto('/deputies');
  await deputy.getByRole('heading', { level: 1 }).waitFor();
  await deputy.goto('/packages');
  await deputy.getByText('您的角色不能查看本单位的办理内容').waitFor();
  expect(await deputy.getByRole('button', { name: '重试' }).count()).toBe(0);
  expect(await axe(deputy)).toEqual([]);
  await screenshot(deputy, 'refused-390');
  await deputy.getByRole('button', { name: '返回' }).click();
  await deputy.waitForURL('**/deputies');
});

test('an act that is not theirs says whose it is and where to go on', async () => {
  const office = await pageOf('510700.office');
  const { caseId } = await story.post<{ caseId: string }>(office, '/years', { year: new Date().getFullYear() });
  const county = await pageOf('510703.office');
  await county.goto(`/cases/${caseId}/acts/draft-joint-plan`);
  await county.getByText('这是另一级的法定行为，本单位不办理。').waitFor();
  expect(await axe(county)).toEqual([]);
  await screenshot(county, 'not-ours-1440');
  await county.getByRole('link', { name: '我在这一事项中的办理' }).click();
  await county.getByRole('heading', { name: '办理', level: 1 }).waitFor();
  await county.goto(`/cases/${caseId}/acts/form-research-team`);
  await county.getByRole('heading', { name: '没有这项行为', level: 1 }).waitFor();
  await county.getByRole('link', { name: '查看事项' }).click();
  await county.waitForURL(`**/cases/${caseId}`);
});

test('whoever goes by keyboard sees where he is, on links too', async () => {
  const page = await pageOf('510700.office');
  await page.goto('/topics');
  await page.getByRole('heading', { name: '联动监督议题', level: 1 }).waitFor();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
      const tag = document.activeElement?.outerHTML.slice(0, 120);
      return { tag, isSeen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' };
    });
    expect(seen.isSeen, seen.tag).toBe(true);
  }
});

test('a page that cannot be loaded while the server is away says so and loads by itself when it is back', async () => {
  const page = await pageOf('510700.office');
  await page.goto('/');
  await page.getByRole('heading', { name: '我的工作', level: 1 }).waitFor();
  let isAway = true;
  for (const path of ['**/assets/**', '**/healthz']) {
    await page.route(path, (route) => (isAway ? route.abort() : route.continue()));
  }
  await page.getByRole('link', { name: '常委会会议' }).click();
  await page.getByRole('heading', { name: '无法连接服务器', level: 1 }).waitFor();
  expect(await axe(page)).toEqual([]);
  isAway = false;
  await page.getByRole('heading', { name: '常委会会议', level: 1 }).waitFor();
});

test('a cut connection is told while it lasts', async () => {
  const page = await pageOf('510700.office');
  let isCut = true;
  await page.route('**/api/events**', (route) => (isCut ? route.abort() : route.continue()));
  await page.goto('/topics');
  const told = page.getByText('与服务器的连接已断开');
  await told.waitFor();
  expect(await axe(page)).toEqual([]);
  isCut = false;
  await told.waitFor({ state: 'detached' });
  expect(story.browser.pageErrors).toEqual([]);
});

test('on a phone with everything larger nothing sticks out of the page, and the menu names the unit in full', async () => {
  const page = await story.pageOf('510700.gov', 390);
  await page.goto('/');
  await page.getByRole('heading', { name: '我的工作', level: 1 }).waitFor();
  await page.locator('.person button[aria-expanded]').click();
  await page.getByRole('button', { name: '大字显示' }).click();
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await beyond()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '打开菜单' }).click();
  await page.getByRole('dialog', { name: '绵阳市人民政府' }).waitFor();
});
