import type { Facts, SharedChange } from '../../domain/procedure/act.ts';
import { changeCase, changeTrack } from '../../domain/procedure/apply-changes.ts';
import { pastOf } from '../../domain/procedure/as-of.ts';
import type { CaseView, Track } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import { announce } from '../http/live.ts';
import { changeTasks, isSameProgress, refreshTasks } from '../tasks/task-projection.ts';
import { loadCase } from './act-facts.ts';
import {
  hideOthers,
  insertTracks,
  listCaseIdsOnSession,
  lockCases,
  showProjections,
  updateCase,
  updateTrack,
} from './case-store.ts';
import { beganOn, insertPast } from './past-store.ts';
import { keepSuperseded } from './superseded.ts';

export type Projecting = {
  facts: Facts;
  /** Own track with the marks of the act, as it is stored already. */
  marked: Track;
  changes: readonly SharedChange[];
  /** Tenants whose track began with this act. */
  joined: readonly string[];
  createdCaseIds: readonly string[];
  /** Addressees of packages, who are told at once. */
  audience: readonly string[];
  seq: number;
  newId: () => string;
};

/**
 * Writes tracks, cases, superseded dates and tasks that the act changed, in its own case and in those it reaches. The own case is locked
 * since before its facts were read, so the own track is still what they say.
 */
export async function projectChanges(trx: Trx, projecting: Projecting): Promise<void> {
  const { facts, createdCaseIds, audience } = projecting;
  const { cityCode, id } = facts.view;
  if (isOwnRecordOnly(projecting)) {
    announce(trx, { cityCode, caseIds: [id], reach: 'tenant', audience });
    return;
  }
  const touched = await projectAll(trx, projecting);
  announce(trx, { cityCode, caseIds: [...touched, ...createdCaseIds], reach: 'track', audience });
}

/** A finding more, a visit more: recorded, and nobody owes or waits for anything else than before. */
function isOwnRecordOnly({ facts, marked, changes, joined, createdCaseIds }: Projecting): boolean {
  return changes.length + joined.length + createdCaseIds.length === 0 && isSameProgress(facts.own, marked);
}

async function projectAll(trx: Trx, projecting: Projecting): Promise<string[]> {
  const { facts, changes, createdCaseIds } = projecting;
  const { cityCode } = facts.view;
  showProjections(trx);
  const joined = [...projecting.joined, ...(await addOrganTracks(trx, facts, changes))];
  const touched = await caseIdsTouched(trx, facts, changes);
  if (touched.length > 1) await lockCases(trx, touched);
  for (const caseId of touched) await projectCase(trx, { ...projecting, joined }, caseId);
  for (const caseId of createdCaseIds) {
    const { view, linkage } = await loadCase(trx, cityCode, caseId);
    await insertPast(trx, { cityCode, caseId }, beganOn(facts.on), projecting.newId);
    await refreshTasks(trx, view, linkage, facts.today);
  }
  hideOthers(trx);
  return touched;
}

async function projectCase(trx: Trx, projecting: Projecting, caseId: string): Promise<void> {
  const { facts, seq } = projecting;
  const { view: stored, linkage } = await loadCase(trx, facts.view.cityCode, caseId);
  const own = caseId === facts.view.id;
  const before = own ? beforeAct(stored, projecting) : stored;
  const changes = projecting.changes.filter((change) => concerns(change, caseId, own));
  const moment = { on: facts.on, seq };
  const tracks = stored.tracks.map((track) =>
    changes.reduce((current, change) => changeTrack(current, change, facts.actor.tenantId, moment), track),
  );
  const after = changes.reduce<CaseView>((current, change) => changeCase(current, change), { ...stored, tracks });
  await writeTracks(trx, stored, after);
  if (changes.some((change) => change.kind === 'change-topic')) await updateCase(trx, after.cityCode, after);
  await insertPast(trx, { cityCode: after.cityCode, caseId }, pastOf(stored, after, facts.on), projecting.newId);
  await keepSuperseded(trx, { before, after, linkage, changes, newId: projecting.newId });
  await changeTasks(trx, { before, after }, linkage, facts.today);
}

/** What is stored has the own marks of the act and the tenants that joined with it already: the case without them. */
function beforeAct(stored: CaseView, { facts, joined }: Projecting): CaseView {
  const there = stored.tracks.filter((track) => !joined.includes(track.tenantId));
  return { ...stored, tracks: there.map((track) => (track.tenantId === facts.own.tenantId ? facts.own : track)) };
}

/** A change names its case, or means the act's own; a moved session reaches every topic that sits on it. */
function concerns(change: SharedChange, caseId: string, own: boolean): boolean {
  if ('caseId' in change && change.caseId !== undefined) return change.caseId === caseId;
  return own || change.kind === 'move-session';
}

async function writeTracks(trx: Trx, before: CaseView, after: CaseView): Promise<void> {
  const versions = new Map(before.tracks.map((track) => [track.tenantId, track.version]));
  for (const track of after.tracks) {
    if (versions.get(track.tenantId) !== track.version) await updateTrack(trx, after.cityCode, after.id, track);
  }
}

async function caseIdsTouched(trx: Trx, facts: Facts, changes: readonly SharedChange[]): Promise<string[]> {
  const ids = new Set([facts.view.id]);
  for (const change of changes) {
    if ('caseId' in change && change.caseId !== undefined) ids.add(change.caseId);
    if (change.kind === 'move-session') {
      for (const id of await listCaseIdsOnSession(trx, facts.view.cityCode, facts.actor.tenantId, change.sessionId))
        ids.add(id);
    }
  }
  return [...ids];
}

async function addOrganTracks(trx: Trx, facts: Facts, changes: readonly SharedChange[]): Promise<string[]> {
  const organIds = changes.flatMap((change) => (change.kind === 'add-organ-tracks' ? change.organIds : []));
  const organs = facts.organisation.tenants.filter((tenant) => organIds.includes(tenant.id));
  return organs.length > 0 ? insertTracks(trx, facts.view.cityCode, facts.view.id, organs) : [];
}
