import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { inScope, outsideTenancy, type Scope } from './database.ts';
import { uuidv7 } from './uuid.ts';

let database: TestDatabase;
const city = '510700';
const tenantId = uuidv7();
const scope: Scope = { cityCode: city, tenantId, bodyId: tenantId, level: 'city', kind: 'body', personId: uuidv7() };

beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query("insert into linkage (city_code, name, short_name) values ('510700', '绵阳市', '绵阳')");
  await database.owner.query(
    `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id)
     values ('510700', $1, 'body', 'city', '510700', '绵阳市人大常委会', '绵阳', $1)`,
    [tenantId],
  );
});
afterAll(() => database.close());

describe('a scope', () => {
  test('sees its own linkage and nothing of another', async () => {
    const own = await inScope(database, scope, (trx) =>
      trx.rows('select name from tenant where city_code = $1', [city]),
    );
    const foreign = await inScope(database, { ...scope, cityCode: '510600' }, (trx) =>
      trx.rows('select name from tenant'),
    );
    expect(own).toEqual([{ name: '绵阳市人大常委会' }]);
    expect(foreign).toEqual([]);
  });

  test('leaves nothing to the next user of the connection', async () => {
    for (let round = 0; round < 20; round += 1) {
      await inScope(database, scope, (trx) => trx.rows('select 1 as one'));
      const after = await outsideTenancy(database, (trx) => trx.rows('select name from tenant'));
      expect(after).toEqual([]);
    }
  });

  test('quotes what it is given', async () => {
    const odd = { ...scope, cityCode: "5'; drop table tenant; --" };
    expect(await inScope(database, odd, (trx) => trx.rows('select name from tenant'))).toEqual([]);
  });

  test('leaves nothing behind when its work fails', async () => {
    const failing = inScope(database, { ...scope, admin: 'organisation' }, async (trx) => {
      await trx.run("insert into park (city_code, id, tenant_id, name) values ($1, $2, $3, '园区')", [
        city,
        uuidv7(),
        tenantId,
      ]);
      throw new Error('after the insert');
    });
    await expect(failing).rejects.toThrow('after the insert');
    expect(
      await inScope(database, scope, (trx) => trx.rows('select name from park where city_code = $1', [city])),
    ).toEqual([]);
  });
});

test('dates, instants and counts are plain values', async () => {
  const row = await outsideTenancy(database, (trx) =>
    trx.one(
      "select date '2026-02-28' as day, timestamptz '2026-11-24 09:00+08' as at, 7::bigint as count, 1.50::numeric as rate",
    ),
  );
  expect(row).toEqual({ day: '2026-02-28', at: '2026-11-24T01:00:00.000Z', count: 7, rate: '1.50' });
});

test('identifiers grow within one process', () => {
  const ids = Array.from({ length: 5000 }, () => uuidv7());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(5000);
});
