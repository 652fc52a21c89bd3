import type { Actor } from '../../domain/organisation/actor.ts';
import { type CandidateText, checkCandidate, checkMerger, tellingsOf } from '../../domain/topic/candidate.ts';
import { type ListedSuggestion, listedSuggestions } from '../../domain/topic/suggestion-list.ts';
import type { Moment } from '../acts/act-commands.ts';
import { loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import { hideOthers, showProjections } from '../acts/case-store.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { insertNotices } from '../tasks/notice-store.ts';
import {
  type CandidateList,
  type CandidateRow,
  deleteCandidate,
  insertCandidate,
  listCandidateRows,
  lockCandidates,
  updateCandidate,
} from './candidate-store.ts';

/** A year with what the actor's tenant has of it. Throws NotFoundError for a case of another kind or without an own track. */
export async function loadOwnYear(trx: Trx, actor: Actor, caseId: string): ReturnType<typeof loadOwnCase> {
  const loaded = await loadOwnCase(trx, actor, caseId);
  ownTrack(loaded.view, actor);
  if (loaded.view.kind !== 'year') throw new NotFoundError('case', caseId);
  return loaded;
}

/** The year's suggestions as the actor's tenant has them. Throws as `loadOwnYear`. */
export async function loadSuggestions(trx: Trx, actor: Actor, caseId: string): Promise<readonly ListedSuggestion[]> {
  const { state, linkage } = await loadOwnYear(trx, actor, caseId);
  return listedSuggestions(state.year, linkage.organisation);
}

/** Merges suggestions into a new candidate topic. Two clerks who merge at once wait for each other: none is merged twice. */
export async function mergeIntoCandidate(
  trx: Trx,
  actor: Actor,
  caseId: string,
  text: CandidateText,
  moment: Moment,
): Promise<CandidateRow> {
  const { list, listed } = await lockAndCheck(trx, actor, caseId, { text, id: undefined });
  const { personName } = actor;
  const made = await insertCandidate(trx, list, { id: moment.newId(), text, personName, at: moment.at });
  await tell(trx, actor, { listed, before: [], after: text.suggestionIds, caseId }, moment);
  return made;
}

/** Throws ConflictError for an outdated version. */
export async function changeCandidateOf(
  trx: Trx,
  actor: Actor,
  { caseId, candidateId }: { caseId: string; candidateId: string },
  { version, ...text }: CandidateText & { version: number },
  moment: Moment,
): Promise<CandidateRow> {
  const { list, listed, rows } = await lockAndCheck(trx, actor, caseId, { text, id: candidateId });
  const { personName } = actor;
  const changed = await updateCandidate(trx, list, { id: candidateId, version, text, personName, at: moment.at });
  if (changed === undefined) throw outdated(rows, candidateId);
  const before = rows.find((row) => row.id === candidateId)?.suggestionIds ?? [];
  await tell(trx, actor, { listed, before, after: text.suggestionIds, caseId }, moment);
  return changed;
}

/** Takes a merge back; its suggestions stand alone again. Throws ConflictError for an outdated version. */
export async function undoCandidateOf(
  trx: Trx,
  actor: Actor,
  { caseId, candidateId }: { caseId: string; candidateId: string },
  version: number,
  moment: Moment,
): Promise<void> {
  const listed = await loadSuggestions(trx, actor, caseId);
  refuseAny(checkMerger(actor));
  const list = listOf(actor, caseId);
  await lockCandidates(trx, list);
  const rows = await listCandidateRows(trx, list);
  if (!(await deleteCandidate(trx, list, candidateId, version))) throw outdated(rows, candidateId);
  const before = rows.find((row) => row.id === candidateId)?.suggestionIds ?? [];
  await tell(trx, actor, { listed, before, after: [], caseId }, moment);
}

async function lockAndCheck(
  trx: Trx,
  actor: Actor,
  caseId: string,
  { text, id }: { text: CandidateText; id: string | undefined },
): Promise<{ list: CandidateList; listed: readonly ListedSuggestion[]; rows: CandidateRow[] }> {
  await lockCandidates(trx, listOf(actor, caseId));
  const listed = await loadSuggestions(trx, actor, caseId);
  const list = listOf(actor, caseId);
  const rows = await listCandidateRows(trx, list);
  const others = rows.filter((row) => row.id !== id);
  refuseAny(checkCandidate(text, actor, { listed, others }));
  return { list, listed, rows };
}

/** Authors hear of it at once, and colleagues' screens ask again. */
async function tell(
  trx: Trx,
  { cityCode, bodyId }: Actor,
  change: { listed: readonly ListedSuggestion[]; before: readonly string[]; after: readonly string[]; caseId: string },
  { newId }: Moment,
): Promise<void> {
  const { caseId, listed } = change;
  const tellings = tellingsOf(listed, change, bodyId);
  showProjections(trx);
  await insertNotices(
    trx,
    cityCode,
    tellings.map((telling) => ({ id: newId(), kind: 'suggestion-merged' as const, caseId, ...telling })),
  );
  const audience = tellings.map(({ tenantId }) => tenantId);
  announce(trx, { cityCode, caseIds: [caseId], reach: 'tenant', audience });
  hideOthers(trx);
}

function listOf({ cityCode, tenantId }: Actor, caseId: string): CandidateList {
  return { cityCode, tenantId, caseId };
}

function outdated(rows: readonly CandidateRow[], id: string): ConflictError {
  const row = rows.find((candidate) => candidate.id === id);
  const what = row === undefined ? '这个候选议题已经撤销' : `${row.changedByName}已经修改了“${row.title}”`;
  return new ConflictError('candidate/changed', `${what}，请核对后再办；您填写的内容仍在。`);
}
