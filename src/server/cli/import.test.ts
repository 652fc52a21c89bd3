import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { inScope } from '../db/database.ts';
import { fictitiousCounties, fictitiousWorkbook } from '../organisations/fictitious-workbook.ts';
import { mianyangWorkbook } from '../organisations/mianyang-workbook.ts';
import { readOrganisation } from '../organisations/workbook-queries.ts';
import type { WorkbookRows } from '../organisations/workbook-sheets.ts';
import { writeWorkbook } from '../organisations/workbook-write.ts';
import { type ImportedAccount, importAsOperator } from './import.ts';

const now = new Date('2026-06-01T01:00:00Z');
const cityOf = (cityCode: string, counties = 1, over: Partial<Parameters<typeof fictitiousWorkbook>[0]> = {}) =>
  fictitiousWorkbook({
    cityCode,
    cityName: `示例${cityCode}市`,
    shortName: '示例',
    counties: fictitiousCounties(cityCode, counties),
    departments: ['民政局'],
    ...over,
  });

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const importRows = async (rows: WorkbookRows, options: { dryRun?: boolean } = {}) =>
  importAsOperator(db, await writeWorkbook(rows), { now, ...options });
const scopeOf = (cityCode: string, admin?: 'organisation') =>
  ({
    cityCode,
    tenantId: '',
    bodyId: '',
    level: 'city',
    kind: 'body',
    personId: '',
    ...(admin === undefined ? {} : { admin }),
  }) as const;
const exported = async (cityCode: string) =>
  inScope(db, scopeOf(cityCode, 'organisation'), async (trx) => (await readOrganisation(trx, cityCode)).rows);
const idsOf = async (cityCode: string) => {
  const { rows } = await db.owner.query(
    `select id from tenant where city_code = $1 union all select id from person where city_code = $1
     union all select id from appointment where city_code = $1 union all select id from role_grant where city_code = $1
     union all select id from unit where city_code = $1 union all select id from term where city_code = $1 order by id`,
    [cityCode],
  );
  return rows.map(({ id }) => id as string);
};
const versionOf = async (cityCode: string) =>
  (await db.owner.query('select organisation_version from linkage where city_code = $1', [cityCode])).rows[0]
    ?.organisation_version as number | undefined;

describe('a first import', () => {
  let accounts: ImportedAccount[];
  beforeAll(async () => {
    const outcome = await importRows(mianyangWorkbook());
    expect(outcome.applied).toBe(true);
    accounts = outcome.accounts;
  });

  test('writes the whole of Mianyang, with the calendar of the years that are known', async () => {
    const count = async (table: string) =>
      Number((await db.owner.query(`select count(*) from ${table} where city_code = '510700'`)).rows[0]?.count);
    expect(await count('park')).toBe(5);
    expect(await count('calendar_year')).toBeGreaterThanOrEqual(3);
    const bodies = await db.owner.query(
      "select level, count(*)::int as count from tenant where city_code = '510700' and kind = 'body' group by level order by level",
    );
    expect(bodies.rows).toEqual([
      { level: 'city', count: 1 },
      { level: 'county', count: 9 },
    ]);
  });

  test('makes an account with a first-use link for every login name', async () => {
    const logins = new Set(mianyangWorkbook().roles.map(({ login }) => login));
    expect(accounts).toHaveLength(logins.size);
    expect(accounts.every(({ path }) => path.startsWith('/first-use#'))).toBe(true);
    expect(accounts).toContainEqual(expect.objectContaining({ login: '510700.chair', tenantName: '绵阳市人大常委会' }));
  });

  test('goes out as it came in, and coming in again changes nothing', async () => {
    const rows = await exported('510700');
    const sorted = (sheet: readonly object[]) =>
      sheet.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    for (const [key, sheet] of Object.entries(mianyangWorkbook())) {
      const withoutAside = (row: object) => ({ ...row, personName: undefined, login: undefined });
      expect([key, sorted(rows[key as keyof WorkbookRows].map(withoutAside))]).toEqual([
        key,
        sorted(sheet.map(withoutAside)),
      ]);
    }
    const before = await idsOf('510700');
    const version = await versionOf('510700');
    const again = await importRows(rows);
    expect([again.plan.added, again.plan.changed, again.plan.missing, again.accounts]).toEqual([[], [], [], []]);
    expect(again.applied).toBe(true);
    expect(await idsOf('510700')).toEqual(before);
    expect(await versionOf('510700')).toBe(version);
  });
});

test.each([1, 26])('a linkage of %i counties comes in the same way', async (count) => {
  const cityCode = `41${String(count).padStart(2, '0')}00`;
  const outcome = await importRows(cityOf(cityCode, count));
  expect(outcome.plan.problems).toEqual([]);
  const { rows } = await db.owner.query(
    "select count(*)::int as count from tenant where city_code = $1 and kind = 'body'",
    [cityCode],
  );
  expect(rows).toEqual([{ count: count + 1 }]);
});

describe('a changed workbook', () => {
  const cityCode = '420100';
  beforeAll(async () => void (await importRows(cityOf(cityCode))));

  test('is shown beforehand and written as updates; what exists keeps its identity', async () => {
    const before = await idsOf(cityCode);
    const rows = await exported(cityCode);
    const renamed = JSON.parse(
      JSON.stringify(rows).replaceAll('示例一县人大常委会', '示例一区人大常委会'),
    ) as WorkbookRows;
    renamed.settings = renamed.settings.map((row) =>
      row.item === '交办期限（日）' ? { ...row, value: '10', basis: '主任会议2026年第3次会议决定' } : row,
    );
    renamed.people = renamed.people.map((row) => (row.number === 'R00001' ? { ...row, name: '张示例改' } : row));
    renamed.posts = renamed.posts.map((row) => ({ ...row, personName: undefined }));
    renamed.roles = renamed.roles.map((row) => ({ ...row, personName: undefined }));
    const shown = await importRows(renamed, { dryRun: true });
    expect(
      shown.plan.changed.map(({ sheet, fields }) => [
        sheet,
        ...fields.map(({ column, old, new: now }) => `${column}：${old}→${now}`),
      ]),
    ).toEqual([
      ['人大常委会', '名称：示例一县人大常委会→示例一区人大常委会'],
      ['人员', '姓名：张示例一→张示例改'],
      ['设置', '取值：7→10', '依据：意见“及时”；各地五、七、十日不等，默认七日→主任会议2026年第3次会议决定'],
    ]);
    expect((await exported(cityCode)).people[0]?.name).toBe('张示例一');

    expect((await importRows(renamed)).applied).toBe(true);
    expect(await idsOf(cityCode)).toEqual(before);
    const after = await exported(cityCode);
    expect(after.people[0]?.name).toBe('张示例改');
    expect(after.bodies[1]?.name).toBe('示例一区人大常委会');
    expect(after.settings.find(({ item }) => item === '交办期限（日）')).toMatchObject({
      value: '10',
      basis: '主任会议2026年第3次会议决定',
    });
    const account = await db.owner.query('select person_name from account where login = $1', [`${cityCode}.office`]);
    expect(account.rows).toEqual([{ person_name: '张示例改' }]);
  });

  test('deletes nothing that it lacks', async () => {
    const before = await idsOf(cityCode);
    const rows = await exported(cityCode);
    const outcome = await importRows({
      ...rows,
      people: rows.people,
      roles: rows.roles.slice(5),
      units: rows.units.slice(0, -1),
    });
    expect(outcome.plan.missing.length).toBe(6);
    expect(await idsOf(cityCode)).toEqual(before);
  });
});

describe('a workbook with a problem', () => {
  test('writes nothing at all', async () => {
    const rows = cityOf('430100');
    rows.posts.push({
      person: 'R00001',
      personName: undefined,
      tenant: '不存在的单位',
      unit: undefined,
      post: 'office-staff',
      from: '2022-01-01',
      until: undefined,
    });
    const outcome = await importRows(rows);
    expect([outcome.applied, outcome.accounts]).toEqual([false, []]);
    expect(outcome.plan.problems).toHaveLength(1);
    expect(await versionOf('430100')).toBeUndefined();
  });

  test('a login of another linkage rolls everything back', async () => {
    await importRows(cityOf('440100'));
    const rows = cityOf('450100');
    rows.roles = rows.roles.map((role) =>
      role.login === '450100.office' ? { ...role, login: '440100.office' } : role,
    );
    await expect(importRows(rows)).rejects.toThrow('440100.office');
    expect(await versionOf('450100')).toBeUndefined();
  });
});

test('imports of one linkage wait for each other: two at once leave it once', async () => {
  const rows = cityOf('460100');
  const outcomes = await Promise.all([importRows(rows), importRows(rows)]);
  expect(outcomes.map(({ applied }) => applied)).toEqual([true, true]);
  expect(outcomes.filter(({ plan }) => plan.added.length > 0)).toHaveLength(1);
  const { rows: people } = await db.owner.query("select count(*)::int as count from person where city_code = '460100'");
  expect(people).toEqual([{ count: rows.people.length }]);
});

describe('the organisation’s own tables', () => {
  test('cannot be written in a scope that does not administer them, nor those of another linkage in one that does', async () => {
    const insert = (scope: ReturnType<typeof scopeOf>) =>
      inScope(db, scope, (trx) =>
        trx.run("insert into linkage (city_code, name, short_name) values ('470100', '示例', '示例')"),
      );
    await expect(insert(scopeOf('470100'))).rejects.toThrow('row-level security');
    await expect(insert(scopeOf('510700', 'organisation'))).rejects.toThrow('row-level security');
    const rename = (scope: ReturnType<typeof scopeOf>) =>
      inScope(db, scope, (trx) => trx.run("update person set name = '改' where city_code = '510700'"));
    expect(await rename(scopeOf('510700'))).toBe(0);
    expect(await rename(scopeOf('420100', 'organisation'))).toBe(0);
  });
});
