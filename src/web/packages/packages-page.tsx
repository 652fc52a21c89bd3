import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { exportPackages, listPackages } from '../../contract/packages.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { useMe } from '../lib/me.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { inColumns, outColumns } from './package-columns.tsx';
import { PackageFilters } from './package-filters.tsx';
import { fileQueryOf, isNarrowed, type PackageQuery, queryOf } from './package-query.ts';
import { SignAll } from './sign-all.tsx';
import { maySign } from './signing.ts';
import './packages.css';

/** What came and what went, with receipts; what waits for a signature comes first and is signed for where it stands. */
export function PackagesPage() {
  const address = useAddress();
  const query = queryOf(address);
  const packages = useQuery({
    queryKey: ['packages', query],
    queryFn: () => call(listPackages, { query }),
    placeholderData: keepPreviousData,
  });
  const me = useMe().data;
  const isInbox = query.box === 'in';
  const signs = isInbox && me !== undefined && maySign(me);
  return (
    <>
      <PageHeader title="报送件" lead="单位之间只通过封装的报送件往来；签收时核对摘要，双方留存。" />
      <Segmented
        className="box-choice"
        aria-label="收件或发件"
        value={query.box ?? 'in'}
        onChange={(box) => address.change({ box: box === 'in' ? undefined : box, kind: '', case: '', party: '' })}
        options={[
          { value: 'in', label: '收件' },
          { value: 'out', label: '发件' },
        ]}
      />
      <PackageFilters address={address} box={query.box ?? 'in'} />
      <div className="list-count">
        <p role="status">{packages.data === undefined ? '' : countText(packages.data, isInbox)}</p>
        <span className="list-deeds">
          {signs ? <SignAll query={query} waiting={packages.data?.waiting ?? 0} /> : null}
          <ExportButton ask={() => download(exportPackages, { query: fileQueryOf(query) })} />
        </span>
      </div>
      <QueryView
        query={packages}
        isEmpty={(data) => data.packages.length === 0}
        empty={<EmptyView text={emptyText(query)} hint={isNarrowed(query) ? '可以放宽或清除筛选条件。' : ''} />}
      >
        {(data) => (
          <>
            <DataTable
              caption={isInbox ? '收到的报送件' : '发出的报送件'}
              rows={data.packages}
              rowKey={(row) => row.id}
              columns={isInbox ? inColumns(me?.tenantId, signs) : outColumns}
              sorting={{
                value: query.sort ?? 'waiting',
                onChange: (sort) => address.change({ sort: sort === 'waiting' ? undefined : sort }),
              }}
            />
            <ListPages page={address.page} pageSize={data.pageSize} total={data.total} onTurn={address.turnTo} />
          </>
        )}
      </QueryView>
    </>
  );
}

function countText({ total, waiting }: ResponseOf<typeof listPackages>, isInbox: boolean): string {
  return `共${total}件${waiting === 0 ? '' : `，${waiting}件${isInbox ? '待签收' : '尚未全部签收'}`}`;
}

function emptyText(query: PackageQuery): string {
  if (isNarrowed(query)) return '没有符合条件的报送件';
  return query.box === 'out' ? '还没有发出报送件' : '还没有收到报送件';
}
