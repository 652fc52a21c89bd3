import type { MergedRows } from './workbook-diff.ts';
import { type ParsedWorkbook, problemAt, type WorkbookProblem } from './workbook-read.ts';
import {
  keyInWords,
  keyOf,
  type SheetKey,
  type SheetSpec,
  sheetKeys,
  sheets,
  type WorkbookRow,
} from './workbook-sheets.ts';

/** Rows of the workbook that say the same thing twice, or point at something that neither the workbook nor the database has. */
export function checkReferences(parsed: ParsedWorkbook, merged: MergedRows): WorkbookProblem[] {
  const known = knownNames(parsed, merged);
  const { bodies, tenants, people, units } = known;
  const unitOf = (row: { tenant: string; unit: string | undefined }) =>
    row.unit === undefined
      ? undefined
      : lookUp(`${row.unit}`, units.get(row.tenant) ?? new Set(), `“${row.tenant}”的“委室”表`);
  return [
    ...sheetKeys.flatMap((key) => checkRepeated(key, parsed)),
    ...checkNames(merged),
    ...each(parsed, 'terms', (row) => ({ body: lookUp(row.body, bodies, '“人大常委会”表') })),
    ...each(parsed, 'organs', (row) => ({ body: lookUp(row.body, bodies, '“人大常委会”表') })),
    ...each(parsed, 'units', (row) => ({ tenant: lookUp(row.tenant, tenants, '“人大常委会”表和“机关”表') })),
    ...each(parsed, 'parks', (row) => ({ tenant: lookUp(row.tenant, bodies, '“人大常委会”表') })),
    ...each(parsed, 'people', (row) => ({ tenant: lookUp(row.tenant, tenants, '“人大常委会”表和“机关”表') })),
    ...each(parsed, 'posts', (row) => ({
      person: lookUp(row.person, people, '“人员”表'),
      personName: sameName(row, known.personNames),
      tenant: lookUp(row.tenant, tenants, '“人大常委会”表和“机关”表'),
      unit: unitOf(row),
      until: row.until !== undefined && row.until < row.from ? `${row.until}早于起始日期${row.from}` : undefined,
    })),
    ...each(parsed, 'roles', (row) => ({
      person: lookUp(row.person, people, '“人员”表'),
      personName: sameName(row, known.personNames),
      tenant: lookUp(row.tenant, tenants, '“人大常委会”表和“机关”表'),
      unit: unitOf(row),
    })),
  ];
}

type Known = {
  bodies: ReadonlySet<string>;
  tenants: ReadonlySet<string>;
  people: ReadonlySet<string>;
  personNames: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Everything that may be referred to, rows with a problem of their own included: they need not be named twice. */
function knownNames(parsed: ParsedWorkbook, merged: MergedRows): Known {
  const named = (values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined);
  const bodies = new Set(
    named([...merged.bodies.map(({ values }) => values.name), ...parsed.broken.bodies.map(({ name }) => name)]),
  );
  const organs = named([
    ...merged.organs.map(({ values }) => values.name),
    ...parsed.broken.organs.map(({ name }) => name),
  ]);
  const units = new Map<string, Set<string>>();
  for (const { tenant, name } of [...merged.units.map(({ values }) => values), ...parsed.broken.units]) {
    if (tenant === undefined || name === undefined) continue;
    units.set(tenant, (units.get(tenant) ?? new Set()).add(name));
  }
  return {
    bodies,
    tenants: new Set([...bodies, ...organs]),
    people: new Set(
      named([...merged.people.map(({ values }) => values.number), ...parsed.broken.people.map(({ number }) => number)]),
    ),
    personNames: new Map(merged.people.map(({ values }) => [values.number, values.name])),
    units,
  };
}

type Complaints<Key extends SheetKey> = { [Column in keyof WorkbookRow<Key>]?: string | undefined };

function each<Key extends SheetKey>(
  parsed: ParsedWorkbook,
  key: Key,
  complaintsOf: (row: WorkbookRow<Key>) => Complaints<Key>,
): WorkbookProblem[] {
  const spec: SheetSpec = sheets[key];
  return parsed.rows[key].flatMap(({ row, values }) =>
    Object.entries<string | undefined>(complaintsOf(values)).flatMap(([column, text]) =>
      text === undefined ? [] : [problemAt(spec.name, row, spec.columns[column]?.title ?? null, text)],
    ),
  );
}

function checkRepeated<Key extends SheetKey>(key: Key, parsed: ParsedWorkbook): WorkbookProblem[] {
  const first = new Map<string, number>();
  return parsed.rows[key].flatMap(({ row, values }) => {
    const id = keyOf(key, values);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row);
    return earlier === undefined
      ? []
      : [problemAt(sheets[key].name, row, null, `与第${earlier}行重复（${keyInWords(key, values)}）；请删去其中一行`)];
  });
}

/** Names of bodies and organs tell them apart everywhere, so no two may share one. */
function checkNames(merged: MergedRows): WorkbookProblem[] {
  const seen = new Set<string>();
  const rows = [
    ...merged.bodies.map(({ row, values }) => ({ sheet: sheets.bodies.name, row, name: values.name })),
    ...merged.organs.map(({ row, values }) => ({ sheet: sheets.organs.name, row, name: values.name })),
  ];
  return rows.flatMap(({ sheet, row, name }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [problemAt(sheet, row, '名称', `“${name}”与另一个单位重名；名称在联动域内不能重复`)];
  });
}

function lookUp(name: string, known: ReadonlySet<string>, where: string): string | undefined {
  if (known.has(name)) return undefined;
  const near = nearest(name, known);
  return `“${name}”不在${where}中${near === undefined ? '' : `；是否为“${near}”`}`;
}

function sameName(
  row: { person: string; personName: string | undefined },
  names: ReadonlyMap<string, string>,
): string | undefined {
  const name = names.get(row.person);
  if (row.personName === undefined || name === undefined || row.personName === name) return undefined;
  return `人员编号${row.person}在“人员”表中是“${name}”，不是“${row.personName}”；请核对编号`;
}

/** The known name that a slip of one or two characters explains. */
function nearest(name: string, known: ReadonlySet<string>): string | undefined {
  if (name.length < 3) return undefined;
  const wanted = new Set(name);
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > 2) continue;
    const strange = [...candidate].filter((character) => !wanted.has(character)).length;
    const lost = [...wanted].filter((character) => !candidate.includes(character)).length;
    if (strange + lost <= 2) return candidate;
  }
  return undefined;
}
