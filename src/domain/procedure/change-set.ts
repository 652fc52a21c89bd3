import { daysBetween } from '../calendar/counting.ts';
import type { Explanation } from '../calendar/explanation.ts';
import type { PlainDateText } from './case.ts';
import type { ScheduledStep } from './schedule.ts';

/** One step's dates before or after a change: what the screen lays side by side. */
export type DatedState = {
  opens?: PlainDateText;
  due?: PlainDateText;
  undatedBecause?: string;
  explanation?: Explanation;
};

/** A date that moves. `movedBy` counts days, later is positive; absent where one side has no date. */
export type DateChange = {
  stepId: string;
  key: string;
  title: string;
  clause: string;
  before: DatedState;
  after: DatedState;
  movedBy?: number;
};

export type TenantChanges = { tenantId: string; changes: readonly DateChange[] };

/**
 * Which dates move between two schedules of one case, tenant by tenant in the order of the procedure; what stays is left out, and
 * so is a tenant for whom everything stays. A step that only one schedule has counts as undated in the other.
 */
export function changeSetOf(before: readonly ScheduledStep[], after: readonly ScheduledStep[]): TenantChanges[] {
  const earlier = new Map(before.map((scheduled) => [identityOf(scheduled), scheduled]));
  const later = new Set(after.map(identityOf));
  const gone = before.filter((scheduled) => !later.has(identityOf(scheduled)));
  const byTenant = new Map<string, DateChange[]>();
  for (const scheduled of after) add(byTenant, scheduled, changeOf(earlier.get(identityOf(scheduled)), scheduled));
  for (const scheduled of gone) add(byTenant, scheduled, changeOf(scheduled, undefined));
  return [...byTenant].map(([tenantId, changes]) => ({ tenantId, changes }));
}

function add(byTenant: Map<string, DateChange[]>, scheduled: ScheduledStep, change: DateChange | undefined): void {
  if (change === undefined) return;
  const changes = byTenant.get(scheduled.tenantId);
  if (changes === undefined) byTenant.set(scheduled.tenantId, [change]);
  else changes.push(change);
}

function changeOf(before: ScheduledStep | undefined, after: ScheduledStep | undefined): DateChange | undefined {
  const named = after ?? before;
  if (named === undefined || (before?.due === after?.due && before?.opens === after?.opens)) return undefined;
  return {
    stepId: named.stepId,
    key: named.key,
    title: named.title,
    clause: named.clause,
    before: datedState(before),
    after: datedState(after),
    ...(before?.due === undefined || after?.due === undefined ? {} : { movedBy: daysBetween(before.due, after.due) }),
  };
}

function datedState(scheduled: ScheduledStep | undefined): DatedState {
  if (scheduled === undefined) return {};
  return {
    ...(scheduled.opens === undefined ? {} : { opens: scheduled.opens }),
    ...(scheduled.due === undefined ? {} : { due: scheduled.due }),
    ...(scheduled.undatedBecause === undefined ? {} : { undatedBecause: scheduled.undatedBecause }),
    ...(scheduled.explanation === undefined ? {} : { explanation: scheduled.explanation }),
  };
}

function identityOf(scheduled: ScheduledStep): string {
  return `${scheduled.tenantId}/${scheduled.key}`;
}
