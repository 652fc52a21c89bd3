import { describe, expect, test } from 'vitest';
import { buildTopic } from '../../../test/build/facts.ts';
import { legalCalendarOf } from '../calendar/legal-days.ts';
import { datesOfDeliberation, datesOfSession } from './entailed-dates.ts';
import { defaultSettings } from './settings.ts';

const rules = { calendar: legalCalendarOf([]), settings: defaultSettings };

describe('what a chosen day entails', () => {
  test('S1.3 a day of deliberation gives the plan, the reports, the counties and the handling, once for all counties', () => {
    const dates = datesOfDeliberation(buildTopic().tracks, '2026-10-26', rules);
    const due = Object.fromEntries(
      dates.map(({ level, scheduled }) => [`${level} ${scheduled.stepId}`, scheduled.due]),
    );
    expect(due).toMatchObject({
      'city approve-implementation-plan': '2026-08-26',
      'city receive-draft-report': '2026-10-06',
      'city receive-final-report': '2026-10-16',
      'city distribute-report': '2026-10-19',
      'city hold-special-meeting': '2026-10-25',
      'county deliberate': '2026-10-19',
    });
    expect(
      dates.filter(({ level, scheduled }) => level === 'county' && scheduled.stepId === 'deliberate'),
    ).toHaveLength(1);
    expect(dates.every(({ scheduled }) => scheduled.explanation !== undefined)).toBe(true);
  });

  test('S3.1 what has been done or convened before does not stand in the way of the reckoning', () => {
    const session = { sessionId: 's', opens: '2026-05-01', closes: '2026-05-01', state: 'closed' } as const;
    const tracks = buildTopic().tracks.map((track) => ({
      ...track,
      session,
      done: { deliberate: { on: '2026-05-01', seq: 1 } },
    }));
    const [first] = datesOfDeliberation(tracks, '2026-10-26', rules);
    expect(first?.scheduled.due).toBe('2026-08-26');
  });

  test('组织法 §54 fixing the city’s session dates what waited for it, in every body', () => {
    const moved = datesOfSession(buildTopic(), 'city', { opens: '2026-11-02', closes: '2026-11-03' }, rules);
    const plan = moved.find(({ stepId }) => stepId === 'approve-implementation-plan');
    expect(plan?.newDue).toBe('2026-09-02');
    expect(new Set(moved.map(({ tenantId }) => tenantId)).size).toBeGreaterThan(1);
  });
});
