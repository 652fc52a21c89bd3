import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildTopic, changedTrack } from '../../../test/build/facts.ts';
import { cityDayOf, sessionRoomOf } from './county-session.ts';

const ended = { countySessionMeans: 'ended' } as const;
const planned = buildTopic({ deliberationDate: '2026-10-26' });
const convened = changedTrack(planned, 'city', { session: buildSession('2026-10-28') });

describe('S3.1 a county’s own sitting, planned back from the city’s', () => {
  test('counts from the convened sitting, and from the planned day until there is one', () => {
    expect(cityDayOf(convened)).toEqual({ opens: '2026-10-28', isPlanned: false });
    expect(cityDayOf(planned)).toEqual({ opens: '2026-10-26', isPlanned: true });
    const { deliberationDate: _none, ...undated } = planned;
    expect(cityDayOf(undated)).toBeUndefined();
    expect(sessionRoomOf(undated, undefined, ended)).toBeUndefined();
  });

  test('seven days are the least in principle, fourteen leave room (dossier §12.7)', () => {
    expect(sessionRoomOf(planned, undefined, ended)).toEqual({
      city: { opens: '2026-10-26', isPlanned: true },
      latest: '2026-10-19',
      comfortable: '2026-10-12',
      means: 'ended',
      judged: undefined,
      left: undefined,
      standing: 'open',
    });
  });

  test('a sitting that ends by the comfortable day, by the last day, after it', () => {
    const room = (closes: string) => {
      const found = sessionRoomOf(planned, { opens: '2026-10-10', closes }, ended);
      return [found?.left, found?.standing];
    };
    expect(room('2026-10-12')).toEqual([7, 'comfortable']);
    expect(room('2026-10-13')).toEqual([6, 'tight']);
    expect(room('2026-10-19')).toEqual([0, 'tight']);
    expect(room('2026-10-20')).toEqual([-1, 'late']);
  });

  test('where the opening is what binds, the opening is judged', () => {
    const room = sessionRoomOf(
      planned,
      { opens: '2026-10-12', closes: '2026-10-20' },
      { countySessionMeans: 'opened' },
    );
    expect([room?.judged, room?.standing]).toEqual(['2026-10-12', 'comfortable']);
  });
});
