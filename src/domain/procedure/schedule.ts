import { daysBetween, daysForward } from '../calendar/counting.ts';
import type { Explanation } from '../calendar/explanation.ts';
import type { LegalCalendar } from '../calendar/legal-days.ts';
import type { Force } from '../refusal.ts';
import { type CaseView, doneKey, type PlainDateText, type Track } from './case.ts';
import { appliesTo, bodyTrackOf, type CaseContext, contextOf, type ScheduleRules } from './case-context.ts';
import { type DueDate, type DueQuestion, dueDateOf } from './due-dates.ts';
import { reportWaiverOf } from './report-waiver.ts';
import type { Settings } from './settings.ts';
import { type DueRule, daysAfter, on, type Performer, type Step } from './step.ts';

/** One step on one track, in the track's current round, with its date where it has one. Plain data: it travels and is stored. */
export type ScheduledStep = {
  tenantId: string;
  stepId: string;
  /** As in `Track.done`. */
  key: string;
  title: string;
  clause: string;
  law: readonly string[];
  by: Performer;
  force: Force;
  /** How binding the date is (S3.1 must happen, seven days ahead only in principle). */
  dueForce: Force;
  /** First day on which it may be done. */
  opens?: PlainDateText;
  /** Last day on which it is done in time. */
  due?: PlainDateText;
  /** The day lateness is judged by, where it is not the day of the act: a county's sitting has to have *ended* (SES-03). */
  judgedOn?: PlainDateText;
  /** Why the step has a due rule but no date yet, in Chinese. */
  undatedBecause?: string;
  explanation?: Explanation;
};

/**
 * Every step of every track of a case, in the order of the procedure, each dated from the shared facts alone. Deterministic, and no
 * track's date depends on where another stands in the list. Conditional steps appear once their condition is met.
 */
export function scheduleOf(
  view: CaseView,
  steps: readonly Step[],
  calendar: LegalCalendar,
  settings: Settings,
): ScheduledStep[] {
  const context = contextOf(view);
  const rules = { calendar, settings };
  return view.tracks.flatMap((track) => scheduleInContext(track, steps, context, rules));
}

/** The day that decides whether a step done on `on` was late: a sitting's last day where that is later (SES-03). */
export function judgedDayOf(scheduled: ScheduledStep, on: PlainDateText): PlainDateText {
  return scheduled.judgedOn !== undefined && scheduled.judgedOn > on ? scheduled.judgedOn : on;
}

/** As `scheduleOf`, for some tracks of the case. */
export function scheduleTracks(
  view: CaseView,
  tracks: readonly Track[],
  steps: readonly Step[],
  rules: ScheduleRules,
): ScheduledStep[] {
  const context = contextOf(view);
  return tracks.flatMap((track) => scheduleInContext(track, steps, context, rules));
}

/** As `scheduleOf`, for one track of the case. */
export function scheduleTrack(
  view: CaseView,
  track: Track,
  steps: readonly Step[],
  rules: ScheduleRules,
): ScheduledStep[] {
  return scheduleInContext(track, steps, contextOf(view), rules);
}

function scheduleInContext(
  track: Track,
  steps: readonly Step[],
  context: CaseContext,
  rules: ScheduleRules,
): ScheduledStep[] {
  const scheduled: ScheduledStep[] = [];
  for (const step of steps) {
    if (appliesTo(step, track, context)) scheduled.push(scheduleStep({ step, track, context, rules }));
  }
  return scheduled;
}

function scheduleStep(question: DueQuestion): ScheduledStep {
  const { step, track } = question;
  const waiver = reportWaiverOf(question);
  const rule = waiver === undefined ? ruleUnderSettings(step, question.rules.settings) : on('session-opens');
  return {
    tenantId: track.tenantId,
    stepId: step.id,
    key: doneKey(step.id, step.perRound, track.round),
    title: step.title,
    clause: step.clause,
    law: step.law,
    by: step.by,
    force: step.force,
    dueForce: step.dueForce ?? step.force,
    ...(rule === undefined ? {} : datedUnderSettings(noted(dueDateOf(rule, question), waiver), question)),
  };
}

function noted(dated: DueDate, note: string | undefined): DueDate {
  if (note === undefined || 'undatedBecause' in dated) return dated;
  return { ...dated, explanation: { ...dated.explanation, note: `${dated.explanation.note ?? ''}${note}` } };
}

/** Steps whose rule a customer's decision changes (dossier §1 b, c and the days of handing over). */
const planApproval = 'approve-implementation-plan';
const countyDeliberation = 'deliberate';
const handingOver = 'hand-over-results';

function ruleUnderSettings(step: Step, settings: Settings): DueRule | undefined {
  // b. Where "2个月前" binds the drafting only, the approval follows it without a day of its own.
  if (step.id === planApproval && settings.planDueMeans === 'drafted') return undefined;
  if (step.id === handingOver && step.due?.kind === 'days-after')
    return daysAfter(step.due.base, settings.handOverDays);
  return step.due;
}

/**
 * c. "7日前" binds the end of the county's sitting, so the sitting's last day is what is judged. Where it binds the opening only,
 * the last day may lie as much later as the sitting is long.
 */
function datedUnderSettings(dated: DueDate, question: DueQuestion): DueDate & { judgedOn?: PlainDateText } {
  const { step, track, context, rules } = question;
  if (step.id !== countyDeliberation || track.level !== 'county' || 'undatedBecause' in dated) return dated;
  const session = bodyTrackOf(track, context)?.session;
  if (session === undefined) return dated;
  const length = daysBetween(session.opens, session.closes);
  if (rules.settings.countySessionMeans === 'ended' || length === 0) return { ...dated, judgedOn: session.closes };
  const due = daysForward(dated.due, length);
  const arithmetic = `${dated.explanation.arithmetic}；会议在该日前召开即可，会期 ${length + 1} 日，最迟 ${due} 闭会`;
  return { ...dated, due, judgedOn: session.closes, explanation: { ...dated.explanation, arithmetic } };
}
