import { type CaseView, type PlainDateText, type Track, type TrackSession, trackOf } from '../procedure/case.ts';
import type { Obligation } from '../procedure/worklist.ts';

/** The sitting that concerns the people of a body now, or the next that will. */
export type ComingSitting = { view: CaseView; session: TrackSession };

/** The one that is on, or else the next that has been convened; none that is over, closed or not (组织法 §54). */
export function comingSitting(
  sessions: readonly CaseView[],
  bodyId: string,
  today: PlainDateText,
): ComingSitting | undefined {
  const own = sessions.flatMap((view) => {
    const session = trackOf(view, bodyId)?.session;
    return session === undefined || session.state === 'closed' || session.closes < today ? [] : [{ view, session }];
  });
  return own.toSorted(
    (one, other) =>
      Number(other.session.state === 'open') - Number(one.session.state === 'open') ||
      one.session.opens.localeCompare(other.session.opens),
  )[0];
}

/** What a later sitting does for a topic: it assesses the handling, and before that what an unsatisfied result made it do (S4.4, S4.5). */
const ofHandlingSession: readonly string[] = ['deliberate-again', 'hold-inquiry', 'assess-handling'];

export function isOfHandlingSession(stepId: string): boolean {
  return ofHandlingSession.includes(stepId);
}

/** A sitting that hears the report does everything but what is done about the handling; the later one does that. */
export function isOfSitting(stepId: string, own: Track | undefined, sessionId: string): boolean {
  if (isOfHandlingSession(stepId)) return own?.handlingSession?.sessionId === sessionId;
  return own?.session?.sessionId === sessionId;
}

export const matterStates = ['done', 'current', 'to-come'] as const;
export type MatterProgress = { state: (typeof matterStates)[number]; next?: Obligation };
export const matterStateNames = { done: '已完成', current: '正在进行', 'to-come': '待进行' } satisfies Record<
  MatterProgress['state'],
  string
>;

/** How far a sitting is with a topic, from what it owes there; `next` is what comes next of it. What may be done is never waited for. */
export function progressOf(owed: readonly Obligation[]): MatterProgress {
  const musts = owed.filter(({ force }) => force !== 'may');
  const isOver = ({ state }: Obligation) => state === 'done' || state === 'waived';
  const next = musts.find((obligation) => !isOver(obligation));
  if (next === undefined) return { state: 'done' };
  const hasBegun = owed.some(isOver) || next.state !== 'waiting';
  return { state: hasBegun ? 'current' : 'to-come', next };
}

/** The matter a sitting is at: the first on its agenda that has begun and is not over, else the first that is to come. */
export function currentMatter<Matter extends { progress: MatterProgress }>(
  matters: readonly Matter[],
): Matter | undefined {
  return (
    matters.find(({ progress }) => progress.state === 'current') ??
    matters.find(({ progress }) => progress.state === 'to-come')
  );
}
