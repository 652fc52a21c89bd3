import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildTopic, changedTrack, testOrganisation } from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import { observersExpected } from './observers.ts';

const sitting = buildTopic({ kind: 'session', id: 's-1', name: '第二十次会议' });
const heard = changedTrack(buildTopic(), 'city', { session: buildSession('2026-10-26', '2026-10-27', 's-1') });
const expected = (tenantId: 'city' | 'county-1' = 'city', topics = [heard]) =>
  observersExpected({
    ...buildFacts({ view: sitting, tenantId, organisation: withHeads(testOrganisation), on: '2026-10-26' }),
    topics,
  });

describe('SES-09 S3.6 who attends without a vote', () => {
  test('heads of the organs stand there by name where one is registered', () => {
    const [first] = expected();
    expect(first).toMatchObject({ capacity: 'organ-head', tenantId: 'city-government' });
    expect(first?.name).not.toBe('');
  });

  test('a city that deliberates a linked topic expects a leader of every county; which of them, it has to say', () => {
    const leaders = expected().filter(({ capacity }) => capacity === 'county-leader');
    expect(leaders.map(({ tenantId }) => tenantId)).toEqual(['county-1', 'county-2', 'county-3']);
    expect(new Set(leaders.map(({ name }) => name))).toEqual(new Set(['']));
  });

  test('a sitting that deliberates none, and a county, expect no counties', () => {
    expect(expected('city', []).some(({ capacity }) => capacity === 'county-leader')).toBe(false);
    expect(expected('county-1').some(({ capacity }) => capacity === 'county-leader')).toBe(false);
  });
});
