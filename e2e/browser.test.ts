import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, screenshot, type TestBrowser } from './browser.ts';

const document = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>联督</title></head>
<body><main><h1>市县联动监督 十个常委会进程一览</h1><p style="font-weight:700">绵阳市人大常委会：江油、三台、盐亭、梓潼、北川、平武</p>
<p style="font-family:serif">审议意见 <b>专项工作报告</b> 2026年11月24日 <code>S2.2</code></p></main></body></html>`;

let server: Server;
let browser: TestBrowser;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/bad' ? document.replace('<p', '<img src="x.png"><p') : document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test.each([1440, 390] as const)('Chinese text is drawn in glyphs at %i pixels', async (width) => {
  const page = await browser.newPage({ width, baseUrl });
  await page.goto('/');
  await screenshot(page, `glyphs-${width}`);
  // Missing glyphs are all the same box.
  const drawings = await page.evaluate(() =>
    ['监', '督', '审', '议'].map((character) => {
      const canvas = window.document.createElement('canvas');
      const pen = canvas.getContext('2d');
      if (pen === null) return '';
      pen.font = '40px sans-serif';
      pen.fillText(character, 10, 60);
      return canvas.toDataURL();
    }),
  );
  expect(new Set(drawings).size).toBe(4);
});

test('a picture without a text is a serious finding, a plain page has none', async () => {
  const page = await browser.newPage({ baseUrl });
  await page.goto('/');
  expect(await axe(page)).toEqual([]);
  await page.goto('/bad');
  expect(await axe(page)).toEqual([expect.stringContaining('image-alt')]);
});

test('two pages share no cookie', async () => {
  const [one, other] = [await browser.newPage({ baseUrl }), await browser.newPage({ baseUrl })];
  await one.context().addCookies([{ name: 'liandu_sign_in', value: 'x', url: baseUrl }]);
  expect(await other.context().cookies()).toEqual([]);
});
