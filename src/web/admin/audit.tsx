import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import {
  type AuditEntry,
  auditActionNames,
  auditCategories,
  auditCategoryNames,
  readAudit,
} from '../../contract/audit.ts';
import { exportAudit } from '../../contract/exports.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';

type Filter = {
  from: string | undefined;
  until: string | undefined;
  category: (typeof auditCategories)[number] | undefined;
  person: string | undefined;
};

/** The audit log, newest first; reading it is itself an entry. */
export function Audit() {
  const address = useAddress();
  const filter: Filter = {
    from: address.value('from'),
    until: address.value('until'),
    category: oneOf(auditCategories, address.value('category')),
    person: address.value('person'),
  };
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(readAudit, { query: { ...filter, before: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <>
      <Form<Filter> layout="inline" className="audit-filter" initialValues={filter} onFinish={address.change}>
        <Form.Item name="from" label="自">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label="至">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="category" label="类别">
          <Select
            allowClear
            className="audit-category"
            placeholder="全部"
            options={auditCategories.map((category) => ({ value: category, label: auditCategoryNames[category] }))}
          />
        </Form.Item>
        <Form.Item name="person" label="人员">
          <Input maxLength={50} />
        </Form.Item>
        <Button htmlType="submit" type="primary">
          查询
        </Button>
        <ExportButton ask={() => download(exportAudit, { query: filter })} />
      </Form>
      <QueryView
        query={audit}
        isEmpty={(data) => data.pages.every((page) => page.entries.length === 0)}
        empty={<EmptyView text="没有符合条件的记录" />}
      >
        {(data) => (
          <>
            <Entries entries={data.pages.flatMap((page) => page.entries)} />
            {audit.hasNextPage ? (
              <Button
                className="admin-pages"
                loading={audit.isFetchingNextPage}
                onClick={() => void audit.fetchNextPage()}
              >
                更早的记录
              </Button>
            ) : null}
          </>
        )}
      </QueryView>
    </>
  );
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
        { key: 'action', title: '行为', render: (entry) => auditActionNames[entry.action] ?? entry.action },
        { key: 'person', title: '人员', render: (entry) => entry.personName ?? '—' },
        { key: 'tenant', title: '单位', render: (entry) => entry.tenantName ?? '—' },
        { key: 'subject', title: '对象', render: (entry) => entry.subject ?? '—' },
        { key: 'address', title: '地址', render: (entry) => entry.address },
      ]}
    />
  );
}
