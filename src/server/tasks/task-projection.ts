import type { CaseView, PlainDateText, Track } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleOf } from '../../domain/procedure/schedule.ts';
import { type Obligation, worklistOf } from '../../domain/procedure/worklist.ts';
import type { Trx } from '../db/database.ts';
import type { LinkageFacts } from '../organisations/linkage-facts-queries.ts';
import { replaceTasks, type TaskRow } from './task-store.ts';

/**
 * Keeps the stored tasks of a case equal to `worklistOf` after a change, in the transaction of the change. Only tracks that the
 * change can reach are written again: a county's own and the city's; for the city, or where dates moved, all of them.
 * Runs while the projections of the linkage are shown.
 */
export async function refreshTasks(
  trx: Trx,
  before: CaseView | undefined,
  after: CaseView,
  linkage: LinkageFacts,
  today: PlainDateText,
): Promise<void> {
  const reached = reachedBy(before, after);
  if (reached.size === 0) return;
  const schedule = scheduleOf(after, steps, linkage.calendar, linkage.settings);
  const obligations = worklistOf(after, schedule, steps, today);
  const rows = obligations
    .filter((obligation) => reached.has(obligation.tenantId) && isOwed(obligation))
    .map((obligation) => taskOf(obligation, after));
  await replaceTasks(trx, after.cityCode, after.id, [...reached], rows);
}

/** Tenants whose obligations may differ after the change. */
function reachedBy(before: CaseView | undefined, after: CaseView): ReadonlySet<string> {
  const everybody = new Set(after.tracks.map((track) => track.tenantId));
  if (before === undefined || before.state !== after.state || before.deliberationDate !== after.deliberationDate)
    return everybody;
  const changed = after.tracks.filter((track) => !sameTrack(track, before));
  if (changed.some((track) => track.kind === 'body' && track.level === 'city')) return everybody;
  const reached = new Set(changed.map((track) => track.tenantId));
  for (const track of after.tracks) {
    const ofChangedBody = changed.some((other) => other.tenantId === track.bodyId || other.bodyId === track.tenantId);
    const cityWaits = track.kind === 'body' && track.level === 'city' && changed.some((other) => other.kind === 'body');
    if (ofChangedBody || cityWaits) reached.add(track.tenantId);
  }
  return reached;
}

function sameTrack(track: Track, before: CaseView): boolean {
  const earlier = before.tracks.find((candidate) => candidate.tenantId === track.tenantId);
  return earlier !== undefined && earlier.version === track.version;
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
