import type {
  Organisation,
  OrganisationFinding,
  TenantRecord,
  TermRecord,
} from '../../domain/organisation/organisation.ts';
import type { MergedRow, MergedRows } from './workbook-diff.ts';
import { problemAt, type WorkbookProblem } from './workbook-read.ts';
import { type SheetKey, sheets } from './workbook-sheets.ts';

/** An organisation made of workbook rows, and which row each of its records came from. */
export type PlacedOrganisation = {
  organisation: Organisation;
  placeOf: (finding: OrganisationFinding) => WorkbookProblem;
};

/** Turns rows into what the rules of the domain judge. Rows that refer to nothing are left out: they were named already. */
export function organisationOf(rows: MergedRows): PlacedOrganisation {
  const places = new Map<object, { sheet: SheetKey; row: number | null }>();
  const placed = <Record extends object>(sheet: SheetKey, row: number | null, record: Record): Record => {
    places.set(record, { sheet, row });
    return record;
  };
  const levels = new Map(rows.bodies.map(({ values }) => [values.name, values.level]));
  const names = new Map(rows.people.map(({ values }) => [values.number, values.name]));
  const unitKinds = new Map(rows.units.map(({ values }) => [`${values.tenant}\n${values.name}`, values.kind]));
  const nameOf = (person: string) => names.get(person) ?? person;
  const organisation = {
    tenants: [
      ...rows.bodies.map((body) => placed('bodies', body.row, bodyRecord(body))),
      ...rows.organs.flatMap((organ) => {
        const level = levels.get(organ.values.body);
        return level === undefined ? [] : [placed('organs', organ.row, organRecord(organ, level))];
      }),
    ],
    terms: rows.terms.map(({ row, values }) => placed('terms', row, termRecord(values))),
    parks: rows.parks.map(({ row, values }) => placed('parks', row, { ...values })),
    posts: rows.posts.map(({ row, values: { unit: _unit, until, ...post } }) =>
      placed('posts', row, { ...post, personName: nameOf(post.person), ...(until === undefined ? {} : { until }) }),
    ),
    roles: rows.roles.map(({ row, values: { unit, login: _login, ...role } }) => {
      const kind = unit === undefined ? undefined : unitKinds.get(`${role.tenant}\n${unit}`);
      const held = unit === undefined || kind === undefined ? {} : { unit: { name: unit, kind } };
      return placed('roles', row, { ...role, personName: nameOf(role.person), ...held });
    }),
  };
  return { organisation, placeOf: (finding) => placeOfFinding(finding, places.get(finding.about)) };
}

/** Terms alone, to compare those of the database with those of the workbook. */
export function termRecord({ until, ...term }: MergedRow<'terms'>['values']): TermRecord {
  return { ...term, ...(until === undefined ? {} : { until }) };
}

function bodyRecord({ values }: MergedRow<'bodies'>): TenantRecord {
  const { name, level, population } = values;
  return { name, kind: 'body', level, body: name, ...(population === undefined ? {} : { population }) };
}

function organRecord({ values }: MergedRow<'organs'>, level: TenantRecord['level']): TenantRecord {
  const { name, body, kind } = values;
  return kind === 'party-office' ? { name, kind, level, body } : { name, kind: 'organ', level, body, organKind: kind };
}

function placeOfFinding(
  finding: OrganisationFinding,
  place: { sheet: SheetKey; row: number | null } | undefined,
): WorkbookProblem {
  const text = `${finding.text.replace(/。$/, '')}（${finding.clause}）`;
  if (place === undefined) return problemAt('', null, null, text);
  const columns: Readonly<Record<string, { title: string }>> = sheets[place.sheet].columns;
  const column = place.row === null || finding.field === undefined ? null : (columns[finding.field]?.title ?? null);
  return problemAt(sheets[place.sheet].name, place.row, column, text);
}
