import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { listPackages, type PackageView } from '../../contract/packages.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { useMe } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import './packages.css';

/** What came and what went, with receipts. */
export function PackagesPage() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const box = search.get('box') === 'out' ? 'out' : 'in';
  const packages = useQuery({
    queryKey: ['packages', box],
    queryFn: () => call(listPackages, { query: { box } }),
  });
  return (
    <>
      <PageHeader title="报送件" lead="单位之间只通过封装的报送件往来；签收时核对摘要，双方留存。" />
      <Segmented
        className="box-choice"
        aria-label="收件或发件"
        value={box}
        onChange={(value) => setSearch({ box: value }, { replace: true })}
        options={[
          { value: 'in', label: '收件' },
          { value: 'out', label: '发件' },
        ]}
      />
      <QueryView
        query={packages}
        isEmpty={(data) => data.packages.length === 0}
        empty={<EmptyView text={box === 'in' ? '还没有收到报送件' : '还没有发出报送件'} />}
      >
        {(data) => (
          <DataTable
            caption={box === 'in' ? '收到的报送件' : '发出的报送件'}
            rows={box === 'in' ? unsignedFirst(data.packages, me.data?.tenantId) : data.packages}
            rowKey={(row) => row.id}
            columns={box === 'in' ? inColumns(me.data?.tenantId) : outColumns}
          />
        )}
      </QueryView>
    </>
  );
}

function receivedOn(row: PackageView, tenantId: string | undefined): string | null {
  return row.addressees.find((addressee) => addressee.tenantId === tenantId)?.receivedOn ?? null;
}

/** What waits for a signature stands before what has one; otherwise as the server orders it. */
function unsignedFirst(packages: readonly PackageView[], tenantId: string | undefined): PackageView[] {
  return packages.toSorted(
    (one, other) => Number(receivedOn(one, tenantId) !== null) - Number(receivedOn(other, tenantId) !== null),
  );
}

const title: Column<PackageView> = {
  key: 'title',
  title: '标题',
  isHeading: true,
  render: (row) => <Link to={paths.packageOf(row.id)}>{row.title}</Link>,
};
const kind: Column<PackageView> = { key: 'kind', title: '种类', render: (row) => row.kindName };
const subject: Column<PackageView> = {
  key: 'case',
  title: '事项',
  render: (row) => <Link to={paths.caseOf(row.caseId)}>{row.caseName}</Link>,
};
const sealed: Column<PackageView> = { key: 'sealed', title: '发出', render: (row) => dateText(row.sealedOn) };

function inColumns(tenantId: string | undefined): Column<PackageView>[] {
  return [
    title,
    kind,
    { key: 'from', title: '来自', render: (row) => row.fromName },
    subject,
    sealed,
    {
      key: 'receipt',
      title: '签收',
      render: (row) => {
        const received = receivedOn(row, tenantId);
        return received === null ? (
          <StateTag tone="soon" text="待签收" />
        ) : (
          <StateTag tone="done" text={`${dateText(received)}签收`} />
        );
      },
    },
  ];
}

const outColumns: Column<PackageView>[] = [
  title,
  kind,
  subject,
  sealed,
  {
    key: 'receipt',
    title: '签收',
    render: ({ addressees }) => {
      const received = addressees.filter((addressee) => addressee.receivedOn !== null).length;
      return received === addressees.length ? (
        <StateTag tone="done" text={`全部签收（${received}）`} />
      ) : (
        <StateTag tone="waiting" text={`${addressees.length}方中${received}方签收`} />
      );
    },
  },
];
