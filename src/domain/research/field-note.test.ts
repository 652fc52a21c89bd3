import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import type { Role } from '../organisation/actor.ts';
import {
  checkCorrection,
  checkNoteChange,
  checkNoteSecrecy,
  checkNotesOpen,
  checkNoteTaker,
  findingOf,
  readsNotes,
  receiptNumberOf,
  visitOf,
} from './field-note.ts';
import { placesWithinReach } from './places.ts';

const actor = (roles: readonly Role[], more: { unitIds?: string[]; level?: 'city' | 'county' } = {}) => ({
  kind: 'body' as const,
  level: 'city' as const,
  unitIds: [],
  roles,
  ...more,
});
const view = { leadUnitId: 'lead' };

describe('a note in the field is taken by', () => {
  test('the office, and the lead committee of the topic alone', () => {
    expect(checkNoteTaker(actor(['office-clerk']), view, false)).toEqual([]);
    expect(checkNoteTaker(actor(['committee-clerk'], { unitIds: ['lead'] }), view, false)).toEqual([]);
    expect(checkNoteTaker(actor(['committee-clerk'], { unitIds: ['other'] }), view, false)).toMatchObject([
      { code: 'note/not-taker', clause: 'S2.4' },
    ]);
    expect(checkNoteTaker(actor(['committee-clerk'], { level: 'county' }), view, false)).toEqual([]);
  });

  test('a member or a deputy who is in the joint research team, and no other', () => {
    expect(checkNoteTaker(actor(['member']), view, true)).toEqual([]);
    expect(checkNoteTaker(actor(['deputy'], { level: 'county' }), view, true)).toEqual([]);
    expect(checkNoteTaker(actor(['member']), view, false)).toHaveLength(1);
    expect(checkNoteTaker({ ...actor(['organ-clerk']), kind: 'organ' }, view, true)).toHaveLength(1);
  });
});

test('notes are read by whoever reads the body’s papers, and by a deputy in the team; by no other', () => {
  const reader = (...roles: readonly Role[]) => ({ ...buildFacts({ tenantId: 'city' }).actor, roles });
  expect(readsNotes(reader('member'), false)).toBe(true);
  expect(readsNotes(reader('deputy'), true)).toBe(true);
  expect(readsNotes(reader('deputy'), false)).toBe(false);
  expect(readsNotes(reader('system-admin'), true)).toBe(false);
});

test('a topic takes notes while the body is at work on it', () => {
  expect(checkNotesOpen({ state: 'active', name: '停车' }, {})).toEqual([]);
  expect(checkNotesOpen({ state: 'active', name: '停车' }, { closedOn: '2027-01-01' })).toMatchObject([
    { code: 'note/topic-closed', clause: 'S4.4' },
  ]);
  expect(checkNotesOpen({ state: 'withdrawn', name: '停车' }, {})).toMatchObject([
    { code: 'note/topic-withdrawn', clause: 'S1.8' },
  ]);
});

describe('a note that has arrived is', () => {
  const arrived = { authorId: 'p', authorName: '张示例', standing: 'arrived' as const };

  test('corrected and withdrawn by its author alone, and not after it was withdrawn', () => {
    expect(checkNoteChange(arrived, { personId: 'p' })).toEqual([]);
    expect(checkNoteChange({ ...arrived, standing: 'corrected' }, { personId: 'p' })).toEqual([]);
    expect(checkNoteChange(arrived, { personId: 'q' })).toMatchObject([{ code: 'note/not-author' }]);
    expect(checkNoteChange({ ...arrived, standing: 'withdrawn' }, { personId: 'p' })).toMatchObject([
      { code: 'note/withdrawn' },
    ]);
  });

  test('corrected to something else, of a place the body may examine', () => {
    const facts = buildFacts({ tenantId: 'county-1' });
    const said = { place: { kind: 'county' as const, tenantId: 'county-1' }, text: '入口被占用。' };
    expect(checkCorrection(said, { ...said, text: '出口被占用。' }, facts)).toEqual([]);
    expect(checkCorrection(said, { ...said, place: { kind: 'other', name: '河边' } }, facts)).toEqual([]);
    expect(checkCorrection(said, { ...said }, facts)).toMatchObject([{ code: 'note/unchanged' }]);
    const outside = { ...said, place: { kind: 'county' as const, tenantId: 'county-2' } };
    expect(checkCorrection(said, outside, facts)).toMatchObject([{ code: 'research/place', field: 'place' }]);
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
  const photos = [{ digest: 'd', name: '现场.jpg', size: 9 }];
  expect(findingOf({ place: county, text, photos }, 200)).toEqual({
    title: '管网老化',
    description: text,
    place: county,
    attachments: photos,
  });
  expect(findingOf({ place: { kind: 'other', name: '河边' }, text, photos: [] }, 2)).toEqual({
    title: '管网',
    description: text,
    attachments: [],
  });
  expect(visitOf({ place: county, text })).toEqual({ notes: text, places: [county] });
  expect(visitOf({ place: { kind: 'other', name: '河边' }, text })).toEqual({ notes: text, units: ['河边'] });
});
