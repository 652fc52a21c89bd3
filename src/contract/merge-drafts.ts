import type { FormValues } from './form-fields.ts';

/** One place of a form that two people have changed differently. */
export type DraftConflict = { path: readonly (string | number)[]; mine: unknown; theirs: unknown };

/**
 * What two people made of the same form since a common start: each change of one of them alone is taken; where both changed a place
 * differently, mine stands and the place is named. Lists are compared row by row while nobody has added or removed one.
 */
export function mergeDrafts(
  base: FormValues,
  mine: FormValues,
  theirs: FormValues,
): { merged: FormValues; conflicts: readonly DraftConflict[] } {
  const conflicts: DraftConflict[] = [];
  const merged = mergeValues({ base, mine, theirs }, [], conflicts);
  // Objects merge to an object.
  return { merged: merged as FormValues, conflicts };
}

type Three = { base: unknown; mine: unknown; theirs: unknown };

function mergeValues(
  { base, mine, theirs }: Three,
  path: readonly (string | number)[],
  found: DraftConflict[],
): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) {
    const start = isRecord(base) ? base : {};
    const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    return Object.fromEntries(
      [...keys].map((key) => {
        const three = { base: start[key], mine: mine[key], theirs: theirs[key] };
        return [key, mergeValues(three, [...path, key], found)];
      }),
    );
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base) && sameLength(base, mine, theirs)) {
    return mine.map((row, index) =>
      mergeValues({ base: base[index], mine: row, theirs: theirs[index] }, [...path, index], found),
    );
  }
  found.push({ path, mine, theirs });
  return mine;
}

function sameLength(...lists: readonly (readonly unknown[])[]): boolean {
  return new Set(lists.map((list) => list.length)).size === 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Forms hold JSON: a member that is undefined is one that is not there. */
export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** The form with one place set to another value. */
export function withValueAt(typed: FormValues, path: readonly (string | number)[], value: unknown): FormValues {
  // A path of a form begins with one of its members.
  return setAt(typed, path, value) as FormValues;
}

function setAt(at: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) return at.map((row, index) => (index === key ? setAt(row, rest, value) : row));
  const record = isRecord(at) ? at : {};
  return { ...record, [key]: setAt(record[key], rest, value) };
}
