import { expect, test } from 'vitest';
import { ownDatesOf } from './own-dates.ts';
import type { ScheduledStep } from './schedule.ts';

const step = (key: string, change: Partial<ScheduledStep>): ScheduledStep => ({
  ...{
    key,
    stepId: key,
    tenantId: 'county',
    title: key,
    clause: 'S2.1',
    law: [],
    by: 'office',
    force: 'must',
    dueForce: 'must',
  },
  ...change,
});

test('the dates of a track are its own, by their days; steps without a day yet come last, without any not at all', () => {
  const schedule = [
    step('undated', { undatedBecause: '等待市级会期' }),
    step('late', { due: '2026-12-01' }),
    step('of-another', { tenantId: 'city', due: '2026-01-01' }),
    step('any-time', {}),
    step('early', { due: '2026-03-01' }),
  ];
  expect(ownDatesOf(schedule, 'county').map(({ key }) => key)).toEqual(['early', 'late', 'undated']);
});
