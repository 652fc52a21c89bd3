import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { signIn } from './product.ts';
import { startStory } from './story.ts';

/** A city with one county, in the middle of research on a topic. */
const story = startStory({ withPeople: 'one-county', told: 'findings' });
const { pageOf } = story;
let topic: string;

beforeAll(async () => {
  const page = await pageOf('519900.office');
  [topic = ''] = await story.topicsNamed(page, '城区停车管理');
}, 180_000);

/** A busy machine starts a server, or a page, no faster. */
const slow = { timeout: 30_000 };
const fieldNotes = () => `/cases/${topic}/field-notes`;
const waiting = (page: Page) => page.getByRole('list', { name: '待发送' }).getByRole('listitem');
const arrived = (page: Page) => page.getByRole('list', { name: '已送达' }).getByRole('listitem');

/** A picture larger than what is sent, as a camera makes it. */
async function pictureFrom(page: Page): Promise<Buffer> {
  const text = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 2400, height: 1200 });
    canvas.getContext('2d')?.fillRect(100, 100, 900, 700);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(text, 'base64');
}

async function write(
  page: Page,
  { place, text, photo }: { place: string; text: string; photo?: Buffer },
): Promise<void> {
  // A long list shows a part of itself: whoever looks for a place types.
  await page.getByRole('combobox', { name: '地点' }).fill(place);
  await page.locator('.ant-select-item-option', { hasText: place }).first().click();
  if (place === '其他地点') await page.getByLabel('具体地点').fill('停车场东门');
  await page.getByLabel('记录内容').fill(text);
  if (photo !== undefined) {
    await page.getByLabel('拍照').setInputFiles({ name: 'camera.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('img', { name: '照片1', exact: true }).waitFor();
  }
  await page.getByRole('button', { name: '保存记录' }).click();
  await waiting(page).filter({ hasText: text }).waitFor();
}

test('notes and a photo taken offline arrive once after reconnecting, the server killed in between', async () => {
  const { product } = story;
  const phone = await pageOf('519900.committee4', 390);
  await phone.goto(`/cases/${topic}`);
  await phone.getByRole('link', { name: '现场记录' }).click();
  await phone.getByText('断网也能打开本页。').waitFor();
  expect(await axe(phone)).toEqual([]);
  const photo = await pictureFrom(phone);

  await phone.context().setOffline(true);
  await product.kill();
  await phone.reload();
  await phone.getByRole('heading', { name: '现场记录', level: 1 }).waitFor();
  await write(phone, { place: '其他地点', text: '入口被占用。\n村民反映已有半年。', photo });
  await write(phone, { place: '示例一', text: '收费公示牌缺失。' });
  await phone.getByRole('heading', { name: '待发送（2条）' }).waitFor();
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'field-notes-waiting-390');
  // What waits outlives the page, and so does what is half written: a phone may end it behind its camera.
  await phone.getByLabel('记录内容').fill('写到一半');
  await phone.waitForTimeout(1_000);
  await phone.reload();
  await phone.getByRole('heading', { name: '待发送（2条）' }).waitFor();
  expect(await phone.getByLabel('记录内容').inputValue()).toBe('写到一半');

  // The network is back before the server is.
  await phone.context().setOffline(false);
  await phone.getByText('还连不上服务器').waitFor();
  await product.restart();
  // The server saves the first note and is gone before the phone hears of it.
  let saved = 0;
  await phone.route('**/field-notes/*', async (route) => {
    saved += 1;
    if (saved > 1) return route.continue();
    await route.fetch();
    await product.kill();
    return route.abort();
  });
  await phone.getByRole('button', { name: '立即发送' }).click();
  await expect.poll(() => saved, slow).toBe(1);
  await phone.getByText('还连不上服务器').waitFor();
  await product.restart();
  await phone.getByRole('button', { name: '立即发送' }).click();
  await expect.poll(() => arrived(phone).count(), slow).toBe(2);
  expect(await waiting(phone).count()).toBe(0);
  for (const text of ['入口被占用', '收费公示牌缺失']) {
    const note = arrived(phone).filter({ hasText: text });
    expect(await note.count()).toBe(1);
    expect(await note.innerText()).toMatch(/回执编号 调研\d{8}-000[12]/);
  }
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'field-notes-arrived-390');
});

test('the office reads them at its desk, the photo small enough; the county’s own people see none of them', async () => {
  const office = await pageOf('519900.office');
  await office.goto(fieldNotes());
  await arrived(office).first().waitFor();
  expect(await arrived(office).count()).toBe(2);
  const picture = office.getByRole('img', { name: '照片1' });
  await picture.scrollIntoViewIfNeeded();
  const sizeOf = () => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(sizeOf, slow).toEqual([1600, 800]);
  expect(await axe(office)).toEqual([]);
  await screenshot(office, 'field-notes-1440');

  const county = await pageOf('519921.office');
  await county.goto(fieldNotes());
  await county.getByText('还没有现场记录').waitFor();
});

test('the lead committee records a finding with a note’s own words and place', async () => {
  const clerk = await pageOf('519900.committee4');
  await clerk.goto(fieldNotes());
  const note = arrived(clerk).filter({ hasText: '收费公示牌缺失' });
  await note.getByRole('link', { name: '据此登记发现问题' }).click();
  await expect.poll(() => clerk.getByLabel('问题', { exact: true }).inputValue(), slow).toBe('收费公示牌缺失');
  expect(await clerk.getByLabel('具体情况').inputValue()).toBe('收费公示牌缺失。');
  await clerk.getByText('示例一').first().waitFor();
});

test('whoever signs out leaves nothing to open; what was not sent waits for its author alone', async () => {
  const phone = await pageOf('519900.committee4', 390);
  await phone.goto(fieldNotes());
  await phone.getByText('断网也能打开本页。').waitFor();
  await phone.route('**/field-notes/*', (route) => route.abort());
  await write(phone, { place: '示例一', text: '尚未送达的一条。' });
  await phone.getByRole('button', { name: /试用/ }).click();
  await phone.getByRole('button', { name: '退出登录' }).click();
  await phone.getByRole('heading', { name: '登录', level: 1 }).waitFor();
  await phone.context().setOffline(true);
  await phone.goto(fieldNotes());
  await phone.getByText('无法连接服务器').first().waitFor();
  expect(await phone.getByText('尚未送达的一条').count()).toBe(0);

  await phone.context().setOffline(false);
  await phone.unroute('**/field-notes/*');
  await signIn(phone, story.product, '519900.office');
  await phone.goto(fieldNotes());
  await arrived(phone).first().waitFor();
  expect(await phone.getByText('尚未送达的一条').count()).toBe(0);

  await signIn(phone, story.product, '519900.committee4');
  await phone.goto(fieldNotes());
  await arrived(phone).filter({ hasText: '尚未送达的一条' }).waitFor();
  expect(await phone.getByText('尚未送达的一条').count()).toBe(1);
});

test('the browser keeps the shell of this one page: no answer of the API, no other page', async () => {
  const { product } = story;
  const phone = await pageOf('519900.committee4', 390);
  await phone.goto(fieldNotes());
  await phone.getByText('断网也能打开本页。').waitFor();
  const kept = await phone.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith('/assets/')).toSorted()).toEqual(['/emblem.svg', '/index.html']);
  await product.kill();
  for (const address of ['/', `/cases/${topic}`, '/sign-in']) {
    // In a tab of its own: one that shows the browser's words for a dead server may interrupt the next address.
    const tab = await phone.context().newPage();
    await expect(tab.goto(address), address).rejects.toThrow('net::ERR_');
    await tab.close();
  }
  await phone.goto(fieldNotes());
  await phone.getByRole('heading', { name: '现场记录', level: 1 }).waitFor();
  await product.restart();
  expect(story.browser.pageErrors).toEqual([]);
});
