import type { Page } from 'playwright-core';

/** A page as somebody opens it, and what he then does there. */
export type Visit = {
  name: string;
  login: string;
  path: string;
  /** Stands on the page once it shows what it is for. */
  shows: (page: Page) => Promise<unknown>;
  deeds: readonly ((page: Page) => Promise<unknown>)[];
};

/** What travelled, until when the largest thing was painted, the slowest answer to a click or key, and how much stands on the page. */
export type Measured = { kilobytes: number; firstLoad: number; interaction: number; elements: number };

const slowedBy = 4;

/** Opens a page with an empty cache on a slowed CPU and acts on it. */
export async function measureVisit(page: Page, { path, shows, deeds }: Visit): Promise<Measured> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  await page.addInitScript({ content: observe });
  await page.goto(path);
  await shows(page);
  // What comes after the main thing (counts in the menu, say) still travels and paints.
  await page.waitForTimeout(1_500);
  const kilobytes = bytes / 1_000;
  const firstLoad = Number(await page.evaluate('benchFigures.largestPaint'));
  const elements = Number(await page.evaluate('document.querySelectorAll("*").length'));
  for (const deed of deeds) {
    await deed(page);
    await page.waitForTimeout(300);
  }
  const interaction = Number(await page.evaluate('benchFigures.slowestEvent'));
  return { kilobytes, firstLoad, interaction, elements };
}

/** Runs in the browser before anything else: what it says of itself is written where it can be read. Shorter than 16 ms is not told. */
const observe = `
  const figures = (window.benchFigures = { largestPaint: 0, slowestEvent: 0 });
  const watch = (options, name, figureOf) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) figures[name] = Math.max(figures[name], figureOf(entry));
    }).observe({ buffered: true, ...options });
  watch({ type: 'largest-contentful-paint' }, 'largestPaint', ({ startTime }) => startTime);
  watch({ type: 'event', durationThreshold: 16 }, 'slowestEvent', ({ duration }) => duration);
`;
