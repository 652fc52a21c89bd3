import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { exportEnteredActs, listEnteredActs } from '../../contract/entered-acts.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { type CallInput, call, download } from '../lib/client.ts';
import { useMe } from '../lib/me.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { EnteredCard } from './entered-card.tsx';
import './confirmations.css';

const filters = ['waiting', 'sent-back', 'withdrawn', 'confirmed', 'all'] as const;
type Filter = (typeof filters)[number];

/** Collective decisions the office has entered; a chairperson confirms that the meeting took them, or sends them back. */
export function ConfirmationsPage() {
  const me = useMe();
  const address = useAddress();
  const filter = oneOf(filters, address.value('state')) ?? 'waiting';
  const query = queryOf(address, filter);
  const entered = useQuery({
    queryKey: ['entered', query],
    queryFn: () => call(listEnteredActs, { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title="集体决定确认"
        lead="主任会议、常委会会议的决定由办公室登记，经主任会议组成人员确认后生效，记入法定行为链。"
      />
      <Segmented<Filter>
        className="filter"
        aria-label="状态"
        value={filter}
        onChange={(state) => address.change({ state: state === 'waiting' ? undefined : state })}
        options={[
          { value: 'waiting', label: '待确认' },
          { value: 'sent-back', label: '已退回' },
          { value: 'withdrawn', label: '已撤回' },
          { value: 'confirmed', label: '已确认' },
          { value: 'all', label: '全部' },
        ]}
      />
      {isWorthNarrowing(entered.data?.total, query) ? <Filters address={address} /> : null}
      <div className="list-count">
        <p role="status">{entered.data === undefined ? '' : `共${entered.data.total}项`}</p>
        {(entered.data?.total ?? 0) === 0 ? null : (
          <ExportButton ask={() => download(exportEnteredActs, fileOf(query))} />
        )}
      </div>
      <QueryView
        query={entered}
        isEmpty={(data) => data.entered.length === 0}
        empty={<EmptyView text={emptyText(query)} />}
      >
        {(data) => (
          <>
            <ul className="cards">
              {data.entered.map((act) => (
                <li key={act.id} className="card">
                  {me.data === undefined ? null : <EnteredCard act={act} me={me.data} />}
                </li>
              ))}
            </ul>
            <ListPages page={address.page} pageSize={data.pageSize} total={data.total} onTurn={address.turnTo} />
          </>
        )}
      </QueryView>
    </>
  );
}

/** A few cards are seen at a glance; what narrows them would stand in their way. */
function isWorthNarrowing(total: number | undefined, { text, sort }: Query): boolean {
  return text !== undefined || sort !== undefined || (total ?? 0) > 5;
}

type Query = NonNullable<CallInput<typeof listEnteredActs>['query']>;

function queryOf(address: Address, filter: Filter): Query {
  return {
    state: filter === 'all' ? undefined : filter,
    text: address.value('text'),
    sort: oneOf(['oldest'], address.value('sort')),
    page: address.page,
  };
}

function fileOf({ state, text, sort }: Query) {
  return { query: { confirmation: state, text, sort } };
}

function emptyText({ state, text }: Query): string {
  if (text !== undefined) return '没有符合条件的决定';
  return state === 'waiting' ? '没有等待确认的决定' : '没有记录';
}

/** Cards have no headings: the order is chosen among what narrows the list, at a desk as well. */
function Filters({ address }: { address: Address }) {
  return (
    <search className="list-bar" aria-label="筛选决定">
      <FindField address={address} title="决定或事项" />
      <ChooseField
        address={address}
        name="sort"
        title="登记从新到旧"
        choices={[{ value: 'oldest', label: '登记从旧到新' }]}
      />
    </search>
  );
}
