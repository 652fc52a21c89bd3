import type { CaseView, Done, PlainDateText, Track, TrackSession } from './case.ts';
import { doneKey } from './case.ts';

/** Facts of a case that an act can replace (S1.8). */
export type PastCaseFacts = Pick<CaseView, 'name' | 'state' | 'leadUnitId' | 'leadUnitName' | 'deliberationDate'>;
/** Facts of a track that a move of a sitting (组织法 §54) or the next round of handling (S4.5) replaces. */
export type PastTrackFacts = Pick<Track, 'round' | 'session' | 'handlingSession' | 'handlingDue' | 'resolutionDue'>;

/** What held on every day before `until`; without facts there was no case before that day. In the order in which it was replaced. */
export type CasePast =
  | { tenantId: null; until: PlainDateText; facts: PastCaseFacts | null }
  | { tenantId: string; until: PlainDateText; facts: PastTrackFacts };

/** What of two views of a case the change from one to the other replaced, on that day. */
export function pastOf(before: CaseView, after: CaseView, until: PlainDateText): readonly CasePast[] {
  const [was, is] = [caseFactsOf(before), caseFactsOf(after)];
  const own: CasePast[] = isSame(was, is) ? [] : [{ tenantId: null, until, facts: was }];
  const tracks = before.tracks.flatMap((track): CasePast[] => {
    const next = after.tracks.find(({ tenantId }) => tenantId === track.tenantId);
    if (next === undefined || isKept(track, next)) return [];
    return [{ tenantId: track.tenantId, until, facts: trackFactsOf(track) }];
  });
  return [...own, ...tracks];
}

function caseFactsOf({ name, state, leadUnitId, leadUnitName, deliberationDate }: CaseView): PastCaseFacts {
  return {
    name,
    state,
    ...(leadUnitId === undefined ? {} : { leadUnitId }),
    ...(leadUnitName === undefined ? {} : { leadUnitName }),
    ...(deliberationDate === undefined ? {} : { deliberationDate }),
  };
}

function trackFactsOf({ round, session, handlingSession, handlingDue, resolutionDue }: Track): PastTrackFacts {
  return {
    round,
    ...(session === undefined ? {} : { session }),
    ...(handlingSession === undefined ? {} : { handlingSession }),
    ...(handlingDue === undefined ? {} : { handlingDue }),
    ...(resolutionDue === undefined ? {} : { resolutionDue }),
  };
}

function isSame(one: PastCaseFacts, other: PastCaseFacts): boolean {
  const keys = ['name', 'state', 'leadUnitId', 'leadUnitName', 'deliberationDate'] as const;
  return keys.every((key) => one[key] === other[key]);
}

function isKept(was: Track, is: Track): boolean {
  return (
    was.round === is.round &&
    sameDays(was.session, is.session) &&
    sameDays(was.handlingSession, is.handlingSession) &&
    was.handlingDue === is.handlingDue
  );
}

/** A sitting that is called replaces nothing, nor one that opens and closes as it was called. */
function sameDays(was: TrackSession | undefined, is: TrackSession | undefined): boolean {
  if (was === undefined) return true;
  return was.sessionId === is?.sessionId && was.opens === is.opens && was.closes === is.closes;
}

type OfCase = Extract<CasePast, { tenantId: null }>;

function isOfCase(past: CasePast): past is OfCase {
  return past.tenantId === null;
}

function isOfTrack(past: CasePast): past is Exclude<CasePast, OfCase> {
  return past.tenantId !== null;
}

/**
 * What the linkage knew of a case at the end of a day: the facts and sittings of that day, steps done and reasons recorded by then, the
 * round it was in, whether the track was still open. Undefined on a day on which there was no case yet.
 */
export function caseAsOf(view: CaseView, past: readonly CasePast[], day: PlainDateText): CaseView | undefined {
  const replaced = past.filter(({ until }) => until > day);
  const own = replaced.find(isOfCase);
  if (own?.facts === null) return undefined;
  const { leadUnitId, leadUnitName, deliberationDate, ...always } = view;
  const facts = own === undefined ? caseFactsOf(view) : own.facts;
  const tracks = view.tracks.map((track) => {
    const before = replaced.filter(isOfTrack).find(({ tenantId }) => tenantId === track.tenantId);
    return trackAsOf(before === undefined ? track : withFacts(track, before.facts), day);
  });
  return { ...always, ...facts, tracks };
}

function withFacts(track: Track, facts: PastTrackFacts): Track {
  const { session: _s, handlingSession: _h, handlingDue: _d, resolutionDue: _r, ...rest } = track;
  return { ...rest, ...facts };
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
