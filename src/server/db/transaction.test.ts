import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { outsideTenancy, trxOver } from './database.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await db.owner.query('create table entry (id integer primary key, word text not null)');
  await db.owner.query('grant select, insert on entry to liandu_app');
});
afterAll(() => db.close());

const words = async () => (await db.owner.query('select word from entry order by id')).rows.map(({ word }) => word);
const insert = 'insert into entry (id, word) values ($1, $2)';

test('what is only sent is carried out in its turn', async () => {
  await outsideTenancy(db, async (trx) => {
    trx.send(insert, [1, 'first']);
    expect(await trx.one('select count(*)::integer as count from entry')).toEqual({ count: 1 });
    trx.send(insert, [2, 'last']);
  });
  expect(await words()).toEqual(['first', 'last']);
});

test('a transaction whose last statement fails leaves nothing behind, and says why', async () => {
  const failing = outsideTenancy(db, async (trx) => {
    await trx.run(insert, [3, 'lost']);
    trx.send(insert, [1, 'there already']);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual(['first', 'last']);
});

test('what failed first is told, not what failed because of it', async () => {
  const failing = outsideTenancy(db, async (trx) => {
    trx.send(insert, [1, 'there already']);
    await trx.one('select 1 as one');
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual(['first', 'last']);
});

test('a statement that failed and was passed over does not let the rest be committed', async () => {
  const failing = outsideTenancy(db, async (trx) => {
    await trx.run(insert, [3, 'lost']);
    await trx.run(insert, [1, 'there already']).catch(() => undefined);
  });
  await expect(failing).rejects.toThrow('ROLLBACK');
  expect(await words()).toEqual(['first', 'last']);
});

test('a connection is as good as new after a transaction that failed', async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await expect(outsideTenancy(db, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  }
  await outsideTenancy(db, async (trx) => {
    expect(await trx.one('select count(*)::integer as count from entry')).toEqual({ count: 2 });
  });
});

test('statements that are sent together are answered each for itself', async () => {
  await outsideTenancy(db, async (trx) => {
    const asked = Array.from({ length: 50 }, (_, number) => trx.one('select $1::integer as number', [number]));
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 50 }, (_, number) => ({ number })));
  });
});

test('what nobody will commit is a bug', async () => {
  const client = await db.pool.connect();
  expect(() => trxOver(client).send('select 1')).toThrow('No transaction will commit this');
  client.release();
});
