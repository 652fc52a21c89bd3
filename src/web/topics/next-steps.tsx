import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { isOwnStep } from '../../domain/procedure/performers.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { awaitsConfirmation } from '../../domain/procedure/waiting-decisions.ts';
import {
  type Obligation,
  type ObligationState,
  obligationStateNames,
  waitOf,
} from '../../domain/procedure/worklist.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import type { Derived } from '../lib/derived-case.ts';
import { withDateWords } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { undatedWords } from '../lib/undated-words.ts';
import { clauseWords, obligationTones, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { StateTag } from '../ui/state-tag.tsx';

const open: readonly ObligationState[] = ['overdue', 'due-soon', 'ready', 'waiting'];

/** What the own tenant owes in this case, the most pressing first. */
export function NextSteps(props: {
  me: Me;
  derived: Derived;
  view: CaseView;
  /** Seen as of an earlier day: what waited then leads to no sheet. */
  isPast?: boolean;
  /** Steps whose decision is entered and waits for its confirmation. */
  enteredSteps: readonly string[];
}) {
  const { me, derived, view, isPast = false, enteredSteps } = props;
  const own = derived.obligations.filter(
    (obligation) =>
      obligation.tenantId === me.tenantId && obligation.force !== 'may' && open.includes(obligation.state),
  );
  const done = derived.obligations.filter(
    (obligation) => obligation.tenantId === me.tenantId && obligation.state === 'done',
  ).length;
  const reasons = new Map(derived.schedule.map((entry) => [`${entry.tenantId}/${entry.key}`, entry.explanation]));
  const sorted = own.toSorted((one, other) => open.indexOf(one.state) - open.indexOf(other.state));
  return (
    <section className="section" aria-label="本单位接下来">
      <div className="section-head">
        <h2>本单位接下来</h2>
        <span className="quiet">
          已完成{done}项，待办{own.length}项
        </span>
      </div>
      {sorted.length === 0 ? <p>目前没有待办的步骤。</p> : null}
      <ol className="next-steps">
        {sorted.slice(0, 12).map((obligation) => (
          <li key={obligation.key}>
            <div className="next-head">
              {!isPast && enteredSteps.includes(obligation.stepId) ? (
                <EnteredStep title={obligation.title} me={me} />
              ) : (
                <>
                  {isPast ? <span>{obligation.title}</span> : <StepTitle obligation={obligation} me={me} view={view} />}
                  <StateTag tone={obligationTones[obligation.state]} text={stateWords(obligation)} />
                </>
              )}
            </div>
            <p className="quiet next-facts">
              {obligation.due === undefined ? (
                undatedWords(obligation.why)
              ) : (
                <DateWithReason
                  date={obligation.due}
                  reason={reasonOf(reasons.get(`${obligation.tenantId}/${obligation.key}`))}
                />
              )}
              <ClauseTag id={obligation.clause} text={clauseWords(obligation.clause)} />
              <span>{withDateWords(waitOf(obligation.why))}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateWords({ state, isUnderWay }: Obligation): string {
  return state === 'ready' && isUnderWay === true ? '进行中' : obligationStateNames[state];
}

/** Entered and waiting for its confirmation: nobody's work until then but the chairperson's. */
function EnteredStep({ title, me }: { title: string; me: Me }) {
  return (
    <>
      {has(me, 'chairperson', 'office-clerk') ? <Link to={paths.confirmations}>{title}</Link> : <span>{title}</span>}
      <StateTag tone="soon" text={awaitsConfirmation} />
    </>
  );
}

/** A link only where the person may take the act; otherwise whose it is. */
function StepTitle({ obligation, me, view }: { obligation: Obligation; me: Me; view: CaseView }) {
  const { stepId, title, state, performer } = obligation;
  const act = actOfStep(stepId, me.level, me.kind);
  const signs = act?.by === 'receipt' && has(me, 'office-clerk', 'committee-clerk');
  if (!signs && !isOwnStep(me, view, performer)) {
    const isLead = performer === 'lead-committee' && me.level === 'city' && view.leadUnitName !== undefined;
    return (
      <span>
        {title}
        <small className="quiet">（由{isLead ? view.leadUnitName : performerNames[performer]}办理）</small>
      </span>
    );
  }
  if (act === undefined || state === 'waiting') return <span>{title}</span>;
  return <Link to={act.by === 'receipt' ? paths.packages : paths.act(view.id, act.kind)}>{title}</Link>;
}
