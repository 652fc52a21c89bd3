import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: 'many-counties' });
const { pageOf } = story;
let yearId: string;

beforeAll(async () => {
  const office = await pageOf('519900.office');
  yearId = (await story.post<{ caseId: string }>(office, '/years', { year: new Date().getFullYear() })).caseId;
});

/** How far the page, and what scrolls within it, goes beyond its width. */
function overflow(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.table-scroll, .board-scroll')].map(
      (frame) => frame.scrollWidth - frame.clientWidth,
    ),
  );
}

test.each([1440, 390] as const)(
  'twenty-six counties stand on one screen without scrolling sideways at %d px',
  async (width) => {
    const office = await pageOf('519900.office', width);
    await office.goto('/board');
    const tiles = office.getByRole('region', { name: '县域示意图' });
    await tiles.waitFor();
    expect(await tiles.getByRole('button').count()).toBe(27);
    await office.getByText('县（市、区），共26个').waitFor();
    expect(Math.max(...(await overflow(office)))).toBeLessThanOrEqual(0);
    await screenshot(office, `many-counties-${width}`);
    expect(await axe(office)).toEqual([]);
    await tiles.getByRole('button', { name: /^示例二十六/ }).click();
    await office.getByRole('heading', { name: '示例二十六现在要办理的步骤' }).waitFor();
    expect(Math.max(...(await overflow(office)))).toBeLessThanOrEqual(0);
  },
);

test('names and steps stay in sight while the board of twenty-seven bodies is scrolled', async () => {
  const office = await pageOf('519900.office');
  await office.goto(`/board/${yearId}`);
  const board = office.getByRole('region', { name: /各方进程$/ });
  await board.getByRole('rowheader', { name: '示例二十六' }).scrollIntoViewIfNeeded();
  const inSight = await board.evaluate((frame) => {
    const { top, left } = frame.getBoundingClientRect();
    const heads = [...frame.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect());
    const names = [...frame.querySelectorAll('tbody th')].map((name) => name.getBoundingClientRect());
    return heads.every((head) => head.top - top < 80) && names.every((name) => name.left - left < 3);
  });
  expect(inSight).toBe(true);
  expect(Math.max(...(await overflow(office)))).toBeLessThanOrEqual(0);
  expect(story.browser.pageErrors).toEqual([]);
});
