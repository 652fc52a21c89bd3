import type { FieldNote, FieldNoteInput } from '../../contract/field-notes.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { checkNote, checkNoteSecrecy, checkNoteTaker } from '../../domain/research/field-note.ts';
import type { Moment } from '../acts/act-commands.ts';
import { factsFor, loadOwnCase } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, RefusedError } from '../errors.ts';
import { listPictureIds } from '../http/file-store.ts';
import {
  findNote,
  insertNote,
  lockReceipts,
  type NoteList,
  nextReceiptNo,
  noteView,
  type StoredNote,
} from './field-note-store.ts';

/**
 * Takes in a note from a phone, once however often it is sent (S2.4, S2.5): the same id with the same content answers the receipt of the
 * first time. Throws NotFoundError for a case that is no topic of the actor's, RefusedError with every refusal, ConflictError for an id
 * that another note has.
 */
export async function saveNote(
  trx: Trx,
  actor: Actor,
  { caseId, noteId }: { caseId: string; noteId: string },
  note: FieldNoteInput,
  { at, today }: Pick<Moment, 'at' | 'today'>,
): Promise<FieldNote> {
  const loaded = await loadOwnCase(trx, actor, caseId);
  if (loaded.view.kind !== 'topic') throw new NotFoundError('case', caseId);
  const facts = factsFor(actor, loaded, { on: today, today });
  const who = checkNoteTaker(actor, loaded.view, loaded.state.research.team);
  if (who.length > 0) throw new RefusedError(who);
  const list = { cityCode: actor.cityCode, tenantId: actor.tenantId, caseId };
  await lockReceipts(trx, list);
  const earlier = await findEarlier(trx, list, noteId, { ...note, authorId: actor.personId });
  if (earlier !== undefined) return noteView(earlier);
  const refusals = [
    ...checkNoteSecrecy(note.secrecy),
    ...checkNote(note, facts, await listPictureIds(trx, actor, note.photoIds)),
  ];
  if (refusals.length > 0) throw new RefusedError(refusals);
  const { personId: authorId, personName: authorName } = actor;
  const made = await insertNote(trx, list, {
    ...note,
    id: noteId,
    authorId,
    authorName,
    arrivedAt: at,
    receivedOn: today,
    receiptNo: await nextReceiptNo(trx, list, today),
  });
  if (made === undefined) throw taken();
  return noteView(made);
}

/** The note of this id as it arrived before. Throws ConflictError where that one says something else. */
async function findEarlier(
  trx: Trx,
  list: NoteList,
  id: string,
  note: FieldNoteInput & { authorId: string },
): Promise<StoredNote | undefined> {
  const earlier = await findNote(trx, list, id);
  if (earlier === undefined) return undefined;
  const isSame =
    earlier.authorId === note.authorId &&
    earlier.text === note.text &&
    Date.parse(earlier.takenAt) === Date.parse(note.takenAt) &&
    earlier.photoIds.join() === note.photoIds.join();
  if (isSame) return earlier;
  throw taken();
}

function taken(): ConflictError {
  return new ConflictError('note/id-taken', '这个编号已经用于另一条现场记录，请重新填写后保存。');
}
