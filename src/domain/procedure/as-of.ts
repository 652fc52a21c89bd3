import type { CaseView, Done, PlainDateText, Track } from './case.ts';
import { doneKey } from './case.ts';

/**
 * What the linkage knew of a case at the end of a day: steps done by then, reasons recorded by then, the round it was in, whether the
 * track was still open. A session counts once the council had convened it; on which days it then stood is told as it stands now.
 */
export function caseAsOf(view: CaseView, day: PlainDateText): CaseView {
  return { ...view, tracks: view.tracks.map((track) => trackAsOf(track, day)) };
}

function trackAsOf(track: Track, day: PlainDateText): Track {
  const { session, handlingSession, handlingDue, resolutionDue, closedOn, ...rest } = track;
  const done: Record<string, Done> = Object.fromEntries(Object.entries(track.done).filter(([, { on }]) => on <= day));
  const round = roundOf(track, done);
  const isNow = round === track.round;
  return {
    ...rest,
    done,
    round,
    departures: track.departures.filter(({ on }) => on <= day),
    ...(session === undefined || done['convene-session'] === undefined ? {} : { session: openOn(session, day) }),
    ...(handlingSession === undefined ||
    !isNow ||
    done[doneKey('schedule-handling-assessment', true, round)] === undefined
      ? {}
      : { handlingSession: openOn(handlingSession, day) }),
    ...(handlingDue === undefined || !isNow ? {} : { handlingDue }),
    ...(resolutionDue === undefined || done['make-resolution'] === undefined ? {} : { resolutionDue }),
    ...(closedOn === undefined || closedOn > day ? {} : { closedOn }),
  };
}

/** A round begins with the next step that the one before was given (S4.5). An organ’s rounds are begun by its body. */
function roundOf(track: Track, done: Readonly<Record<string, Done>>): number {
  if (track.kind !== 'body') return track.round;
  let round = 1;
  while (round < track.round && done[doneKey('choose-next-step', true, round)] !== undefined) round += 1;
  return round;
}

function openOn(session: NonNullable<Track['session']>, day: PlainDateText): NonNullable<Track['session']> {
  if (day < session.opens) return { ...session, state: 'convened' };
  return day < session.closes && session.state === 'closed' ? { ...session, state: 'open' } : session;
}
