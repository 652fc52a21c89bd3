import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { giveReasons, savedName, startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf } = story;
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() + 1;

test('S1.1 before the first year everybody is told what comes first, and the year leads to its own page', async () => {
  const county = await pageOf('510703.office', 390);
  await county.goto('/');
  await county.getByText('年度由市人大常委会办公室建立。').waitFor();
  expect(await axe(county)).toEqual([]);
  const office = await pageOf('510700.office');
  await office.goto('/board');
  await office.getByRole('link', { name: '去建立年度' }).click();
  await office.getByRole('button', { name: /^建立\d+年度$/ }).click();
  await office.getByRole('heading', { name: '议题确定的进度' }).waitFor();
  expect(await axe(office)).toEqual([]);
  // The year that is there is offered no more.
  expect(await office.getByRole('button', { name: `建立${year}年度` }).count()).toBe(0);
});

test('S1.1 the city opens its call with what stands there, and nine counties and its organs have it', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/year');
  await office.getByRole('link', { name: '开展议题征集' }).click();
  expect(await office.getByLabel('公告正文').inputValue()).toContain('现公开征集');
  await giveReasons(office);
  await office.getByText('办理后将封装发出2件').waitFor();
  expect(await axe(office)).toEqual([]);
  await office.getByRole('button', { name: '确认办理' }).click();
  await office.getByText('“开展议题征集”已办理').waitFor();
  await office.goto('/year');
  await office.getByText('10个单位中1个已开展征集').waitFor();
  const calls = office.getByRole('button', { name: '导出表格：征集和初步建议' });
  expect(await savedName(office, calls)).toMatch(/^征集和初步建议 .*\.xlsx$/);
  const steps = office.getByRole('button', { name: '导出表格：议题确定的进度' });
  expect(await savedName(office, steps)).toMatch(/^议题确定的进度 .*\.xlsx$/);
  await office.getByRole('link', { name: '查看和打印本单位的征集公告' }).click();
  await office.getByRole('heading', { name: /关于征集\d+年度联动监督议题建议的公告$/ }).waitFor();
  expect(await axe(office)).toEqual([]);
  await screenshot(office, 'call-1440');
});

test('S1.1 a county signs, begins with the city’s words in its own name, and the city sees it at once', async () => {
  const office = await pageOf('510700.office');
  await office.goto('/year');
  const state = office.getByText('10个单位中2个已开展征集');
  const phone = await pageOf('510703.office', 390);
  await phone.goto('/year');
  await phone.getByRole('link', { name: '开展议题征集' }).click();
  await phone.getByText('市县同步开展征集').click();
  await phone.getByText('市人大常委会的征集通知还没有签收').waitFor();
  await phone.getByRole('link', { name: '先去签收' }).click();
  await phone.getByRole('button', { name: /^签收/ }).first().click();
  await phone
    .getByText(/年.*签收$/)
    .first()
    .waitFor();
  await phone.goto('/year');
  await phone.getByRole('link', { name: '开展议题征集' }).click();
  expect(await phone.getByLabel('公告正文').inputValue()).toContain('社会公众书面送涪城区人大常委会办公室');
  await giveReasons(phone);
  expect(await axe(phone)).toEqual([]);
  await phone.getByRole('button', { name: '确认办理' }).click();
  await phone.getByText('“开展议题征集”已办理').waitFor();
  await state.waitFor();
  expect(story.browser.pageErrors).toEqual([]);
});
