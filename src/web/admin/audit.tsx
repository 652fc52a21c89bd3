import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { exportAudit } from '../../contract/admin-exports.ts';
import {
  type AuditEntry,
  auditActionNames,
  auditActions,
  auditCategories,
  auditCategoryNames,
  readAudit,
} from '../../contract/audit.ts';
import { readOrganisation } from '../../contract/organisation.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, DayField, FilterBar, FindField } from '../ui/list-filters.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';

/** The audit log, newest first, from any entry on that the address names; reading it is itself an entry. */
export function Audit() {
  const address = useAddress();
  const filter = {
    from: address.value('from'),
    until: address.value('until'),
    category: oneOf(auditCategories, address.value('category')),
    action: oneOf(auditActions, address.value('action')),
    tenantId: address.value('tenant'),
    text: address.value('text'),
  };
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: () => call(readOrganisation, {}) });
  const before = address.value('before');
  const audit = useQuery({
    queryKey: ['audit', filter, before],
    queryFn: () => call(readAudit, { query: { ...filter, before, limit: 50 } }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <FilterBar
        address={fromNewest(address)}
        label="筛选记录"
        names={['text', 'category', 'action', 'tenant', 'from', 'until']}
      >
        <FindField address={fromNewest(address)} title="人员或对象" />
        <ChooseField
          address={fromNewest(address)}
          name="category"
          title="类别"
          choices={choicesOf(auditCategoryNames)}
        />
        <ChooseField address={fromNewest(address)} name="action" title="行为" choices={choicesOf(auditActionNames)} />
        <ChooseField
          address={fromNewest(address)}
          name="tenant"
          title="单位"
          choices={(organisation.data?.tenants ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DayField address={fromNewest(address)} name="from" title="自" />
        <DayField address={fromNewest(address)} name="until" title="至" />
      </FilterBar>
      <div className="list-count">
        <p>从新到旧，每页50条</p>
        <ExportButton ask={() => download(exportAudit, { query: filter })} />
      </div>
      <QueryView
        query={audit}
        isEmpty={({ entries }) => entries.length === 0}
        empty={<EmptyView text="没有符合条件的记录" />}
      >
        {({ entries, next }) => (
          <>
            <Entries entries={entries} />
            <nav className="list-pages list-deeds" aria-label="翻页">
              {before === undefined ? null : (
                <Button onClick={() => address.goTo({ before: undefined })}>最新的记录</Button>
              )}
              {next === null ? null : <Button onClick={() => address.goTo({ before: next })}>更早的记录</Button>}
            </nav>
          </>
        )}
      </QueryView>
    </>
  );
}

/** Whatever is asked for anew begins with the newest. */
function fromNewest(address: Address): Address {
  return { ...address, change: (changes) => address.change({ ...changes, before: undefined }) };
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <DataTable
      caption="审计日志"
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        { key: 'at', title: '时间', isHeading: true, render: (entry) => momentText(entry.at) },
        { key: 'category', title: '类别', render: (entry) => auditCategoryNames[entry.category] },
        { key: 'action', title: '行为', render: (entry) => auditActionNames[entry.action] },
        { key: 'person', title: '人员', render: (entry) => entry.personName ?? '—' },
        { key: 'tenant', title: '单位', render: (entry) => entry.tenantName ?? '—' },
        { key: 'subject', title: '对象', render: (entry) => entry.subject ?? '—' },
        { key: 'facts', title: '详情', render: ({ facts }) => <Facts facts={facts} /> },
        { key: 'address', title: '地址', render: (entry) => entry.address },
      ]}
    />
  );
}

function Facts({ facts }: Pick<AuditEntry, 'facts'>) {
  if (facts.length === 0) return '—';
  return (
    <ul className="audit-facts">
      {facts.map(({ title, text }) => (
        <li key={title}>
          {title}：{text}
        </li>
      ))}
    </ul>
  );
}
