import { daysBetween } from '../calendar/counting.ts';
import { type CaseView, cityTrackOf, type PlainDateText, type TrackSession } from '../procedure/case.ts';
import type { Settings } from '../procedure/settings.ts';
import { countyPlanOf } from './statutory-dates.ts';

/** The first day on which the city deliberates a topic; until its sitting is convened the day that the plan names (S1.3). */
export type CityDay = { opens: PlainDateText; isPlanned: boolean };

export function cityDayOf(view: CaseView): CityDay | undefined {
  const opens = cityTrackOf(view)?.session?.opens;
  if (opens !== undefined) return { opens, isPlanned: false };
  return view.deliberationDate === undefined ? undefined : { opens: view.deliberationDate, isPlanned: true };
}

/** How much room a county has for its own sitting on a topic, planned back from the city's (S3.1). */
export type SessionRoom = {
  city: CityDay;
  /** Last day in principle, and the day that leaves a week to send the results without haste. */
  latest: PlainDateText;
  comfortable: PlainDateText;
  /** What has to lie by those days: the end of the sitting, or its opening (settings c). */
  means: Settings['countySessionMeans'];
  /** Of the county's sitting, where one is fixed or thought of. */
  judged: PlainDateText | undefined;
  /** Days from the sitting to the last day; negative once it lies later. */
  left: number | undefined;
  standing: 'open' | 'comfortable' | 'tight' | 'late';
};

export function sessionRoomOf(
  view: CaseView,
  session: Pick<TrackSession, 'opens' | 'closes'> | undefined,
  { countySessionMeans: means }: Pick<Settings, 'countySessionMeans'>,
): SessionRoom | undefined {
  const city = cityDayOf(view);
  if (city === undefined) return undefined;
  const { sessionLatest: latest, comfortable } = countyPlanOf(city.opens);
  const judged = means === 'ended' ? session?.closes : session?.opens;
  const room = { city, latest, comfortable, means, judged };
  if (judged === undefined) return { ...room, left: undefined, standing: 'open' };
  const left = daysBetween(judged, latest);
  if (left < 0) return { ...room, left, standing: 'late' };
  return { ...room, left, standing: judged <= comfortable ? 'comfortable' : 'tight' };
}
