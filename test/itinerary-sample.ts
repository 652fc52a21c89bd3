import fc from 'fast-check';
import type { ItineraryTask } from '../src/domain/research/itinerary.ts';
import type { ItineraryPlan } from '../src/domain/research/itinerary-plan.ts';

const days = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'];
const places = ['p1', 'p2', 'p3', 'p4'];
const closedDays = fc.subarray(days).map((list) => new Set(list));
const leaders = fc
  .uniqueArray(fc.constantFrom('l1', 'l2', 'l3'), { minLength: 1, maxLength: 3 })
  .chain((ids) => fc.tuple(...ids.map((personId) => closedDays.map((closed) => ({ personId, closed })))));

/** Small tasks of one to three topics that share leaders and counties. */
export const someTask: fc.Arbitrary<ItineraryTask> = fc.record({
  days: fc.constant(days),
  perDay: fc.integer({ min: 1, max: 2 }),
  placeClosed: fc
    .tuple(...places.map((place) => closedDays.map((closed) => [place, closed] as const)))
    .map((entries) => new Map(entries)),
  groups: fc
    .array(fc.record({ leaders, placeIds: fc.subarray(places), kept: fc.constant([]) }), { minLength: 1, maxLength: 3 })
    .map((groups) => groups.map((group, index) => ({ id: `g${index}`, ...group }))),
});

/** Everything a plan breaks: double bookings, closed days, places lost. Empty for a sound one. */
export function faultsOfPlan({ stops, unplaced }: ItineraryPlan, task: ItineraryTask): readonly string[] {
  const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);
  const load = Map.groupBy(stops, ({ leaderId, day }) => `${leaderId} ${day}`);
  const wanted = task.groups.flatMap(({ id, placeIds }) => placeIds.map((placeId) => `${id} ${placeId}`));
  const answered = [...stops, ...unplaced].map(({ groupId, placeId }) => `${groupId} ${placeId}`);
  return [
    ...twice(stops.map(({ placeId, day }) => `place ${placeId} ${day}`)),
    ...[...load].flatMap(([key, led]) => (led.length > task.perDay ? [`overbooked ${key}`] : [])),
    ...[...load].flatMap(([key, led]) =>
      new Set(led.map(({ groupId }) => groupId)).size > 1 ? [`two topics ${key}`] : [],
    ),
    ...stops.flatMap(({ groupId, placeId, day, leaderId }) => {
      const leader = task.groups
        .find(({ id }) => id === groupId)
        ?.leaders.find(({ personId }) => personId === leaderId);
      const isOpen = leader?.closed.has(day) === false && task.placeClosed.get(placeId)?.has(day) !== true;
      return isOpen && task.days.includes(day) ? [] : [`closed ${placeId} ${day} ${leaderId}`];
    }),
    ...(JSON.stringify(wanted.toSorted()) === JSON.stringify(answered.toSorted()) ? [] : ['places lost or added']),
  ];
}
