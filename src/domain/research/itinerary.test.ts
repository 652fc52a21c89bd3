import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOfPlan, someTask } from '../../../test/itinerary-sample.ts';
import { legalCalendarOf } from '../calendar/legal-days.ts';
import { clashesOf, type Itinerary, type ItineraryTask, itineraryTaskOf, type Surroundings } from './itinerary.ts';
import { betterPlan, daysOnTheRoad, greedyPlan } from './itinerary-plan.ts';

const calendar = legalCalendarOf([
  { year: 2027, source: '通知', days: [{ day: '2027-03-03', kind: 'holiday', name: '示例节' }] },
]);
const bound = { bodyId: 'city', who: '主任张示例', from: '2027-03-02', until: '2027-03-02', matter: '学习' };
const around: Surroundings = {
  calendar,
  cityId: 'city',
  taken: [],
  sittings: [],
  duties: [{ ...bound, personId: 'chair' }],
};
const itinerary: Itinerary = {
  from: '2027-03-01',
  until: '2027-03-12',
  perDay: 1,
  leaderIds: ['chair', 'vice'],
  stops: [],
};
const stop = (placeId: string, day: string, leaderId = 'vice') => ({ placeId, day, leaderId, isFixed: false });
const kindsOf = (stops: Itinerary['stops'], surroundings: Partial<Surroundings> = {}) =>
  clashesOf({ ...itinerary, stops }, { ...around, ...surroundings }).map(({ index, kind }) => `${index} ${kind}`);

describe('S2.4 what speaks against a planned visit', () => {
  test('nothing on a working day with somebody free', () => {
    expect(kindsOf([stop('a', '2027-03-01'), stop('b', '2027-03-01', 'chair'), stop('c', '2027-03-02')])).toEqual([]);
  });

  test('the day: outside the period, a holiday, a weekend', () => {
    expect(kindsOf([stop('a', '2027-02-26'), stop('b', '2027-03-03'), stop('c', '2027-03-06')])).toEqual([
      '0 outside-period',
      '1 rest-day',
      '2 rest-day',
    ]);
  });

  test('the day: after the report that it is for (S2.8); no suggestion goes beyond it', () => {
    const limit = { day: '2027-03-04', title: '形成调研报告' };
    expect(kindsOf([stop('a', '2027-03-04'), stop('b', '2027-03-05')], { limit })).toEqual(['1 after-report']);
    const { days } = itineraryTaskOf(itinerary, { id: 'one', placeIds: ['a'] }, { ...around, limit });
    expect(days).toEqual(['2027-03-01', '2027-03-02', '2027-03-04']);
  });

  test('the leader: unknown, away, twice on a day, with another topic, in a sitting of the city', () => {
    expect(kindsOf([stop('a', '2027-03-01', 'nobody'), stop('b', '2027-03-02', 'chair')])).toEqual([
      '0 leader-unknown',
      '1 leader-away',
    ]);
    expect(kindsOf([stop('a', '2027-03-01'), stop('b', '2027-03-01')])).toEqual([
      '0 leader-overbooked',
      '1 leader-overbooked',
    ]);
    const taken = [{ placeId: 'z', day: '2027-03-01', leaderId: 'vice', caseName: '停车' }];
    expect(kindsOf([stop('a', '2027-03-01')], { taken })).toEqual(['0 leader-taken']);
    const sittings = [{ bodyId: 'city', day: '2027-03-01', name: '第三次会议' }];
    expect(kindsOf([stop('a', '2027-03-01')], { sittings })).toEqual(['0 leader-sits']);
  });

  test('the place: twice, in a sitting of its own, with another topic', () => {
    const sittings = [{ bodyId: 'b', day: '2027-03-02', name: '第三次会议' }];
    const taken = [{ placeId: 'c', day: '2027-03-04', leaderId: 'other', caseName: '停车' }];
    const stops = [stop('a', '2027-03-01'), stop('b', '2027-03-02'), stop('c', '2027-03-04'), stop('a', '2027-03-05')];
    expect(kindsOf(stops, { sittings, taken })).toEqual(['1 place-sits', '2 place-taken', '3 place-twice']);
  });
});

describe('S2.4 the task of a suggestion', () => {
  test('working days alone; the fixed stay; sittings and other topics close days', () => {
    const task = itineraryTaskOf(
      { ...itinerary, stops: [{ ...stop('a', '2027-03-04'), isFixed: true }, stop('b', '2027-03-05')] },
      { id: 'topic', placeIds: ['a', 'b', 'c'] },
      {
        ...around,
        sittings: [
          { bodyId: 'city', day: '2027-03-08', name: '会议' },
          { bodyId: 'c', day: '2027-03-09', name: '会议' },
        ],
        taken: [{ placeId: 'b', day: '2027-03-10', leaderId: 'chair', caseName: '停车' }],
      },
    );
    expect(task.days).toEqual([
      '2027-03-01',
      '2027-03-02',
      '2027-03-04',
      '2027-03-05',
      '2027-03-08',
      '2027-03-09',
      '2027-03-10',
      '2027-03-11',
      '2027-03-12',
    ]);
    const [group] = task.groups;
    expect(group?.placeIds).toEqual(['b', 'c']);
    expect(group?.kept.map(({ placeId }) => placeId)).toEqual(['a']);
    expect(group?.leaders.map(({ closed }) => [...closed].toSorted())).toEqual([
      ['2027-03-02', '2027-03-08', '2027-03-10'],
      ['2027-03-08'],
    ]);
    expect([...(task.placeClosed.get('b') ?? [])]).toEqual(['2027-03-10']);
    expect([...(task.placeClosed.get('c') ?? [])]).toEqual(['2027-03-09']);
  });
});

describe('S2.4 the greedy itinerary', () => {
  test('never puts a leader or a place in two, keeps what is closed closed, loses no place', () => {
    fc.assert(
      fc.property(someTask, (task) => {
        expect(faultsOfPlan(greedyPlan(task), task)).toEqual([]);
      }),
    );
  });

  test('fills a day that is on the road anyway before it takes another', () => {
    const task: ItineraryTask = {
      days: ['2027-03-01', '2027-03-02', '2027-03-04'],
      perDay: 2,
      placeClosed: new Map(),
      groups: [
        {
          id: 'topic',
          kept: [{ ...stop('a', '2027-03-04'), isFixed: true }],
          placeIds: ['b'],
          leaders: [{ personId: 'vice', closed: new Set() }],
        },
      ],
    };
    const plan = greedyPlan(task);
    expect(plan.stops.map(({ placeId, day }) => `${placeId} ${day}`)).toEqual(['b 2027-03-04']);
    expect(daysOnTheRoad(plan, task)).toBe(1);
  });

  test('of two plans the one that leaves fewer out is better, then the one of fewer days, then the earlier', () => {
    fc.assert(
      fc.property(someTask, (task) => {
        const greedy = greedyPlan(task);
        const nothing = {
          stops: [],
          unplaced: task.groups.flatMap(({ id, placeIds }) => placeIds.map((placeId) => ({ groupId: id, placeId }))),
        };
        expect(betterPlan(nothing, greedy, task)).toBe(greedy.stops.length === 0 ? nothing : greedy);
        expect(betterPlan(greedy, nothing, task)).toBe(greedy);
      }),
    );
  });
});
