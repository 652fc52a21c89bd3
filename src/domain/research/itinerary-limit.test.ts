import { describe, expect, test } from 'vitest';
import { buildFacts, buildTopic } from '../../../test/build/facts.ts';
import { itineraryLimit, plannedSittings } from './itinerary-limit.ts';

const { settings, calendar } = buildFacts();
const topic = buildTopic();
const withCity = (session: (typeof topic.tracks)[number]['session']) => ({
  ...topic,
  tracks: topic.tracks.map((track) =>
    track.tenantId === 'city' && session !== undefined ? { ...track, session } : track,
  ),
});

describe('S2.8 the visits serve a report that has its day', () => {
  test('the day before the sitting, by the plan’s own time until one is convened', () => {
    const { session: _none, ...plain } = topic.tracks[0] ?? {};
    const planned = { ...topic, deliberationDate: '2026-10-26', tracks: [{ ...topic.tracks[0], ...plain }] };
    expect(itineraryLimit(planned as typeof topic, { settings, calendar }, '2026-10-01')).toMatchObject({
      day: '2026-10-25',
      clause: 'S2.8',
    });
  });

  test('a convened sitting takes the place of the planned one', () => {
    const convened = withCity({ sessionId: 's', opens: '2026-11-10', closes: '2026-11-11', state: 'convened' });
    expect(itineraryLimit(convened, { settings, calendar }, '2026-10-01')?.day).toBe('2026-11-09');
    expect(plannedSittings({ ...convened, deliberationDate: '2026-10-26' })).toEqual([]);
  });

  test('a day that has passed limits nothing: who is late travels all the same', () => {
    const convened = withCity({ sessionId: 's', opens: '2026-11-10', closes: '2026-11-11', state: 'convened' });
    expect(itineraryLimit(convened, { settings, calendar }, '2026-11-10')).toBeUndefined();
  });

  test('the planned day is a sitting of the city until then', () => {
    const tracks = topic.tracks.map(({ session: _session, ...track }) => track);
    expect(plannedSittings({ ...topic, tracks, deliberationDate: '2026-10-26' })).toMatchObject([
      { bodyId: 'city', day: '2026-10-26' },
    ]);
  });
});
