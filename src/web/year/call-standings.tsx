import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { exportCalls } from '../../contract/year-exports.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import type { Obligation } from '../../domain/procedure/worklist.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { type CallStanding, callStandingsOf } from '../../domain/topic/year-steps.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { mayRemind } from '../lib/reminders.ts';
import { obligationTones } from '../lib/words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { Reminding } from '../ui/reminding.tsx';
import { StateTag } from '../ui/state-tag.tsx';

/** Who has opened his call and who has put his list forward, with how many (S1.1, S1.2). */
export function CallStandings(props: {
  me: Me;
  loaded: Pick<LoadedCase, 'view' | 'state'>;
  obligations: readonly Obligation[];
}) {
  const { me, loaded, obligations } = props;
  const { view, state } = loaded;
  const rows = callStandingsOf(view, obligations, { own: me.tenantId, year: state?.year ?? null });
  // A county sees itself and the city alone, as the steps above show them.
  if (rows.length < 3) return null;
  const called = rows.filter(({ call }) => call?.state === 'done').length;
  const answered = rows.filter(({ list }) => list?.state === 'done').length;
  return (
    <section className="year-part" aria-labelledby="calls-title">
      <div className="section-head">
        <h2 id="calls-title">征集和初步建议</h2>
        <div className="section-side">
          <span className="quiet" role="status">
            {rows.length}个单位中{called}个已开展征集，{answered}个已提出初步建议
          </span>
          <ExportButton
            looks="link"
            about="征集和初步建议"
            ask={() => download(exportCalls, { params: { caseId: view.id } })}
          />
        </div>
      </div>
      <DataTable
        caption="各单位开展征集和提出初步建议的情况"
        rows={rows}
        rowKey={({ body }) => body.tenantId}
        columns={[...columns, remindColumn(me, view)]}
      />
    </section>
  );
}

const columns: readonly Column<CallStanding>[] = [
  { key: 'body', title: '单位', isHeading: true, render: ({ body }) => body.shortName },
  { key: 'call', title: '开展征集', render: ({ call }) => <Standing obligation={call} /> },
  { key: 'list', title: '初步建议', render: ({ list }) => <Standing obligation={list} /> },
  { key: 'rows', title: '建议数', render: ({ rows }) => <Rows rows={rows} /> },
];

/** Whoever has not answered in time is reminded of what he owes first. */
function remindColumn(me: Me, view: CaseView): Column<CallStanding> {
  return {
    key: 'remind',
    title: '催办',
    render: ({ body, call, list }) => {
      const owed = [call, list].find((obligation) => obligation !== undefined && obligation.state !== 'done');
      if (owed === undefined) return '—';
      return (
        <Reminding
          caseId={view.id}
          tenantId={body.tenantId}
          stepKey={owed.key}
          title={owed.title}
          whose={body.shortName}
          isOffered={mayRemind(me, view, owed)}
        />
      );
    },
  };
}

function Standing({ obligation }: { obligation: Obligation | undefined }) {
  if (obligation === undefined) return <>—</>;
  const { state, since, due } = obligation;
  const day = state === 'done' ? since : due;
  return (
    <>
      <StateTag tone={obligationTones[state]} text={obligationStateNames[state]} />{' '}
      {day === undefined ? null : <span className="quiet">{`${dateText(day)}${state === 'done' ? '' : '前'}`}</span>}
    </>
  );
}

function Rows({ rows }: { rows: CallStanding['rows'] }) {
  if (rows === undefined) return <>—</>;
  if (rows === 'unsigned') return <Link to={paths.packages}>已报送，待签收</Link>;
  return <>{rows}项</>;
}
