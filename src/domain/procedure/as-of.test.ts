import { describe, expect, test } from 'vitest';
import { buildTopic, changedTrack } from '../../../test/build/facts.ts';
import { caseAsOf } from './as-of.ts';
import { trackOf } from './case.ts';

const session = { sessionId: 's', opens: '2026-10-26', closes: '2026-10-27', state: 'closed' } as const;
const view = changedTrack(buildTopic(), 'city', {
  session,
  round: 2,
  handlingDue: '2027-05-01',
  closedOn: '2027-06-01',
  done: {
    'form-research-team': { on: '2026-09-01', seq: 1 },
    'convene-session': { on: '2026-09-20', seq: 2 },
    deliberate: { on: '2026-10-26', seq: 3 },
    'choose-next-step@1': { on: '2027-02-10', seq: 4 },
  },
  departures: [{ code: 'order/late', clause: 'S3.5', reason: '理由', on: '2026-10-26', seq: 3 }],
});
const cityOn = (day: string) => trackOf(caseAsOf(view, day), 'city');

describe('a case as of a day', () => {
  test('knows the steps and reasons of that day and none later', () => {
    expect(Object.keys(cityOn('2026-09-20')?.done ?? {})).toEqual(['form-research-team', 'convene-session']);
    expect(cityOn('2026-10-25')?.departures).toEqual([]);
    expect(cityOn('2026-10-26')?.departures).toHaveLength(1);
  });

  test('has no session before it was convened; before its days it is to come, between them it is open', () => {
    expect(cityOn('2026-09-19')?.session).toBeUndefined();
    expect(cityOn('2026-09-20')?.session).toMatchObject({ state: 'convened' });
    expect(cityOn('2026-10-26')?.session).toMatchObject({ state: 'open' });
    expect(cityOn('2026-10-27')?.session).toMatchObject({ state: 'closed' });
  });

  test('S4.5 is in the first round until the next step was chosen, and open until it was closed', () => {
    expect(cityOn('2027-02-09')).toMatchObject({ round: 1 });
    expect(cityOn('2027-02-09')?.handlingDue).toBeUndefined();
    expect(cityOn('2027-02-10')).toMatchObject({ round: 2, handlingDue: '2027-05-01' });
    expect(cityOn('2027-05-31')?.closedOn).toBeUndefined();
    expect(cityOn('2027-06-01')?.closedOn).toBe('2027-06-01');
  });

  test('is the case itself on a day after everything', () => {
    expect(caseAsOf(view, '2030-01-01')).toEqual(view);
  });
});
