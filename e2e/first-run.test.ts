import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { password, writeDemoWorkbook } from './product.ts';
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
    await page
      .getByLabel('再输入一次密码')
      .nth(index)
      .fill(index === 2 ? '打错了的密码1' : password);
  }
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByText('两次输入的密码不一致').waitFor();
  await page.getByLabel('再输入一次密码').nth(2).fill(password);
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

test('the organisation is written by one administrator, who keeps the links of the new accounts, and the roles by another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liandu-workbook-'));
  const file = join(folder, '组织信息.xlsx');
  await writeDemoWorkbook(file);
  for (const login of ['admin1', 'admin2']) {
    const page = await story.newPage(login === 'admin1' ? 390 : 1440);
    await page.goto('/sign-in');
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('管理员不办理监督工作').waitFor();
    await page.getByRole('button', { name: '跳过' }).click();
    await page.goto('/admin/workbook');
    await page.getByLabel('工作簿文件').setInputFiles(file);
    await page.getByRole('button', { name: '写入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '写入' }).click();
    await page.getByText(/^已写入：/).waitFor();
    if (login === 'admin2') continue;
    await page.getByText('链接只显示这一次，请先保存或打印，再离开本页').waitFor();
    await screenshot(page, 'first-use-links-390');
    expect(await axe(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存清单' }).click();
    const text = await readFile(await (await saved).path(), 'utf8');
    expect(text.split('\r\n')[0]).toBe('\uFEFF"单位","姓名","登录名","首次使用链接","有效至"');
    expect(text.split('\r\n').length).toBeGreaterThan(20);
    await page.getByText('已保存或打印').waitFor();
  }
  await rm(folder, { recursive: true });
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
  for (const path of ['/board', '/topics', '/year']) {
    await page.goto(path);
    await page.getByRole('heading', { name: '这一页供办理监督工作的人员使用' }).waitFor();
  }
  await page.getByRole('link', { name: '打开系统管理' }).click();
  await page.getByRole('heading', { name: '系统管理', level: 1 }).waitFor();
  expect(story.browser.pageErrors).toEqual([]);
});
