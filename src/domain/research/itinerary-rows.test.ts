import { expect, test } from 'vitest';
import { countiesToTell, visitRowsOf } from './itinerary-rows.ts';

const stop = (placeId: string, day: string) => ({ placeId, day, leaderId: 'leader', isFixed: false });
const parks = [
  { id: 'park-1', tenantId: 'county-1', name: '示例园区' },
  { id: 'park-2', tenantId: 'city', name: '市级园区' },
];
const around = { counties: [{ tenantId: 'county-1' }, { tenantId: 'county-2' }], parks, today: '2027-03-01' };
const rowsOf = (stops: Parameters<typeof visitRowsOf>[0]) => visitRowsOf(stops, around);
const told = (day: string) => ({
  version: 1,
  visits: [{ day, leaderId: 'leader', places: '' }],
  memberIds: [],
  prepare: '',
});

test('S2.4 the visits ahead are told to the counties, a park’s to the county it lies in, one of the city to nobody', () => {
  const stops = [
    stop('county-1', '2027-02-28'),
    stop('county-2', '2027-03-01'),
    stop('park-1', '2027-03-02'),
    stop('park-2', '2027-03-03'),
  ];
  expect(rowsOf(stops)).toEqual([
    { tenantId: 'county-2', day: '2027-03-01', leaderId: 'leader', places: '' },
    { tenantId: 'county-1', day: '2027-03-02', leaderId: 'leader', places: '示例园区' },
  ]);
});

test('S2.4 who is still to be told: a county without a notice, of another day, or whose visit was given up', () => {
  const rows = rowsOf([stop('county-1', '2027-03-02')]);
  expect(countiesToTell(rows, {}, '2027-03-01')).toEqual(['county-1']);
  expect(countiesToTell(rows, { 'county-1': told('2027-03-02') }, '2027-03-01')).toEqual([]);
  expect(countiesToTell(rows, { 'county-1': told('2027-03-05') }, '2027-03-01')).toEqual(['county-1']);
  expect(countiesToTell([], { 'county-1': told('2027-03-02') }, '2027-03-01')).toEqual(['county-1']);
  expect(countiesToTell([], { 'county-1': told('2027-02-02') }, '2027-03-01')).toEqual([]);
});
