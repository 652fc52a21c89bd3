import { daysBetween, daysForward, daysThrough } from '../calendar/counting.ts';
import { type LegalCalendar, restNameOf } from '../calendar/legal-days.ts';
import { dutiesWithin, dutyInWords, type SpokenDuty } from '../organisation/leader-duty.ts';
import type { PlainDateText } from '../procedure/case.ts';

/** One visit that is planned: to which county or park, on which day, led by whom. `isFixed`: the clerk's own, no suggestion changes it. */
export type Stop = { placeId: string; day: PlainDateText; leaderId: string; isFixed: boolean };

/** The planned visits of one topic's joint research (S2.4): a working paper of the lead committee, no official act. */
export type Itinerary = {
  from: PlainDateText;
  until: PlainDateText;
  /** Places one leader visits on one day at most. */
  perDay: number;
  /** Who may lead visits (带队人). On which days somebody cannot is kept in the register of duties. */
  leaderIds: readonly string[];
  stops: readonly Stop[];
};

/** A visit that another topic has planned; nobody can be in two places, no county receives two teams on one day. */
export type TakenStop = { placeId: string; day: PlainDateText; leaderId: string; caseName: string };
/** A day on which a standing committee sits. */
export type SittingDay = { bodyId: string; day: PlainDateText; name: string };

/** What an itinerary has to respect. */
export type Surroundings = {
  calendar: LegalCalendar;
  /** The city's standing committee, whose members the leaders are. */
  cityId: string;
  taken: readonly TakenStop[];
  sittings: readonly SittingDay[];
  /** Days on which leaders are bound elsewhere (领导其他公务). */
  duties: readonly SpokenDuty[];
  /** The last day on which a visit still serves the report. */
  limit?: { day: PlainDateText; title: string };
};

/** The longest period that is planned at once, in days. */
export const longestItinerary = 180;

export type ClashKind =
  | 'outside-period'
  | 'after-report'
  | 'rest-day'
  | 'leader-away'
  | 'leader-unknown'
  | 'leader-sits'
  | 'leader-taken'
  | 'leader-overbooked'
  | 'place-twice'
  | 'place-sits'
  | 'place-taken';

/** What speaks against a planned visit: its index in `stops`, and a sentence to be read beside it. */
export type StopClash = { index: number; kind: ClashKind; text: string };

/** Everything that speaks against the planned visits, in their order (S2.4: every county on site, nobody in two places). */
export function clashesOf(itinerary: Itinerary, surroundings: Surroundings): readonly StopClash[] {
  return itinerary.stops.flatMap((stop, index) =>
    [
      ...dayClashes(stop, itinerary, surroundings),
      ...leaderClashes(stop, itinerary, surroundings),
      ...placeClashes(index, itinerary, surroundings),
    ].map(([kind, text]) => ({ index, kind, text })),
  );
}

type Said = readonly [ClashKind, string];

function dayClashes({ day }: Stop, { from, until }: Itinerary, { calendar, limit }: Surroundings): readonly Said[] {
  const rest = restNameOf(calendar, day);
  return [
    ...(day < from || day > until ? [['outside-period', '不在行程起止日期之内'] as const] : []),
    ...(limit === undefined || day <= limit.day
      ? []
      : [['after-report', `晚于“${limit.title}”的期限${limit.day}`] as const]),
    ...(rest === undefined ? [] : [['rest-day', `${rest}，不是工作日`] as const]),
  ];
}

function leaderClashes(stop: Stop, { leaderIds, stops, perDay }: Itinerary, around: Surroundings): readonly Said[] {
  const { leaderId, day } = stop;
  if (!leaderIds.includes(leaderId)) return [['leader-unknown', '带队人不在可以带队的人员之中']];
  const sitting = around.sittings.find((other) => other.bodyId === around.cityId && other.day === day);
  const taken = around.taken.find((other) => other.leaderId === leaderId && other.day === day);
  const sameDay = stops.filter((other) => other.leaderId === leaderId && other.day === day).length;
  return [
    ...dutiesWithin(around.duties, day, day)
      .filter(({ personId }) => personId === leaderId)
      .map((duty) => ['leader-away', `带队人当天有其他公务（${dutyInWords(duty)}）`] as const),
    ...(sitting === undefined ? [] : [['leader-sits', `当天举行${sitting.name}`] as const]),
    ...(taken === undefined ? [] : [['leader-taken', `带队人当天已安排“${taken.caseName}”的调研`] as const]),
    ...(sameDay > perDay ? [['leader-overbooked', `带队人当天安排了${sameDay}处，每天至多${perDay}处`] as const] : []),
  ];
}

function placeClashes(index: number, { stops }: Itinerary, around: Surroundings): readonly Said[] {
  const { placeId, day } = stops[index] as Stop;
  const first = stops.findIndex((other) => other.placeId === placeId);
  const sitting = around.sittings.find((other) => other.bodyId === placeId && other.day === day);
  const taken = around.taken.find((other) => other.placeId === placeId && other.day === day);
  return [
    ...(first < index ? [['place-twice', '同一地点安排了两次'] as const] : []),
    ...(sitting === undefined ? [] : [['place-sits', `当地当天举行${sitting.name}`] as const]),
    ...(taken === undefined ? [] : [['place-taken', `当地当天已安排“${taken.caseName}”的调研`] as const]),
  ];
}

/** A leader of a group, with the days on which he or she leads nothing more. */
export type GroupLeader = { personId: string; closed: ReadonlySet<PlainDateText> };

/** What one topic still has to visit. `kept` stands as it is. */
export type ItineraryGroup = {
  id: string;
  leaders: readonly GroupLeader[];
  placeIds: readonly string[];
  kept: readonly Stop[];
};

/** Visits to be planned for one topic or several together, on the open days alone. */
export type ItineraryTask = {
  days: readonly PlainDateText[];
  perDay: number;
  groups: readonly ItineraryGroup[];
  /** Days on which a place receives nobody. */
  placeClosed: ReadonlyMap<string, ReadonlySet<PlainDateText>>;
};

/** Days of an itinerary's period, both ends counted: 0 when it ends before it begins. */
export function lengthOf({ from, until }: Pick<Itinerary, 'from' | 'until'>): number {
  return Math.max(0, daysBetween(from, until) + 1);
}

/** The working days of an itinerary's period, as far as can be planned at once. */
export function workdaysOf(
  { from, until }: Pick<Itinerary, 'from' | 'until'>,
  calendar: LegalCalendar,
): readonly PlainDateText[] {
  const last = daysForward(from, longestItinerary - 1);
  return daysThrough(from, until < last ? until : last).filter((day) => restNameOf(calendar, day) === undefined);
}

/** The task that an itinerary sets: everything in `placeIds` that is not fixed is to be planned anew, on working days of its period. */
export function itineraryTaskOf(
  itinerary: Itinerary,
  { id, placeIds }: { id: string; placeIds: readonly string[] },
  around: Surroundings,
): ItineraryTask {
  const { perDay, leaderIds, stops } = itinerary;
  const kept = stops.filter(({ isFixed }) => isFixed);
  const keptPlaces = new Set(kept.map(({ placeId }) => placeId));
  const citySits = around.sittings.filter(({ bodyId }) => bodyId === around.cityId).map(({ day }) => day);
  const group: ItineraryGroup = {
    id,
    kept,
    placeIds: placeIds.filter((placeId) => !keptPlaces.has(placeId)),
    leaders: leaderIds.map((personId) => ({
      personId,
      closed: new Set([
        ...dutyDaysOf(personId, around),
        ...citySits,
        ...around.taken.filter(({ leaderId }) => leaderId === personId).map(({ day }) => day),
      ]),
    })),
  };
  return {
    days: workdaysOf(itinerary, around.calendar).filter((day) => around.limit === undefined || day <= around.limit.day),
    perDay,
    groups: [group],
    placeClosed: new Map(placeIds.map((placeId) => [placeId, closedDaysOf(placeId, around)])),
  };
}

function dutyDaysOf(leaderId: string, { duties }: Surroundings): readonly PlainDateText[] {
  return duties.filter(({ personId }) => personId === leaderId).flatMap(({ from, until }) => daysThrough(from, until));
}

function closedDaysOf(placeId: string, { sittings, taken }: Surroundings): ReadonlySet<PlainDateText> {
  return new Set([
    ...sittings.filter(({ bodyId }) => bodyId === placeId).map(({ day }) => day),
    ...taken.filter((other) => other.placeId === placeId).map(({ day }) => day),
  ]);
}
