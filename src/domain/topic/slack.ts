import { daysBetween } from '../calendar/counting.ts';
import { type CaseView, cityTrackOf, countyTracksOf, type PlainDateText } from '../procedure/case.ts';
import type { Settings } from '../procedure/settings.ts';
import { type CityDay, cityDayOf } from '../session/county-session.ts';
import { countyPlanOf, specialMeetingInterval } from '../session/statutory-dates.ts';
import { judgedDayOfCounty } from './year-clashes.ts';

/** The counties' sittings on a topic as far as the reader sees them, against the day that the city's leaves them (S3.1). */
export type CountySlack = {
  count: number;
  /** How many of them have a sitting. */
  fixed: number;
  /** Counted back from the city's day; none while that one is open. */
  plan: { latest: PlainDateText; comfortable: PlainDateText } | undefined;
  /** The last of the sittings, and its days to the latest day: negative once it lies later. */
  last: { day: PlainDateText; left: number | undefined } | undefined;
};

/** Days on which the special meeting can be held (S3.4): `open` until sittings on both levels are fixed, `none` where none is left. */
export type MeetingSlack = { from: PlainDateText; until: PlainDateText; days: number } | 'open' | 'none';

/** How much room a topic has; `city.left`: days to the city's sitting, negative once it was held. */
export type TopicSlack = {
  topic: CaseView;
  city: (CityDay & { left: number }) | undefined;
  counties: CountySlack;
  meeting: MeetingSlack;
};

/** The room that each topic in work has, in their order, on a day. */
export function slackOf(topics: readonly CaseView[], settings: Settings, today: PlainDateText): readonly TopicSlack[] {
  return topics
    .filter((topic) => topic.state === 'active')
    .map((topic) => {
      const city = cityDayOf(topic);
      return {
        topic,
        city: city === undefined ? undefined : { ...city, left: daysBetween(today, city.opens) },
        counties: countySlackOf(topic, city, settings),
        meeting: meetingSlackOf(topic),
      };
    });
}

function countySlackOf(topic: CaseView, city: CityDay | undefined, settings: Settings): CountySlack {
  const counties = countyTracksOf(topic);
  const days = counties.flatMap(({ session }) => (session === undefined ? [] : [judgedDayOfCounty(session, settings)]));
  const plan = city === undefined ? undefined : countyPlanOf(city.opens);
  const day = days.toSorted().at(-1);
  const left = day === undefined || plan === undefined ? undefined : daysBetween(day, plan.sessionLatest);
  return {
    count: counties.length,
    fixed: days.length,
    plan: plan === undefined ? undefined : { latest: plan.sessionLatest, comfortable: plan.comfortable },
    last: day === undefined ? undefined : { day, left },
  };
}

function meetingSlackOf(topic: CaseView): MeetingSlack {
  const opens = cityTrackOf(topic)?.session?.opens;
  const closes = countyTracksOf(topic).flatMap((track) => track.session?.closes ?? []);
  if (opens === undefined || closes.length === 0) return 'open';
  const interval = specialMeetingInterval(closes, opens);
  return interval === undefined ? 'none' : { ...interval, days: daysBetween(interval.from, interval.until) + 1 };
}
