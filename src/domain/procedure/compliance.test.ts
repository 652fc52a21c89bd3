import { describe, expect, test } from 'vitest';
import {
  buildCase,
  buildWorkedExample,
  countyId,
  organMarks,
  withCounties,
  withTrack,
} from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import type { CaseView } from './case.ts';
import { clauses } from './clauses.ts';
import { type ClauseCompliance, complianceOf, type TrackCompliance } from './compliance.ts';
import { combinedState } from './judgement.ts';
import { steps } from './procedure.ts';
import { scheduleOf } from './schedule.ts';
import { defaultSettings } from './settings.ts';

function report(view: CaseView, today: string): ClauseCompliance[] {
  return complianceOf(view, steps, scheduleOf(view, steps, officialCalendar, defaultSettings), today);
}

function clauseOf(view: CaseView, today: string, id: string): ClauseCompliance {
  const found = report(view, today).find(({ clause }) => clause.id === id);
  if (found === undefined) throw new Error(`No clause ${id} in this report.`);
  return found;
}

function trackOf(compliance: ClauseCompliance, tenantId: string): TrackCompliance | undefined {
  return compliance.tracks.find((track) => track.tenantId === tenantId);
}

const example = buildWorkedExample();
const done = (on: string, seq = 1) => ({ on, seq });

describe('the clauses', () => {
  test('are the opinion’s, each once, and every one is served by a step', () => {
    expect(clauses.map(({ id }) => id)).toHaveLength(37);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(37);
    const served = new Set(steps.flatMap((step) => [step.clause, ...step.law].map((id) => `${step.case} ${id}`)));
    for (const clause of clauses) expect(served).toContain(`${clause.case} ${clause.id}`);
  });

  test('of a year are S1.1–S1.6, of a topic the rest', () => {
    const ids = (view: CaseView) => report(view, '2023-01-01').map(({ clause }) => clause.id);
    expect(ids(buildCase({ kind: 'year' }))).toEqual(['S1.1', 'S1.2', 'S1.3', 'S1.4', 'S1.5', 'S1.6']);
    expect(ids(example)).toHaveLength(31);
    expect(report(buildCase({ kind: 'session' }), '2023-01-01')).toEqual([]);
  });

  test('name the step ids of no clause that does not exist', () => {
    const known = new Set(clauses.map(({ id }) => id));
    for (const step of steps) if (step.case !== 'session') expect(known).toContain(step.clause);
  });
});

describe('a clause', () => {
  const approved = (on: string) => withTrack(example, 'city', { done: { 'approve-implementation-plan': done(on) } });

  test('is not yet due, then broken when its day has passed', () => {
    expect(clauseOf(example, '2023-08-26', 'S2.2').state).toBe('not-yet');
    const broken = clauseOf(example, '2023-08-28', 'S2.2');
    expect(broken.state).toBe('broken');
    expect(trackOf(broken, 'city')?.steps[0]?.why).toBe('应于2023-08-26前完成，已逾期2日');
  });

  test('is kept on its last day, and kept late after it', () => {
    expect(clauseOf(approved('2023-08-26'), '2023-09-01', 'S2.2').state).toBe('kept');
    const late = clauseOf(approved('2023-08-30'), '2023-09-01', 'S2.2');
    expect(late.state).toBe('kept-late');
    expect(trackOf(late, 'city')?.steps[0]?.why).toContain('晚4日');
  });

  test('that must be kept stays late although the act gave a reason', () => {
    const reason = { code: 'order/late', clause: 'S2.2', reason: '换届', on: '2023-08-30', seq: 1 };
    const late = withTrack(approved('2023-08-30'), 'city', { departures: [reason] });
    expect(trackOf(clauseOf(late, '2023-09-01', 'S2.2'), 'city')?.steps[0]).toMatchObject({
      state: 'kept-late',
      reason: '换届',
    });
  });

  test('shows the worst of its tracks and each of them by name', () => {
    const one = withTrack(example, countyId(2), { done: { 'comment-on-plan': done('2023-08-20') } });
    const late = clauseOf(one, '2023-09-01', 'S2.1');
    expect(late.state).toBe('broken');
    expect(trackOf(late, countyId(2))).toMatchObject({ name: '游仙人大常委会', state: 'kept' });
    expect(trackOf(late, countyId(3))?.state).toBe('broken');
  });
});

describe('S3.1: a county’s session seven days ahead', () => {
  const held = (on: string, departures: CaseView['tracks'][number]['departures'] = []) =>
    withTrack(example, countyId(1), { done: { deliberate: done(on, 5) }, departures });
  const deliberation = (view: CaseView) =>
    trackOf(clauseOf(view, '2023-10-21', 'S3.1'), countyId(1))?.steps.find(({ stepId }) => stepId === 'deliberate');

  test('is kept on the seventh day', () => {
    expect(deliberation(held('2023-10-18'))?.state).toBe('kept');
  });

  test('is late when the sitting ended later than the day it deliberated', () => {
    const session = { sessionId: 's', opens: '2023-10-19', closes: '2023-10-20', state: 'closed' as const };
    const view = withTrack(held('2023-10-19'), countyId(1), { session });
    expect(deliberation(view)).toMatchObject({
      state: 'kept-late',
      why: expect.stringContaining('2023-10-20完成，晚1日'),
    });
  });

  test('is departed from where the reason was recorded, because it binds in principle only', () => {
    const reason = { code: 'order/late', clause: 'S3.1', reason: '防汛', on: '2023-10-21', seq: 5 };
    expect(deliberation(held('2023-10-21', [reason]))).toMatchObject({ state: 'departed', reason: '防汛' });
  });

  test('takes in the county’s own hearing, which S3.5 asks of the city', () => {
    const county = trackOf(clauseOf(example, '2023-10-01', 'S3.1'), countyId(1));
    expect(county?.steps.map(({ stepId }) => stepId)).toContain('adopt-opinion');
    expect(trackOf(clauseOf(example, '2023-10-01', 'S3.5'), countyId(1))).toBeUndefined();
  });
});

describe('S3.4: the special meeting', () => {
  test('held without some counties is departed from, with the reason on the report', () => {
    const reason = {
      code: 'order/counties-missing',
      clause: 'S3.4',
      reason: '安州因灾未报送',
      on: '2023-10-24',
      seq: 9,
    };
    const view = withTrack(example, 'city', {
      done: { 'hold-special-meeting': done('2023-10-24', 9) },
      departures: [reason],
    });
    const meeting = clauseOf(view, '2023-10-30', 'S3.4');
    expect(meeting.state).toBe('departed');
    expect(trackOf(meeting, 'city')?.steps).toHaveLength(1);
    expect(trackOf(meeting, 'city')?.steps[0]?.why).toContain('安州因灾未报送');
  });
});

describe('S1.5: three to five topics', () => {
  test('a reason recorded by an act of another clause appears under its own', () => {
    const reason = { code: 'joint-plan/count', clause: 'S1.5', reason: '任务集中', on: '2023-12-20', seq: 4 };
    const view = withTrack(buildCase({ kind: 'year', year: 2024 }), 'city', {
      done: { 'settle-topics': done('2023-12-28', 7) },
      departures: [reason],
    });
    const count = clauseOf(view, '2024-01-05', 'S1.5');
    expect(count.state).toBe('departed');
    expect(trackOf(count, 'city')?.steps.map(({ reason: said }) => said)).toContain('任务集中');
  });
});

describe('what binds nobody', () => {
  test('an optional clause that was not used does not apply, and is kept once used', () => {
    expect(clauseOf(example, '2024-05-01', 'S2.6').state).toBe('not-applicable');
    const used = withTrack(example, 'city', { done: { 'record-evaluation': done('2023-09-01') } });
    expect(clauseOf(used, '2024-05-01', 'S2.6').state).toBe('kept');
  });

  test('a topic nobody changed keeps S1.7, and S1.8 does not apply', () => {
    expect(clauseOf(example, '2024-05-01', 'S1.7').state).toBe('kept');
    expect(clauseOf(example, '2024-05-01', 'S1.8').state).toBe('not-applicable');
  });

  test('a withdrawn topic breaks nothing', () => {
    const states = new Set(report({ ...example, state: 'withdrawn' }, '2024-05-01').map(({ state }) => state));
    expect([...states].sort()).toEqual(['kept', 'not-applicable']);
  });
});

describe('S4.3: handling', () => {
  const rounds = (first: Record<string, { on: string; seq: number; note?: 'late' }>) =>
    withTrack(example, 'organ-of-city', { round: 2, handlingDue: '2024-06-15', done: { ...organMarks, ...first } });

  test('of an earlier round is judged by what its act recorded', () => {
    const view = rounds({ 'submit-handling-report@1': { on: '2024-02-10', seq: 3, note: 'late' } });
    const organ = trackOf(clauseOf(view, '2024-03-01', 'S4.3'), 'organ-of-city');
    expect(organ?.steps.find(({ key }) => key === 'submit-handling-report@1')).toMatchObject({ state: 'kept-late' });
    expect(organ?.steps.find(({ key }) => key === 'submit-handling-report@2')).toMatchObject({ state: 'not-yet' });
  });

  test('left undone when the next round opened stays broken', () => {
    const organ = trackOf(clauseOf(rounds({}), '2024-03-01', 'S4.3'), 'organ-of-city');
    expect(organ?.steps.find(({ key }) => key === 'submit-handling-report@1')?.state).toBe('broken');
  });

  test('left undone when the track was closed is broken', () => {
    const closed = withCounties(example, { closedOn: '2024-01-10' });
    expect(trackOf(clauseOf(closed, '2024-01-11', 'S4.4'), countyId(1))?.state).toBe('broken');
  });
});

test('the worst state speaks for the clause, and what does not apply is silent', () => {
  expect(combinedState(['kept', 'not-applicable'])).toBe('kept');
  expect(combinedState(['kept', 'kept-late'])).toBe('kept-late');
  expect(combinedState(['kept-late', 'not-yet'])).toBe('not-yet');
  expect(combinedState(['not-yet', 'departed', 'kept'])).toBe('departed');
  expect(combinedState(['departed', 'broken'])).toBe('broken');
  expect(combinedState([])).toBe('not-applicable');
});
