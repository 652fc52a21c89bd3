import type { CaseView } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { type ScheduledStep, scheduleOf } from '../../domain/procedure/schedule.ts';
import { type Obligation, worklistOf } from '../../domain/procedure/worklist.ts';
import type { Linkage } from './linkage.ts';

/** What the domain derives from a case on a day for most of its pages; the browser re-implements none of it. */
export type Derived = {
  schedule: readonly ScheduledStep[];
  obligations: readonly Obligation[];
};

export function deriveCase(view: CaseView, { calendar, settings }: Linkage, today: string): Derived {
  const schedule = scheduleOf(view, steps, calendar, settings);
  return { schedule, obligations: worklistOf(view, schedule, steps, today) };
}
