import { findAct } from '../../domain/acts.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { checkPerformer } from '../../domain/procedure/check-act.ts';
import { isWrittenTogether } from '../../domain/procedure/drafting.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, refuseAny } from '../errors.ts';
import { loadCase, ownTrack } from './act-facts.ts';
import { type DraftKey, deleteDrafts, findDraft, type StoredDraft, writeDraft } from './draft-store.ts';

type Place = { caseId: string; kind: string };

/** The draft of an act the actor could take; undefined where nothing has been saved. Throws as `keyOf` does. */
export async function readDraftOf(trx: Trx, actor: Actor, place: Place): Promise<StoredDraft | undefined> {
  return findDraft(trx, await keyOf(trx, actor, place));
}

/** Keeps what stands in the form. Throws ConflictError when somebody has saved since the version that was seen, and as `keyOf` does. */
export async function saveDraftOf(
  trx: Trx,
  actor: Actor,
  place: Place,
  { version, typed, at }: { version: number; typed: Record<string, unknown>; at: string },
): Promise<StoredDraft> {
  const key = await keyOf(trx, actor, place);
  const { personId, personName } = actor;
  const written = await writeDraft(trx, key, { version, typed, personId, personName, at });
  if (written !== undefined) return written;
  const other = await findDraft(trx, key);
  const who = other === undefined ? '这份草稿已经办理或者放弃' : `${other.savedByName}已经保存了新的内容`;
  throw new ConflictError('draft/changed', `${who}；您填写的内容仍在，请核对后再保存。`);
}

export async function discardDraftOf(trx: Trx, actor: Actor, place: Place): Promise<void> {
  const key = await keyOf(trx, actor, place);
  await deleteDrafts(trx, key, [key.ownerId]);
}

/** An act that has been taken or entered is no draft any more. */
export async function forgetDraft(trx: Trx, actor: Actor, { caseId, kind }: Place): Promise<void> {
  const { cityCode, tenantId } = actor;
  await deleteDrafts(trx, { cityCode, tenantId, caseId, kind }, [draftOwnerOf(actor, kind)]);
}

/** Throws NotFoundError for a case or an act that is not the actor's, RefusedError for somebody without the role. */
async function keyOf(trx: Trx, actor: Actor, { caseId, kind }: Place): Promise<DraftKey> {
  const { view } = await loadCase(trx, actor.cityCode, caseId);
  const own = ownTrack(view, actor);
  const definition = findAct(view.kind, actor.kind, kind);
  if (definition === undefined) throw new NotFoundError('act', kind);
  refuseAny(checkPerformer(definition, { actor, view, own }));
  return { cityCode: actor.cityCode, tenantId: actor.tenantId, caseId, kind, ownerId: draftOwnerOf(actor, kind) };
}

/** Whose a draft of that kind is: the tenant's where it is written together, else the person's. */
export function draftOwnerOf(actor: Actor, kind: string): string {
  return isWrittenTogether(kind) ? actor.tenantId : actor.personId;
}
