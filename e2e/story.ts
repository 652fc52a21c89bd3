import type { Locator, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openBrowser, type TestBrowser, type Width } from './browser.ts';
import { type Beginning, type Product, postTo, signIn, startProduct } from './product.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the declared one.
  interface ProvidedContext {
    prepared: string;
  }
}

/** A running product and a browser before it, for the tests of one file. Reading either before the hooks have run throws. */
export type Story = {
  readonly product: Product;
  readonly browser: TestBrowser;
  /** A page of its own that nobody is signed in to. */
  newPage: (width?: Width) => Promise<Page>;
  /** A page of its own, signed in. */
  pageOf: (login: string, width?: Width) => Promise<Page>;
  /** What the API answers to a command of the page's account, a refusal as well as a success. `path` follows `/api`. */
  post: <Answer>(page: Page, path: string, data: object) => Promise<Answer>;
  /** The topics of that name that the account sees, the latest year first. */
  topicsNamed: (page: Page, name: string) => Promise<readonly string[]>;
  /** The city's chairperson confirms, on a phone, the entered act of this title. */
  confirmAsChair: (title: string) => Promise<void>;
};

/** Starts the product and the browser before the tests of the calling file and stops them after. */
export function startStory(beginning: Beginning): Story {
  let product: Product | undefined;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(beginning, inject('prepared')), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const story: Story = {
    get product() {
      return started(product);
    },
    get browser() {
      return started(browser);
    },
    newPage: (width = 1440) => story.browser.newPage({ width, baseUrl: story.product.url }),
    pageOf: async (login, width) => {
      const page = await story.newPage(width);
      await signIn(page, story.product, login);
      return page;
    },
    post: (page, path, data) => postTo(story.product.url, page, path, data),
    topicsNamed: async (page, name) => {
      const answer = await page.request.get(`${story.product.url}/api/cases?kind=topic`);
      const { cases } = (await answer.json()) as { cases: { id: string; name: string; year: number }[] };
      const named = cases.filter((topic) => topic.name === name).toSorted((one, other) => other.year - one.year);
      return named.map(({ id }) => id);
    },
    confirmAsChair: async (title) => {
      const chair = await story.pageOf('510700.chair', 390);
      await chair.goto('/confirmations');
      await confirmEntry(chair, chair.getByRole('article', { name: title }));
    },
  };
  return story;
}

/** Whether something is the answer to a command sent to that path. */
export function isPostTo(path: string | RegExp) {
  return (response: Response): boolean => {
    const { pathname } = new URL(response.url());
    return response.request().method() === 'POST' && (path instanceof RegExp ? path.test(pathname) : pathname === path);
  };
}

/** Does something on the page and gives what the server answered to the page's own request. Throws with a refusal's text. */
export async function answered(page: Page, path: string | RegExp, act: () => Promise<void>): Promise<unknown> {
  const [response] = await Promise.all([page.waitForResponse(isPostTo(path)), act()]);
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}

/** Confirms one entry of the open queue, reads its number off the screen and gives the server's answer. Throws with a refusal's text. */
export async function confirmEntry(page: Page, entry: Locator): Promise<{ seq: number }> {
  await openPapers(entry);
  await entry.getByRole('button', { name: '确认' }).click();
  const sure = page.getByRole('dialog').getByRole('button', { name: '确认' });
  // Its schema is the contract's.
  const outcome = (await answered(page, /^\/api\/entered-acts\/[^/]+\/confirmation$/, () => sure.click())) as {
    seq: number;
  };
  await page.getByText(`已确认，第${outcome.seq}号法定行为`).waitFor();
  return outcome;
}

/** Opens the papers of an entry one by one, as nobody confirms what he has not read. */
export async function openPapers(entry: Locator): Promise<void> {
  await entry.getByRole('region', { name: '会议决定的材料' }).waitFor();
  await entry.getByText('正在载入材料').waitFor({ state: 'detached' });
  const closed = entry.locator('details.paper:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** A rule in principle may ask for reasons, depending on the day the test runs: gives one wherever the open sheet asks. */
export async function giveReasons(page: Page): Promise<void> {
  for (const field of await page.getByLabel(/^理由（/).all()) await field.fill('示例：浏览器测试的理由');
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The story has not begun.');
  return thing;
}

/** The name under which what a button gives is saved. */
export async function savedName(page: Page, button: Locator): Promise<string> {
  const saved = page.waitForEvent('download');
  await button.click();
  return (await saved).suggestedFilename();
}
