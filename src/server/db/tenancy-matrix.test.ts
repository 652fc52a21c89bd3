import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../../test/access.ts';
import { type PlantedRow, plantOneRowEach } from '../../../test/one-row-each.ts';
import { rightsOn, type Settings, scopesOf, tablesOf } from '../../../test/tenancy.ts';
import { tenancyTable } from '../../../test/tenancy-table.ts';
import { smallLinkage } from '../../../test/test-app.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { inScope, type Scope } from './database.ts';

let db: TestDatabase;
let linkage: WorkingLinkage;
let planted: readonly PlantedRow[];
let scopes: Readonly<Record<string, Settings>>;
const rows = rowsOf(tenancyTable);

/** Belongs to nobody: which migrations are applied. */
const belongsToNobody = ['migration'];
/** What is written once and never again: the ledger, what was sealed, replaced, decided, uploaded, noted in the field, who did what, who was shown round. */
const appendOnly = [
  'act',
  'audit_entry',
  'case_past',
  'field_note',
  'field_note_change',
  'file',
  'file_blob',
  'package',
  'reminder',
  'search_entry',
  'settings_version',
  'superseded_date',
  'tour_seen',
];

beforeAll(async () => {
  db = await testDatabase();
  linkage = await workingLinkage(db);
  const away = await smallLinkage(db, '510600');
  planted = await plantOneRowEach(db, linkage);
  scopes = scopesOf(linkage, away.city);
});
afterAll(() => db.close());

describe('the catalogue of the database', () => {
  test('holds no table that the table of rights does not name', async () => {
    const found = (await tablesOf(db)).map(({ name }) => name).filter((name) => !belongsToNobody.includes(name));
    expect([...new Set(rows.map(({ name }) => name))].toSorted()).toEqual(found);
  });

  test('has row-level security on every table that is somebody’s, and only reading on the others', async () => {
    const found = await tablesOf(db);
    expect(found.filter((table) => !table.isSecured).map(({ name }) => name)).toEqual(belongsToNobody);
    expect(found.filter((table) => !table.isSomebodys && table.isSecured)).toEqual([]);
    expect(found.filter((table) => !table.isSecured && table.isChangeable)).toEqual([]);
  });

  test('has no policy that asks for nothing, but for which linkages there are', async () => {
    const open = (await tablesOf(db)).flatMap(({ name, openPolicies }) => openPolicies.map((one) => `${name} ${one}`));
    expect(open).toEqual(['linkage linkage_read']);
  });

  test('lets the application change no row that is written once, and empty no table', async () => {
    const found = await tablesOf(db);
    const fixed = found.filter((table) => table.isGranted && !table.isChangeable).map(({ name }) => name);
    expect(fixed).toEqual([...appendOnly, ...belongsToNobody].toSorted());
    expect(found.filter((table) => table.isTruncatable)).toEqual([]);
  });

  test('has no way round: the application owns nothing, belongs to no other role, and one function alone lends it the owner’s eyes', async () => {
    const { rows: roles } = await db.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships,
         (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = 'liandu_app'`,
    );
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, memberships: 0, owned: 0 };
    expect(roles).toEqual([none]);
    const { rows: lending } = await db.owner.query(
      `select proname as name from pg_proc where prosecdef and has_function_privilege('liandu_app', oid, 'execute')
       union all select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where relkind in ('v', 'm') and nspname not in ('pg_catalog', 'information_schema')`,
    );
    expect(lending).toEqual([{ name: 'sign_in_actor' }]);
  });
});

describe('each scope may do what the table says with a row of 甲县 in', () => {
  test.each(rows.map((row) => [[row.name, row.word].join(' ').trim(), row] as const))('%s', async (_title, row) => {
    const one = planted.find(({ table, word }) => table === row.name && word === row.word);
    if (one === undefined) throw new Error(`There is no row ${row.name} ${row.word ?? ''} to try it on.`);
    const rights: Record<string, string> = {};
    for (const [column, settings] of Object.entries(scopes)) rights[column] = await rightsOn(db, settings, one);
    expect(rights).toEqual(row.cells);
  });
});

test('nobody becomes an addressee of another’s package by entering himself', async () => {
  const { cityCode, otherCounty: nosy } = linkage;
  const unsent = planted.find(({ table, word }) => table === 'package' && word === 'unsent')?.row;
  const { id: tenantId, bodyId, level, kind } = nosy;
  const scope: Scope = { cityCode, tenantId, bodyId, level, kind, personId: linkage.people.county.personId };
  const entering = inScope(db, scope, async (trx) => {
    await trx.run(
      'insert into package_addressee (city_code, package_id, tenant_id, from_tenant_id) values ($1, $2, $3, $3)',
      [cityCode, unsent?.id, tenantId],
    );
  });
  await expect(entering).rejects.toThrow('package_addressee_package_fk');
});
