import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { registerMany } from './many-suggestions.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: 'one-county' });
const { pageOf } = story;
const count = 1_000;
let caseId: string;

beforeAll(async () => {
  // The bench asks the same of 2,000: each act writes the whole year's state again, so that telling them takes a minute or more.
  caseId = await registerMany(await pageOf('519900.office'), story, { count });
}, 300_000);

const elementsOn = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

test.each([1440, 390] as const)(
  'a thousand suggestions are turned page by page, found, sorted and chosen over several pages, at %i px',
  async (width) => {
    const office = await pageOf('519900.office', width);
    await office.goto(`/cases/${caseId}/suggestions`);
    await office.getByText(`共${count}条`, { exact: true }).waitFor();
    expect(await elementsOn(office)).toBeLessThan(2_500);
    await office.getByRole('checkbox').first().check();
    await office.getByRole('listitem', { name: '20' }).click();
    await office.getByText('第951至1000条，共1000条').waitFor();
    await office.getByRole('checkbox').last().check();
    await office.getByText(`共${count}条，已选2条`).waitFor();
    expect(await axe(office)).toEqual([]);
    await screenshot(office, `many-suggestions-${width}`);
    await office.goto(`/cases/${caseId}/suggestions?sort=title&text=000999`);
    await office.getByText('共1条', { exact: true }).waitFor();
  },
);

test('groups of alike ones come ten at a time, each with its first rows', async () => {
  const office = await pageOf('519900.office');
  await office.goto(`/cases/${caseId}/suggestions?places=across`);
  await office.getByRole('button', { name: '选中这一组' }).first().waitFor();
  expect(await office.getByRole('button', { name: '选中这一组' }).count()).toBeLessThanOrEqual(10);
  expect(await elementsOn(office)).toBeLessThan(5_000);
  expect(await axe(office)).toEqual([]);
  await screenshot(office, 'many-suggestions-groups');
});

test('paper has all of them, not the page of the screen', async () => {
  const office = await pageOf('519900.office');
  await office.goto(`/cases/${caseId}/suggestions`);
  await office.getByText(`共${count}条`, { exact: true }).waitFor();
  const rows = () => office.getByRole('table', { name: '本年度建议' }).locator('tbody tr').count();
  expect(await rows()).toBe(50);
  await office.evaluate(() =>
    window.addEventListener('beforeprint', () => {
      document.body.dataset.printed = String(document.querySelectorAll('.data-table tbody tr').length);
    }),
  );
  const paper = await office.pdf();
  expect(await office.locator('body').getAttribute('data-printed')).toBe(String(count));
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(15);
  await expect.poll(rows).toBe(50);
  expect(story.browser.pageErrors).toEqual([]);
});
