import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { password } from './product.ts';
import { giveReasons, startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf, post } = story;
let sheet: string;
const year = new Date().getFullYear() + 1;

beforeAll(async () => {
  const page = await pageOf('510700.office');
  const { caseId } = await post<{ caseId: string }>(page, '/years', { year });
  sheet = `/cases/${caseId}/acts/open-solicitation`;
});

const notice = (page: Page) => page.getByLabel('公告正文');
const saved = (page: Page) => page.getByText(/草稿已于.*保存/).waitFor();

test('a form half filled in survives a reload and another computer, and is found again from my work', async () => {
  const desk = await pageOf('510700.office');
  await desk.goto(sheet);
  await notice(desk).fill('请各方面提出建议。');
  await saved(desk);
  await desk.reload();
  await desk.getByText(/已恢复.*保存的草稿/).waitFor();
  expect(await notice(desk).inputValue()).toBe('请各方面提出建议。');
  expect(await axe(desk)).toEqual([]);

  const phone = await pageOf('510700.office', 390);
  await phone.goto('/');
  const unfinished = phone.getByRole('region', { name: /继续填写/ });
  await unfinished.getByRole('link', { name: '开展议题征集' }).click();
  await expect.poll(() => notice(phone).inputValue(), { timeout: 15_000 }).toBe('请各方面提出建议。');
  expect(await axe(phone)).toEqual([]);
});

test('two who fill in the same form lose nothing: apart it is merged, at the same place they choose', async () => {
  const [one, other] = [await pageOf('510700.office'), await pageOf('510700.office')];
  await Promise.all([one.goto(sheet), other.goto(sheet)]);
  await Promise.all([notice(one).waitFor(), notice(other).waitFor()]);
  await one.getByRole('checkbox', { name: '社会公众' }).uncheck();
  await saved(one);
  await notice(other).fill('请各方面在年底前提出建议。');
  await other.getByText(/已与.*保存的内容合并/).waitFor();
  expect(await other.getByRole('checkbox', { name: '社会公众' }).isChecked()).toBe(false);
  await saved(other);

  await notice(one).fill('另一种写法。');
  await one.getByText('同时修改了以下内容').waitFor();
  await one.getByText('请各方面在年底前提出建议。').waitFor();
  expect(await axe(one)).toEqual([]);
  await one
    .getByRole('button', { name: /^采用.*填写的$/ })
    .last()
    .click();
  await expect.poll(() => notice(one).inputValue(), { timeout: 15_000 }).toBe('请各方面在年底前提出建议。');
});

/** Types a notice while cut off, and leaves the page before the network is back. */
async function typeOffline(desk: Page, text: string): Promise<void> {
  await desk.goto(sheet);
  await notice(desk).waitFor();
  await desk.context().setOffline(true);
  await notice(desk).fill(text);
  await desk.getByText(/内容保存在本机/).waitFor();
  await desk.goto('about:blank');
  await desk.context().setOffline(false);
}

test('what is typed without a network is kept in this browser and saved when it is back', async () => {
  const desk = await pageOf('510700.office');
  await desk.goto(sheet);
  await notice(desk).waitFor();
  await desk.context().setOffline(true);
  await notice(desk).fill('断网时填写的内容。');
  await desk.getByText(/内容保存在本机/).waitFor();
  await desk.context().setOffline(false);
  await saved(desk);

  await typeOffline(desk, '断网时填写的内容，离开了这一页。');
  await desk.goto(sheet);
  await expect.poll(() => notice(desk).inputValue(), { timeout: 15_000 }).toBe('断网时填写的内容，离开了这一页。');
  await saved(desk);
});

test('what a colleague saved while one was cut off stays: apart it is merged, at the same place they choose', async () => {
  const [one, other] = [await pageOf('510700.office'), await pageOf('510700.office')];
  await typeOffline(one, '断网的人写的通知。');
  await other.goto(sheet);
  await other.getByRole('checkbox', { name: '社会公众' }).check();
  await saved(other);
  await one.goto(sheet);
  await expect.poll(() => notice(one).inputValue(), { timeout: 15_000 }).toBe('断网的人写的通知。');
  expect(await one.getByRole('checkbox', { name: '社会公众' }).isChecked()).toBe(true);
  await saved(one);

  await typeOffline(one, '断网的人又改了通知。');
  await other.goto(sheet);
  await notice(other).fill('同事改了通知。');
  await saved(other);
  for (const opening of ['first', 'again']) {
    await one.goto(sheet);
    await one.getByText('同时修改了以下内容').waitFor();
    expect(await one.getByText('同事改了通知。').count(), opening).toBe(1);
    expect(await notice(one).inputValue(), opening).toBe('断网的人又改了通知。');
  }
  await one.getByRole('button', { name: '采用我填写的' }).click();
  await saved(one);
  await other.goto(sheet);
  await expect.poll(() => notice(other).inputValue(), { timeout: 15_000 }).toBe('断网的人又改了通知。');
});

test('an act that could not be sent is said not to be, and is not taken later behind the person who has gone on', async () => {
  const desk = await pageOf('510700.office');
  await desk.goto(sheet);
  await notice(desk).fill('请提出明年的建议。');
  await desk.getByLabel('征集截止日期').fill(`${year - 1}-12-20`);
  for (const invited of ['一府一委两院', '各级人大代表']) {
    await desk.getByRole('checkbox', { name: invited }).setChecked(true);
  }
  await giveReasons(desk);
  await saved(desk);
  await desk.context().setOffline(true);
  await desk.getByRole('button', { name: '确认办理' }).click();
  await desk.getByText('无法连接服务器，请检查网络后重试').waitFor();
  expect(await axe(desk)).toEqual([]);
  await desk.getByRole('link', { name: '我的工作' }).click();
  await desk.context().setOffline(false);
  // Whatever might be sent now that the network is back has been sent by the time the page itself asks again.
  await desk.goto(sheet);
  await desk.getByRole('button', { name: '确认办理' }).waitFor();
  expect(await notice(desk).inputValue()).toBe('请提出明年的建议。');
});

test('whoever was signed out while typing is told so, signs in again and finds what was typed', async () => {
  const desk = await pageOf('510700.office');
  await desk.goto(sheet);
  await notice(desk).waitFor();
  await desk.context().clearCookies();
  await notice(desk).fill('登录失效以后填写的内容。');
  await desk.getByText('登录已失效，填写的内容保存在本机').waitFor();
  await desk.getByRole('link', { name: '重新登录' }).click();
  await desk.getByLabel('登录名').fill('510700.office');
  await desk.getByLabel('密码', { exact: true }).fill(password);
  await desk.getByRole('button', { name: '登录' }).click();
  await expect.poll(() => notice(desk).inputValue(), { timeout: 15_000 }).toBe('登录失效以后填写的内容。');
  await saved(desk);
});

test('a draft that is given up is gone everywhere', async () => {
  const desk = await pageOf('510700.office');
  await desk.goto(sheet);
  await desk.getByRole('button', { name: '放弃草稿' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  const untouched = new RegExp(`^为做好${year}年度联动监督议题的确定工作`);
  await expect.poll(() => notice(desk).inputValue(), { timeout: 15_000 }).toMatch(untouched);
  await desk.reload();
  await notice(desk).waitFor();
  expect(await notice(desk).inputValue()).toMatch(untouched);
  expect(story.browser.pageErrors).toEqual([]);
});
