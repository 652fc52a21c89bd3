import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsOfPlan, someTask } from '../../../test/itinerary-sample.ts';
import type { ItineraryTask } from '../../domain/research/itinerary.ts';
import { betterPlan, daysOnTheRoad, greedyPlan } from '../../domain/research/itinerary-plan.ts';
import { solveItinerary } from './itinerary-solver.ts';

test('S2.4 a suggested itinerary is sound and never worse than the greedy one, for one topic and for several', async () => {
  await fc.assert(
    fc.asyncProperty(someTask, async (task) => {
      const solved = await solveItinerary(task, 2);
      expect(faultsOfPlan(solved.plan, task)).toEqual([]);
      expect(betterPlan(solved.plan, greedyPlan(task), task)).toBe(solved.plan);
      expect(solved.days).toBe(daysOnTheRoad(solved.plan, task));
    }),
    { numRuns: 20 },
  );
});

test('S2.4 it finds fewer days where the greedy one, which takes the fullest day first, does not', async () => {
  // The fullest day takes p1–p4 and leaves p5 and p6 a day each; two other days take all six.
  const open: Record<string, string[]> = {
    p1: ['2027-03-01', '2027-03-02'],
    p2: ['2027-03-01', '2027-03-02'],
    p3: ['2027-03-01', '2027-03-03'],
    p4: ['2027-03-01', '2027-03-03'],
    p5: ['2027-03-02'],
    p6: ['2027-03-03'],
  };
  const days = ['2027-03-01', '2027-03-02', '2027-03-03'];
  const task: ItineraryTask = {
    days,
    perDay: 4,
    placeClosed: new Map(
      Object.entries(open).map(([place, on]) => [place, new Set(days.filter((day) => !on.includes(day)))]),
    ),
    groups: [
      { id: 'topic', kept: [], placeIds: Object.keys(open), leaders: [{ personId: 'vice', closed: new Set() }] },
    ],
  };
  expect(daysOnTheRoad(greedyPlan(task), task)).toBe(3);
  const solved = await solveItinerary(task);
  expect(solved).toMatchObject({ days: 2, isProven: true });
  expect(faultsOfPlan(solved.plan, task)).toEqual([]);
});

test('S2.4 of itineraries with as few days it takes an early one', async () => {
  const task: ItineraryTask = {
    days: ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04'],
    perDay: 1,
    placeClosed: new Map([['p1', new Set(['2027-03-01'])]]),
    groups: [{ id: 'topic', kept: [], placeIds: ['p1', 'p2'], leaders: [{ personId: 'vice', closed: new Set() }] }],
  };
  const { plan } = await solveItinerary(task);
  expect(plan.stops.map(({ placeId, day }) => `${placeId} ${day}`).toSorted()).toEqual([
    'p1 2027-03-02',
    'p2 2027-03-01',
  ]);
});

test('a topic with nothing left to visit needs no search', async () => {
  const task: ItineraryTask = {
    days: ['2027-03-01'],
    perDay: 1,
    placeClosed: new Map(),
    groups: [{ id: 'topic', kept: [], placeIds: [], leaders: [] }],
  };
  expect(await solveItinerary(task)).toEqual({ plan: { stops: [], unplaced: [] }, days: 0, isProven: true });
});
