import { type CaseView, cityTrackOf, type PlainDateText } from '../procedure/case.ts';
import type { ScheduleRules } from '../procedure/case-context.ts';
import { findStep } from '../procedure/procedure.ts';
import { scheduleTrack } from '../procedure/schedule.ts';
import type { SittingDay } from './itinerary.ts';

/** The day by which what the visits are for has to be written: no visit after it serves the report (S2.8). */
export type ItineraryLimit = { day: PlainDateText; title: string; clause: string };

/** From the schedule of the city's track; undefined while nothing dates it, and once it has passed: who is late has to travel all the same. */
export function itineraryLimit(view: CaseView, rules: ScheduleRules, today: PlainDateText): ItineraryLimit | undefined {
  const city = cityTrackOf(view);
  const step = findStep('finalise-research-report', 'city', 'body');
  if (city === undefined || step === undefined) return undefined;
  const [scheduled] = scheduleTrack(view, city, [step], rules);
  if (scheduled?.due === undefined || scheduled.due < today) return undefined;
  return { day: scheduled.due, title: scheduled.title, clause: scheduled.clause };
}

/** The sitting that the plan names (审议时间, S1.3), until it is convened and stands among the sittings themselves. */
export function plannedSittings(view: CaseView): readonly SittingDay[] {
  const city = cityTrackOf(view);
  const { deliberationDate } = view;
  if (city === undefined || city.session !== undefined || deliberationDate === undefined) return [];
  return [{ bodyId: city.tenantId, day: deliberationDate, name: '计划审议本议题的市人大常委会会议' }];
}
