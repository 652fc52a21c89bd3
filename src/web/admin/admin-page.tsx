import { useParams } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { isAdministrator } from '../../domain/organisation/actor.ts';
import { paths } from '../app/paths.ts';
import { has, useMe } from '../lib/me.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PageParts } from '../ui/page-parts.tsx';
import { EmptyView } from '../ui/states.tsx';
import { Accounts } from './accounts.tsx';
import './admin.css';
import { Audit } from './audit.tsx';
import { CalendarYears } from './calendar-years.tsx';
import { Organisation } from './organisation.tsx';
import { Settings } from './settings.tsx';
import { Workbook } from './workbook.tsx';

/** The three administrators, each with what is his: accounts and organisation, security, audit (SEC-03). */
export function AdminPage() {
  const me = useMe().data;
  const { section } = useParams();
  if (me === undefined) return null;
  if (!isAdministrator(me)) {
    return <EmptyView text="系统管理由系统管理员、安全管理员、审计管理员办理" />;
  }
  const tabs = tabsOf(me);
  const open = tabs.find(({ key }) => key === section) ?? tabs[0];
  return (
    <>
      <PageHeader title="系统管理" lead="三类管理员各负其责，互不替代；管理员不能查看监督工作的内容和进度。" />
      <PageParts
        label="系统管理的各部分"
        parts={tabs.map(({ key, label }) => ({ key, label, to: `${paths.admin}/${key}` }))}
        current={open?.key ?? ''}
      />
      {open?.children}
    </>
  );
}

function tabsOf(me: Me) {
  const isCity = me.kind === 'body' && me.level === 'city';
  const looksAfterAccounts = has(me, 'system-admin', 'security-admin');
  return [
    ...(looksAfterAccounts ? [{ key: 'accounts', label: '账号', children: <Accounts me={me} /> }] : []),
    ...(has(me, 'system-admin') ? [{ key: 'organisation', label: '组织', children: <Organisation me={me} /> }] : []),
    ...(looksAfterAccounts && isCity ? [{ key: 'workbook', label: '工作簿导入', children: <Workbook me={me} /> }] : []),
    ...(has(me, 'system-admin') && isCity
      ? [
          { key: 'settings', label: '设置', children: <Settings /> },
          { key: 'calendar', label: '法定日历', children: <CalendarYears /> },
        ]
      : []),
    ...(has(me, 'audit-admin') ? [{ key: 'audit', label: '审计日志', children: <Audit /> }] : []),
  ];
}
