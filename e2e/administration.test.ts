import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { savedName, startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf } = story;

test('a new person gets an account from one administrator and a role from another, and the third reads of both', async () => {
  const system = await pageOf('510700.system');
  await system.goto('/admin/accounts');
  await system.getByRole('button', { name: '建立账号' }).click();
  const form = system.getByRole('dialog', { name: '建立账号' });
  await form.getByRole('combobox', { name: '单位' }).fill('江油市人大常委会');
  await system.keyboard.press('Enter');
  await form.getByLabel('姓名').fill('新示例');
  await form.getByLabel('登录名').fill('xin.shili');
  await form.getByRole('button', { name: '建立账号' }).click();
  await form.getByText('首次使用链接（只显示这一次）').waitFor();
  expect(await axe(system)).toEqual([]);

  const security = await pageOf('510700.security');
  await security.goto('/admin/accounts');
  await security.getByRole('searchbox', { name: '姓名或登录名' }).fill('xin.shili');
  await security.keyboard.press('Enter');
  await security.getByRole('button', { name: '新示例' }).click();
  const account = security.getByRole('dialog', { name: /新示例/ });
  await account.getByRole('button', { name: '添加角色' }).click();
  await account.getByRole('combobox', { name: '角色' }).fill('办公室工作');
  await security.keyboard.press('Enter');
  await account.getByRole('button', { name: '授予' }).click();
  await security.getByText('角色已授予，重新登录后生效').waitFor();
  await account
    .getByRole('button', { name: 'Close' })
    .or(account.getByRole('button', { name: '关闭' }))
    .click();
  await security
    .getByRole('row', { name: /新示例/ })
    .getByText('办公室工作人员')
    .waitFor();

  const audit = await pageOf('510700.audit');
  await audit.goto('/admin/audit');
  const log = audit.getByRole('table', { name: '审计日志' });
  await log.getByText('授予角色').first().waitFor();
  await log.getByText('建立账号').first().waitFor();
  await audit.goto('/admin/audit?category=sign-in&text=没有这个人');
  await audit.getByText('没有符合条件的记录').waitFor();
  await audit.getByRole('button', { name: '清除筛选' }).click();
  await log.getByText('授予角色').first().waitFor();
  expect(await axe(audit)).toEqual([]);
});

test.each([1440, 390] as const)(
  'a post is registered, ended and corrected, and one that ends soon is named at %d px',
  async (width) => {
    const system = await pageOf('510700.system', width);
    const name = `新样本${width}`;
    await system.goto('/admin/organisation');
    await system.getByRole('button', { name: '登记任职' }).click();
    const form = system.getByRole('dialog', { name: '登记任职：绵阳市人大常委会' });
    await form.getByRole('radio', { name: '新登记的人员' }).check();
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('人员编号').fill(`新${width}`);
    await form.getByRole('combobox', { name: '职务' }).fill('代表');
    await system.keyboard.press('Enter');
    await form.getByLabel('自', { exact: true }).fill('2026-01-05');
    expect(await axe(system)).toEqual([]);
    await form.getByRole('button', { name: '登记任职' }).click();
    await form.waitFor({ state: 'hidden' });

    await system.goto(`/admin/organisation?text=${name}`);
    await system.getByText('共1项').waitFor();
    await system.getByRole('button', { name: '登记离任' }).click();
    const end = system.getByRole('dialog', { name: `${name}（代表）离任` });
    await end.getByLabel('任职末日').fill('2025-12-31');
    await end.getByRole('button', { name: '登记离任' }).click();
    await end.getByText('任职末日2025年12月31日早于起始日期2026年1月5日。').waitFor();
    await end.getByLabel('任职末日').fill(inDays(30));
    await end.getByRole('button', { name: '登记离任' }).click();
    await end.waitFor({ state: 'hidden' });

    await system.getByText(/\d+项任职在90日内届满/).waitFor();
    await system.getByRole('button', { name: '查看' }).click();
    await system.getByText(name).waitFor();
    await screenshot(system, `posts-ending-${width}`);
    expect(await axe(system)).toEqual([]);
    await system.goto(`/admin/organisation?standing=ending&text=${name}`);
    await system.getByRole('button', { name: '更正离任日期' }).click();
    await end.getByLabel('任职末日').fill('');
    await end.getByRole('button', { name: '更正' }).click();
    await end.waitFor({ state: 'hidden' });
    await system.getByText('没有符合条件的任职').waitFor();
  },
);

/** The civil day so many days from now, as a date field takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test.each([1440, 390] as const)(
  'where an account is signed in is told by program and system at %d px',
  async (width) => {
    const office = await pageOf('510700.office', width);
    await office.goto('/me');
    const program = office.getByText(/^Chrome \d+，(Linux|macOS|Windows)$/).first();
    await program.waitFor();
    expect(await program.getAttribute('title')).toMatch(/^Mozilla/);
    expect(await axe(office)).toEqual([]);
    expect(await savedName(office, office.getByRole('button', { name: '导出表格' }))).toMatch(/^我的有效登录-/);
    await screenshot(office, `sign-ins-${width}`);
    const security = await pageOf('510700.security', width);
    await security.goto('/admin/accounts?text=510700.office');
    await security.locator('main .link-button').filter({ hasText: '示例' }).first().click();
    await security
      .getByRole('dialog')
      .getByText(/^Chrome \d+，/)
      .first()
      .waitFor();
    const signIns = security.getByRole('dialog').getByRole('button', { name: '导出表格' });
    expect(await savedName(security, signIns)).toMatch(/^有效登录 510700\.office-/);
    await screenshot(security, `account-sign-ins-${width}`);
  },
);

test('the workbook that was exported is tried first and changes nothing; another file is refused in words', async () => {
  const system = await pageOf('510700.system');
  await system.goto('/admin/workbook');
  const download = system.waitForEvent('download');
  await system.getByRole('button', { name: '导出现有组织' }).click();
  const workbook = await (await download).path();
  const picker = system.getByLabel('工作簿文件');
  await picker.setInputFiles(workbook);
  await system.getByText(/新增0项，更改0项/).waitFor();

  await picker.setInputFiles({ name: '随手.xlsx', mimeType: 'text/plain', buffer: Buffer.from('not a workbook') });
  await system.getByRole('alert').waitFor();
  expect(story.browser.pageErrors).toEqual([]);
});

test('a year of holidays is seen before it is loaded, and what replacing it changes', async () => {
  const system = await pageOf('510700.system');
  await system.goto('/admin/calendar');
  const form = system.getByRole('region', { name: '载入一年' });
  await form.getByLabel('年份').fill('2031');
  await form.getByLabel('国务院办公厅通知名称和文号').fill('演示通知〔2030〕1号');
  await form.getByLabel('节假日和调休上班日').fill('2031-01-23至2031-05-23 放假 春节');
  await form.getByRole('button', { name: '载入' }).click();
  await form.getByText(/请核对起止日期；一段最多15天/).waitFor();
  await form.getByLabel('节假日和调休上班日').fill('2031-01-23至2031-01-25 放假 春节');
  await form.getByRole('region', { name: '将要载入的日期' }).getByText('1月23日（星期四）').waitFor();
  await form.getByRole('button', { name: '载入' }).click();
  await system.getByText('已载入2031年，共3天').waitFor();
  await system.getByText('2031年：演示通知〔2030〕1号').waitFor();
  expect(await savedName(system, system.getByRole('button', { name: '导出表格' }))).toMatch(/^节假日和调休-/);

  await form.getByLabel('节假日和调休上班日').fill('2031-01-23至2031-01-26 放假 春节');
  await form.getByRole('button', { name: '载入' }).click();
  const question = system.getByRole('dialog', { name: /2031年已按演示通知〔2030〕1号载入/ });
  await question.getByText('1月26日（星期日）：不列→春节放假').waitFor();
  expect(await axe(system)).toEqual([]);
  await question.getByRole('button', { name: '替换' }).click();
  await system.getByText('已载入2031年，共4天').waitFor();
});

test('a setting is refused in the words of the rule, and its basis is kept whole and told how much too long it is', async () => {
  const system = await pageOf('510700.system');
  await system.goto('/admin/settings');
  await system.getByLabel('交办期限（日）', { exact: true }).fill('31');
  const basis = system.getByLabel('“交办期限（日）”的依据');
  await basis.fill('会议决定'.repeat(130));
  await system.getByText('最多500字，请删减20字。').waitFor();
  await system.getByRole('button', { name: '保存为新版本' }).click();
  await system.getByText('交办期限（日）填写1至30之间的整数').waitFor();
  await system.getByText('删减后才能提交').waitFor();
  expect(await axe(system)).toEqual([]);
  expect(await basis.inputValue()).toHaveLength(520);
});
