import { findAct } from '../../domain/acts.ts';
import { type CaseState, emptyCaseState } from '../../domain/case-state.ts';
import { evolve, type RecordedAct } from '../../domain/fold.ts';
import type { ActDefinition, Effects, Facts, MeetingRecord } from '../../domain/procedure/act.ts';
import { markTrack } from '../../domain/procedure/apply-changes.ts';
import { type Departure, trackOf } from '../../domain/procedure/case.ts';
import { teamIdsOf } from '../../domain/research/team-acts.ts';
import type { Trx } from '../db/database.ts';
import { append, type ChainHead } from '../ledger/ledger-store.ts';
import { sealPackage } from '../packages/package-store.ts';
import { insertNotices } from '../tasks/notice-store.ts';
import { appendWithProgress, insertTracks, saveState } from './case-store.ts';
import { closeConsultation } from './consultation-store.ts';
import { createCases, type NewSession } from './create-cases.ts';
import { projectChanges } from './project-changes.ts';
import { settleAsChosen } from './settle-motions.ts';
import { saveTeam } from './team-store.ts';

export type Recording = {
  /** End of the actor's tenant's chain, locked together with the case before the facts were read. */
  head: ChainHead;
  definition: ActDefinition;
  payload: unknown;
  facts: Facts;
  departures: readonly Omit<Departure, 'on' | 'seq'>[];
  meeting: MeetingRecord | undefined;
  /** Who entered it; the facts' actor confirms. Absent for an act that needs no confirmation. */
  enteredBy?: { id: string; name: string };
  /** Whose draft the act was filled in on, where it was filled in. */
  draftOwnerId?: string;
  recordedAt: string;
  newId: () => string;
};

export type Recorded = {
  seq: number;
  hash: string;
  version: number;
  packageIds: readonly string[];
  createdCaseIds: readonly string[];
};

/**
 * Appends a decided act to the tenant's chain and carries out all that follows from it, in the caller's transaction: own state,
 * marks, shared changes, sealed packages, tasks, live events. Nothing of it exists if the transaction does not commit.
 */
export async function recordAct(trx: Trx, recording: Recording): Promise<Recorded> {
  const { definition, payload, facts, newId, draftOwnerId = null } = recording;
  const before = recording.head;
  const seq = before.seq + 1;
  const departures = recording.departures.map((departure) => ({ ...departure, on: facts.on, seq }));
  const act = actOf(facts, definition.kind, seq, payload);
  const state = evolve(facts.view.kind, facts.actor.kind, facts.state, act);
  const satisfied = definition.satisfies?.(payload, facts) ?? true;
  const track = markTrack(facts.own, definition.kind, { on: facts.on, seq }, departures, satisfied);
  const entry = entryOf(recording, before, departures);
  const head = appendWithProgress(trx, entry, facts.settings.digest, { state, track, draftOwnerId });
  const effects = definition.effects?.(payload, facts, newId) ?? {};
  const { packageIds, joined } = await sealAll(trx, recording, effects, head);
  const changes = effects.shared ?? [];
  const createdCaseIds = await createCases(trx, facts, changes, (session) =>
    startSession(trx, recording, session, head),
  );
  const audience = (effects.packages ?? []).flatMap((draft) => draft.addresseeIds);
  await tellPeople(trx, facts, effects, newId);
  seatTeam(trx, facts, state);
  if (definition.asksConsultation === true)
    closeConsultation(trx, facts.view.cityCode, facts.view.id, recording.recordedAt);
  if (definition.asksMotion === true) await settleAsChosen(trx, recording, state);
  await projectChanges(trx, { facts, marked: track, changes, joined, createdCaseIds, audience, seq, newId });
  return { seq, hash: head.hash, version: track.version, packageIds, createdCaseIds };
}

/** Members of a county read nothing of the city's state: that they are in its team stands beside it (S2.3). */
function seatTeam(trx: Trx, { view, actor: { tenantId }, state: before }: Facts, after: CaseState): void {
  const { team } = after.research;
  if (team === before.research.team) return;
  saveTeam(trx, { cityCode: view.cityCode, tenantId, caseId: view.id }, teamIdsOf(team));
}

async function tellPeople(
  trx: Trx,
  { view, actor: { tenantId } }: Facts,
  { notices = [] }: Effects,
  newId: () => string,
): Promise<void> {
  const rows = notices.map((notice) => ({ ...notice, id: newId(), tenantId, caseId: view.id }));
  await insertNotices(trx, view.cityCode, rows);
}

function actOf({ on, actor }: Facts, kind: string, seq: number, payload: unknown): RecordedAct {
  return { kind, seq, on, actorId: actor.personId, tenantId: actor.tenantId, payload };
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

/** Seals the packages of the act. Organs of the own level that are addressed join the case: their tenants are `joined`. */
async function sealAll(
  trx: Trx,
  recording: Recording,
  effects: Effects,
  head: ChainHead,
): Promise<{ packageIds: string[]; joined: string[] }> {
  const { facts, recordedAt } = recording;
  const packageIds: string[] = [];
  const joined: string[] = [];
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
    packageIds.push(id);
    const joining = facts.organisation.tenants.filter(
      (tenant) =>
        draft.addresseeIds.includes(tenant.id) &&
        tenant.kind !== 'body' &&
        tenant.bodyId === facts.actor.tenantId &&
        trackOf(facts.view, tenant.id) === undefined,
    );
    if (joining.length > 0) joined.push(...(await insertTracks(trx, facts.view.cityCode, facts.view.id, joining)));
  }
  return { packageIds, joined };
}

/**
 * The session's own record begins with the dates that the council fixed, as the first act of its case: next in the chain that the
 * convening act has locked, after `head`.
 */
async function startSession(
  trx: Trx,
  recording: Recording,
  { view, payload }: NewSession,
  head: ChainHead,
): Promise<void> {
  const { facts } = recording;
  const definition = findAct('session', 'body', 'begin-session');
  if (definition === undefined) throw new Error('The act begin-session is not declared.');
  const entry = entryOf({ ...recording, definition, payload, facts: { ...facts, view } }, head, []);
  await append(trx, entry, facts.settings.digest);
  const act = actOf(facts, 'begin-session', entry.seq, payload);
  await saveState(trx, view.cityCode, view.id, facts.actor.tenantId, evolve('session', 'body', emptyCaseState, act));
}
