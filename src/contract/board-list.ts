import { z } from 'zod';
import type { Track } from '../domain/procedure/case.ts';
import type { Obligation } from '../domain/procedure/worklist.ts';

const isShown = z.enum(['shown', 'hidden']).default('shown');

/** What of a case's board: the same words in its address and in that of its spreadsheet. */
export const boardFilter = z.object({
  /** The rows of organs. */
  organs: isShown,
  /** Steps that may be taken and need not. */
  optional: isShown,
});
export type BoardFilter = z.output<typeof boardFilter>;

/** Whether a track has a row of its own. */
export function hasRow({ kind }: Pick<Track, 'kind'>, { organs }: Pick<BoardFilter, 'organs'>): boolean {
  return organs === 'shown' || kind === 'body';
}

/** Whether a step has a column; what was done is told in any case. */
export function hasColumn(
  { force, state }: Pick<Obligation, 'force' | 'state'>,
  { optional }: Pick<BoardFilter, 'optional'>,
): boolean {
  return optional === 'shown' || force !== 'may' || state === 'done';
}
