import { expect, test } from 'vitest';
import { buildSession, buildWorkedExample, doneOnDay, withTrack } from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import type { CaseView } from '../procedure/case.ts';
import { defaultSettings } from '../procedure/settings.ts';
import { eventsOf, sittingsOf } from './year-events.ts';

const rules = { settings: defaultSettings, calendar: officialCalendar };
const topic = buildWorkedExample();
const planOf = (view: CaseView, today: string) =>
  eventsOf([view], rules, today).find(({ word }) => word === '审定方案')?.state;

test('a step stands in its month as planned, as done, or as overdue once its day has passed', () => {
  expect(planOf(topic, '2023-08-01')).toBe('planned');
  expect(planOf(topic, '2023-09-30')).toBe('overdue');
  const done = withTrack(topic, 'city', { done: doneOnDay('2023-08-20', 'approve-implementation-plan') });
  expect(planOf(done, '2023-09-30')).toBe('done');
  expect(planOf({ ...topic, state: 'withdrawn' }, '2023-09-30')).toBe('planned');
});

test('sittings stand in the order of their days, whosever they are', () => {
  const early = withTrack(topic, 'county-2', { session: buildSession('2023-10-12') });
  const days = sittingsOf([early]).map(({ opens }) => opens);
  expect(days).toEqual(days.toSorted());
});
