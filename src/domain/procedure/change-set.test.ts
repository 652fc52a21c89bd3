import { describe, expect, test } from 'vitest';
import { buildSession, buildWorkedExample, withoutSession, withTrack } from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import type { CaseView } from './case.ts';
import { changeSetOf } from './change-set.ts';
import { steps } from './procedure.ts';
import { scheduleOf } from './schedule.ts';
import { defaultSettings } from './settings.ts';

const schedule = (view: CaseView) => scheduleOf(view, steps, officialCalendar, defaultSettings);
const before = buildWorkedExample();

describe('when the city session moves from 26 October to 9 November', () => {
  const moved = withTrack(before, 'city', { session: buildSession('2023-11-09', '2023-11-10') });
  const changes = changeSetOf(schedule(before), schedule(moved));
  const find = (tenantId: string, stepId: string) =>
    changes.find((change) => change.tenantId === tenantId && change.stepId === stepId);

  test('the city’s plan is due two weeks later, and both workings are shown', () => {
    const plan = find('city', 'approve-implementation-plan');
    expect(plan).toMatchObject({ oldDue: '2023-08-26', newDue: '2023-09-09', movedBy: 14, clause: 'S2.2' });
    expect(plan?.oldExplain?.arithmetic).toContain('2023-10-26');
    expect(plan?.newExplain?.arithmetic).toContain('2023-11-09');
  });

  test('every county may end its session later, and keeps its own dates', () => {
    expect(find('county-1', 'deliberate')).toMatchObject({ oldDue: '2023-10-19', newDue: '2023-11-02' });
    expect(find('county-1', 'distribute-report')).toBeUndefined();
    expect(find('organ-of-county-1', 'submit-handling-report')).toBeUndefined();
  });

  test('the city’s organ reports later', () => {
    expect(find('organ-of-city', 'submit-handling-report')).toMatchObject({
      oldDue: '2024-01-29',
      newDue: '2024-02-18',
    });
  });
});

test('an unchanged schedule changes nothing', () => {
  expect(changeSetOf(schedule(before), schedule(before))).toEqual([]);
});

test('a session that falls away leaves its dates open, with the reason', () => {
  const changes = changeSetOf(schedule(before), schedule(withoutSession(before, 'county-1')));
  const distribution = changes.find(
    (change) => change.tenantId === 'county-1' && change.stepId === 'distribute-report',
  );
  expect(distribution).toMatchObject({ oldDue: '2023-10-11', undatedBecause: '涪城尚未确定常委会会议会期' });
  expect(distribution?.newDue).toBeUndefined();
  expect(distribution?.movedBy).toBeUndefined();
});
