import { describe, expect, test } from 'vitest';
import type { Stop, StopClash } from './itinerary.ts';
import { byTravel, plannedPlacesOf, type VisitPlace, wantedParksOf } from './visit-places.ts';

const place = (id: string, kind: VisitPlace['kind'] = 'county', visitedOn?: string): VisitPlace => ({
  ...{ id, name: id, kind, visitedOn },
});
const stop = (placeId: string, day: string): Stop => ({ placeId, day, leaderId: 'leader', isFixed: false });
const places = [
  place('甲县'),
  place('乙县'),
  place('丙县', 'county', '2026-05-04'),
  place('丁县'),
  place('高新区', 'park'),
  place('仙海区', 'park'),
];
const plan = { stops: [stop('甲县', '2026-05-08'), stop('乙县', '2026-05-06'), stop('高新区', '2026-05-07')] };
const clashes: readonly StopClash[] = [{ index: 1, kind: 'rest-day', text: '星期六，不是工作日' }];

describe('S2.4 the places of an itinerary', () => {
  const planned = plannedPlacesOf(places, plan, { parks: ['高新区'], clashes });

  test('are every county and the wanted parks, each as it stands', () => {
    expect(planned.map(({ place: { id }, standing }) => [id, standing])).toEqual([
      ['甲县', 'planned'],
      ['乙县', 'clashing'],
      ['丙县', 'visited'],
      ['丁县', 'unplanned'],
      ['高新区', 'planned'],
    ]);
    expect(planned[1]?.clashes).toEqual(clashes);
  });

  test('are travelled by their days, those without one last', () => {
    expect(byTravel(planned).map(({ place: { id } }) => id)).toEqual(['丙县', '乙县', '高新区', '甲县', '丁县']);
  });
});

test('SUR-06 parks are wanted where they are planned, and all of them where coverage needs them', () => {
  expect(wantedParksOf(places, plan, { parksNeedCoverage: false })).toEqual(['高新区']);
  expect(wantedParksOf(places, plan, { parksNeedCoverage: true })).toEqual(['高新区', '仙海区']);
});
