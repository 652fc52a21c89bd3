import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import {
  correctFieldNote,
  type FieldNote,
  listFieldNotes,
  listNoteWordings,
  saveFieldNote,
  withdrawFieldNote,
} from '../../contract/field-notes.ts';
import type { NoteWording } from '../../domain/research/field-note.ts';
import { call, isUnreachable, ProblemError } from '../lib/client.ts';
import { forgetWaiting, keepWaiting, listWaiting, type WaitingNote } from '../lib/field-store.ts';
import { storeFile } from '../lib/files.ts';
import { fieldTopicKey } from './field-topic.ts';

/** While something waits it is tried again after so many milliseconds: a server may be away although the network is there. */
const triedAgainAfter = 15_000;

const arrivedKey = (caseId: string) => ['case', caseId, 'field-notes'];

/** Notes that have arrived, of the whole body; a page at a time. Live news of the topic asks again. */
export function useArrivedNotes(caseId: string, page: number) {
  return useQuery({
    queryKey: [...arrivedKey(caseId), page],
    queryFn: () => call(listFieldNotes, { params: { caseId }, query: { page } }),
    networkMode: 'always',
    retry: false,
  });
}

/** What a note said before its present version. */
export function useEarlierWordings(caseId: string, { id: noteId, version }: Pick<FieldNote, 'id' | 'version'>) {
  return useQuery({
    queryKey: [...arrivedKey(caseId), 'wordings', noteId, version],
    queryFn: () => call(listNoteWordings, { params: { caseId, noteId } }),
    retry: false,
  });
}

/** Correcting and withdrawing a note that has arrived, on the version that was seen; each asks the list again, also when it was refused. */
export function useNoteChanges(caseId: string, noteId: string) {
  const client = useQueryClient();
  const params = { caseId, noteId };
  const onSettled = () => client.invalidateQueries({ queryKey: arrivedKey(caseId) });
  const correct = useMutation({
    mutationFn: (body: { version: number } & NoteWording) => call(correctFieldNote, { params, body }),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: (version: number) => call(withdrawFieldNote, { params, body: { version } }),
    onSettled,
  });
  return { correct, withdraw };
}

const waitingKey = (accountId: string) => ['waiting-notes', accountId];

/** Notes of the account on this device, of every topic. Fails where the browser keeps nothing. */
export function useWaitingNotes(accountId: string) {
  return useQuery({
    queryKey: waitingKey(accountId),
    queryFn: () => listWaiting(accountId),
    networkMode: 'always',
    retry: false,
  });
}

/** What became of a try to send all: receipts by note, whether the server was there at all, and whether it refused any. */
export type Sent = { receipts: readonly FieldNote[]; reached: boolean; refused: boolean };

/** Keeping, sending and giving up notes; each asks the lists again. `onSent` hears of every note that has arrived, `onKept` that one waits. */
export function useNoteSending(
  accountId: string,
  { onSent, onKept }: { onSent: (notes: readonly FieldNote[]) => void; onKept: () => void },
) {
  const client = useQueryClient();
  const askAgain = async (arrived: boolean) => {
    await client.invalidateQueries({ queryKey: waitingKey(accountId) });
    if (arrived) void client.invalidateQueries({ queryKey: ['case'] });
  };
  const send = useMutation({
    mutationFn: ({ refusedToo }: { refusedToo: boolean }) => sendAll(accountId, refusedToo),
    networkMode: 'always',
    onSuccess: ({ receipts }) => onSent(receipts),
    onSettled: async (sent) => {
      // Why it was refused concerns the form as well: the topic may have been closed while the phone was away.
      if (sent?.refused === true) void client.invalidateQueries({ queryKey: [fieldTopicKey] });
      await askAgain((sent?.receipts.length ?? 0) > 0);
    },
  });
  const keep = useMutation({
    mutationFn: keepOrSend,
    networkMode: 'always',
    onSuccess: (arrived) => {
      if (arrived === undefined) onKept();
      else onSent([arrived]);
    },
    onSettled: (arrived) => askAgain(arrived !== undefined),
  });
  const giveUp = useMutation({ mutationFn: forgetWaiting, networkMode: 'always', onSettled: () => askAgain(false) });
  return { send, keep, giveUp };
}

/**
 * Sends what waits: when the page opens, when a note is added, when the network is back, and now and then while anything waits. `waiting`:
 * how many there are.
 */
export function useSendingByItself(waiting: number, send: () => void): void {
  const onTurn = useEffectEvent(send);
  useEffect(() => {
    if (waiting === 0) return undefined;
    onTurn();
    const listener = () => onTurn();
    window.addEventListener('online', listener);
    const timer = setInterval(listener, triedAgainAfter);
    return () => {
      window.removeEventListener('online', listener);
      clearInterval(timer);
    };
  }, [waiting]);
}

/** The words for a person whose browser keeps nothing and who is cut off. */
export class NothingKeptError extends Error {
  constructor(options: ErrorOptions) {
    super('The browser keeps nothing and the server cannot be reached.', options);
    this.name = 'NothingKeptError';
  }
}

/** Keeps the note on this device. Where the browser keeps nothing it is sent at once; throws NothingKeptError when that fails too. */
async function keepOrSend(note: WaitingNote): Promise<FieldNote | undefined> {
  try {
    await keepWaiting(note);
    // Asks the browser not to give this room to somebody else; on http there is nobody to ask.
    if ('storage' in navigator) void navigator.storage.persist();
    return undefined;
  } catch (cause) {
    try {
      return await sendNote(note);
    } catch (error) {
      throw isUnreachable(error) ? new NothingKeptError({ cause }) : error;
    }
  }
}

/**
 * One after the other, the oldest first. Stops where nobody answers; a note over which the server fails does not hold up the others; what
 * the server refuses stays, with the reason.
 */
async function sendAll(accountId: string, refusedToo: boolean): Promise<Sent> {
  const receipts: FieldNote[] = [];
  let reached = true;
  let refused = false;
  for (const waiting of await listWaiting(accountId)) {
    if (waiting.problem !== undefined && !refusedToo) continue;
    try {
      receipts.push(await sendNote(waiting));
      await forgetWaiting(waiting.id);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { status } = error.problem;
      if (status === 401) throw error;
      if (status === 500) reached = false;
      else if (status === 429 || isUnreachable(error)) return { receipts, reached: false, refused };
      else {
        refused = true;
        await keepWaiting({ ...waiting, problem: error.message });
      }
    }
  }
  return { receipts, reached, refused };
}

/** Photos first, each under its id, then the note under its own: whatever is sent a second time is there once. */
async function sendNote({ id, caseId, note, photos }: WaitingNote): Promise<FieldNote> {
  for (const [index, photo] of photos.entries()) {
    const file = new File([photo.bytes], `现场照片${index + 1}.jpg`, { type: 'image/jpeg' });
    await storeFile(file, note.secrecy, photo.id);
  }
  return call(saveFieldNote, {
    params: { caseId, noteId: id },
    body: { ...note, photoIds: photos.map((photo) => photo.id) },
  });
}
