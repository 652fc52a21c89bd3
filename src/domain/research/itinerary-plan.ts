import type { PlainDateText } from '../procedure/case.ts';
import type { GroupLeader, ItineraryGroup, ItineraryTask, Stop } from './itinerary.ts';

/** New visits by group, and the places no open day was found for. What is kept is not repeated. */
export type ItineraryPlan = {
  stops: readonly (Stop & { groupId: string })[];
  unplaced: readonly { groupId: string; placeId: string }[];
};

/** Days on the road, summed over the groups; a day with a kept visit costs nothing more. */
export function daysOnTheRoad(plan: ItineraryPlan, { groups }: ItineraryTask): number {
  const kept = groups.flatMap(({ id, kept }) => kept.map(({ day }) => `${id}/${day}`));
  return new Set([...kept, ...plan.stops.map(({ groupId, day }) => `${groupId}/${day}`)]).size;
}

/** The one that leaves fewer places out, then the one of fewer days, then the earlier one; the first where they are equal. */
export function betterPlan(one: ItineraryPlan, other: ItineraryPlan, task: ItineraryTask): ItineraryPlan {
  const [left, right] = [rankOf(one, task), rankOf(other, task)];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at >= 0 && (right[at] ?? 0) < (left[at] ?? 0) ? other : one;
}

function rankOf(plan: ItineraryPlan, task: ItineraryTask): readonly number[] {
  const lateness = plan.stops.reduce((sum, { day }) => sum + task.days.indexOf(day), 0);
  return [plan.unplaced.length, daysOnTheRoad(plan, task), lateness];
}

/** Who is where on which day so far. */
export type Diary = {
  /** Group that a leader travels with, by leader and day. */
  travels: Map<string, string>;
  /** Visits a leader leads on a day. */
  load: Map<string, number>;
  /** Place and day that are taken. */
  received: Set<string>;
};

const at = (id: string, day: PlainDateText) => `${id}/${day}`;

/** The diary with what is kept in it. */
export function diaryOf({ groups }: ItineraryTask): Diary {
  const diary: Diary = { travels: new Map(), load: new Map(), received: new Set() };
  for (const { id, kept } of groups) for (const stop of kept) enter(diary, id, stop);
  return diary;
}

/** Writes a visit down. */
export function enter(diary: Diary, groupId: string, { leaderId, placeId, day }: Stop): void {
  diary.travels.set(at(leaderId, day), groupId);
  diary.load.set(at(leaderId, day), (diary.load.get(at(leaderId, day)) ?? 0) + 1);
  diary.received.add(at(placeId, day));
}

/** How many more places a leader can visit for the group on the day. */
export function roomOf(
  leader: GroupLeader,
  groupId: string,
  day: PlainDateText,
  task: ItineraryTask,
  diary: Diary,
): number {
  if (leader.closed.has(day)) return 0;
  if ((diary.travels.get(at(leader.personId, day)) ?? groupId) !== groupId) return 0;
  return Math.max(0, task.perDay - (diary.load.get(at(leader.personId, day)) ?? 0));
}

/** Whether a place can receive a team on the day. */
export function isOpen(placeId: string, day: PlainDateText, { placeClosed }: ItineraryTask, diary: Diary): boolean {
  return placeClosed.get(placeId)?.has(day) !== true && !diary.received.has(at(placeId, day));
}

/** Visits of the places on the day, shared evenly among who leads; places beyond their room are left out. */
export function assignLeaders(
  group: ItineraryGroup,
  { day, placeIds }: { day: PlainDateText; placeIds: readonly string[] },
  task: ItineraryTask,
  diary: Diary,
): readonly (Stop & { groupId: string })[] {
  const stops: (Stop & { groupId: string })[] = [];
  for (const placeId of placeIds) {
    const free = group.leaders.filter((leader) => roomOf(leader, group.id, day, task, diary) > 0);
    const load = ({ personId }: GroupLeader) => diary.load.get(at(personId, day)) ?? 0;
    const leader = free.toSorted((one, other) => load(one) - load(other))[0];
    if (leader === undefined) break;
    const stop = { placeId, day, leaderId: leader.personId, isFixed: false };
    enter(diary, group.id, stop);
    stops.push({ ...stop, groupId: group.id });
  }
  return stops;
}

type Choice = { group: ItineraryGroup; day: PlainDateText; placeIds: readonly string[]; isNew: boolean };

/** Fills day after day with the most places that can be visited on it: quick and good, not always the fewest days. */
export function greedyPlan(task: ItineraryTask): ItineraryPlan {
  const diary = diaryOf(task);
  const left = new Map(task.groups.map(({ id, placeIds }) => [id, new Set(placeIds)]));
  const used = new Set(task.groups.flatMap(({ id, kept }) => kept.map(({ day }) => at(id, day))));
  const stops: (Stop & { groupId: string })[] = [];
  for (;;) {
    const choice = bestChoice(task, { diary, left, used });
    if (choice === undefined) break;
    const made = assignLeaders(choice.group, choice, task, diary);
    for (const { placeId } of made) left.get(choice.group.id)?.delete(placeId);
    used.add(at(choice.group.id, choice.day));
    stops.push(...made);
  }
  const unplaced = [...left].flatMap(([groupId, placeIds]) => [...placeIds].map((placeId) => ({ groupId, placeId })));
  return { stops, unplaced };
}

type SoFar = { diary: Diary; left: ReadonlyMap<string, ReadonlySet<string>>; used: ReadonlySet<string> };

/** A day already on the road first, then the day that takes most places, then the earliest. */
function bestChoice(task: ItineraryTask, soFar: SoFar): Choice | undefined {
  let best: Choice | undefined;
  for (const group of task.groups) {
    const places = [...(soFar.left.get(group.id) ?? [])];
    if (places.length === 0) continue;
    for (const day of task.days) {
      const choice = choiceOf(group, day, { task, places, soFar });
      if (choice !== undefined && (best === undefined || isBetter(choice, best))) best = choice;
    }
  }
  return best;
}

function choiceOf(
  group: ItineraryGroup,
  day: PlainDateText,
  { task, places, soFar }: { task: ItineraryTask; places: readonly string[]; soFar: SoFar },
): Choice | undefined {
  const room = group.leaders.reduce((sum, leader) => sum + roomOf(leader, group.id, day, task, soFar.diary), 0);
  if (room === 0) return undefined;
  const open = places.filter((placeId) => isOpen(placeId, day, task, soFar.diary));
  if (open.length === 0) return undefined;
  const choices = (placeId: string) => task.days.length - (task.placeClosed.get(placeId)?.size ?? 0);
  const placeIds = open.toSorted((one, other) => choices(one) - choices(other)).slice(0, room);
  return { group, day, placeIds, isNew: !soFar.used.has(at(group.id, day)) };
}

function isBetter(one: Choice, other: Choice): boolean {
  if (one.isNew !== other.isNew) return !one.isNew;
  return one.placeIds.length > other.placeIds.length;
}
