import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser, type Width } from '../e2e/browser.ts';
import { tours } from '../src/contract/tours.ts';
import { type Deed, type Picture, pictures } from './guide-pictures.ts';

/**
 * Takes the pictures of docs/guide: starts the demo in a directory of its own and throws it away afterwards; with `--url` a demo that runs,
 * which is then only looked at. Names after the options are the only pictures taken.
 */
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'guide', 'images');
/** Of src/server/cli/demo.ts: known to everybody, of people who do not exist. */
const password = '联动-演示-2026';
const heights = { 1440: 900, 390: 844 } satisfies Record<Width, number>;
/** A page of the guide stays light: bytes of one picture. */
const heaviest = 200_000;

type Demo = { url: string; stop: () => Promise<void> };

async function startDemo(): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), 'liandu-guide-'));
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'cli', 'demo.ts')], {
    env: { ...process.env, LIANDU_DATA: data, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGINT');
    await exited;
    await rm(data, { recursive: true, force: true });
  };
  let output = '';
  child.stdout.setEncoding('utf8');
  const url = await new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (text: string) => {
      output += text;
      const address = /演示已启动：(http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.on('exit', () => resolve(undefined));
  });
  if (url !== undefined) return { url, stop };
  await stop();
  throw new Error(`The demo has not started:\n${output}`);
}

/** One page per account and width: an account signs in once. */
function pagesOf(browser: TestBrowser, url: string) {
  const pages = new Map<string, Page>();
  return async ({ login, width }: Picture): Promise<Page> => {
    const key = `${login} ${width}`;
    const page = pages.get(key) ?? (await browser.newPage({ width, baseUrl: url }));
    if (login !== undefined && !pages.has(key)) {
      const answer = await page.request.post('/api/sign-in', { data: { login, password }, headers: { origin: url } });
      if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()} ${await answer.text()}`);
      // The pictures show the pages, not the way round at the first visit.
      await page.request.put('/api/me/tours', { data: { tours }, headers: { origin: url } });
    }
    pages.set(key, page);
    return page;
  };
}

/** `{topic 名称}` and `{year 2027}` become ids of what the account may see. */
async function addressOf(page: Page, address: string): Promise<string> {
  const [whole, kind, wanted] = /\{(topic|year) ([^}]+)\}/.exec(address) ?? [];
  if (whole === undefined) return address;
  const answer = await page.request.get('/api/cases');
  const { cases } = (await answer.json()) as { cases: { id: string; kind: string; name: string; year: number }[] };
  const found = cases.find((one) => one.kind === kind && (one.name === wanted || String(one.year) === wanted));
  if (found === undefined) throw new Error(`The demo has no ${kind} ${wanted}`);
  return address.replace(whole, found.id);
}

/** Everything loaded: a heading stands, nothing says that it is loading. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const loading = page.locator('[aria-label="正在载入"], .ant-skeleton, .ant-spin-spinning');
  for (let quiet = 0; quiet < 3; ) {
    await page.waitForTimeout(200);
    quiet = (await loading.count()) === 0 ? quiet + 1 : 0;
  }
}

async function act(page: Page, deed: Deed): Promise<void> {
  if ('click' in deed)
    return page
      .getByRole(deed.as ?? 'button', { name: deed.click })
      .first()
      .click();
  if ('open' in deed) return page.locator('summary', { hasText: deed.open }).first().click();
  if ('fill' in deed) return page.getByLabel(deed.fill).first().fill(dayIn(deed.with));
  if ('choose' in deed) {
    await page.getByRole('combobox', { name: deed.choose }).first().click();
    return page.locator('.ant-select-item-option', { hasText: deed.option }).first().click();
  }
  if ('scrollTo' in deed) return scrollTo(page, deed.scrollTo);
  return page.getByText(deed.waitFor).first().waitFor();
}

function dayIn(text: string): string {
  const days = /^\{in (\d+) days\}$/.exec(text)?.[1];
  // In China, where the demo's people sit.
  const later = Date.now() + (Number(days) * 24 + 8) * 3_600_000;
  return days === undefined ? text : new Date(later).toISOString().slice(0, 10);
}

/** To the top of the window, as far as the page goes. */
async function scrollTo(page: Page, text: string): Promise<void> {
  const found = page.getByText(text, { exact: true }).first();
  await found.waitFor();
  const box = await found.boundingBox();
  if (box !== null) await page.mouse.wheel(0, box.y - 120);
}

async function take(page: Page, picture: Picture): Promise<number> {
  await page.setViewportSize({ width: picture.width, height: picture.height ?? heights[picture.width] });
  await page.goto(await addressOf(page, picture.page));
  await settled(page);
  for (const deed of picture.deeds ?? []) await act(page, deed);
  await settled(page);
  const path = join(folder, `${picture.name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  for (const deed of picture.after ?? []) await act(page, deed);
  const { size } = await stat(path);
  if (size > heaviest) throw new Error(`${picture.name}.png has ${size} bytes: take a lower window`);
  return size;
}

async function takeAll(url: string, wanted: readonly Picture[]): Promise<void> {
  // Date fields are written as the language of the program, not of the page, has them.
  Object.assign(process.env, { LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' });
  const browser = await openBrowser();
  try {
    const pageOf = pagesOf(browser, url);
    for (const picture of wanted) {
      const size = await take(await pageOf(picture), picture);
      console.log(`${picture.name}.png ${Math.round(size / 1000)} kB`);
    }
    if (browser.pageErrors.length > 0) throw new Error(browser.pageErrors.join('\n'));
  } finally {
    await browser.close();
  }
}

const { values, positionals } = parseArgs({ options: { url: { type: 'string' } }, allowPositionals: true });
const named = pictures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
await mkdir(folder, { recursive: true });
if (values.url === undefined) {
  const demo = await startDemo();
  try {
    await takeAll(demo.url, named);
  } finally {
    await demo.stop();
  }
} else {
  await takeAll(
    values.url,
    named.filter(({ changes }) => changes === undefined),
  );
}
