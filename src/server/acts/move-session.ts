import type { DateChange } from '../../contract/cases.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import { changeTrack } from '../../domain/procedure/apply-changes.ts';
import type { CaseView, PlainDateText } from '../../domain/procedure/case.ts';
import type { MoveSession } from '../../domain/session/move-session.ts';
import type { Trx } from '../db/database.ts';
import { digestOf } from '../ledger/digest.ts';
import { loadCase, ownTrack } from './act-facts.ts';
import { hideOthers, listCaseIdsOnSession, showProjections } from './case-store.ts';
import { datesMoved } from './superseded.ts';

export type MovePreview = { changes: DateChange[]; digest: string };

/**
 * What a move of the session would change, for every body: old date → new date, before anybody decides. The digest names exactly
 * this set; the act refuses when the set has changed since it was seen.
 */
export async function previewMove(
  trx: Trx,
  actor: Actor,
  sessionId: string,
  moved: { opens: PlainDateText; closes: PlainDateText },
): Promise<MovePreview> {
  const session = await loadCase(trx, actor.cityCode, sessionId);
  ownTrack(session.view, actor);
  const change = {
    kind: 'move-session' as const,
    sessionId,
    session: { sessionId, ...moved, state: 'convened' as const },
    reason: '',
  };
  const caseIds = [sessionId, ...(await listCaseIdsOnSession(trx, actor.cityCode, actor.tenantId, sessionId))];
  showProjections(trx);
  const changes: DateChange[] = [];
  for (const caseId of caseIds) {
    const { view, linkage } = await loadCase(trx, actor.cityCode, caseId);
    const tracks = view.tracks.map((track) => changeTrack(track, change, actor.tenantId, { on: moved.opens, seq: 0 }));
    changes.push(...changesOf(view, datesMoved(view, { ...view, tracks }, linkage)));
  }
  hideOthers(trx);
  return { changes, digest: digestOf({ sessionId, ...moved, changes }, 'sha-256') };
}

/** The facts with the digest of what a move would change now, for an act that decides one (组织法 §54). */
export async function withChangeSet(
  trx: Trx,
  definition: ActDefinition,
  payload: unknown,
  facts: Facts,
): Promise<Facts> {
  if (definition.kind !== 'move-session') return facts;
  // Sound because the contract parsed the payload by the schema of that kind.
  const { opens, closes } = payload as MoveSession;
  const { digest } = await previewMove(trx, facts.actor, facts.view.id, { opens, closes });
  return { ...facts, changeSetDigest: digest };
}

function changesOf(view: CaseView, changes: ReturnType<typeof datesMoved>): DateChange[] {
  return changes.map((change) => ({
    caseId: view.id,
    caseName: view.name,
    tenantId: change.tenantId,
    tenantName: view.tracks.find((track) => track.tenantId === change.tenantId)?.name ?? '',
    stepKey: change.key,
    title: change.title,
    clause: change.clause,
    oldDue: change.oldDue ?? null,
    newDue: change.newDue ?? null,
    explanation: change.newExplain?.arithmetic ?? '',
  }));
}
