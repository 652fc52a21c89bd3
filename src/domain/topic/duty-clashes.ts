import { isPlainDate } from '../calendar/counting.ts';
import { dutiesWithin, dutyInWords, type SpokenDuty } from '../organisation/leader-duty.ts';
import type { Level } from '../organisation/tenant.ts';
import { type CaseView, cityTrackOf, type PlainDateText, trackOf } from '../procedure/case.ts';
import type { Clash, DatedTopic } from './plan-clashes.ts';

/** A day, or days, on which a topic is deliberated, and how a sentence speaks of it: “计划审议时间”. */
export type DeliberatedOn = {
  key: string;
  name: string;
  what: string;
  clause: string;
  opens: PlainDateText;
  closes: PlainDateText;
};

/**
 * Leaders who are bound elsewhere on the day of a topic: those of the own body at its own sitting, the leaders of a county at the city's, which
 * they attend (S3.6). A reminder, never a refusal: another one may preside or come.
 */
export function dutyClashes(
  days: readonly DeliberatedOn[],
  duties: readonly SpokenDuty[],
  ownBodyId: string,
): readonly Clash[] {
  return days.flatMap(({ key, name, what, clause, opens, closes }) => {
    const found = dutiesWithin(duties, opens, closes);
    const own = found.filter(({ bodyId }) => bodyId === ownBodyId);
    const others = found.filter(({ bodyId }) => bodyId !== ownBodyId);
    const begin = `“${name}”的${what}${opens === closes ? opens : `${opens}至${closes}`}`;
    const absent = clause === 'S3.6' ? '，不便列席' : '';
    return [
      ...(own.length === 0 ? [] : [{ clause, keys: [key], text: `${begin}，${boundOf(own)}${absent}。` }]),
      ...(others.length === 0
        ? []
        : [{ clause: 'S3.6', keys: [key], text: `${begin}，${boundOf(others)}，不便列席。` }]),
    ];
  });
}

function boundOf(duties: readonly SpokenDuty[]): string {
  return duties.map((duty) => `${duty.who}有其他公务（${dutyInWords(duty)}）`).join('、');
}

/** The days of a plan that is being drafted, as far as they are chosen (S1.3). */
export function plannedDaysOf(topics: readonly DatedTopic[]): readonly DeliberatedOn[] {
  return topics.flatMap(({ key, name, day }) =>
    day === undefined ? [] : [{ key, name, what: '审议时间', clause: 'S1.3', opens: day, closes: day }],
  );
}

/** The days of a sitting that is convened or moved, as far as they are chosen (S3.1, S3.5). */
export function sittingDaysOf(
  { name, level }: { name: string; level: Level },
  session: Partial<Record<'opens' | 'closes', unknown>>,
): readonly DeliberatedOn[] {
  const [opens, closes] = [session.opens, session.closes];
  if (typeof opens !== 'string' || !isPlainDate(opens)) return [];
  const last = typeof closes === 'string' && isPlainDate(closes) && closes > opens ? closes : opens;
  const clause = level === 'city' ? 'S3.5' : 'S3.1';
  return [
    { key: opens, name: name.trim() === '' ? '常委会会议' : name.trim(), what: '会期', clause, opens, closes: last },
  ];
}

/** The days ahead that concern a body: its own sittings, the city's for a county, the planned day where none is convened yet. */
export function daysAheadOf(
  topics: readonly CaseView[],
  ownBodyId: string,
  today: PlainDateText,
): readonly DeliberatedOn[] {
  return topics
    .filter(({ state }) => state === 'active')
    .flatMap((topic) => [...citysDay(topic, ownBodyId), ...ownDay(topic, ownBodyId)])
    .filter(({ closes }) => closes >= today);
}

function citysDay(topic: CaseView, ownBodyId: string): readonly DeliberatedOn[] {
  const { id: key, name, deliberationDate: planned } = topic;
  const city = cityTrackOf(topic);
  if (city === undefined) return [];
  const isOwn = city.tenantId === ownBodyId;
  const held = city.session;
  if (held !== undefined) {
    const { opens, closes } = held;
    return [{ key, name, what: isOwn ? '本级会议' : '市级会议', clause: isOwn ? 'S3.5' : 'S3.6', opens, closes }];
  }
  if (planned === undefined) return [];
  const clause = isOwn ? 'S1.3' : 'S3.6';
  return [{ key, name, what: isOwn ? '计划审议时间' : '市级计划审议时间', clause, opens: planned, closes: planned }];
}

function ownDay(topic: CaseView, ownBodyId: string): readonly DeliberatedOn[] {
  const own = trackOf(topic, ownBodyId);
  if (own?.level !== 'county' || own.session === undefined) return [];
  const { opens, closes } = own.session;
  return [{ key: topic.id, name: topic.name, what: '本级会议', clause: 'S3.1', opens, closes }];
}
