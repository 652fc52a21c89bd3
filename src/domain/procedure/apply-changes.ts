import type { SharedChange } from './act.ts';
import {
  type CaseView,
  type Departure,
  type Done,
  doneKey,
  type PlainDateText,
  type Track,
  type TrackSession,
} from './case.ts';
import { askedMark, markOfPart } from './organ-part.ts';
import { stepsDoneBy } from './procedure.ts';

type Moment = { on: PlainDateText; seq: number };

/** A track with the steps marked that an act of this kind satisfies, and the departures it recorded; the next version. */
export function markTrack(
  track: Track,
  actKind: string,
  moment: Moment,
  departures: readonly Departure[],
  satisfied: boolean,
): Track {
  const steps = satisfied ? stepsDoneBy(actKind, track.level, track.kind) : [];
  const late = departures.some((departure) => departure.code === 'order/late');
  const marked: Record<string, Done> = { ...track.done };
  for (const step of steps) {
    const key = doneKey(step.id, step.perRound, track.round);
    // The first time counts: a later visit does not move the day on which the step was done.
    marked[key] ??= { ...moment, ...(late ? { note: 'late' as const } : {}) };
  }
  return { ...track, version: track.version + 1, done: marked, departures: [...track.departures, ...departures] };
}

/** What a shared change makes of the case's own facts. */
export function changeCase(view: CaseView, change: SharedChange): CaseView {
  if (change.kind !== 'change-topic') return view;
  const { kind: _kind, withdrawn, ...facts } = change;
  return { ...view, ...facts, ...(withdrawn === true ? { state: 'withdrawn' as const } : {}) };
}

/** What a shared change makes of one track of the case. `actorTenantId` is the tenant whose act it is. */
export function changeTrack(track: Track, change: SharedChange, actorTenantId: string, moment: Moment): Track {
  return isReached(track, change, actorTenantId) ? changed(track, change, moment) : track;
}

/** The own track; a new round, a term and the end reach the own organs too; a question put anew reaches every body. */
function isReached(track: Track, change: SharedChange, actorTenantId: string): boolean {
  if (change.kind === 'unmark-everywhere') return track.kind === 'body';
  const isNamed = 'organIds' in change && track.bodyId === actorTenantId && change.organIds.includes(track.tenantId);
  if (change.kind === 'ask-organs' || change.kind === 'mark-organs' || change.kind === 'unmark-organs') return isNamed;
  if (change.kind === 'assign-organs') return track.kind === 'organ' && track.bodyId === actorTenantId;
  if (track.tenantId === actorTenantId) return true;
  if (change.kind === 'set-second-answer-due') return isNamed;
  const reachesOrgans = ['open-round', 'set-resolution-due', 'close-track'].includes(change.kind);
  return reachesOrgans && track.bodyId === actorTenantId;
}

function changed(track: Track, change: SharedChange, moment: Moment): Track {
  switch (change.kind) {
    case 'set-session':
      return bump({ ...track, [change.field]: change.session });
    case 'move-session':
      return bump(moveSession(track, change));
    case 'mark':
      return bump({ ...track, done: { ...track.done, [keyOf(change, track)]: moment } });
    case 'unmark':
    case 'unmark-everywhere':
    case 'unmark-organs':
      return unmark(track, change.stepIds);
    case 'assign-organs':
      return assign(track, change, moment);
    case 'ask-organs':
      return markRound(track, askedMark, moment);
    case 'mark-organs':
      return markRound(track, change.stepId, moment);
    case 'open-round':
      return openRound(track, change);
    case 'set-resolution-due':
      return bump({ ...track, resolutionDue: change.due });
    case 'set-promise-due':
      return setPromiseDue(track, change.due);
    case 'set-second-answer-due':
      return bump({ ...track, secondAnswerDue: change.due });
    case 'close-track':
      return bump({ ...track, closedOn: moment.on });
    case 'create-topics':
    case 'create-session':
    case 'add-organ-tracks':
    case 'change-topic':
      return track;
  }
}

function bump(track: Track): Track {
  return { ...track, version: track.version + 1 };
}

function markRound(track: Track, mark: string, moment: Moment): Track {
  return bump({ ...track, done: { ...track.done, [doneKey(mark, true, track.round)]: moment } });
}

function keyOf(change: { stepId: string; perRound?: boolean }, track: Track): string {
  return doneKey(change.stepId, change.perRound ?? false, track.round);
}

function unmark(track: Track, stepIds: readonly string[]): Track {
  const gone = new Set(stepIds.flatMap((id) => [id, doneKey(id, true, track.round)]));
  const kept = Object.entries(track.done).filter(([key]) => !gone.has(key));
  if (kept.length === Object.keys(track.done).length) return track;
  return bump({ ...track, done: Object.fromEntries(kept) });
}

/** The day on which an organ was first given its part stays. */
function assign(track: Track, change: Extract<SharedChange, { kind: 'assign-organs' }>, moment: Moment): Track {
  const mark = markOfPart(change.part);
  if (!change.organIds.includes(track.tenantId)) return unmark(track, [mark]);
  return track.done[mark] === undefined ? bump({ ...track, done: { ...track.done, [mark]: moment } }) : track;
}

/**
 * The next round counts from its own date and sits on a session of its own (S4.5). Its number is the body's: an organ that joins with it
 * stands in the same round as everybody else.
 */
function openRound(track: Track, { round, due }: Extract<SharedChange, { kind: 'open-round' }>): Track {
  const { handlingSession: _past, promiseDue: _promised, secondAnswerDue: _answered, ...rest } = track;
  return bump({ ...rest, round, handlingDue: due });
}

function setPromiseDue(track: Track, due: PlainDateText | undefined): Track {
  if (track.promiseDue === due) return track;
  const { promiseDue: _earlier, ...rest } = track;
  return bump(due === undefined ? rest : { ...rest, promiseDue: due });
}

function moveSession(track: Track, change: Extract<SharedChange, { kind: 'move-session' }>): Track {
  return {
    ...track,
    ...(track.session?.sessionId === change.sessionId ? { session: movedTo(track.session, change.session) } : {}),
    ...(track.handlingSession?.sessionId === change.sessionId ? { handlingSession: change.session } : {}),
  };
}

/** How a sitting was called, and a topic put on it, stays whatever its days and state become. */
function movedTo({ extraordinary, unplanned }: TrackSession, moved: TrackSession): TrackSession {
  return {
    ...moved,
    ...(extraordinary === undefined ? {} : { extraordinary }),
    ...(unplanned === undefined ? {} : { unplanned }),
  };
}
