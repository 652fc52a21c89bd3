import { isDeepStrictEqual } from 'node:util';
import type { CaseView, PlainDateText, Track } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleTracks } from '../../domain/procedure/schedule.ts';
import { type Obligation, worklistOf } from '../../domain/procedure/worklist.ts';
import type { Trx } from '../db/database.ts';
import type { LinkageFacts } from '../organisations/linkage-facts-queries.ts';
import { replaceTasks, type TaskRow, writeTasks } from './task-store.ts';

/**
 * Makes the stored tasks of a case anew, equal to `worklistOf` on that day. Runs while the projections of the linkage are shown.
 */
export async function refreshTasks(
  trx: Trx,
  view: CaseView,
  linkage: LinkageFacts,
  today: PlainDateText,
): Promise<void> {
  const rows = tasksOf(view, view.tracks, linkage, today);
  const tenantIds = view.tracks.map(({ tenantId }) => tenantId);
  await replaceTasks(trx, view.cityCode, view.id, tenantIds, rows);
}

/**
 * Keeps the stored tasks of a case equal to `worklistOf` after a change, in the transaction of the change: writes the tasks in which
 * the case before and after it differ, and nothing else. Runs while the projections of the linkage are shown.
 */
export async function changeTasks(
  trx: Trx,
  { before, after }: { before: CaseView; after: CaseView },
  linkage: LinkageFacts,
  today: PlainDateText,
): Promise<void> {
  const reached = reachedBy(before, after);
  const isReached = ({ tenantId }: Track) => reached.has(tenantId);
  const earlier = tasksOf(before, before.tracks.filter(isReached), linkage, today);
  const later = tasksOf(after, after.tracks.filter(isReached), linkage, today);
  const known = new Map(earlier.map((task) => [keyOf(task), task]));
  const changed = later.filter((task) => !isDeepStrictEqual(known.get(keyOf(task)), task));
  const wanted = new Set(later.map(keyOf));
  const gone = earlier.filter((task) => !wanted.has(keyOf(task)));
  if (changed.length + gone.length > 0) await writeTasks(trx, after.cityCode, after.id, { changed, gone });
}

function keyOf({ tenantId, stepKey }: TaskRow): string {
  return `${tenantId}/${stepKey}`;
}

/** What tenants of these tracks owe, city's and counties' dates and waits taken from the whole case. */
function tasksOf(
  view: CaseView,
  tracks: readonly Track[],
  linkage: LinkageFacts,
  today: PlainDateText,
): readonly TaskRow[] {
  const schedule = scheduleTracks(view, tracks, steps, linkage);
  return worklistOf(view, schedule, steps, today)
    .filter(isOwed)
    .map((obligation) => taskOf(obligation, view));
}

/** Tenants whose obligations may differ after the change: whoever dates from a changed track, or waits for it. */
function reachedBy(before: CaseView, after: CaseView): ReadonlySet<string> {
  const everybody = new Set(after.tracks.map((track) => track.tenantId));
  if (!isDeepStrictEqual(sharedFactsOf(before), sharedFactsOf(after))) return everybody;
  const earlier = new Map(before.tracks.map((track) => [track.tenantId, track]));
  const changed = after.tracks.filter((track) => !isSameProgress(earlier.get(track.tenantId), track));
  if (changed.some((track) => track.kind === 'body' && track.level === 'city')) return everybody;
  const reached = new Set(changed.map((track) => track.tenantId));
  for (const track of after.tracks) {
    const ofChangedBody = changed.some((other) => other.tenantId === track.bodyId || other.bodyId === track.tenantId);
    const cityWaits = track.kind === 'body' && track.level === 'city' && changed.some((other) => other.kind === 'body');
    if (ofChangedBody || cityWaits) reached.add(track.tenantId);
  }
  return reached;
}

function sharedFactsOf({ tracks: _tracks, topics: _topics, ...facts }: CaseView) {
  return facts;
}

/** Whether two states of a track owe the same: its version and the reasons it recorded are nobody's obligation. */
export function isSameProgress(earlier: Track | undefined, later: Track): boolean {
  return earlier === later || (earlier !== undefined && isDeepStrictEqual(progressOf(earlier), progressOf(later)));
}

function progressOf({ version: _version, departures: _departures, ...progress }: Track) {
  return progress;
}

function isOwed(obligation: Obligation): boolean {
  return obligation.force !== 'may' && obligation.state !== 'done' && obligation.state !== 'waived';
}

function taskOf(obligation: Obligation, view: CaseView): TaskRow {
  return {
    tenantId: obligation.tenantId,
    stepKey: obligation.key,
    stepId: obligation.stepId,
    performer: obligation.performer,
    leadUnitId: view.leadUnitId ?? null,
    // `isOwed` left these four only.
    state: obligation.state as TaskRow['state'],
    due: obligation.due ?? null,
    force: obligation.force,
    clause: obligation.clause,
    title: obligation.title,
    why: obligation.why,
    caseName: view.name,
  };
}
