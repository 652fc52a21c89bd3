import { findAct } from '../../domain/acts.ts';
import { emptyCaseState, evolve } from '../../domain/fold.ts';
import { changeCase, changeTrack, markTrack } from '../../domain/procedure/apply-changes.ts';
import type { ActDefinition, Effects, Facts, MeetingRecord, SharedChange } from '../../domain/procedure/act.ts';
import type { CaseView, Departure, Track } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import { announce } from '../http/live.ts';
import { append, lockChain, type ChainHead } from '../ledger/ledger-store.ts';
import { sealPackage } from '../packages/package-store.ts';
import { refreshTasks } from '../tasks/task-projection.ts';
import { loadCase } from './act-facts.ts';
import { hideOthers, insertCase, insertTracks, listCaseIdsOnSession, saveState, showProjections, updateCase, updateTrack } from './case-store.ts';

export type Recording = {
  definition: ActDefinition;
  payload: unknown;
  facts: Facts;
  departures: readonly Omit<Departure, 'on' | 'seq'>[];
  meeting: MeetingRecord | undefined;
  /** Who entered it; the facts' actor confirms. Absent for an act that needs no confirmation. */
  enteredBy?: { id: string; name: string };
  recordedAt: string;
  newId: () => string;
};

export type Recorded = { seq: number; hash: string; version: number; packageIds: readonly string[]; createdCaseIds: readonly string[] };

/**
 * Appends a decided act to the tenant's chain and carries out all that follows from it, in the caller's transaction: own state,
 * marks, shared changes, sealed packages, tasks, live events. Nothing of it exists if the transaction does not commit.
 */
export async function recordAct(trx: Trx, recording: Recording): Promise<Recorded> {
  const { definition, payload, facts } = recording;
  const before = await lockChain(trx, facts.view.cityCode, facts.actor.tenantId);
  const seq = before.seq + 1;
  const departures = recording.departures.map((departure) => ({ ...departure, on: facts.on, seq }));
  const head = await append(trx, entryOf(recording, before, departures), facts.settings.digest);
  const act = { kind: definition.kind, seq, on: facts.on, actorId: facts.actor.personId, tenantId: facts.actor.tenantId, payload };
  const state = evolve(facts.view.kind, facts.actor.kind, facts.state, act);
  await saveState(trx, facts.view.cityCode, facts.view.id, facts.actor.tenantId, state);
  const effects = definition.effects?.(payload, facts, recording.newId) ?? {};
  const packageIds = await sealAll(trx, recording, effects, head);
  const satisfied = definition.satisfies?.(payload, facts) ?? true;
  const marked = markTrack(facts.own, definition.kind, { on: facts.on, seq }, departures, satisfied);
  const createdCaseIds = await project(trx, recording, marked, effects.shared ?? [], seq);
  return { seq, hash: head.hash, version: marked.version, packageIds, createdCaseIds };
}

function entryOf(recording: Recording, before: ChainHead, departures: readonly Departure[]) {
  const { definition, facts, enteredBy } = recording;
  return {
    cityCode: facts.view.cityCode,
    tenantId: facts.actor.tenantId,
    seq: before.seq + 1,
    kind: definition.kind,
    caseId: facts.view.id,
    happenedOn: facts.on,
    recordedAt: recording.recordedAt,
    actorId: enteredBy?.id ?? facts.actor.personId,
    actorName: enteredBy?.name ?? facts.actor.personName,
    confirmedBy: enteredBy === undefined ? null : facts.actor.personId,
    confirmedByName: enteredBy === undefined ? null : facts.actor.personName,
    meeting: recording.meeting ?? null,
    departures,
    payload: recording.payload,
    prevHash: before.hash,
  };
}

async function sealAll(trx: Trx, recording: Recording, effects: Effects, head: ChainHead): Promise<string[]> {
  const { facts, recordedAt } = recording;
  const ids: string[] = [];
  for (const draft of effects.packages ?? []) {
    if (draft.addresseeIds.length === 0) continue;
    const id = recording.newId();
    await sealPackage(trx, draft, {
      id,
      cityCode: facts.view.cityCode,
      fromTenantId: facts.actor.tenantId,
      caseId: facts.view.id,
      sealedAt: recordedAt,
      sealedOn: facts.on,
      head,
      algorithm: facts.settings.digest,
    });
    ids.push(id);
    const joining = facts.organisation.tenants.filter(
      (tenant) => draft.addresseeIds.includes(tenant.id) && tenant.kind !== 'body' && tenant.bodyId === facts.actor.tenantId,
    );
    if (joining.length > 0) await insertTracks(trx, facts.view.cityCode, facts.view.id, joining);
  }
  return ids;
}

/** Writes tracks, cases and tasks that the act changed, in this case and in those it names. */
async function project(trx: Trx, recording: Recording, marked: Track, changes: readonly SharedChange[], seq: number): Promise<string[]> {
  const { facts } = recording;
  const created = await createCases(trx, recording, changes);
  await showProjections(trx);
  await addOrganTracks(trx, facts, changes);
  const touched = await caseIdsTouched(trx, facts, changes);
  for (const caseId of touched) {
    const { view, linkage } = await loadCase(trx, facts.view.cityCode, caseId);
    const own = caseId === facts.view.id;
    const relevant = changes.filter((change) => (!('caseId' in change) || change.caseId === undefined ? own || reaches(change) : change.caseId === caseId));
    const changed = await writeChanges(trx, facts, own ? withTrack(view, marked) : view, view, relevant, seq);
    await refreshTasks(trx, view, changed, linkage, facts.today);
  }
  for (const caseId of created) {
    const { view, linkage } = await loadCase(trx, facts.view.cityCode, caseId);
    await refreshTasks(trx, undefined, view, linkage, facts.today);
  }
  await announce(trx, { cityCode: facts.view.cityCode, caseIds: [...touched, ...created] });
  await hideOthers(trx);
  return created;
}

/** A moved session reaches every topic that sits on it. */
function reaches(change: SharedChange): boolean {
  return change.kind === 'move-session';
}

function withTrack(view: CaseView, track: Track): CaseView {
  return { ...view, tracks: view.tracks.map((candidate) => (candidate.tenantId === track.tenantId ? track : candidate)) };
}

async function writeChanges(
  trx: Trx,
  facts: Facts,
  view: CaseView,
  stored: CaseView,
  changes: readonly SharedChange[],
  seq: number,
): Promise<CaseView> {
  const moment = { on: facts.on, seq };
  const tracks = view.tracks.map((track) =>
    changes.reduce((current, change) => changeTrack(current, change, facts.actor.tenantId, moment), track),
  );
  const changed = changes.reduce((current, change) => changeCase(current, change), { ...view, tracks });
  for (const track of tracks) {
    const before = stored.tracks.find((candidate) => candidate.tenantId === track.tenantId);
    if (before !== undefined && before.version !== track.version) await updateTrack(trx, view.cityCode, view.id, track);
  }
  if (changes.some((change) => change.kind === 'change-topic')) await updateCase(trx, view.cityCode, changed);
  return changed;
}

async function caseIdsTouched(trx: Trx, facts: Facts, changes: readonly SharedChange[]): Promise<string[]> {
  const ids = new Set([facts.view.id]);
  for (const change of changes) {
    if ('caseId' in change && change.caseId !== undefined) ids.add(change.caseId);
    if (change.kind === 'move-session') {
      for (const id of await listCaseIdsOnSession(trx, facts.view.cityCode, facts.actor.tenantId, change.sessionId)) ids.add(id);
    }
  }
  return [...ids];
}

async function addOrganTracks(trx: Trx, facts: Facts, changes: readonly SharedChange[]): Promise<void> {
  const organIds = changes.flatMap((change) => (change.kind === 'add-organ-tracks' ? change.organIds : []));
  const organs = facts.organisation.tenants.filter((tenant) => organIds.includes(tenant.id));
  if (organs.length > 0) await insertTracks(trx, facts.view.cityCode, facts.view.id, organs);
}

async function createCases(trx: Trx, recording: Recording, changes: readonly SharedChange[]): Promise<string[]> {
  const { facts } = recording;
  const { cityCode, year } = facts.view;
  const created: string[] = [];
  for (const change of changes) {
    if (change.kind === 'create-topics') {
      // Bodies share a topic from the start; organs join when a body names or addresses them.
      const tenants = facts.organisation.tenants.filter((tenant) => tenant.kind === 'body');
      for (const { id, name, domain, leadUnitId, leadUnitName, deliberationDate } of change.topics) {
        await insertCase(trx, cityCode, { id, kind: 'topic', year, name, domain, leadUnitId, leadUnitName, deliberationDate, bodyId: null });
        await insertTracks(trx, cityCode, id, tenants);
        created.push(id);
      }
    }
    if (change.kind === 'create-session') {
      const own = facts.organisation.tenants.filter((tenant) => tenant.id === facts.actor.tenantId);
      await insertCase(trx, cityCode, {
        id: change.sessionId,
        kind: 'session',
        year,
        name: change.number,
        domain: null,
        leadUnitId: null,
        leadUnitName: null,
        deliberationDate: null,
        bodyId: facts.actor.tenantId,
      });
      await insertTracks(trx, cityCode, change.sessionId, own);
      await startSession(trx, recording, change);
      created.push(change.sessionId);
    }
  }
  return created;
}

/** The session's own record begins with the dates that the council fixed, as the first act of its case. */
async function startSession(trx: Trx, recording: Recording, change: Extract<SharedChange, { kind: 'create-session' }>): Promise<void> {
  const { facts } = recording;
  const { view } = await loadCase(trx, facts.view.cityCode, change.sessionId);
  const session = { sessionId: change.sessionId, opens: change.opens, closes: change.closes, state: 'convened' as const };
  const { number, opens, closes } = change;
  const definition = findAct('session', 'body', 'begin-session');
  if (definition === undefined) throw new Error('The act begin-session is not declared.');
  const payload = { number, opens, closes };
  const before = await lockChain(trx, view.cityCode, facts.actor.tenantId);
  const entry = entryOf({ ...recording, definition, payload, facts: { ...facts, view } }, before, []);
  await append(trx, entry, facts.settings.digest);
  const act = { kind: 'begin-session', seq: entry.seq, on: facts.on, actorId: facts.actor.personId, tenantId: facts.actor.tenantId, payload };
  await saveState(trx, view.cityCode, view.id, facts.actor.tenantId, evolve('session', 'body', emptyCaseState, act));
  for (const track of view.tracks) await updateTrack(trx, view.cityCode, view.id, { ...track, version: track.version + 1, session });
}
