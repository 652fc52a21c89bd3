import { isYearLoaded } from '../../domain/calendar/legal-days.ts';
import { type CaseView, cityTrackOf, countyTracksOf } from '../../domain/procedure/case.ts';
import { cityDayOf } from '../../domain/session/county-session.ts';
import {
  countyPlanOf,
  gapExceeded,
  nextSessionLatest,
  specialMeetingInterval,
} from '../../domain/session/statutory-dates.ts';
import { daysFrom, monthDay } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import type { Sitting } from './year-events.ts';

export type Clash = { clause: string; text: string; topicId?: string };

/** Sittings closer than this with the same lead committee leave it no time between two topics. */
const crowdedDays = 14;

/** What in the dates of a year does not go together, before it goes wrong. The bounds are the domain's. */
export function clashesOf(
  topics: readonly CaseView[],
  sittings: readonly Sitting[],
  linkage: Linkage,
  today: string,
): Clash[] {
  const active = topics.filter((topic) => topic.state === 'active');
  return [
    ...active.flatMap((topic) => passedClashes(topic, today)),
    ...active.flatMap(countyClashes),
    ...active.flatMap(meetingClashes),
    ...gapClashes(sittings),
    ...leadClashes(active),
    ...calendarClashes(active, linkage),
  ];
}

/** The day the plan named has come and no sitting has been convened. */
function passedClashes(topic: CaseView, today: string): Clash[] {
  const { deliberationDate } = topic;
  if (deliberationDate === undefined || deliberationDate > today || cityTrackOf(topic)?.session !== undefined)
    return [];
  const text = `“${topic.name}”计划于${monthDay(deliberationDate)}审议，至今没有确定会期；请确定会期，或者按程序调整议题。`;
  return [{ clause: 'S1.7', topicId: topic.id, text }];
}

function countyClashes(topic: CaseView): Clash[] {
  const city = cityDayOf(topic);
  if (city === undefined) return [];
  const latest = countyPlanOf(city.opens).sessionLatest;
  const late = countyTracksOf(topic).filter((track) => track.session !== undefined && track.session.closes > latest);
  if (late.length === 0) return [];
  const names = late.map((track) => `${track.shortName}（${monthDay(track.session?.closes ?? '')}）`).join('、');
  return [
    {
      clause: 'S3.1',
      topicId: topic.id,
      text: `“${topic.name}”的县级会议原则上应在${monthDay(latest)}前闭会，晚于该日的有：${names}。`,
    },
  ];
}

function meetingClashes(topic: CaseView): Clash[] {
  const opens = cityTrackOf(topic)?.session?.opens;
  const closes = countyTracksOf(topic).flatMap((track) => track.session?.closes ?? []);
  if (opens === undefined || closes.length === 0) return [];
  if (specialMeetingInterval(closes, opens) !== undefined) return [];
  return [
    { clause: 'S3.4', topicId: topic.id, text: `“${topic.name}”的县级会议与市级会议之间没有可以召开专题会议的日子。` },
  ];
}

function gapClashes(sittings: readonly Sitting[]): Clash[] {
  const byBody = Map.groupBy(sittings, (sitting) => sitting.body.tenantId);
  return [...byBody.values()].flatMap((own) => {
    const ordered = own.toSorted((one, other) => one.opens.localeCompare(other.opens));
    return ordered.flatMap((sitting, index) => {
      const next = ordered[index + 1];
      if (next === undefined || !gapExceeded(sitting.closes, next.opens)) return [];
      const latest = nextSessionLatest(sitting.closes);
      return [
        {
          clause: '组织法 §51',
          text: `${sitting.body.shortName}${monthDay(sitting.closes)}闭会后，涉及联动议题的下次会议在${monthDay(next.opens)}，其间须另有会议（${monthDay(latest)}前）。`,
        },
      ];
    });
  });
}

function leadClashes(topics: readonly CaseView[]): Clash[] {
  const dated = topics.flatMap((topic) => {
    const date = cityTrackOf(topic)?.session?.opens ?? topic.deliberationDate;
    return date === undefined || topic.leadUnitId === undefined ? [] : [{ topic, date, lead: topic.leadUnitId }];
  });
  return dated.flatMap(({ topic, date, lead }, index) =>
    dated
      .slice(index + 1)
      .filter((other) => other.lead === lead && Math.abs(daysFrom(date, other.date)) < crowdedDays)
      .map((other) => ({
        clause: 'S2.1',
        topicId: topic.id,
        text: `${topic.leadUnitName ?? '同一委室'}牵头的“${topic.name}”（${monthDay(date)}）与“${other.topic.name}”（${monthDay(other.date)}）审议时间相近。`,
      })),
  );
}

function calendarClashes(topics: readonly CaseView[], { calendar }: Linkage): Clash[] {
  const years = new Set(
    topics
      .flatMap((topic) => topic.tracks.flatMap((track) => [track.session?.closes, track.handlingDue]))
      .flatMap((date) => (date === undefined || isYearLoaded(calendar, date) ? [] : [date.slice(0, 4)])),
  );
  return [...years].map((year) => ({
    clause: '民法典 §203',
    text: `${year}年节假日安排尚未载入，该年期限未作顺延；请系统管理员载入国务院办公厅通知。`,
  }));
}
