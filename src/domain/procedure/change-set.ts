import { daysBetween } from '../calendar/counting.ts';
import type { Explanation } from '../calendar/explanation.ts';
import type { PlainDateText } from './case.ts';
import type { ScheduledStep } from './schedule.ts';

/** A date that moves, old beside new. `movedBy` counts days, later is positive; absent where one side has no date. */
export type DateChange = {
  tenantId: string;
  stepId: string;
  key: string;
  title: string;
  clause: string;
  oldOpens?: PlainDateText;
  oldDue?: PlainDateText;
  oldExplain?: Explanation;
  newOpens?: PlainDateText;
  newDue?: PlainDateText;
  newExplain?: Explanation;
  /** Why the step has no date any more, in Chinese. */
  undatedBecause?: string;
  movedBy?: number;
};

/**
 * Which dates move between two schedules of one case, in the order of the later one and then what only the earlier had; what stays
 * is left out. A step that only one schedule has counts as undated in the other.
 */
export function changeSetOf(before: readonly ScheduledStep[], after: readonly ScheduledStep[]): DateChange[] {
  const earlier = new Map(before.map((scheduled) => [identityOf(scheduled), scheduled]));
  const later = new Set(after.map(identityOf));
  const gone = before.filter((scheduled) => !later.has(identityOf(scheduled)));
  return [
    ...after.flatMap((scheduled) => changeOf(scheduled, earlier.get(identityOf(scheduled)), scheduled)),
    ...gone.flatMap((scheduled) => changeOf(scheduled, scheduled, undefined)),
  ];
}

function changeOf(
  named: ScheduledStep,
  before: ScheduledStep | undefined,
  after: ScheduledStep | undefined,
): DateChange[] {
  if (before?.due === after?.due && before?.opens === after?.opens) return [];
  return [
    {
      tenantId: named.tenantId,
      stepId: named.stepId,
      key: named.key,
      title: named.title,
      clause: named.clause,
      ...(before?.opens === undefined ? {} : { oldOpens: before.opens }),
      ...(before?.due === undefined ? {} : { oldDue: before.due }),
      ...(before?.explanation === undefined ? {} : { oldExplain: before.explanation }),
      ...(after?.opens === undefined ? {} : { newOpens: after.opens }),
      ...(after?.due === undefined ? {} : { newDue: after.due }),
      ...(after?.explanation === undefined ? {} : { newExplain: after.explanation }),
      ...(after?.undatedBecause === undefined ? {} : { undatedBecause: after.undatedBecause }),
      ...(before?.due === undefined || after?.due === undefined ? {} : { movedBy: daysBetween(before.due, after.due) }),
    },
  ];
}

function identityOf(scheduled: ScheduledStep): string {
  return `${scheduled.tenantId}/${scheduled.key}`;
}
