import type { CaseState } from '../../domain/case-state.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Track } from '../../domain/procedure/case.ts';
import { readsNotes } from '../../domain/research/field-note.ts';
import { type LoadedCase, loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import { isInTeam } from '../acts/team-store.ts';
import type { Trx } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import { mustReadContents } from '../http/reading.ts';
import { findNote, type NoteList, type StoredNote } from './field-note-store.ts';

/** Whether there is a topic on which the actor could read notes at all, before any is looked at. Throws ForbiddenError. */
export function mustReadNotes(actor: Actor): void {
  if (!readsNotes(actor, true)) mustReadContents(actor);
}

type NoteTopic = LoadedCase & { state: CaseState; own: Track; isInTeam: boolean; list: NoteList };

/**
 * The topic with what the rules of notes ask. Throws NotFoundError for a case that is no topic of the actor's, and for a deputy who is not
 * in its joint research team: that there are notes is hidden from him.
 */
export async function loadNoteTopic(trx: Trx, actor: Actor, caseId: string): Promise<NoteTopic> {
  const loaded = await loadOwnCase(trx, actor, caseId);
  const own = ownTrack(loaded.view, actor);
  const inTeam = await isInTeam(trx, actor, caseId);
  if (loaded.view.kind !== 'topic' || !readsNotes(actor, inTeam)) throw new NotFoundError('case', caseId);
  const { cityCode, tenantId } = actor;
  return { ...loaded, own, isInTeam: inTeam, list: { cityCode, tenantId, caseId } };
}

/** As `loadNoteTopic` for one note: a topic that is not there and a note that is not there are one answer. */
export async function loadTopicOfNote(
  trx: Trx,
  actor: Actor,
  { caseId, noteId }: { caseId: string; noteId: string },
): Promise<NoteTopic> {
  try {
    return await loadNoteTopic(trx, actor, caseId);
  } catch (cause) {
    throw cause instanceof NotFoundError ? new NotFoundError('note', noteId) : cause;
  }
}

/** A note of the actor's body, with all it ever said when the actor may read that. Throws NotFoundError otherwise. */
export async function getReadableNote(
  trx: Trx,
  actor: Actor,
  named: { caseId: string; noteId: string },
): Promise<{ note: StoredNote; list: NoteList }> {
  const { list } = await loadTopicOfNote(trx, actor, named);
  const note = await findNote(trx, list, named.noteId);
  if (note === undefined || (note.standing === 'withdrawn' && note.authorId !== actor.personId)) {
    throw new NotFoundError('note', named.noteId);
  }
  return { note, list };
}
