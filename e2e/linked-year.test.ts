import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { password } from './product.ts';
import { giveReasons, startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf, confirmAsChair } = story;
const year = new Date().getFullYear() + 1;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a first-use link sets the password, and the sign-in leads to my work', async () => {
  const page = await story.newPage(390);
  await page.goto(story.product.linkOf('510700.office'));
  await page.getByRole('heading', { name: '首次使用', level: 1 }).waitFor();
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输入一次').fill(`${password}1`);
  await page.getByRole('button', { name: '设置密码' }).click();
  await page.getByText('两次输入的密码不一致').waitFor();
  await page.getByLabel('再输入一次').fill(password);
  await page.getByRole('button', { name: '设置密码' }).click();
  await page.getByRole('link', { name: '去登录' }).click();
  await page.getByLabel('登录名').fill('510700.office');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('先建立年度，再开展议题征集').waitFor();
  await page.getByRole('link', { name: '去建立年度' }).waitFor();
  expect(await axe(page)).toEqual([]);
});

test('the year is opened, the first act is taken through its sheet, and a county sees it without asking', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/year');
  await office.getByRole('button', { name: `建立${year}年度` }).click();
  await office.getByRole('link', { name: '议题征集和确定' }).click();
  await office.getByRole('heading', { name: /年度联动监督议题/, level: 1 }).waitFor();

  const county = await pageOf('510703.office');
  await county.goto(`/board/${office.url().split('/').at(-1)}`);
  const cell = county.getByRole('button', { name: /^绵阳，开展议题征集/ });
  await cell.waitFor();
  expect(await cell.innerText()).not.toContain('已完成');

  await office.getByRole('link', { name: '开展议题征集' }).click();
  await office.getByLabel('征集截止日期').fill('');
  await office.getByRole('button', { name: '确认办理' }).click();
  await office.getByText('请选择征集截止日期').waitFor();
  await office.getByLabel('征集截止日期').fill(inDays(20));
  await office.getByText('请选择征集截止日期').waitFor({ state: 'detached' });
  await office.getByText('公告正文没有写明截止日期').waitFor();
  await office.getByRole('checkbox', { name: '社会公众' }).uncheck();
  await office.getByRole('button', { name: '按所填截止日期和对象重写正文' }).click();
  await office.getByText('公告正文没有写明截止日期').waitFor({ state: 'detached' });
  expect(await office.getByLabel('公告正文').inputValue()).toContain('一、征集对象：一府一委两院、各级人大代表。');
  await giveReasons(office);
  await office.getByRole('button', { name: '确认办理' }).click();
  await office.getByText('“开展议题征集”已办理').waitFor();
  await office.getByText(/第\d+号法定行为/).waitFor();

  await cell.filter({ hasText: '已完成' }).waitFor();

  await office.getByRole('link', { name: '查看事项' }).click();
  await office.getByRole('link', { name: '经过' }).click();
  const told = office.getByRole('article', { name: '开展议题征集' });
  await told.getByText(/^征集截止日期：\d+年.*；征集对象：一府一委两院、各级人大代表；公告正文：/).waitFor();
  await told.getByText(/办理；第\d+号法定行为/).waitFor();
});

test('what the rules forbid is read in the list, with its clause, before any click', async () => {
  const office = await pageOf('510700.office', 390);
  await office.goto('/year');
  await office.getByRole('link', { name: '议题征集和确定' }).click();
  await office.getByRole('link', { name: '办理', exact: true }).click();
  const act = office.getByRole('listitem').filter({ hasText: '会商' }).first();
  await act.getByText(/不能办理：.*须先完成“提出初步建议”.*（S1\.3）/).waitFor();
  expect(await act.getByRole('link').count()).toBe(0);
  expect(await axe(office)).toEqual([]);
});

test('a cell of the board explains itself to the keyboard, and the focus comes back', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/board');
  await office.getByRole('link', { name: /年度联动监督议题/ }).click();
  const cell = office.getByRole('button', { name: /^绵阳，提出初步建议/ });
  await cell.focus();
  await office.keyboard.press('Enter');
  const explained = office.getByRole('dialog', { name: '绵阳：提出初步建议' });
  await explained.getByText(/分别提出下一年度联动监督议题的初步建议/).waitFor();
  await explained.getByText('起算').or(explained.getByText('规则')).first().waitFor();
  await explained.getByRole('link', { name: '去办理' }).waitFor();
  expect(await axe(office)).toEqual([]);
  await office.keyboard.press('Escape');
  await explained.waitFor({ state: 'hidden' });
  await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
});

async function fillMeeting(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '主持人' }).click();
  await page.keyboard.press('Enter');
  await page
    .getByRole('group', { name: '出席人员' })
    .getByRole('button', { name: /^全部到会/ })
    .click();
}

/** The office takes its entry back and fills it in again from what it said; the chairperson's open queue follows. */
async function enterAnew(office: Page): Promise<void> {
  const queue = await pageOf('510700.chair', 390);
  await queue.goto('/confirmations');
  await queue.getByRole('article', { name: '确定常委会会议会期' }).waitFor();
  await office.goto('/confirmations');
  await office.getByRole('button', { name: '撤回', exact: true }).click();
  await office.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await office.getByText('没有等待确认的决定').waitFor();
  await queue.getByText('没有等待确认的决定').waitFor();
  await office.getByText('已撤回', { exact: true }).first().click();
  await office.getByRole('article').waitFor();
  expect(await axe(office)).toEqual([]);
  await office.getByRole('link', { name: '改好后重新登记' }).click();
  await expect.poll(() => office.getByLabel('会议名称').first().inputValue()).toBe('第四十六次会议');
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office.getByText('“确定常委会会议会期”已登记，待确认').waitFor();
  await queue.getByRole('article', { name: '确定常委会会议会期' }).waitFor();
}

test('a collective decision counts once a chairperson confirms it; a sitting moves after its change set was seen', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/year');
  await office.getByRole('link', { name: '议题征集和确定' }).click();
  await office.getByRole('link', { name: '办理', exact: true }).click();
  await office.getByRole('link', { name: '确定常委会会议会期' }).click();
  await office.getByLabel('会议名称').first().fill('第四十六次会议');
  await office.getByLabel('召开日期').fill(inDays(40));
  await office.getByLabel('闭会日期').fill(inDays(41));
  await fillMeeting(office);
  await giveReasons(office);
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office.getByText('“确定常委会会议会期”已登记，待确认').waitFor();
  await enterAnew(office);
  await confirmAsChair('确定常委会会议会期');

  await office.goto('/sessions');
  await office.getByRole('link', { name: '第四十六次会议' }).click();
  await office.getByRole('link', { name: '会议改期' }).click();
  await office.getByLabel('开会日期').fill(inDays(50));
  await office.getByLabel('闭会日期').fill(inDays(51));
  await office.getByRole('button', { name: '查看变动' }).click();
  await office
    .getByRole('table', { name: /日期变动/ })
    .getByText('推后10天')
    .first()
    .waitFor();
  expect(await axe(office)).toEqual([]);
  await office.getByRole('button', { name: '写明理由' }).click();
  await office.getByLabel('改期理由').fill('与上级会议时间冲突。');
  await fillMeeting(office);
  await giveReasons(office);
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office.getByText('“会议改期”已登记，待确认').waitFor();
  await confirmAsChair('会议改期');

  await office.goto('/sessions');
  await office.getByRole('link', { name: '第四十六次会议' }).click();
  await office.getByText('与上级会议时间冲突').waitFor();
});

/** Tables that hide columns behind a sideways scroll. */
function scrollingSideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main section')]
      .filter((region) => region.scrollWidth > region.clientWidth + 1)
      .map((region) => `${region.className} ${region.scrollWidth} > ${region.clientWidth}`),
  );
}

test.each([1440, 390] as const)(
  'every page at %i pixels keeps its width, has one main and no serious finding',
  async (width) => {
    const page = await pageOf('510700.office', width);
    for (const path of [
      '/',
      '/board',
      '/year',
      '/topics',
      '/sessions',
      '/confirmations',
      '/packages',
      '/notices',
      '/me',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => page.getByRole('status', { name: '正在载入' }).count(), { timeout: 15_000 }).toBe(0);
      expect(await page.getByRole('main').count(), path).toBe(1);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        path,
      ).toBe(0);
      expect(await scrollingSideways(page), path).toEqual([]);
      expect(await axe(page), path).toEqual([]);
    }
    expect(story.browser.pageErrors).toEqual([]);
  },
);
