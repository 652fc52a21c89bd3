import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { exportYearSteps } from '../../contract/year-exports.ts';
import { type Obligation, obligationStateNames } from '../../domain/procedure/worklist.ts';
import { type YearStep, yearStepsOf } from '../../domain/topic/year-steps.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import type { Derived } from '../lib/derived-case.ts';
import { dateText } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { clauseWords, obligationTones, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { StateTag } from '../ui/state-tag.tsx';

/** `hasPart`: of the reader's unit; what it has no part in is not its to carry away. */
type Props = { me: Me; view: LoadedCase['view']; derived: Derived; hasPart: boolean };

/** The way of the year's topics from the call to the published plans, step by step: until when, who has done it, who not (S1.1–S1.6). */
export function YearSteps({ me, view, derived, hasPart }: Props) {
  const rows = yearStepsOf(view, derived.obligations);
  const columns: readonly Column<YearStep>[] = [
    {
      key: 'step',
      title: '步骤',
      isHeading: true,
      render: (step) => (
        <>
          <StepTitle step={step} me={me} caseId={view.id} />{' '}
          <ClauseTag id={step.clause} text={clauseWords(step.clause)} />
        </>
      ),
    },
    { key: 'due', title: '期限', render: (step) => <Due step={step} derived={derived} /> },
    { key: 'city', title: '市级', render: ({ city }) => <Standing obligation={city} /> },
    { key: 'counties', title: '县级', render: ({ counties }) => <Counties view={view} counties={counties} /> },
  ];
  return (
    <section className="year-part" aria-labelledby="year-steps-title">
      <div className="section-head">
        <h2 id="year-steps-title">议题确定的进度</h2>
        {hasPart ? (
          <ExportButton
            looks="link"
            about="议题确定的进度"
            ask={() => download(exportYearSteps, { params: { caseId: view.id } })}
          />
        ) : null}
      </div>
      <DataTable caption="确定联动监督议题的步骤" rows={rows} rowKey={({ stepId }) => stepId} columns={columns} />
    </section>
  );
}

const open: readonly Obligation['state'][] = ['ready', 'due-soon', 'overdue'];

/** The office does, or enters, every step of its own unit. */
function StepTitle({ step, me, caseId }: { step: YearStep; me: Me; caseId: string }) {
  const own = [step.city, ...step.counties].find((obligation) => obligation?.tenantId === me.tenantId);
  const act = actOfStep(step.stepId, me.level, me.kind);
  const isMine = own !== undefined && open.includes(own.state) && has(me, 'office-clerk');
  if (!isMine || act?.by !== 'form') return <>{step.title}</>;
  return <Link to={paths.act(caseId, act.kind)}>{step.title}</Link>;
}

function Due({ step, derived }: { step: YearStep; derived: Derived }) {
  if (step.due === undefined) return <>—</>;
  const scheduled = derived.schedule.find(({ stepId, due }) => stepId === step.stepId && due === step.due);
  return <DateWithReason date={step.due} reason={reasonOf(scheduled?.explanation)} text={dateText(step.due)} />;
}

function Standing({ obligation }: { obligation: Obligation | undefined }) {
  if (obligation === undefined) return <>—</>;
  const { state, since } = obligation;
  return (
    <>
      <StateTag tone={obligationTones[state]} text={obligationStateNames[state]} />{' '}
      {state === 'done' && since !== undefined ? <span className="quiet">{dateText(since)}</span> : null}
    </>
  );
}

/** One county stands as the city does; of many it is said how many have done it and who is late. */
function Counties({ view, counties }: { view: LoadedCase['view']; counties: readonly Obligation[] }) {
  const [only] = counties;
  if (only === undefined) return <>—</>;
  if (counties.length === 1) return <Standing obligation={only} />;
  const done = counties.filter(({ state }) => state === 'done').length;
  const late = counties.filter(({ state }) => state === 'overdue');
  const openTone = done === counties.length ? 'done' : 'waiting';
  const nameOf = (tenantId: string) => view.tracks.find((track) => track.tenantId === tenantId)?.shortName ?? '';
  return (
    <>
      <StateTag tone={late.length > 0 ? 'overdue' : openTone} text={`${counties.length}个中${done}个已完成`} />
      {late.length === 0 ? null : (
        <span className="quiet"> 逾期：{late.map(({ tenantId }) => nameOf(tenantId)).join('、')}</span>
      )}
    </>
  );
}
