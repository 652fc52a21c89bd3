import { describe, expect, test } from 'vitest';
import { buildTopic, changedTrack } from '../../../test/build/facts.ts';
import { caseAsOf, pastOf } from './as-of.ts';
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
const cityOn = (day: string) => {
  const then = caseAsOf(view, [], day);
  return then === undefined ? undefined : trackOf(then, 'city');
};

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
    expect(caseAsOf(view, [], '2030-01-01')).toEqual(view);
  });

  test('组织法 §54 counts from the days of the sitting before it was moved, until the day of the move', () => {
    const moved = { ...session, opens: '2026-11-02', closes: '2026-11-03' };
    const past = pastOf(view, changedTrack(view, 'city', { session: moved }), '2026-10-10');
    const now = changedTrack(view, 'city', { session: moved });
    const opensOn = (day: string) => {
      const then = caseAsOf(now, past, day);
      return then === undefined ? undefined : trackOf(then, 'city')?.session?.opens;
    };
    expect(past).toHaveLength(1);
    expect([opensOn('2026-10-09'), opensOn('2026-10-10')]).toEqual(['2026-10-26', '2026-11-02']);
  });

  test('S1.8 has the name, committee and deliberation time of that day after two adjustments', () => {
    const first = { ...view, name: '第二个名称', deliberationDate: '2026-11-01' };
    const second = { ...first, name: '第三个名称' };
    const past = [...pastOf(view, first, '2026-05-01'), ...pastOf(first, second, '2026-06-01')];
    const on = (day: string) => caseAsOf(second, past, day);
    expect(on('2026-04-30')).toMatchObject({ name: view.name, deliberationDate: view.deliberationDate });
    expect(on('2026-05-01')).toMatchObject({ name: '第二个名称', deliberationDate: '2026-11-01' });
    expect(on('2026-06-01')).toMatchObject({ name: '第三个名称' });
  });

  test('S1.5 is not there before the day on which it was settled', () => {
    const past = [{ tenantId: null, until: '2026-01-15', facts: null }] as const;
    expect(caseAsOf(view, past, '2026-01-14')).toBeUndefined();
    expect(caseAsOf(view, past, '2026-01-15')).toBeDefined();
  });

  test('a sitting that opens and closes on the days it was called for replaces nothing', () => {
    expect(pastOf(view, changedTrack(view, 'city', { session: { ...session, state: 'open' } }), '2026-10-26')).toEqual(
      [],
    );
  });

  test('S4.5 has the round, the term and the sitting that a new round replaced', () => {
    const first = changedTrack(buildTopic(), 'city', {
      handlingSession: { sessionId: 'h', opens: '2027-02-01', closes: '2027-02-02', state: 'closed' },
      done: {
        'schedule-handling-assessment@1': { on: '2027-01-10', seq: 1 },
        'choose-next-step@1': { on: '2027-02-10', seq: 2 },
      },
    });
    const { handlingSession: _past, ...track } = trackOf(first, 'city') ?? {};
    const second = {
      ...first,
      tracks: first.tracks.map((one) =>
        one.tenantId === 'city'
          ? { ...one, ...track, handlingSession: undefined, round: 2, handlingDue: '2027-05-01' }
          : one,
      ),
    } as unknown as typeof first;
    const then = caseAsOf(second, pastOf(first, second, '2027-02-10'), '2027-02-09');
    expect(then === undefined ? undefined : trackOf(then, 'city')).toMatchObject({
      round: 1,
      handlingSession: { opens: '2027-02-01' },
    });
    expect(caseAsOf(second, pastOf(first, second, '2027-02-10'), '2027-02-10')?.tracks[0]).toMatchObject({ round: 2 });
  });
});
