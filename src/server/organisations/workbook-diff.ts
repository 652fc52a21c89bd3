import type { ParsedWorkbook, ReadRow } from './workbook-read.ts';
import {
  cellValue,
  keyInWords,
  keyOf,
  type SheetKey,
  type SheetSpec,
  sheetKeys,
  sheets,
  type WorkbookRow,
  type WorkbookRows,
} from './workbook-sheets.ts';

/** What the database says now, in rows of the workbook; `accounts` are those that exist whether or not a role mentions them. */
export type CurrentOrganisation = {
  rows: WorkbookRows;
  accounts: readonly { person: string; tenant: string; login: string }[];
};

export type PlannedRow = { sheet: string; row: number; key: string };
export type ChangedRow = PlannedRow & { fields: { column: string; old: string; new: string }[] };
export type MissingRow = { sheet: string; key: string };

/** What a workbook would change, and the rows to write for it. */
export type Difference = {
  added: PlannedRow[];
  changed: ChangedRow[];
  unchanged: number;
  missing: MissingRow[];
  writes: { [Key in SheetKey]: Writes<Key> };
};
export type Writes<Key extends SheetKey> = { added: WorkbookRow<Key>[]; changed: WorkbookRow<Key>[] };

/** Compares row by row by the keys of each sheet. A sheet that the file does not have is not compared: nothing of it is missing. */
export function differenceOf(parsed: ParsedWorkbook, current: WorkbookRows): Difference {
  const difference: Difference = { added: [], changed: [], unchanged: 0, missing: [], writes: noWrites() };
  for (const key of sheetKeys) compareSheet(key, parsed, current, difference);
  return difference;
}

/**
 * The rows as they would be after the import: those of the workbook over those of the database. With each row its number in the
 * workbook, or null when only the database has it.
 */
export function mergedRows(parsed: ParsedWorkbook, current: WorkbookRows): { [Key in SheetKey]: MergedRow<Key>[] } {
  return {
    linkage: merge('linkage', parsed, current),
    bodies: merge('bodies', parsed, current),
    terms: merge('terms', parsed, current),
    organs: merge('organs', parsed, current),
    units: merge('units', parsed, current),
    parks: merge('parks', parsed, current),
    people: merge('people', parsed, current),
    posts: merge('posts', parsed, current),
    roles: merge('roles', parsed, current),
    settings: merge('settings', parsed, current),
  };
}
export type MergedRow<Key extends SheetKey> = { row: number | null; values: WorkbookRow<Key> };
export type MergedRows = ReturnType<typeof mergedRows>;

/** Rows of the database alone, in the form of merged ones. */
export function unplacedRows(current: WorkbookRows): MergedRows {
  const unplaced = <Row>(rows: readonly Row[]) => rows.map((values) => ({ row: null, values }));
  return {
    linkage: unplaced(current.linkage),
    bodies: unplaced(current.bodies),
    terms: unplaced(current.terms),
    organs: unplaced(current.organs),
    units: unplaced(current.units),
    parks: unplaced(current.parks),
    people: unplaced(current.people),
    posts: unplaced(current.posts),
    roles: unplaced(current.roles),
    settings: unplaced(current.settings),
  };
}

/**
 * The current rows with the names that bodies get from this workbook. A body is told by its area code, so a new name is a change of one
 * row; without this every row that mentions the body would look like another one.
 */
export function withNewNames(
  { rows: current, accounts }: CurrentOrganisation,
  parsed: ParsedWorkbook,
): CurrentOrganisation {
  const newNames = new Map(parsed.rows.bodies.map(({ values }) => [values.areaCode, values.name]));
  const renamed = new Map<string, string>();
  for (const body of current.bodies) {
    const name = newNames.get(body.areaCode);
    if (name !== undefined && name !== body.name) renamed.set(body.name, name);
  }
  if (renamed.size === 0) return { rows: current, accounts };
  const now = (name: string) => renamed.get(name) ?? name;
  const withTenant = <Row extends { tenant: string }>(row: Row): Row => ({ ...row, tenant: now(row.tenant) });
  const withBody = <Row extends { body: string }>(row: Row): Row => ({ ...row, body: now(row.body) });
  const rows = {
    ...current,
    terms: current.terms.map(withBody),
    organs: current.organs.map(withBody),
    units: current.units.map(withTenant),
    parks: current.parks.map(withTenant),
    people: current.people.map(withTenant),
    posts: current.posts.map(withTenant),
    roles: current.roles.map(withTenant),
  };
  return { rows, accounts: accounts.map(withTenant) };
}

function compareSheet<Key extends SheetKey>(
  key: Key,
  parsed: ParsedWorkbook,
  current: WorkbookRows,
  difference: Difference,
): void {
  if (parsed.absent.includes(key)) return;
  const sheet = sheets[key].name;
  const rest = new Map(current[key].map((row) => [keyOf(key, row), row]));
  for (const { row, values } of parsed.rows[key]) {
    const id = keyOf(key, values);
    const old = rest.get(id);
    rest.delete(id);
    const fields = old === undefined ? [] : changedFields(key, old, values);
    const planned = { sheet, row, key: keyInWords(key, values) };
    if (old === undefined) {
      difference.added.push(planned);
      difference.writes[key].added.push(values);
    } else if (fields.length > 0) {
      difference.changed.push({ ...planned, fields });
      difference.writes[key].changed.push(values);
    } else difference.unchanged += 1;
  }
  for (const row of rest.values()) difference.missing.push({ sheet, key: keyInWords(key, row) });
}

function changedFields<Key extends SheetKey>(
  key: Key,
  old: WorkbookRow<Key>,
  row: WorkbookRow<Key>,
): ChangedRow['fields'] {
  const spec: SheetSpec = sheets[key];
  return Object.entries(spec.columns).flatMap(([name, column]) => {
    const before = column.write(cellValue(old, name)) ?? '';
    const after = column.write(cellValue(row, name)) ?? '';
    return column.aside || before === after ? [] : [{ column: column.title, old: String(before), new: String(after) }];
  });
}

function merge<Key extends SheetKey>(key: Key, parsed: ParsedWorkbook, current: WorkbookRows): MergedRow<Key>[] {
  const merged = new Map<string, MergedRow<Key>>();
  for (const values of current[key]) merged.set(keyOf(key, values), { row: null, values });
  const read: readonly ReadRow<Key>[] = parsed.rows[key];
  for (const row of read) merged.set(keyOf(key, row.values), row);
  return [...merged.values()];
}

function noWrites(): Difference['writes'] {
  const none = () => ({ added: [], changed: [] });
  return {
    linkage: none(),
    bodies: none(),
    terms: none(),
    organs: none(),
    units: none(),
    parks: none(),
    people: none(),
    posts: none(),
    roles: none(),
    settings: none(),
  };
}
