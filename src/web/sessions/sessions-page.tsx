import { Link } from 'react-router';
import { rowsOnPage } from '../../contract/list-rows.ts';
import { exportSessions, type SessionFilter, type SessionRow, sessionsShown } from '../../contract/session-list.ts';
import type { Me } from '../../contract/sign-in.ts';
import { type CaseView, sessionStateNames } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { useCases } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateWithWeekday } from '../lib/formats.ts';
import { has, useMe } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';

const stateTones = { convened: 'waiting', open: 'ready', closed: 'done' } as const;

/** The sittings of the own standing committee that linked topics are on. */
export function SessionsPage() {
  const me = useMe();
  const sessions = useCases({ kind: 'session' });
  return (
    <>
      <PageHeader title="常委会会议" lead="会期由主任会议在议题的“确定常委会会议会期”中决定，会议档案随之建立。" />
      <QueryView
        query={sessions}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyView text="还没有召集涉及联动议题的常委会会议" />}
      >
        {(list) => (me.data === undefined ? null : <Sessions me={me.data} sessions={list} />)}
      </QueryView>
    </>
  );
}

type Row = SessionRow;

const sessionStates = ['convened', 'open', 'closed'] as const;
const pageSize = 50;
const orderNames = { name: '按名称', earliest: '开会从早到晚', state: '按状态' };
function Sessions({ me, sessions }: { me: Me; sessions: readonly CaseView[] }) {
  const address = useAddress();
  const filter = filterIn(address);
  const shown = sessionsShown(sessions, me.tenantId, filter);
  return (
    <>
      <FilterBar
        address={address}
        label="筛选会议"
        names={['text', 'state']}
        orders={{ asGiven: '开会从晚到早', others: choicesOf(orderNames) }}
      >
        <FindField address={address} title="会议名称" />
        <ChooseField address={address} name="state" title="状态" choices={choicesOf(sessionStateNames)} />
      </FilterBar>
      <div className="list-count">
        <p role="status">{`共${shown.length}次`}</p>
        <ExportButton ask={() => download(exportSessions, { query: filter })} />
      </div>
      {shown.length === 0 ? (
        <EmptyView text="没有符合条件的会议" hint="可以放宽或清除筛选条件。" />
      ) : (
        <DataTable
          caption="常委会会议"
          rows={rowsOnPage(shown, address.page, pageSize)}
          rowKey={({ view }) => view.id}
          columns={mayMove(me, shown) ? [...columns, moving] : columns}
          sorting={{
            value: filter.sort ?? 'latest',
            onChange: (to) => address.change({ sort: to === 'latest' ? undefined : to }),
          }}
        />
      )}
      <ListPages page={address.page} pageSize={pageSize} total={shown.length} onTurn={address.turnTo} />
    </>
  );
}

function filterIn(address: Address): SessionFilter {
  return {
    text: address.value('text'),
    state: oneOf(sessionStates, address.value('state')),
    sort: address.value('sort'),
  };
}

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: '会议',
    isHeading: true,
    sorts: { ascending: 'name' },
    render: ({ view }) => <Link to={paths.caseOf(view.id)}>{view.name}</Link>,
  },
  {
    key: 'opens',
    title: '开会',
    sorts: { ascending: 'earliest', descending: 'latest' },
    render: ({ sitting }) => (sitting === undefined ? '—' : dateWithWeekday(sitting.opens)),
  },
  {
    key: 'closes',
    title: '闭会',
    render: ({ sitting }) => (sitting === undefined ? '—' : dateWithWeekday(sitting.closes)),
  },
  {
    key: 'state',
    title: '状态',
    sorts: { ascending: 'state' },
    render: ({ sitting }) =>
      sitting === undefined ? (
        '—'
      ) : (
        <StateTag tone={stateTones[sitting.state]} text={sessionStateNames[sitting.state]} />
      ),
  },
];

const moving: Column<Row> = {
  key: 'move',
  title: '操作',
  render: ({ view, sitting }) =>
    sitting?.state === 'convened' ? <Link to={paths.moveSession(view.id)}>改期</Link> : '—',
};

/** The office moves a sitting that has not begun; nobody else, and no sitting that is over, needs the column. */
function mayMove(me: Me, rows: readonly Row[]): boolean {
  return has(me, 'office-clerk') && rows.some(({ sitting }) => sitting?.state === 'convened');
}
