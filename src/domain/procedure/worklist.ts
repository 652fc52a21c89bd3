import { daysBetween } from '../calendar/counting.ts';
import type { Force } from '../refusal.ts';
import { type CaseView, type Done, doneOf, type PlainDateText, type Track } from './case.ts';
import { appliesTo, type CaseContext, contextOf, tracksNamedBy } from './case-context.ts';
import { coverageStanding } from './coverage-marks.ts';
import { judgedDayOf, type ScheduledStep } from './schedule.ts';
import type { Performer, Prerequisite, Step } from './step.ts';

/** Where a step stands today. `waived` was released by a decision; `ready` may be done now. */
export const obligationStates = ['waiting', 'ready', 'due-soon', 'overdue', 'done', 'waived'] as const;
export type ObligationState = (typeof obligationStates)[number];

export const obligationStateNames = {
  waiting: '等待',
  ready: '待办理',
  'due-soon': '即将到期',
  overdue: '逾期',
  done: '已完成',
  waived: '已免除',
} satisfies Record<ObligationState, string>;

/** What one tenant owes, or may do, in one step of a case. */
export type Obligation = {
  tenantId: string;
  performer: Performer;
  stepId: string;
  key: string;
  title: string;
  clause: string;
  force: Force;
  state: ObligationState;
  /** The day it became possible, or was done. */
  since?: PlainDateText;
  due?: PlainDateText;
  /** The other tenants whose steps it still waits for. */
  awaits?: readonly string[];
  /** Begun and not at its end: some counties are covered, others not yet. */
  isUnderWay?: true;
  /** Chinese: what it waits for, by name; or the clause and the date that ask for it. */
  why: string;
};

const undatedMark = '，期限待定：';
const partMark = '；';

/** What `why` says beyond the clause and the date, for a screen that shows both beside it: what is waited for, why there is no date yet. */
export function waitOf(why: string): string {
  const [deadline = '', ...waits] = why.split(partMark);
  const undated = deadline.split(undatedMark).slice(1);
  return [...undated, ...waits].join(partMark);
}

/** Whether `why` tells of a date that is still to come; false where no day is set at all. */
export function awaitsDate(why: string): boolean {
  return why.includes(undatedMark);
}

/** A week: the rhythm of an office, and the shortest notice the opinion and the law know (T−7, S3.1, 监督法 §15). */
export const dueSoonDays = 7;

type Blocker = { of: Prerequisite['of']; text: string; tenantIds: readonly string[] };

/**
 * What every tenant of a case owes today, derived from what has been done: nothing is ticked by hand. Optional steps (可选) are
 * offered and never overdue. A closed track and a withdrawn case owe nothing; what was done stays listed.
 */
export function worklistOf(
  view: CaseView,
  schedule: readonly ScheduledStep[],
  steps: readonly Step[],
  today: PlainDateText,
): Obligation[] {
  const context = contextOf(view);
  const declared = declaredSteps(steps);
  return schedule.flatMap((scheduled) => {
    const track = context.byTenant.get(scheduled.tenantId);
    if (track === undefined) return [];
    const done = track.done[scheduled.key] ?? doneOf(scheduled.stepId, track);
    if (done !== undefined) return [settled(scheduled, done)];
    if (view.state === 'withdrawn' || track.closedOn !== undefined) return [];
    return [openObligation(scheduled, { track, context, declared, today })];
  });
}

type Standing = { track: Track; context: CaseContext; declared: ReadonlyMap<string, Step>; today: PlainDateText };

function openObligation(scheduled: ScheduledStep, standing: Standing): Obligation {
  const step = standing.declared.get(declaredKey(standing.track, scheduled.stepId));
  const blockers = step === undefined ? [] : blockersOf(step, standing);
  const state = stateOf(scheduled, blockers, standing.today);
  const since = state === 'waiting' || step === undefined ? undefined : sinceOf(step, scheduled, standing);
  const coverage = coverageOf(step, state, standing);
  const awaits = blockers.flatMap(({ tenantIds }) => tenantIds).filter((id) => id !== scheduled.tenantId);
  return {
    ...commonOf(scheduled),
    state,
    ...(since === undefined ? {} : { since }),
    ...(awaits.length === 0 ? {} : { awaits: [...new Set(awaits)] }),
    ...(coverage.isUnderWay ? { isUnderWay: true } : {}),
    why: [whyOf(scheduled, blockers, state, standing.today), ...coverage.texts].join(partMark),
  };
}

/**
 * S2.4: how far a step that covers every county has come; nothing to say of others, and of one whose turn has not come. Only counties
 * whose tracks the reader sees are named: a county reads whether it is still to be visited itself.
 */
function coverageOf(
  step: Step | undefined,
  state: ObligationState,
  { track, context }: Standing,
): { isUnderWay: boolean; texts: readonly string[] } {
  if (step?.covers === undefined || state === 'waiting') return { isUnderWay: false, texts: [] };
  const { covered, left } = coverageStanding(context.view, track);
  const names = left.map(({ shortName }) => shortName).join('、');
  return { isUnderWay: covered.length > 0, texts: left.length === 0 ? [] : [`尚未实地调研${names}`] };
}

function commonOf(scheduled: ScheduledStep): Omit<Obligation, 'state' | 'why' | 'since' | 'awaits' | 'isUnderWay'> {
  return {
    tenantId: scheduled.tenantId,
    performer: scheduled.by,
    stepId: scheduled.stepId,
    key: scheduled.key,
    title: scheduled.title,
    clause: scheduled.clause,
    force: scheduled.force,
    ...(scheduled.due === undefined ? {} : { due: scheduled.due }),
  };
}

function settled(scheduled: ScheduledStep, done: Done): Obligation {
  const common = { ...commonOf(scheduled), since: done.on };
  if (done.note === 'waived') return { ...common, state: 'waived', why: `${done.on}经决定免除（${scheduled.clause}）` };
  const late = done.note === 'late' || (scheduled.due !== undefined && judgedDayOf(scheduled, done.on) > scheduled.due);
  return { ...common, state: 'done', why: `${done.on}${late ? '逾期完成' : '完成'}（${scheduled.clause}）` };
}

/**
 * A passed date is overdue whoever is waited for: the wait is named, the lateness is not hidden. A city that waits only for
 * counties may go on with a recorded reason, so its nearing date is shown as near.
 */
function stateOf(scheduled: ScheduledStep, blockers: readonly Blocker[], today: PlainDateText): ObligationState {
  const blocked = blockers.length > 0 || (scheduled.opens !== undefined && today < scheduled.opens);
  const free = blocked ? 'waiting' : 'ready';
  if (scheduled.force === 'may' || scheduled.due === undefined) return free;
  if (today > scheduled.due) return 'overdue';
  const soon = daysBetween(today, scheduled.due) <= dueSoonDays;
  const bound = blocked && !blockers.every((blocker) => blocker.of === 'every-county');
  return soon && !bound ? 'due-soon' : free;
}

function whyOf(
  scheduled: ScheduledStep,
  blockers: readonly Blocker[],
  state: ObligationState,
  today: PlainDateText,
): string {
  const parts = [deadlineText(scheduled, state, today)];
  if (blockers.length > 0) parts.push(...blockers.map((blocker) => blocker.text));
  else if (scheduled.opens !== undefined && today < scheduled.opens) parts.push(`自${scheduled.opens}起办理`);
  return parts.filter((part) => part !== '').join(partMark);
}

function deadlineText(scheduled: ScheduledStep, state: ObligationState, today: PlainDateText): string {
  const { due, clause } = scheduled;
  if (scheduled.force === 'may') return `可选（${clause}）`;
  if (due === undefined) {
    return scheduled.undatedBecause === undefined
      ? `依据${clause}`
      : `依据${clause}${undatedMark}${scheduled.undatedBecause}`;
  }
  if (state === 'overdue') return `应于${due}前完成，已逾期${daysBetween(due, today)}日（${clause}）`;
  const left = daysBetween(today, due);
  return `${due}前完成，${left === 0 ? '今日到期' : `还有${left}日`}（${clause}）`;
}

function blockersOf(step: Step, standing: Standing): Blocker[] {
  return step.after.flatMap((prerequisite) => {
    const missing = missingFor(prerequisite, step, standing);
    if (missing.length === 0) return [];
    const title = titleOf(prerequisite.step, missing[0], standing);
    const tenantIds = missing.map(({ tenantId }) => tenantId);
    return [{ of: prerequisite.of, text: blockerText(prerequisite, missing, title), tenantIds }];
  });
}

function missingFor(prerequisite: Prerequisite, dependent: Step, standing: Standing): Track[] {
  const named = tracksNamedBy(prerequisite, standing.track, standing.context);
  return named.filter((track) => isAwaited(prerequisite.step, track, dependent, standing));
}

/** What a duty waits for: steps that are owed on that track. An optional step or a closed track holds no duty up. */
function isAwaited(stepId: string, track: Track, dependent: Step, standing: Standing): boolean {
  if (doneOf(stepId, track) !== undefined || track.closedOn !== undefined) return false;
  const declared = standing.declared.get(declaredKey(track, stepId));
  if (declared === undefined) return true;
  if (declared.force === 'may' && dependent.force !== 'may') return false;
  return appliesTo(declared, track, standing.context);
}

function blockerText(prerequisite: Prerequisite, missing: readonly Track[], title: string): string {
  const names = missing.map((track) => track.shortName).join('、');
  switch (prerequisite.of) {
    case 'own':
      return `先完成“${title}”`;
    case 'city':
    case 'own-body':
      return `等待${names}完成“${title}”`;
    case 'every-county':
      return `等待${missing.length}个县（市、区）完成“${title}”：${names}`;
  }
}

function titleOf(stepId: string, track: Track | undefined, standing: Standing): string {
  const declared = track === undefined ? undefined : standing.declared.get(declaredKey(track, stepId));
  return declared?.title ?? stepId;
}

/** The day the last of what it waited for was done, or its window opened. */
function sinceOf(step: Step, scheduled: ScheduledStep, standing: Standing): PlainDateText | undefined {
  let since = scheduled.opens;
  for (const prerequisite of step.after) {
    for (const track of tracksNamedBy(prerequisite, standing.track, standing.context)) {
      const on = doneOf(prerequisite.step, track)?.on;
      if (on !== undefined && (since === undefined || on > since)) since = on;
    }
  }
  return since;
}

/** City and county may declare a step of the same name differently (S3.1, S3.5). */
function declaredSteps(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const entries = steps.flatMap((step) => {
    const levels = step.level === 'both' ? (['city', 'county'] as const) : [step.level];
    return levels.map((level) => [`${step.tenant}/${level}/${step.id}`, step] as const);
  });
  return new Map(entries);
}

function declaredKey(track: Track, stepId: string): string {
  return `${track.kind}/${track.level}/${stepId}`;
}
