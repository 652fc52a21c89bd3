import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** 1440: a desk; 390: a phone, with touch. */
export type Width = 1440 | 390;

export type TestBrowser = {
  /** A page of its own: no cookie is shared with any other page, so several accounts can act side by side. */
  newPage: (options?: { width?: Width; baseUrl?: string }) => Promise<Page>;
  /** Uncaught errors of all pages so far: a story ends by finding none. */
  pageErrors: readonly string[];
  /** Ends the browser and every page. Safe to call twice. */
  close: () => Promise<void>;
};

const heights = { 1440: 900, 390: 844 } satisfies Record<Width, number>;

/** Starts a headless Chromium with Chinese glyphs. Throws when it does not start within 30 s. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--headless=shell', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...definedOnly(process.env), ...env },
    timeout: 30_000,
  });
  const pageErrors: string[] = [];
  return {
    pageErrors,
    newPage: async ({ width = 1440, baseUrl } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: heights[width] },
        isMobile: width === 390,
        hasTouch: width === 390,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => pageErrors.push(`${page.url()}: ${error.stack ?? error.message}`));
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * Writes test-results/<name>.png of the whole page, for whoever wants to look: with LIANDU_SCREENSHOTS=1 in the environment. A run that only
 * guards a release spends no time on pictures that nobody opens.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.LIANDU_SCREENSHOTS !== '1') return;
  const folder = join(import.meta.dirname, '..', 'test-results');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
