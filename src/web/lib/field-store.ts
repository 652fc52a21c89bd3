import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FieldNoteInput } from '../../contract/field-notes.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { NotePlace } from '../../domain/research/field-note.ts';
import type { Place } from '../../domain/research/finding.ts';

/** A photo as it waits: JPEG, already small, under the id it is sent with. */
export type WaitingPhoto = { id: string; bytes: ArrayBuffer };

/** A note that is kept on this device until the server has it. `problem`: why the server did not take it. */
export type WaitingNote = {
  id: string;
  accountId: string;
  caseId: string;
  note: Omit<FieldNoteInput, 'photoIds' | 'place'> & { place: NotePlace };
  photos: readonly WaitingPhoto[];
  problem?: string;
};

/** What stands in the form and has not been saved; `place` is a key of the choices. */
export type NoteDraft = {
  place: string;
  elsewhere: string;
  text: string;
  secrecy: string;
  photos: readonly WaitingPhoto[];
};

/** What a note becomes (an act of the body); `refusal`: why it cannot now, in the rule's own words. */
export type NoteUse = { kind: 'record-finding' | 'record-visit'; refusal?: string };

/** What the page of field notes must know of its topic, small enough to be kept for the time without a network. */
export type FieldTopic = {
  caseId: string;
  name: string;
  places: readonly { group: string; key: string; name: string; place: Place }[];
  /** Why this person takes no notes here. */
  refusal?: string;
  /** Whether the body is at work on it: notes are taken, corrected and withdrawn. */
  isOpen: boolean;
  /** The server shows the topic's notes to this person no more; what waits on this device is all there is. */
  isLost?: true;
  /** Acts that this person may take and that begin with a note. */
  uses: readonly NoteUse[];
};

type Snapshot = { caseId: string; me: Me; topic: FieldTopic };
type DraftRow = { accountId: string; caseId: string; formVersion: number; draft: NoteDraft };

interface FieldSchema extends DBSchema {
  notes: { key: string; value: WaitingNote; indexes: { byAccount: string } };
  drafts: { key: [string, string]; value: DraftRow };
  snapshots: { key: string; value: Snapshot };
}

let opened: Promise<IDBPDatabase<FieldSchema>> | undefined;

/** Rejects where the browser keeps nothing: private windows of some, full disks. */
function open(): Promise<IDBPDatabase<FieldSchema>> {
  opened ??= openDB<FieldSchema>('liandu-field', 1, {
    upgrade: (db) => {
      db.createObjectStore('notes', { keyPath: 'id' }).createIndex('byAccount', 'accountId');
      db.createObjectStore('drafts', { keyPath: ['accountId', 'caseId'] });
      db.createObjectStore('snapshots', { keyPath: 'caseId' });
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((cause: unknown) => {
    opened = undefined;
    throw cause;
  });
  return opened;
}

/** Notes of an account that wait on this device, the oldest first. Rejects where the browser keeps nothing. */
export async function listWaiting(accountId: string): Promise<WaitingNote[]> {
  const notes = await (await open()).getAllFromIndex('notes', 'byAccount', accountId);
  return notes.toSorted((one, other) => one.note.takenAt.localeCompare(other.note.takenAt));
}

/** Keeps a note until it is sent. Rejects where the browser keeps nothing or has no room. */
export async function keepWaiting(note: WaitingNote): Promise<void> {
  await (await open()).put('notes', note);
}

export async function forgetWaiting(id: string): Promise<void> {
  await (await open()).delete('notes', id);
}

export async function findDraft(accountId: string, caseId: string): Promise<NoteDraft | undefined> {
  return (await (await open()).get('drafts', [accountId, caseId]))?.draft;
}

/** Keeps what stands in the form: a phone may end the page while its camera is open. */
export async function keepDraft(row: DraftRow): Promise<void> {
  await (await open()).put('drafts', row);
}

export async function forgetDraft(accountId: string, caseId: string): Promise<void> {
  await (await open()).delete('drafts', [accountId, caseId]);
}

/** Keeps what the page needs to open without a network; of one account at a time. */
export async function keepSnapshot(snapshot: Snapshot): Promise<void> {
  const write = (await open()).transaction('snapshots', 'readwrite');
  const kept = await write.store.getAll();
  if (kept.some(({ me }) => me.accountId !== snapshot.me.accountId)) await write.store.clear();
  await write.store.put(snapshot);
  await write.done;
}

export async function findSnapshot(caseId: string): Promise<Snapshot | undefined> {
  return (await open()).get('snapshots', caseId);
}

/** Whoever signs out or in leaves nothing to read behind; notes that were not sent stay, for their account alone. */
export async function wipeSnapshots(): Promise<void> {
  try {
    await (await open()).clear('snapshots');
  } catch {
    // A browser that keeps nothing has nothing to wipe.
  }
}
