import { type Account, accountStateNames } from '../../contract/accounts.ts';
import { type AuditEntry, auditActionNames, auditCategoryNames } from '../../contract/audit.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

export const accountColumns: readonly TableColumn<Account>[] = [
  { title: '姓名', width: 14, value: (account) => account.personName },
  { title: '登录名', width: 24, value: (account) => account.login },
  { title: '单位', width: 28, value: (account) => account.tenantName },
  { title: '角色', width: 30, value: rolesText },
  { title: '状态', width: 10, value: (account) => accountStateNames[account.state] },
  { title: '动态口令', width: 10, value: (account) => (account.hasSecondFactor ? '已启用' : '未启用') },
  {
    title: '最近登录',
    width: 18,
    value: ({ lastSignInAt }) => (lastSignInAt === null ? null : momentCell(lastSignInAt)),
  },
];

export const auditColumns: readonly TableColumn<AuditEntry>[] = [
  { title: '时间', width: 18, value: (entry) => momentCell(entry.at) },
  { title: '类别', width: 10, value: (entry) => auditCategoryNames[entry.category] },
  { title: '行为', width: 24, value: (entry) => auditActionNames[entry.action] },
  { title: '人员', width: 14, value: (entry) => entry.personName },
  { title: '单位', width: 28, value: (entry) => entry.tenantName },
  { title: '对象', width: 38, value: (entry) => entry.subject },
  { title: '地址', width: 18, value: (entry) => entry.address },
  {
    title: '详情',
    width: 50,
    value: ({ facts }) => facts.map(({ title, text }) => `${title}：${text}`).join('；') || null,
  },
];

function rolesText({ grants }: Account): string {
  return [...new Set(grants.map((grant) => roleNames[grant.role]))].join('、') || '未授予';
}
