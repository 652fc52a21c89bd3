import { daysBetween } from '../calendar/counting.ts';
import { type CaseView, type Departure, type Done, doneKey, doneOf, type PlainDateText, type Track } from './case.ts';
import { judgedDayOf, type ScheduledStep } from './schedule.ts';
import type { Step } from './step.ts';

/** How a requirement of the opinion stands. */
export const clauseStates = ['kept', 'kept-late', 'departed', 'broken', 'not-yet', 'not-applicable'] as const;
export type ClauseState = (typeof clauseStates)[number];

export const clauseStateNames = {
  kept: '已落实',
  'kept-late': '逾期落实',
  departed: '载明理由后变通',
  broken: '未落实',
  'not-yet': '尚未到期',
  'not-applicable': '不适用',
} satisfies Record<ClauseState, string>;

/** How one step of one track stands in the report, with the sentence that says why. */
export type StepJudgement = {
  stepId: string;
  key: string;
  title: string;
  state: ClauseState;
  on?: PlainDateText;
  due?: PlainDateText;
  /** The reason the act recorded for a departure or for lateness. */
  reason?: string;
  why: string;
};

/** Worst first: what is broken must not hide behind what is kept; a clause is kept only when nothing of it is open. */
const gravity = ['broken', 'departed', 'not-yet', 'kept-late', 'kept'] as const satisfies readonly ClauseState[];

/** One state for several; what does not apply says nothing. */
export function combinedState(states: readonly ClauseState[]): ClauseState {
  return gravity.find((state) => states.includes(state)) ?? 'not-applicable';
}

type JudgedCase = { view: CaseView; track: Track; clauseId: string; today: PlainDateText };

/** Judges a scheduled step of the track's current round. */
export function judgeStep(scheduled: ScheduledStep, judged: JudgedCase): StepJudgement {
  const done = judged.track.done[scheduled.key] ?? doneOf(scheduled.stepId, judged.track);
  return done === undefined ? judgeOpen(scheduled, judged) : judgeDone(scheduled, done, judged.track);
}

function judgeDone(scheduled: ScheduledStep, done: Done, track: Track): StepJudgement {
  const reason = reasonOf(done, scheduled.clause, track);
  const common = {
    ...named(scheduled),
    on: done.on,
    ...(scheduled.due === undefined ? {} : { due: scheduled.due }),
    ...(reason === undefined ? {} : { reason: reason.reason }),
  };
  if (done.note === 'waived') return { ...common, state: 'departed', why: `${done.on}经决定免除` };
  const counted = judgedDayOf(scheduled, done.on);
  const daysLate = scheduled.due === undefined ? 0 : Math.max(0, daysBetween(scheduled.due, counted));
  if (daysLate > 0 || done.note === 'late') {
    const state = scheduled.dueForce === 'in-principle' && reason !== undefined ? 'departed' : 'kept-late';
    const late = daysLate > 0 ? `，晚${daysLate}日` : '，办理时已逾期';
    return { ...common, state, why: `${counted}完成${late}${reasonText(reason)}` };
  }
  if (reason !== undefined) return { ...common, state: 'departed', why: `${done.on}完成${reasonText(reason)}` };
  return { ...common, state: 'kept', why: `${done.on}完成` };
}

function judgeOpen(scheduled: ScheduledStep, { view, track, clauseId, today }: JudgedCase): StepJudgement {
  const common = { ...named(scheduled), ...(scheduled.due === undefined ? {} : { due: scheduled.due }) };
  if (scheduled.force === 'may') return { ...common, state: 'not-applicable', why: '可选，未采用' };
  if (view.state === 'withdrawn') return { ...common, state: 'not-applicable', why: '议题已按程序撤销' };
  const departure = track.departures.find((entry) => entry.clause === clauseId && entry.code !== 'order/late');
  const excused =
    departure !== undefined && (scheduled.dueForce === 'in-principle' || scheduled.force === 'in-principle');
  if (track.closedOn !== undefined) {
    const state = excused && scheduled.force === 'in-principle' ? 'departed' : 'broken';
    return { ...common, state, why: `${track.closedOn}办结时仍未完成${reasonText(departure)}` };
  }
  if (scheduled.due !== undefined && today > scheduled.due) {
    const late = `应于${scheduled.due}前完成，已逾期${daysBetween(scheduled.due, today)}日`;
    if (!excused) return { ...common, state: 'broken', why: late };
    return { ...common, state: 'departed', reason: departure.reason, why: `${late}${reasonText(departure)}` };
  }
  return { ...common, state: 'not-yet', why: openText(scheduled) };
}

function openText(scheduled: ScheduledStep): string {
  if (scheduled.due !== undefined) return `应于${scheduled.due}前完成`;
  return scheduled.undatedBecause === undefined ? '尚未完成，无固定期限' : `期限待定：${scheduled.undatedBecause}`;
}

/**
 * The rounds before the current one. Their dates are no longer derived (each round has its own base), so lateness is what the act
 * itself recorded; a duty left undone when the next round opened stays broken.
 */
export function pastRounds(step: Step, track: Track): StepJudgement[] {
  if (!step.perRound) return [];
  const rounds = Array.from({ length: track.round - 1 }, (_, index) => index + 1);
  return rounds.flatMap((round) => judgePast(step, round, track));
}

function judgePast(step: Step, round: number, track: Track): StepJudgement[] {
  const key = doneKey(step.id, true, round);
  const done = track.done[key];
  const common = { stepId: step.id, key, title: `${step.title}（第${round}轮）` };
  if (done === undefined) {
    const owed = step.force === 'must' && wasOwed(step, round, track);
    return owed ? [{ ...common, state: 'broken', why: `第${round}轮结束时未完成` }] : [];
  }
  const reason = reasonOf(done, step.clause, track);
  const recorded = reason === undefined ? {} : { reason: reason.reason };
  const why = `${done.on}完成${reasonText(reason)}`;
  return [{ ...common, ...recorded, on: done.on, state: pastState(step, done, reason), why }];
}

/** A condition met once for all held in every round; one that is met anew in each (an organ that is asked) is marked with the round. */
function wasOwed({ onlyIf }: Step, round: number, track: Track): boolean {
  if (onlyIf === undefined) return true;
  const marks = [onlyIf.step, doneKey(onlyIf.step, true, round)];
  return onlyIf.of === 'own' && marks.some((mark) => track.done[mark] !== undefined);
}

function pastState(step: Step, done: Done, reason: Departure | undefined): ClauseState {
  if (done.note === 'waived') return 'departed';
  if (done.note === 'late') {
    return (step.dueForce ?? step.force) === 'in-principle' && reason !== undefined ? 'departed' : 'kept-late';
  }
  return reason === undefined ? 'kept' : 'departed';
}

/** The reason recorded by the very act that did the step. */
function reasonOf(done: Done, clause: string, track: Track): Departure | undefined {
  return track.departures.find((departure) => departure.seq === done.seq && departure.clause === clause);
}

function reasonText(departure: Departure | undefined): string {
  return departure === undefined ? '' : `；理由：${departure.reason}`;
}

function named(scheduled: ScheduledStep): { stepId: string; key: string; title: string } {
  return { stepId: scheduled.stepId, key: scheduled.key, title: scheduled.title };
}
