import { isYearLoaded } from '../calendar/legal-days.ts';
import {
  type CaseView,
  cityTrackOf,
  countyTracksOf,
  type PlainDateText,
  type TrackSession,
} from '../procedure/case.ts';
import type { ScheduleRules } from '../procedure/case-context.ts';
import type { Settings } from '../procedure/settings.ts';
import { countyPlanOf, gapExceeded, nextSessionLatest, specialMeetingInterval } from '../session/statutory-dates.ts';
import { type Clash, clashesOfLeads, type DatedTopic } from './plan-clashes.ts';

/** One sitting, whichever topics it serves. */
export type YearSitting = {
  body: { tenantId: string; shortName: string };
  opens: PlainDateText;
  closes: PlainDateText;
};

/** The day of a county's session that has to lie seven days before the city's: its end, or its opening where the customer decided so (S3.1). */
export function judgedDayOfCounty(session: Pick<TrackSession, 'opens' | 'closes'>, settings: Settings): PlainDateText {
  return settings.countySessionMeans === 'ended' ? session.closes : session.opens;
}

/** What in the dates of a year under way does not go together, before it goes wrong. */
export function clashesOfYear(
  topics: readonly CaseView[],
  sittings: readonly YearSitting[],
  rules: ScheduleRules,
  today: PlainDateText,
): readonly Clash[] {
  const active = topics.filter((topic) => topic.state === 'active');
  return [
    ...active.flatMap((topic) => passedClashes(topic, today)),
    ...active.flatMap((topic) => countyClashes(topic, rules.settings)),
    ...active.flatMap(meetingClashes),
    ...gapClashes(sittings),
    ...clashesOfLeads(active.map(datedTopicOf)),
    ...calendarClashes(active, rules),
  ];
}

function datedTopicOf(topic: CaseView): DatedTopic {
  const { id: key, name, leadUnitId, leadUnitName } = topic;
  const day = cityTrackOf(topic)?.session?.opens ?? topic.deliberationDate;
  return {
    key,
    name,
    ...(leadUnitId === undefined ? {} : { leadUnitId }),
    ...(leadUnitName === undefined ? {} : { leadUnitName }),
    ...(day === undefined ? {} : { day }),
  };
}

/** The day the plan named has come and no sitting has been convened. */
function passedClashes(topic: CaseView, today: PlainDateText): readonly Clash[] {
  const { deliberationDate: day } = topic;
  if (day === undefined || day > today || cityTrackOf(topic)?.session !== undefined) return [];
  const text = `“${topic.name}”计划于${day}审议，至今没有确定会期；请确定会期，或者按程序调整议题。`;
  return [{ clause: 'S1.7', keys: [topic.id], text }];
}

function countyClashes(topic: CaseView, settings: Settings): readonly Clash[] {
  const opens = cityTrackOf(topic)?.session?.opens;
  if (opens === undefined) return [];
  const latest = countyPlanOf(opens).sessionLatest;
  const late = countyTracksOf(topic).flatMap(({ shortName, session }) => {
    const day = session === undefined ? undefined : judgedDayOfCounty(session, settings);
    return day !== undefined && day > latest ? [`${shortName}（${day}）`] : [];
  });
  if (late.length === 0) return [];
  const deed = settings.countySessionMeans === 'ended' ? '闭会' : '开会';
  const text = `“${topic.name}”的县级会议原则上应在${latest}前${deed}，晚于该日的有：${late.join('、')}。`;
  return [{ clause: 'S3.1', keys: [topic.id], text }];
}

function meetingClashes(topic: CaseView): readonly Clash[] {
  const opens = cityTrackOf(topic)?.session?.opens;
  const closes = countyTracksOf(topic).flatMap((track) => track.session?.closes ?? []);
  if (opens === undefined || closes.length === 0) return [];
  if (specialMeetingInterval(closes, opens) !== undefined) return [];
  const text = `“${topic.name}”的县级会议与市级会议之间没有可以召开专题会议的日子。`;
  return [{ clause: 'S3.4', keys: [topic.id], text }];
}

function gapClashes(sittings: readonly YearSitting[]): readonly Clash[] {
  const byBody = Map.groupBy(sittings, ({ body }) => body.tenantId);
  return [...byBody.values()].flatMap((own) => {
    const ordered = own.toSorted((one, other) => one.opens.localeCompare(other.opens));
    return ordered.flatMap((sitting, index): Clash[] => {
      const next = ordered[index + 1];
      if (next === undefined || !gapExceeded(sitting.closes, next.opens)) return [];
      const latest = nextSessionLatest(sitting.closes);
      const text = `${sitting.body.shortName}${sitting.closes}闭会后，涉及联动议题的下次会议在${next.opens}，其间须另有会议（${latest}前）。`;
      return [{ clause: '组织法 §51', keys: [], text }];
    });
  });
}

function calendarClashes(topics: readonly CaseView[], { calendar }: ScheduleRules): readonly Clash[] {
  const dates = topics.flatMap((topic) =>
    topic.tracks.flatMap((track) => [track.session?.closes, track.handlingDue]).filter((date) => date !== undefined),
  );
  const years = new Set(dates.filter((date) => !isYearLoaded(calendar, date)).map((date) => date.slice(0, 4)));
  return [...years].map((year) => ({
    clause: '民法典 §203',
    keys: [],
    text: `${year}年节假日安排尚未载入，该年期限未作顺延；请系统管理员载入国务院办公厅通知。`,
  }));
}
