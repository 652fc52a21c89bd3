import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, type TestBrowser, type Width } from './browser.ts';
import { type Product, signIn, startProduct } from './product.ts';

let product: Product;
let browser: TestBrowser;
let sheet: string;
const year = new Date().getFullYear() + 1;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ withPeople: true }), openBrowser()]);
  const page = await deskOf('510700.office');
  const answer = await page.request.post(`${product.url}/api/years`, {
    headers: { origin: product.url },
    data: { year },
  });
  const { caseId } = (await answer.json()) as { caseId: string };
  sheet = `/cases/${caseId}/acts/open-solicitation`;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function deskOf(login: string, width: Width = 1440): Promise<Page> {
  const page = await browser.newPage({ width, baseUrl: product.url });
  await signIn(page, product, login);
  return page;
}

const notice = (page: Page) => page.getByLabel('征集通知');
const saved = (page: Page) => page.getByText(/草稿已于.*保存/).waitFor();

test('a form half filled in survives a reload and another computer, and is found again from my work', async () => {
  const desk = await deskOf('510700.office');
  await desk.goto(sheet);
  await notice(desk).fill('请各方面提出建议。');
  await saved(desk);
  await desk.reload();
  await desk.getByText(/已恢复.*保存的草稿/).waitFor();
  expect(await notice(desk).inputValue()).toBe('请各方面提出建议。');
  expect(await axe(desk)).toEqual([]);

  const phone = await deskOf('510700.office', 390);
  await phone.goto('/');
  const unfinished = phone.getByRole('region', { name: /继续填写/ });
  await unfinished.getByRole('link', { name: '开展议题征集' }).click();
  await expect.poll(() => notice(phone).inputValue()).toBe('请各方面提出建议。');
  expect(await axe(phone)).toEqual([]);
});

test('two who fill in the same form lose nothing: apart it is merged, at the same place they choose', async () => {
  const [one, other] = [await deskOf('510700.office'), await deskOf('510700.office')];
  await Promise.all([one.goto(sheet), other.goto(sheet)]);
  await Promise.all([notice(one).waitFor(), notice(other).waitFor()]);
  await one.getByRole('checkbox', { name: '一府一委两院' }).check();
  await saved(one);
  await notice(other).fill('请各方面在年底前提出建议。');
  await other.getByText(/已与.*保存的内容合并/).waitFor();
  expect(await other.getByRole('checkbox', { name: '一府一委两院' }).isChecked()).toBe(true);
  await saved(other);

  await notice(one).fill('另一种写法。');
  await one.getByText('同时修改了以下内容').waitFor();
  await one.getByText('请各方面在年底前提出建议。').waitFor();
  expect(await axe(one)).toEqual([]);
  await one
    .getByRole('button', { name: /^采用.*填写的$/ })
    .last()
    .click();
  await expect.poll(() => notice(one).inputValue()).toBe('请各方面在年底前提出建议。');
});

test('what is typed without a network is kept in this browser and saved when it is back', async () => {
  const desk = await deskOf('510700.office');
  await desk.goto(sheet);
  await notice(desk).waitFor();
  await desk.context().setOffline(true);
  await notice(desk).fill('断网时填写的内容。');
  await desk.getByText(/内容保存在本机/).waitFor();
  await desk.context().setOffline(false);
  await desk.reload();
  await desk.getByText('已恢复本机上次没有保存到服务器的内容').waitFor();
  expect(await notice(desk).inputValue()).toBe('断网时填写的内容。');
  await notice(desk).fill('断网时填写的内容，已经连上。');
  await saved(desk);
});

test('a draft that is given up is gone everywhere', async () => {
  const desk = await deskOf('510700.office');
  await desk.goto(sheet);
  await desk.getByRole('button', { name: '放弃草稿' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await expect.poll(() => notice(desk).inputValue()).toBe('');
  await desk.reload();
  await notice(desk).waitFor();
  expect(await notice(desk).inputValue()).toBe('');
  expect(browser.pageErrors).toEqual([]);
});
