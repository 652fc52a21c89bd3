import type { PlainDateText } from '../procedure/case.ts';

/** A visit as a county reads of it: people by name, so that the paper needs nothing beside itself. */
export type ToldVisit = { day: PlainDateText; leader: string; places: string };

/** 联合调研安排告知: when the joint team comes to one county, who comes, where to, and what to prepare (S2.3–S2.5). */
export type VisitNotice = {
  /** Of this county on this topic: a later one replaces it. */
  version: number;
  /** Empty where the visit that was told is called off. */
  visits: readonly ToldVisit[];
  members: readonly string[];
  prepare: string;
  /** What is different from the notice before, sentence by sentence; empty in the first. */
  changes: readonly string[];
};

/** The same as the city has it on record, people by their ids. */
export type VisitPlan = {
  visits: readonly { day: PlainDateText; leaderId: string; places: string }[];
  memberIds: readonly string[];
  prepare: string;
};
export type ToldPlan = VisitPlan & { version: number };

/** Visits that have not passed: what has is registered, not told. */
export function visitsAhead<Visit extends { day: PlainDateText }>(
  visits: readonly Visit[],
  today: PlainDateText,
): readonly Visit[] {
  return visits.filter(({ day }) => day >= today);
}

/** What a county has to be told now; nothing where it knows all of it already, or has nothing to know. */
export function planDue(told: ToldPlan | undefined, plan: VisitPlan, today: PlainDateText): ToldPlan | undefined {
  const before = visitsAhead(told?.visits ?? [], today);
  if (plan.visits.length === 0 && before.length === 0) return undefined;
  const now = { ...plan, version: (told?.version ?? 0) + 1 };
  if (told === undefined || before.length === 0 || plan.visits.length === 0) return now;
  return changesOf({ ...told, visits: before }, plan, (id) => id).length === 0 ? undefined : now;
}

/** The notice as it is sealed: names in place of ids, and in words what differs from the one before. */
export function noticeOf(
  told: ToldPlan | undefined,
  now: ToldPlan,
  today: PlainDateText,
  who: (personId: string) => string,
): VisitNotice {
  const before = visitsAhead(told?.visits ?? [], today);
  const changes = told === undefined || before.length === 0 ? [] : changesOf({ ...told, visits: before }, now, who);
  return {
    version: now.version,
    visits: now.visits.map(({ day, leaderId, places }) => ({ day, leader: who(leaderId), places })),
    members: now.memberIds.map(who),
    prepare: now.prepare,
    changes,
  };
}

function changesOf(before: VisitPlan, now: VisitPlan, who: (personId: string) => string): readonly string[] {
  const [days, newDays] = [daysOf(before), daysOf(now)];
  if (now.visits.length === 0) return [`原定${days}到本级的调研取消，改期的另行告知。`];
  const names = (ids: readonly string[]) => ids.map(who).join('、');
  return [
    ...(days === newDays ? [] : [`调研日期由${days}改为${newDays}。`]),
    ...changed('带队人', names(leadersOf(before)), names(leadersOf(now))),
    ...changed('走访的单位和地点', placesOf(before), placesOf(now)),
    ...besides('随行人员增加', now.memberIds, before.memberIds, names),
    ...besides('不再随行', before.memberIds, now.memberIds, names),
    ...(before.prepare === now.prepare ? [] : ['请准备的事项有改动，以本次告知为准。']),
  ];
}

/** Who is among the first and not among the others. */
function besides(
  what: string,
  ids: readonly string[],
  others: readonly string[],
  names: (ids: readonly string[]) => string,
): readonly string[] {
  const left = ids.filter((id) => !others.includes(id));
  return left.length === 0 ? [] : [`${what}：${names(left)}。`];
}

function changed(what: string, before: string, now: string): readonly string[] {
  if (before === now) return [];
  return [`${what}由${before === '' ? '未定' : before}改为${now === '' ? '未定' : now}。`];
}

function daysOf({ visits }: VisitPlan): string {
  return visits.map(({ day }) => day).join('、');
}

function leadersOf({ visits }: VisitPlan): readonly string[] {
  return [...new Set(visits.map(({ leaderId }) => leaderId))];
}

function placesOf({ visits }: VisitPlan): string {
  return [...new Set(visits.map(({ places }) => places))].filter((places) => places !== '').join('；');
}
