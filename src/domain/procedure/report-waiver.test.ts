import { describe, expect, test } from 'vitest';
import {
  buildCase,
  buildOrgan,
  buildSession,
  buildTrack,
  buildWorkedExample,
  countyId,
  doneOnDay,
  withTrack,
} from '../../../test/build/build-case.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { changeTrack } from './apply-changes.ts';
import { type CaseView, trackOf } from './case.ts';
import { steps } from './procedure.ts';
import { scheduleOf } from './schedule.ts';
import { defaultSettings, type Settings } from './settings.ts';

const sitting = buildSession('2023-10-26', '2023-10-27');
const convened = doneOnDay('2023-10-16', 'convene-session');
const called = withTrack(buildWorkedExample(), 'city', {
  session: { ...sitting, extraordinary: true },
  done: convened,
});
const placed = withTrack(buildWorkedExample(), 'city', { session: { ...sitting, unplanned: true }, done: convened });

function step(
  view: CaseView,
  tenantId: string,
  stepId: string,
  extraordinaryReports: Settings['extraordinaryReports'],
) {
  const settings = { ...defaultSettings, extraordinaryReports };
  return scheduleOf(view, steps, officialCalendar, settings).find(
    (entry) => entry.tenantId === tenantId && entry.stepId === stepId,
  );
}

describe('REP-04 临时召集的会议、临时确定的议题', () => {
  test.each([
    ['city', 'receive-draft-report', '2023-10-06'],
    ['city', 'receive-final-report', '2023-10-16'],
    ['city', 'distribute-report', '2023-10-19'],
    ['organ-of-city', 'submit-draft-report', '2023-10-06'],
    ['organ-of-city', 'submit-final-report', '2023-10-16'],
  ])('%s %s: %s as always, the opening day where the own rule waives', (tenantId, stepId, usual) => {
    expect(step(called, tenantId, stepId, 'as-usual')?.due).toBe(usual);
    expect(step(called, tenantId, stepId, 'waived')?.due).toBe('2023-10-26');
    expect(step(placed, tenantId, stepId, 'waived')?.due).toBe('2023-10-26');
  });

  test('the date names the decision that it rests on', () => {
    expect(step(called, 'city', 'distribute-report', 'waived')?.explanation?.note).toContain(
      '会议临时召集（主任会议2023-10-16决定，第1号法定行为）',
    );
    expect(step(placed, 'city', 'distribute-report', 'waived')?.explanation?.note).toContain('议题临时确定');
    expect(step(called, 'city', 'distribute-report', 'as-usual')?.explanation?.note ?? '').not.toContain('临时');
  });

  test('nothing is waived at a sitting in turn, at another body, or for what is no report', () => {
    expect(step(buildWorkedExample(), 'city', 'distribute-report', 'waived')?.due).toBe('2023-10-19');
    expect(step(called, countyId(1), 'distribute-report', 'waived')?.due).toBe('2023-10-11');
    expect(step(called, 'city', 'approve-implementation-plan', 'waived')?.due).toBe('2023-08-26');
  });

  test('a sitting that is moved or opened stays what it was called', () => {
    const session = { ...sitting, opens: '2023-11-02', closes: '2023-11-02', state: 'open' as const };
    const change = { kind: 'move-session' as const, sessionId: sitting.sessionId, session, reason: '改期' };
    for (const [view, flag] of [
      [called, { extraordinary: true }],
      [placed, { unplanned: true }],
    ] as const) {
      const track = trackOf(view, 'city') ?? buildTrack('city', 'city');
      expect(changeTrack(track, change, 'city', { on: '2023-10-20', seq: 9 }).session).toEqual({ ...session, ...flag });
    }
  });
});

describe('SES-02 会议通知', () => {
  const notice = (extraordinary: { extraordinary?: true }) => {
    const city = buildTrack('city', 'city', 'body', { session: { ...sitting, ...extraordinary } });
    return step(
      buildCase({ kind: 'session', tracks: [city, buildOrgan(city)] }),
      'city',
      'send-session-notice',
      'as-usual',
    );
  };

  test('is due seven days before, and of a sitting called out of turn when it opens', () => {
    expect(notice({})?.due).toBe('2023-10-19');
    expect(notice({ extraordinary: true })).toMatchObject({
      due: '2023-10-26',
      explanation: { note: expect.stringContaining('临时召集') },
    });
  });
});
