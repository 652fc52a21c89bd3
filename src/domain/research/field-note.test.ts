import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import type { Role } from '../organisation/actor.ts';
import { checkNoteSecrecy, checkNoteTaker, findingOf, receiptNumberOf, visitOf } from './field-note.ts';
import { placesWithinReach } from './places.ts';

const actor = (
  roles: readonly Role[],
  more: { unitIds?: string[]; level?: 'city' | 'county'; personId?: string } = {},
) => ({
  kind: 'body' as const,
  level: 'city' as const,
  unitIds: [],
  personId: 'p',
  roles,
  ...more,
});
const view = { leadUnitId: 'lead' };
const team = { leaderId: 'leader', members: [{ personId: 'p', capacity: 'city-member' as const }], experts: [] };

describe('a note in the field is taken by', () => {
  test('the office, and the lead committee of the topic alone', () => {
    expect(checkNoteTaker(actor(['office-clerk']), view, null)).toEqual([]);
    expect(checkNoteTaker(actor(['committee-clerk'], { unitIds: ['lead'] }), view, null)).toEqual([]);
    expect(checkNoteTaker(actor(['committee-clerk'], { unitIds: ['other'] }), view, null)).toMatchObject([
      { code: 'note/not-taker', clause: 'S2.4' },
    ]);
    expect(checkNoteTaker(actor(['committee-clerk'], { level: 'county' }), view, null)).toEqual([]);
  });

  test('a member who is in the joint research team, and no other', () => {
    expect(checkNoteTaker(actor(['member']), view, team)).toEqual([]);
    expect(checkNoteTaker(actor(['chairperson'], { personId: 'leader' }), view, team)).toEqual([]);
    expect(checkNoteTaker(actor(['member'], { personId: 'q' }), view, team)).toHaveLength(1);
    expect(checkNoteTaker({ ...actor(['organ-clerk']), kind: 'organ' }, view, team)).toHaveLength(1);
  });
});

test('a body chooses among the places it may examine: the city among every county and park, a county itself; organs are its own', () => {
  const names = (body: string) =>
    placesWithinReach(buildFacts({ tenantId: body })).map(({ place }) => Object.values(place)[1]);
  expect(names('city')).toEqual(expect.arrayContaining(['county-1', 'county-3', 'park-1', 'park-2', 'city-housing']));
  expect(names('city')).not.toContain('county-1-housing');
  expect(names('county-1')).toEqual(expect.arrayContaining(['county-1', 'park-2', 'county-1-government']));
  for (const foreign of ['county-2', 'park-1', 'city-housing']) expect(names('county-1')).not.toContain(foreign);
});

test('a state secret is no note', () => {
  expect(checkNoteSecrecy('机密')).toMatchObject([{ code: 'note/state-secret', field: 'secrecy' }]);
  expect(checkNoteSecrecy('内部')).toEqual([]);
});

test('a receipt number names its day and counts from one', () => {
  expect(receiptNumberOf('2026-11-24', 7)).toBe('调研20261124-0007');
  expect(receiptNumberOf('2026-11-24', 12_345)).toBe('调研20261124-12345');
});

test('a note brings its text and a place that the act knows to a sheet', () => {
  const county = { kind: 'county' as const, tenantId: 't' };
  const text = '管网老化。\n村民反映水压不足。';
  expect(findingOf({ place: county, text }, 200)).toEqual({ title: '管网老化', description: text, place: county });
  expect(findingOf({ place: { kind: 'other', name: '河边' }, text }, 2)).toEqual({ title: '管网', description: text });
  expect(visitOf({ place: county, text })).toEqual({ notes: text, places: [county] });
  expect(visitOf({ place: { kind: 'other', name: '河边' }, text })).toEqual({ notes: text, units: ['河边'] });
});
