import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { signIn } from './product.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: 'one-county' });
const people = [
  ['519900.office', 1440, '我的工作'],
  ['519900.chair', 390, '集体决定确认'],
  ['519900.gov', 390, '我的工作'],
  ['519900.system', 1440, '系统管理'],
] as const;

test.each(people)(
  'the first visit of %s at %i px is led from stop to stop, with the keyboard alone',
  async (login, width, first) => {
    const page = await story.newPage(width);
    await signIn(page, story.product, login, []);
    await page.goto('/');
    const stop = page.getByRole('dialog');
    await stop.getByRole('heading', { name: first }).waitFor();
    expect(await axe(page)).toEqual([]);
    await screenshot(page, `tour-${login}`);
    const steps = Number(/共(\d)步/.exec(await stop.innerText())?.[1]);
    for (let step = 1; step < steps; step += 1) {
      await stop.getByText(`第${step}步，`).waitFor();
      await expect.poll(() => stop.evaluate((element) => element === document.activeElement)).toBe(true);
      for (let tabs = step === 1 ? 2 : 3; tabs > 0; tabs -= 1) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('下一步');
      await page.keyboard.press('Enter');
    }
    expect(await axe(page)).toEqual([]);
    await screenshot(page, `tour-${login}-last`);
    await stop.getByRole('button', { name: '知道了' }).click();
    await stop.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await stop.count()).toBe(0);
  },
);

test.each([1440, 390] as const)('it is skipped once for all, and seen again on demand, at %i px', async (width) => {
  const login = width === 1440 ? '519900.committee1' : '519900.deputy1';
  const page = await story.newPage(width);
  await signIn(page, story.product, login, []);
  await page.goto('/');
  const stop = page.getByRole('dialog');
  const told = page.waitForResponse((response) => response.request().method() === 'PUT');
  await stop.getByRole('button', { name: '跳过' }).click();
  await stop.waitFor({ state: 'detached' });
  expect((await told).ok()).toBe(true);
  const again = await story.newPage(width);
  await signIn(again, story.product, login, []);
  await again.goto('/');
  await again.getByRole('heading', { level: 1 }).waitFor();
  expect(await again.getByRole('dialog').count()).toBe(0);
  await again.locator('.person button[aria-expanded]').click();
  await again.getByRole('button', { name: '再看一遍使用引导' }).click();
  await again.getByRole('dialog').getByText('第1步').waitFor();
  await again.keyboard.press('Escape');
  await again.getByRole('dialog').waitFor({ state: 'detached' });
  expect(story.browser.pageErrors).toEqual([]);
});
