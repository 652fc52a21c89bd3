import { daysBetween } from '../calendar/counting.ts';
import { foreseenRestNameOf, isYearLoaded } from '../calendar/legal-days.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { ScheduleRules } from '../procedure/case-context.ts';
import { countyPlanOf } from '../session/statutory-dates.ts';

/** What does not go together; dates stand in the text as they are stored. `keys`: the rows or topics it is about. */
export type Clash = { clause: string; text: string; keys: readonly string[] };

/** A topic with its day, as far as they are chosen. */
export type DatedTopic = { key: string; name: string; leadUnitId?: string; leadUnitName?: string; day?: PlainDateText };

/** A sitting of a standing committee that is fixed already. */
export type FixedSitting = {
  tenantId: string;
  shortName: string;
  level: 'city' | 'county';
  opens: PlainDateText;
  closes: PlainDateText;
};

/** Days of deliberation closer than this leave the city, and all the more one lead committee, no time between two topics. */
export const crowdedDays = 14;

/** So many topics are as many as one committee leads beside its other work. */
const leadsAtMost = 2;

/** What speaks against the days and lead committees of a plan before anybody is asked to agree to it (S1.3). */
export function clashesOfPlan(
  topics: readonly DatedTopic[],
  sittings: readonly FixedSitting[],
  rules: Pick<ScheduleRules, 'calendar'>,
): readonly Clash[] {
  const dated = topics.filter(hasDay);
  return [
    ...dated.flatMap((topic) => restClashes(topic, rules)),
    ...crowdedClashes(dated),
    ...clashesOfLeads(topics),
    ...dated.flatMap((topic) => sittingClashes(topic, sittings)),
    ...unloadedClashes(dated, rules),
  ];
}

function hasDay(topic: DatedTopic): topic is DatedTopic & { day: PlainDateText } {
  return topic.day !== undefined;
}

type WithDay = DatedTopic & { day: PlainDateText };

/** Nobody convenes a session on a holiday. */
function restClashes({ key, name, day }: WithDay, { calendar }: Pick<ScheduleRules, 'calendar'>): readonly Clash[] {
  const rest = foreseenRestNameOf(calendar, day);
  if (rest === undefined) return [];
  return [{ clause: 'S1.3', text: `“${name}”的审议时间${day}是休息日（${rest}）。`, keys: [key] }];
}

/** Of a year whose notice is not loaded only weekends and fixed holidays are known. */
function unloadedClashes(topics: readonly WithDay[], { calendar }: Pick<ScheduleRules, 'calendar'>): readonly Clash[] {
  const unloaded = topics.filter(({ day }) => !isYearLoaded(calendar, day));
  const [first] = unloaded;
  if (first === undefined) return [];
  const text = `${first.day.slice(0, 4)}年节假日安排尚未载入，只按周末和日期固定的节日核对，调休未核对。`;
  return [{ clause: 'S1.3', text, keys: unloaded.map(({ key }) => key) }];
}

/** Two topics within two weeks, or on one day: every county has to sit twice in that time, seven days before each (S3.1). */
function crowdedClashes(topics: readonly WithDay[]): readonly Clash[] {
  return pairsOf(topics).flatMap(([one, other]) => {
    const apart = Math.abs(daysBetween(one.day, other.day));
    if (apart >= crowdedDays) return [];
    const keys = [one.key, other.key];
    const names = `“${one.name}”与“${other.name}”`;
    if (apart === 0) {
      const text = `${names}同日（${one.day}）审议，各级须在同一次会议上听取两项报告。`;
      return [{ clause: 'S3.1', text, keys }];
    }
    const text = `${names}的审议时间（${one.day}、${other.day}）只隔${apart}天，县级会议须相应接连召开。`;
    return [{ clause: 'S3.1', text, keys }];
  });
}

/** A committee that leads several topics, and one whose topics follow each other within two weeks (S2.1). */
export function clashesOfLeads(topics: readonly DatedTopic[]): readonly Clash[] {
  const led = topics.filter(({ leadUnitId }) => leadUnitId !== undefined);
  return [...Map.groupBy(led, ({ leadUnitId }) => leadUnitId).values()].flatMap((own) => {
    const [first] = own;
    const who = first?.leadUnitName ?? '同一委室';
    const keys = own.map(({ key }) => key);
    const names = own.map(({ name }) => `“${name}”`).join('、');
    const many: Clash[] =
      own.length > leadsAtMost ? [{ clause: 'S2.1', text: `${who}牵头${own.length}项议题（${names}）。`, keys }] : [];
    return [...many, ...crowdedLeads(own.filter(hasDay), who)];
  });
}

function crowdedLeads(own: readonly WithDay[], who: string): readonly Clash[] {
  return pairsOf(own)
    .filter(([one, other]) => Math.abs(daysBetween(one.day, other.day)) < crowdedDays)
    .map(([one, other]) => ({
      clause: 'S2.1',
      keys: [one.key, other.key],
      text: `${who}牵头的“${one.name}”（${one.day}）与“${other.name}”（${other.day}）审议时间相近。`,
    }));
}

/** A county that sits on the city's day cannot send its leader there (S3.6); one that sits in the last week comes too late (S3.1). */
function sittingClashes({ key, name, day }: WithDay, sittings: readonly FixedSitting[]): readonly Clash[] {
  const latest = countyPlanOf(day).sessionLatest;
  const counties = sittings.filter(({ level }) => level === 'county');
  const sameDay = counties.filter(({ opens, closes }) => opens <= day && day <= closes);
  const lastWeek = counties.filter(({ closes, opens }) => closes > latest && closes < day && opens < day);
  const namesOf = (found: readonly FixedSitting[]) => found.map(({ shortName }) => shortName).join('、');
  return [
    ...(sameDay.length === 0
      ? []
      : [
          {
            clause: 'S3.6',
            keys: [key],
            text: `“${name}”审议当日（${day}）${namesOf(sameDay)}已定开会，负责人不便列席市级会议。`,
          },
        ]),
    ...(lastWeek.length === 0
      ? []
      : [
          {
            clause: 'S3.1',
            keys: [key],
            text: `${namesOf(lastWeek)}已定会期晚于${latest}，赶不上“${name}”审议前七日的要求。`,
          },
        ]),
  ];
}

function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
}
