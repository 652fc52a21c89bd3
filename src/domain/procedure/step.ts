import type { TenantKind } from '../organisation/tenant.ts';
import type { Force } from '../refusal.ts';
import type { CaseKind } from './case.ts';

export const stages = ['topics', 'research', 'deliberation', 'results', 'safeguards'] as const;
export type Stage = (typeof stages)[number];

export const stageNames = {
  topics: '联动确定监督议题',
  research: '联动组织开展调研',
  deliberation: '联动开展会议审议',
  results: '联动实施结果监督',
  safeguards: '组织保障',
} satisfies Record<Stage, string>;

/** Who in the tenant does it. The council and the session decide collectively (监督法 §8); the rest prepare. */
export type Performer =
  | 'office'
  | 'lead-committee'
  | 'council-of-chairpersons'
  | 'session'
  | 'organ'
  | 'party-office'
  | 'deputies';

export const performerNames = {
  office: '办公室',
  'lead-committee': '牵头委室',
  'council-of-chairpersons': '主任会议',
  session: '常委会会议',
  organ: '机关',
  'party-office': '党委办公室',
  deputies: '代表',
} satisfies Record<Performer, string>;

/** A date that a due rule counts from. Each is taken from the shared facts of the case. */
export type Base =
  | 'city-session-opens'
  | 'session-opens'
  | 'session-closes'
  | 'county-sessions-close'
  | 'handling-session-opens'
  | 'handling-session-closes'
  | 'demands-received'
  | 'handling-base'
  | 'promise-due'
  | 'second-answer-due';

export type DueRule =
  | { kind: 'days-before'; base: Base; days: number }
  | { kind: 'months-before'; base: Base; months: number }
  | { kind: 'days-after'; base: Base; days: number }
  | { kind: 'months-after'; base: Base; months: number }
  /** Yearly window of the year before the plan year, 'MM-DD' both included (S1.1). */
  | { kind: 'window'; from: string; until: string }
  /** Yearly day of the plan year itself or, with `nextYear`, of the year after. */
  | { kind: 'day-of-year'; day: string; year: 'plan' | 'before' | 'after' }
  /** On or after the first base, strictly before the second (S3.4). */
  | { kind: 'between'; from: Base; before: Base }
  | { kind: 'on'; base: Base }
  /** The first of the days that can be told: what binds a step twice is kept by the earlier. */
  | { kind: 'earliest'; of: readonly DueRule[] };

export const daysBefore = (base: Base, days: number): DueRule => ({ kind: 'days-before', base, days });
export const monthsBefore = (base: Base, months: number): DueRule => ({ kind: 'months-before', base, months });
export const daysAfter = (base: Base, days: number): DueRule => ({ kind: 'days-after', base, days });
export const monthsAfter = (base: Base, months: number): DueRule => ({ kind: 'months-after', base, months });
export const within = (from: string, until: string): DueRule => ({ kind: 'window', from, until });
export const dayOfYear = (day: string, year: 'plan' | 'before' | 'after'): DueRule => ({
  kind: 'day-of-year',
  day,
  year,
});
export const between = (from: Base, before: Base): DueRule => ({ kind: 'between', from, before });
export const on = (base: Base): DueRule => ({ kind: 'on', base });
export const earliest = (...of: readonly DueRule[]): DueRule => ({ kind: 'earliest', of });

/**
 * A step that has to come first: in the same track, or in the track(s) of others. It binds (must), but for the counties' steps: one
 * that lags holds the city up in principle only. `force` says where it is otherwise: all levels in step (S1.8).
 */
export type Prerequisite = {
  step: string;
  of: 'own' | 'city' | 'every-county' | 'own-body';
  force?: Exclude<Force, 'may'>;
  /** It comes first where the track has that step at all, and holds nothing up where it has not. */
  ifOwed?: true;
};

/** Done on the track of any of the bodies, and no more once none of them has it. */
type OfSomeBody = { step: string; of: 'some-body' };

export type Step = {
  id: string;
  case: CaseKind;
  stage: Stage;
  /** Verb phrase of the opinion, in Chinese, for every screen. */
  title: string;
  clause: string;
  /** Law articles and rule ids that say the same or more (`监督法 §15`, `REP-01`). */
  law: readonly string[];
  /** Which tracks have the step. */
  level: 'city' | 'county' | 'both';
  tenant: TenantKind;
  by: Performer;
  force: Force;
  due?: DueRule;
  /** How binding the date is, where it differs from the step: S3.1 must happen, seven days ahead only in principle. */
  dueForce?: Force;
  /** Why just this day, where the clause does not name it: Chinese, said with the date's working. */
  dueBecause?: string;
  after: readonly Prerequisite[];
  /** The act that satisfies it; nothing is ticked by hand. */
  doneBy: string;
  /** Handling repeats in every round (S4.5). */
  perRound: boolean;
  /** Under way from the first county that has its mark (coverage-marks.ts), and named by those that have none yet. */
  covers?: 'every-county';
  /** No requirement of the opinion but somebody's own word or the law's: it is reminded of, and compliance does not judge it. */
  unjudged?: true;
  /** The step exists only once this other step was done: nobody owes a decision on an adjustment that nobody proposed. */
  onlyIf?: Prerequisite | OfSomeBody;
};

type StepInput = Omit<Step, 'id' | 'law' | 'after' | 'tenant' | 'perRound'> & {
  law?: readonly string[];
  tenant?: TenantKind;
  after?: readonly (string | Prerequisite)[];
  perRound?: boolean;
};

/** Declares one step of the procedure; the defaults are a body's own step, once, after nothing. */
export function step(id: string, input: StepInput): Step {
  const after = (input.after ?? []).map((entry) =>
    typeof entry === 'string' ? { step: entry, of: 'own' as const } : entry,
  );
  return {
    ...input,
    id,
    law: input.law ?? [],
    tenant: input.tenant ?? 'body',
    after,
    perRound: input.perRound ?? false,
  };
}

export const ofCity = (stepId: string): Prerequisite => ({ step: stepId, of: 'city' });
export const ofEveryCounty = (stepId: string): Prerequisite => ({ step: stepId, of: 'every-county' });
/** The same, with no way around: not even with a reason. */
export const mustFirst = (before: Prerequisite): Prerequisite => ({ ...before, force: 'must' });
/** The same, unless a reason is recorded. */
export const inPrinciple = (before: Prerequisite): Prerequisite => ({ ...before, force: 'in-principle' });
/** An own step that should come first, unless a reason is recorded. */
export const inPrincipleAfter = (stepId: string): Prerequisite => inPrinciple({ step: stepId, of: 'own' });
/** An own step that comes first where it is owed. */
export const ifOwed = (stepId: string): Prerequisite => ({ step: stepId, of: 'own', ifOwed: true });
export const ofOwnBody = (stepId: string): Prerequisite => ({ step: stepId, of: 'own-body' });
