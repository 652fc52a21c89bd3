import { Link } from 'react-router';
import { exportSessions } from '../../contract/exports.ts';
import type { Me } from '../../contract/sign-in.ts';
import { type CaseView, sessionStateNames, type TrackSession } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateWithWeekday } from '../lib/formats.ts';
import { has, useMe } from '../lib/me.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
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
      <PageHeader
        title="常委会会议"
        lead="会期由主任会议在议题的“确定常委会会议会期”中决定，会议档案随之建立。"
        actions={<ExportButton ask={() => download(exportSessions, {})} />}
      />
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

function sittingOf(view: CaseView, me: Me): TrackSession | undefined {
  return view.tracks.find((track) => track.tenantId === me.tenantId)?.session;
}

function Sessions({ me, sessions }: { me: Me; sessions: readonly CaseView[] }) {
  const rows = sessions
    .map((view) => ({ view, sitting: sittingOf(view, me) }))
    .toSorted((one, other) => (other.sitting?.opens ?? '').localeCompare(one.sitting?.opens ?? ''));
  return (
    <DataTable
      caption="常委会会议"
      rows={rows}
      rowKey={({ view }) => view.id}
      columns={[
        {
          key: 'name',
          title: '会议',
          isHeading: true,
          render: ({ view }) => <Link to={paths.caseOf(view.id)}>{view.name}</Link>,
        },
        {
          key: 'opens',
          title: '开会',
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
          render: ({ sitting }) =>
            sitting === undefined ? (
              '—'
            ) : (
              <StateTag tone={stateTones[sitting.state]} text={sessionStateNames[sitting.state]} />
            ),
        },
        {
          key: 'move',
          title: '操作',
          render: ({ view, sitting }) =>
            sitting?.state === 'convened' && has(me, 'office-clerk') ? (
              <Link to={paths.moveSession(view.id)}>改期</Link>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}
