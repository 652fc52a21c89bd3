import type { Typed } from '../lib/schema-form.ts';

/** Whose form of which act: another account on the same computer finds nothing. */
export type LocalPlace = { caseId: string; kind: string; accountId: string };

type Kept = { at: string; typed: Typed };

function keyOf({ caseId, kind, accountId }: LocalPlace): string {
  return `liandu-draft/${accountId}/${caseId}/${kind}`;
}

/** Keeps what stands in a form in this browser until the server has it. A browser that refuses to store anything loses only this copy. */
export function keepLocal(place: LocalPlace, typed: Typed): void {
  try {
    const kept: Kept = { at: new Date().toISOString(), typed };
    localStorage.setItem(keyOf(place), JSON.stringify(kept));
  } catch {
    // Private windows and full disks: the copy on the server is the one that counts.
  }
}

export function forgetLocal(place: LocalPlace): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // As above.
  }
}

/** What this browser kept and the server has not got: newer than the server's copy, if there is one. */
export function localDraft(place: LocalPlace, savedAt: string | undefined): Typed | undefined {
  try {
    const text = localStorage.getItem(keyOf(place));
    if (text === null) return undefined;
    // Written by `keepLocal` alone.
    const kept = JSON.parse(text) as Kept;
    return savedAt === undefined || Date.parse(kept.at) > Date.parse(savedAt) ? kept.typed : undefined;
  } catch {
    return undefined;
  }
}
