import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { password } from './product.ts';
import { startStory } from './story.ts';

const story = startStory({ withPeople: false });

test('the first visit of an empty system founds a linkage with three administrators, once', async () => {
  const page = await story.newPage(390);
  await page.goto('/');
  await page.getByRole('heading', { name: '首次设置', level: 1 }).waitFor();
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByText('请填写联动域名称').waitFor();

  await page.getByLabel('市行政区划代码').fill('510700');
  await page.getByLabel('联动域名称').fill('绵阳市');
  await page.getByLabel('市人大常委会名称').fill('绵阳市人大常委会');
  await page.getByLabel('简称').fill('绵阳');
  for (const [index, duty] of ['系统', '安全', '审计'].entries()) {
    await page.getByLabel('姓名').nth(index).fill(`${duty}示例`);
    await page
      .getByLabel('登录名')
      .nth(index)
      .fill(`admin${index + 1}`);
    await page.getByLabel('新密码').nth(index).fill(password);
  }
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByRole('heading', { name: '设置完成' }).waitFor();

  await page.goto('/setup');
  await page.getByRole('heading', { name: '登录', level: 1 }).waitFor();
});

test('a wrong password is told as such; the right one leads to what was asked for', async () => {
  const page = await story.newPage();
  await page.goto('/admin/accounts');
  await page.getByRole('heading', { name: '登录', level: 1 }).waitFor();
  expect(await axe(page)).toEqual([]);

  await page.getByLabel('登录名').fill('admin1');
  await page.getByLabel('密码', { exact: true }).fill('不是这个密码啊');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').getByText('登录名或密码不正确').waitFor();

  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '系统管理', level: 1 }).waitFor();
  await page.getByRole('table', { name: '账号' }).getByText('admin3').waitFor();
  expect(await axe(page)).toEqual([]);
});

test('an administrator has no part in supervision and sees no menu of it', async () => {
  const page = await story.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('登录名').fill('admin2');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('管理员不办理监督工作').waitFor();
  const menu = page.getByRole('navigation', { name: '主菜单' });
  expect(await menu.getByRole('link').allInnerTexts()).toEqual(['系统管理']);
  expect(story.browser.pageErrors).toEqual([]);
});
