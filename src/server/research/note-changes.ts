import type { FieldNote } from '../../contract/field-notes.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import type { Refusal } from '../../domain/refusal.ts';
import {
  checkCorrection,
  checkNoteChange,
  checkNotesOpen,
  isSameWording,
  type NoteWording,
} from '../../domain/research/field-note.ts';
import type { Moment } from '../acts/act-commands.ts';
import { factsFor } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { findNote, insertChange, lockNotes, noteView, type StoredNote } from './field-note-store.ts';
import { loadTopicOfNote } from './note-topic.ts';

type Named = { caseId: string; noteId: string };
type When = Pick<Moment, 'at' | 'today'>;

/**
 * The author says a note anew, on the version that was seen; what it said before is kept. The same correction sent twice is one. Throws
 * NotFoundError for a note that is not of the actor's body, RefusedError, ConflictError for another version.
 */
export async function correctNote(
  trx: Trx,
  actor: Actor,
  named: Named,
  { version, ...wording }: NoteWording & { version: number },
  when: When,
): Promise<FieldNote> {
  return change(trx, actor, named, {
    version,
    wording,
    when,
    isDone: (note) => note.standing === 'corrected' && note.version === version + 1 && isSameWording(note, wording),
    check: (note, facts) => checkCorrection(note, wording, facts),
  });
}

/** The author takes a note back, on the version that was seen; a second time answers the first. Throws as `correctNote` does. */
export async function withdrawNote(
  trx: Trx,
  actor: Actor,
  named: Named,
  { version }: { version: number },
  when: When,
): Promise<FieldNote> {
  return change(trx, actor, named, {
    version,
    wording: null,
    when,
    isDone: ({ standing }) => standing === 'withdrawn',
    check: () => [],
  });
}

type Change = {
  version: number;
  wording: NoteWording | null;
  when: When;
  isDone: (note: StoredNote) => boolean;
  check: (note: StoredNote, facts: Facts) => readonly Refusal[];
};

async function change(trx: Trx, actor: Actor, named: Named, asked: Change): Promise<FieldNote> {
  const { caseId, noteId } = named;
  const topic = await loadTopicOfNote(trx, actor, named);
  const { list, view, own } = topic;
  const { at, today } = asked.when;
  await lockNotes(trx, list);
  const note = await findNote(trx, list, noteId);
  if (note === undefined) throw new NotFoundError('note', noteId);
  if (note.authorId === actor.personId && asked.isDone(note)) return noteView(note, actor);
  refuseAny(checkNoteChange(note, actor));
  refuseAny(checkNotesOpen(view, own));
  if (note.version !== asked.version) throw changed();
  refuseAny(asked.check(note, factsFor(actor, topic, { on: today, today })));
  const { personId, personName } = actor;
  const row = { noteId, version: note.version + 1, wording: asked.wording, personId, personName, at };
  if (!(await insertChange(trx, list, row))) throw changed();
  announce(trx, { cityCode: actor.cityCode, caseIds: [caseId], reach: 'tenant' });
  return noteView((await findNote(trx, list, noteId)) ?? note, actor);
}

function changed(): ConflictError {
  return new ConflictError(
    'note/changed',
    '这条记录已经在别处更正，请核对现在的内容后再办理；您填写的内容仍在页面上。',
  );
}
