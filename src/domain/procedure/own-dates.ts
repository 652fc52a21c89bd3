import type { ScheduledStep } from './schedule.ts';

/** The steps of one tenant's track that have a day, or a reason for having none yet: by their days, those without one last. */
export function ownDatesOf(schedule: readonly ScheduledStep[], tenantId: string): readonly ScheduledStep[] {
  return schedule
    .filter((step) => step.tenantId === tenantId && (step.due !== undefined || step.undatedBecause !== undefined))
    .toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
}
