import type { FieldNote, FieldNoteInput } from '../../contract/field-notes.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { checkNote, checkNoteSecrecy, checkNotesOpen, checkNoteTaker } from '../../domain/research/field-note.ts';
import type { Moment } from '../acts/act-commands.ts';
import { factsFor } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, refuseAny } from '../errors.ts';
import { listPictureIds } from '../http/file-store.ts';
import { announce } from '../http/live.ts';
import {
  findNote,
  insertNote,
  lockNotes,
  type NoteList,
  nextReceiptNo,
  noteView,
  type StoredNote,
} from './field-note-store.ts';
import { loadNoteTopic } from './note-topic.ts';

/**
 * Takes in a note from a phone, once however often it is sent (S2.4, S2.5): the same id with the same content answers the receipt of the
 * first time, also when the topic has been closed since. Throws as `loadNoteTopic` does, RefusedError with every refusal, ConflictError for
 * an id that another note has.
 */
export async function saveNote(
  trx: Trx,
  actor: Actor,
  { caseId, noteId }: { caseId: string; noteId: string },
  note: FieldNoteInput,
  { at, today }: Pick<Moment, 'at' | 'today'>,
): Promise<FieldNote> {
  const topic = await loadNoteTopic(trx, actor, caseId);
  const { list, view, own } = topic;
  refuseAny(checkNoteTaker(actor, view, topic.isInTeam));
  await lockNotes(trx, list);
  const earlier = await findEarlier(trx, list, noteId, { ...note, authorId: actor.personId });
  if (earlier !== undefined) return noteView(earlier, actor);
  refuseAny(checkNotesOpen(view, own));
  const refusals = [
    ...checkNoteSecrecy(note.secrecy),
    ...checkNote(note, factsFor(actor, topic, { on: today, today }), await listPictureIds(trx, actor, note.photoIds)),
  ];
  refuseAny(refusals);
  const { personId: authorId, personName: authorName } = actor;
  const isNew = await insertNote(trx, list, {
    ...note,
    id: noteId,
    authorId,
    authorName,
    arrivedAt: at,
    receivedOn: today,
    receiptNo: await nextReceiptNo(trx, list, today),
  });
  const made = await findNote(trx, list, noteId);
  if (!isNew || made === undefined) throw taken();
  announce(trx, { cityCode: actor.cityCode, caseIds: [caseId], reach: 'tenant' });
  return noteView(made, actor);
}

/** The note of this id as it arrived before. Throws ConflictError where that one said something else. */
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
    earlier.arrivedText === note.text &&
    Date.parse(earlier.takenAt) === Date.parse(note.takenAt) &&
    earlier.photoIds.join() === note.photoIds.join();
  if (isSame) return earlier;
  throw taken();
}

function taken(): ConflictError {
  return new ConflictError('note/id-taken', '这个编号已经用于另一条现场记录，请重新填写后保存。');
}
