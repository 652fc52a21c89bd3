import type { ItineraryGroup, ItineraryTask } from '../../domain/research/itinerary.ts';
import { assignLeaders, diaryOf, type ItineraryPlan, isOpen, roomOf } from '../../domain/research/itinerary-plan.ts';

/** A mixed-integer model row by row: columns with their costs, all of them between 0 and 1 and whole. */
export type ItineraryModel = {
  costs: readonly number[];
  rows: readonly { lower: number; upper: number; entries: readonly (readonly [column: number, value: number])[] }[];
  /** Column of a visit: group, place and day by their index. */
  visits: readonly { group: number; placeId: string; day: string; column: number }[];
  /** Column of a leader of several groups travelling with one of them. */
  travels: readonly { group: number; leaderId: string; day: string; column: number }[];
  roads: readonly { group: number; day: string; column: number }[];
  omissions: readonly { group: number; placeId: string; column: number }[];
};

/** A place left out costs more than all days together could. */
export const omissionCost = 1000;

type Row = { lower: number; upper: number; entries: [number, number][] };

/**
 * Fewest days on the road, as a mixed-integer model. For every group, place and open day a visit; each place is visited once or left
 * out at a high cost; a day on the road costs 1; on a day a group visits no more places than its leaders have room for; a leader of several groups travels with one of them, a place receives one of them.
 */
export function itineraryModelOf(task: ItineraryTask): ItineraryModel {
  const costs: number[] = [];
  const rows: Row[] = [];
  const column = (cost: number) => costs.push(cost) - 1;
  const diary = diaryOf(task);
  const shared = sharedLeaders(task.groups);
  const visits: ItineraryModel['visits'][number][] = [];
  const travels: ItineraryModel['travels'][number][] = [];
  const roads: ItineraryModel['roads'][number][] = [];
  const omissions: ItineraryModel['omissions'][number][] = [];
  task.groups.forEach((group, index) => {
    for (const placeId of group.placeIds) omissions.push({ group: index, placeId, column: column(omissionCost) });
    task.days.forEach((day) => {
      const rooms = group.leaders.map((leader) => ({ leader, room: roomOf(leader, group.id, day, task, diary) }));
      const total = rooms.reduce((sum, { room }) => sum + room, 0);
      const open = total === 0 ? [] : group.placeIds.filter((placeId) => isOpen(placeId, day, task, diary));
      if (open.length === 0) return;
      const here = open.map((placeId) => ({ group: index, placeId, day, column: column(0) }));
      visits.push(...here);
      const ones = here.map((visit): [number, number] => [visit.column, 1]);
      const own = rooms.filter(({ leader }) => !shared.has(leader.personId));
      const others = rooms
        .filter(({ leader, room }) => room > 0 && shared.has(leader.personId))
        .map(({ leader, room }) => ({ group: index, leaderId: leader.personId, day, column: column(0), room }));
      travels.push(...others);
      rows.push({
        lower: Number.NEGATIVE_INFINITY,
        upper: own.reduce((sum, { room }) => sum + room, 0),
        entries: [...ones, ...others.map((travel): [number, number] => [travel.column, -travel.room])],
      });
      if (group.kept.some((stop) => stop.day === day)) return;
      const road = { group: index, day, column: column(1) };
      roads.push(road);
      const most = Math.min(total, open.length);
      rows.push({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries: [...ones, [road.column, -most]] });
    });
  });
  rows.push(...onceEach(omissions, visits), ...oneOf(visits, ({ placeId, day }) => `${placeId}/${day}`));
  rows.push(...oneOf(travels, ({ leaderId, day }) => `${leaderId}/${day}`));
  return { costs, rows, visits, travels, roads, omissions };
}

function sharedLeaders(groups: readonly ItineraryGroup[]): ReadonlySet<string> {
  const all = groups.flatMap(({ leaders }) => leaders.map(({ personId }) => personId));
  return new Set(all.filter((personId, index) => all.indexOf(personId) !== index));
}

function onceEach(omissions: ItineraryModel['omissions'], visits: ItineraryModel['visits']): Row[] {
  const byPlace = Map.groupBy(visits, ({ group, placeId }) => `${group}/${placeId}`);
  return omissions.map(({ group, placeId, column }) => ({
    lower: 1,
    upper: 1,
    entries: [
      [column, 1],
      ...(byPlace.get(`${group}/${placeId}`) ?? []).map((visit): [number, number] => [visit.column, 1]),
    ],
  }));
}

/** At most one of those that have the same key. */
function oneOf<One extends { column: number }>(all: readonly One[], keyOf: (one: One) => string): Row[] {
  return [...Map.groupBy(all, keyOf).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      lower: Number.NEGATIVE_INFINITY,
      upper: 1,
      entries: same.map(({ column }): [number, number] => [column, 1]),
    }));
}

/** The values of the columns that a plan has, to begin the search with. */
export function valuesOfPlan(plan: ItineraryPlan, model: ItineraryModel, task: ItineraryTask): Float64Array {
  const values = new Float64Array(model.costs.length);
  const ids = task.groups.map(({ id }) => id);
  const placed = new Set(plan.stops.map(({ groupId, placeId, day }) => `${groupId}/${placeId}/${day}`));
  const led = new Set(plan.stops.map(({ groupId, leaderId, day }) => `${groupId}/${leaderId}/${day}`));
  const road = new Set(plan.stops.map(({ groupId, day }) => `${groupId}/${day}`));
  const left = new Set(plan.unplaced.map(({ groupId, placeId }) => `${groupId}/${placeId}`));
  for (const { group, placeId, day, column } of model.visits)
    if (placed.has(`${ids[group]}/${placeId}/${day}`)) values[column] = 1;
  for (const { group, leaderId, day, column } of model.travels)
    if (led.has(`${ids[group]}/${leaderId}/${day}`)) values[column] = 1;
  for (const { group, day, column } of model.roads) if (road.has(`${ids[group]}/${day}`)) values[column] = 1;
  for (const { group, placeId, column } of model.omissions)
    if (left.has(`${ids[group]}/${placeId}`)) values[column] = 1;
  return values;
}

/** The visits that a solution chooses, with who leads each. */
export function planOfValues(values: ArrayLike<number>, model: ItineraryModel, task: ItineraryTask): ItineraryPlan {
  const diary = diaryOf(task);
  const isChosen = ({ column }: { column: number }) => (values[column] ?? 0) > 0.5;
  for (const travel of model.travels.filter(isChosen)) {
    diary.travels.set(`${travel.leaderId}/${travel.day}`, task.groups[travel.group]?.id ?? '');
  }
  const byDay = Map.groupBy(model.visits.filter(isChosen), ({ group, day }) => `${group}/${day}`);
  const stops = [...byDay.values()].flatMap((visits) => {
    const [{ group, day }] = visits as [ItineraryModel['visits'][number]];
    const placeIds = visits.map(({ placeId }) => placeId);
    return assignLeaders(task.groups[group] as ItineraryGroup, { day, placeIds }, task, diary);
  });
  const placed = new Set(stops.map(({ groupId, placeId }) => `${groupId}/${placeId}`));
  const unplaced = task.groups.flatMap(({ id, placeIds }) =>
    placeIds.filter((placeId) => !placed.has(`${id}/${placeId}`)).map((placeId) => ({ groupId: id, placeId })),
  );
  return { stops, unplaced };
}
