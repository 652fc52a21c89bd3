import type { Page } from 'playwright-core';
import type { Visit } from './page-visit.ts';

export type Case = { id: string; kind: 'year' | 'topic' | 'session'; year: number; name: string };

/** A heading is there; most pages then show a list, a table or a form under it. */
const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor();
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
/** Opens the one of several choices and takes its first. */
const choose = (name: string) => async (page: Page) => {
  await page.getByRole('combobox', { name }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};
const account = button(/示例|样本|练习|测试|演示|试用|范例|虚构/);

/** Every page of the menu, and those that a case leads to, each by somebody whose page it is. */
export function visitsTo(cases: readonly Case[]): readonly Visit[] {
  const office = '510700.office';
  const topics = cases.filter(({ kind }) => kind === 'topic').toSorted((one, other) => one.year - other.year);
  const [topic] = topics;
  const year = cases.filter(({ kind }) => kind === 'year').toSorted((one, other) => other.year - one.year)[0];
  if (topic === undefined || year === undefined) throw new Error('The story settled no topic and called for nothing.');
  const visit = (name: string, path: string, deeds: Visit['deeds'], login = office): Visit => ({
    name,
    login,
    path,
    shows: heading(name),
    deeds: [...deeds, account],
  });
  return [
    visit('我的工作', '/', []),
    visit('集体决定确认', '/confirmations?state=all', [choose('登记从新到旧')], '510700.chair'),
    { ...visit('联动看板', '/board', []), shows: (page) => page.getByRole('table').first().waitFor() },
    visit('年度安排', '/year', []),
    visit('联动监督议题', '/topics', [button('议题'), choose('状态')]),
    visit('常委会会议', '/sessions', [button('会议'), choose('状态')]),
    visit('满意度测评', '/assessments', [button('票数'), choose('等次')]),
    visit('报送件', '/packages', [button('标题'), choose('签收情况')]),
    visit('通知', '/notices', [choose('种类')]),
    visit('搜索', `/search?text=${encodeURIComponent('停车')}`, []),
    visit('账号与安全', '/me', []),
    visit('代表履职', '/deputies', [], '510700.deputy1'),
    { ...visit('议题', `/cases/${topic.id}`, [tab('问题清单'), tab('程序对照')]), shows: heading(topic.name) },
    visit('办理', `/cases/${topic.id}/acts`, []),
    {
      ...visit('2,000条建议', `/cases/${year.id}/suggestions`, [
        button('建议人'),
        button('领域'),
        (page) => page.getByRole('listitem', { name: '3' }).click(),
        (page) => page.getByRole('checkbox').first().click(),
        (page) => page.keyboard.press('PageDown'),
        (page) => page.keyboard.press('End'),
        choose('领域'),
        (page) => page.getByText('相近的一组').click(),
      ]),
      shows: (page) => page.getByText('共2000条', { exact: true }).waitFor(),
    },
    { ...visit('账号', '/admin/accounts', [button('姓名'), choose('单位')], '510700.system'), shows: accountsTable },
    visit('系统管理', '/admin/audit', [choose('类别')], '510700.audit'),
  ];
}

const tab = (name: string) => (page: Page) => page.getByRole('link', { name }).click();
const accountsTable = (page: Page) => page.getByRole('table', { name: '账号' }).waitFor();
