import type { CaseView, Departure, PlainDateText, Track } from './case.ts';
import { type Clause, clauses } from './clauses.ts';
import { type ClauseState, combinedState, judgeStep, pastRounds, type StepJudgement } from './judgement.ts';
import type { ScheduledStep } from './schedule.ts';
import type { Step } from './step.ts';

/** How one clause stands on one track, step by step. */
export type TrackCompliance = { tenantId: string; name: string; state: ClauseState; steps: readonly StepJudgement[] };

/** How one clause of the opinion stands in a case: the worst of its tracks, and each of them by name. */
export type ClauseCompliance = { clause: Clause; state: ClauseState; tracks: readonly TrackCompliance[] };

/**
 * The procedure report (程序对照表) of a case: every clause of the opinion that binds this kind of case, in the opinion's order,
 * judged from recorded acts alone. A session has no clauses of its own; its topics are judged.
 */
export function complianceOf(
  view: CaseView,
  steps: readonly Step[],
  schedule: readonly ScheduledStep[],
  today: PlainDateText,
): ClauseCompliance[] {
  const scheduledByTenant = Map.groupBy(schedule, (scheduled) => scheduled.tenantId);
  return clauses
    .filter((clause) => clause.case === view.kind)
    .map((clause) => {
      const serving = steps.filter((step) => serves(step, clause, view));
      const tracks = view.tracks
        .filter((track) => clause.level === undefined || clause.level === track.level)
        .map((track) =>
          judgeTrack({ view, clause, track, serving, today }, scheduledByTenant.get(track.tenantId) ?? []),
        )
        .filter((track) => track.steps.length > 0);
      return { clause, state: combinedState(tracks.map((track) => track.state)), tracks };
    });
}

function serves(step: Step, clause: Clause, view: CaseView): boolean {
  if (step.case !== view.kind || step.unjudged === true) return false;
  return step.clause === clause.id || step.law.includes(clause.id) || clause.includes?.includes(step.clause) === true;
}

type Question = { view: CaseView; clause: Clause; track: Track; serving: readonly Step[]; today: PlainDateText };

function judgeTrack(question: Question, scheduled: readonly ScheduledStep[]): TrackCompliance {
  const { track } = question;
  const ids = new Set(question.serving.map((step) => step.id));
  const judged = scheduled
    .filter((entry) => ids.has(entry.stepId))
    .map((entry) => judgeStep(entry, { ...question, clauseId: question.clause.id }));
  const earlier = question.serving
    .filter((step) => step.tenant === track.kind && (step.level === 'both' || step.level === track.level))
    .flatMap((step) => pastRounds(step, track));
  const steps = settleSilence(question.clause, [
    ...earlier,
    ...judged,
    ...otherDepartures(question, [...earlier, ...judged]),
  ]);
  return { tenantId: track.tenantId, name: track.name, state: combinedState(steps.map((step) => step.state)), steps };
}

/** A reason recorded under this clause by an act whose own step belongs to another clause (S1.5 by the joint draft plan). */
function otherDepartures(question: Question, judged: readonly StepJudgement[]): StepJudgement[] {
  const told = new Set(judged.map((step) => step.reason));
  return question.track.departures
    .filter(
      (departure) => departure.clause === question.clause.id && isOwnMatter(departure) && !told.has(departure.reason),
    )
    .map((departure) => ({
      stepId: departure.code,
      key: `${departure.code}#${departure.seq}`,
      title: question.clause.what,
      state: 'departed' as const,
      on: departure.on,
      reason: departure.reason,
      why: `${departure.on}载明理由后先行：${departure.reason}`,
    }));
}

/** Lateness is judged with its step. */
function isOwnMatter(departure: Departure): boolean {
  return departure.code !== 'order/late';
}

function settleSilence(clause: Clause, steps: readonly StepJudgement[]): readonly StepJudgement[] {
  if (clause.keptBySilence !== true) return steps;
  return steps.map((step) =>
    step.state === 'not-applicable' ? { ...step, state: 'kept' as const, why: '未作调整，符合本条' } : step,
  );
}
