import { z } from 'zod';
import type { Typed } from '../lib/schema-form.ts';

/** Whose form of which act: another account on the same computer finds nothing. */
export type LocalPlace = { caseId: string; kind: string; accountId: string };

const typedSchema = z.record(z.string(), z.unknown());
const keptSchema = z.object({ base: z.object({ version: z.int(), typed: typedSchema }), typed: typedSchema });

/** A version of the server's draft; version 0 is the form as nobody has touched it. */
export type Base = { version: number; typed: Typed };
/** What stood in the form, and the version it was typed over. */
export type Kept = { base: Base; typed: Typed };

function keyOf({ caseId, kind, accountId }: LocalPlace): string {
  return `liandu-draft/${accountId}/${caseId}/${kind}`;
}

/** Keeps what stands in a form in this browser until the server has it. A browser that refuses to store anything loses only this copy. */
export function keepLocal(place: LocalPlace, kept: Kept): void {
  try {
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

/** What this browser kept and the server has not got. */
export function localDraft(place: LocalPlace): Kept | undefined {
  try {
    return keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null')).data;
  } catch {
    return undefined;
  }
}
