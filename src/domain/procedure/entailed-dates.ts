import type { Level } from '../organisation/tenant.ts';
import type { CaseView, PlainDateText, Track, TrackSession } from './case.ts';
import type { ScheduleRules } from './case-context.ts';
import { changeSetOf, type DateChange } from './change-set.ts';
import { steps } from './procedure.ts';
import { type ScheduledStep, scheduleOf } from './schedule.ts';

/** What a planner looks at when a day of deliberation is chosen, in the order of the opinion; the county's are the same for all. */
const watched: Readonly<Record<Level, readonly string[]>> = {
  county: ['deliberate', 'send-supervision-results'],
  city: [
    'approve-implementation-plan',
    'receive-draft-report',
    'receive-final-report',
    'distribute-report',
    'hold-special-meeting',
    'deliberate',
    'receive-handling-report',
  ],
};

export type EntailedDate = { level: Level; scheduled: ScheduledStep };

/** The dates that a day of the city's deliberation would bring for the city and for every county (S1.3, S2.2, S3.1, S3.5, S4.3). */
export function datesOfDeliberation(
  bodies: readonly Track[],
  day: PlainDateText,
  { calendar, settings }: ScheduleRules,
): readonly EntailedDate[] {
  const tracks = bodies
    .filter(({ kind }) => kind === 'body')
    .map(({ session: _session, handlingSession: _handling, closedOn: _closed, ...track }): Track => {
      return { ...track, done: {}, departures: [], round: 1 };
    });
  const year = Number(day.slice(0, 4));
  const view: CaseView = {
    kind: 'topic',
    id: '',
    cityCode: '',
    year,
    name: '',
    state: 'active',
    deliberationDate: day,
    tracks,
  };
  const county = tracks.find(({ level }) => level === 'county');
  const city = tracks.find(({ level }) => level === 'city');
  return scheduleOf(view, steps, calendar, settings).flatMap((scheduled): EntailedDate[] => {
    const level = scheduled.tenantId === city?.tenantId ? 'city' : 'county';
    if (level === 'county' && scheduled.tenantId !== county?.tenantId) return [];
    return scheduled.due !== undefined && watched[level].includes(scheduled.stepId) ? [{ level, scheduled }] : [];
  });
}

/** What moves, for every body that the reader sees, when a body's session for a topic is fixed on these days (组织法 §54). */
export function datesOfSession(
  view: CaseView,
  tenantId: string,
  session: Pick<TrackSession, 'opens' | 'closes'>,
  { calendar, settings }: ScheduleRules,
): readonly DateChange[] {
  const placed: TrackSession = { sessionId: '', state: 'convened', ...session };
  const tracks = view.tracks.map((track) => (track.tenantId === tenantId ? { ...track, session: placed } : track));
  const dated = (seen: CaseView) => scheduleOf(seen, steps, calendar, settings);
  return changeSetOf(dated(view), dated({ ...view, tracks }));
}

/**
 * What moves, for every body and organ that the reader sees, when a topic's planned day of deliberation changes (S1.8). Where the city's
 * session is fixed already the dates hang on that, and none moves.
 */
export function datesOfNewDeliberation(
  view: CaseView,
  day: PlainDateText,
  { calendar, settings }: ScheduleRules,
): readonly DateChange[] {
  const dated = (seen: CaseView) => scheduleOf(seen, steps, calendar, settings);
  return changeSetOf(dated(view), dated({ ...view, deliberationDate: day }));
}
