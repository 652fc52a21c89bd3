import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await testDatabase();
  await database.owner.query('drop table migration');
  folder = await mkdtemp(join(tmpdir(), 'liandu-migrations-'));
  await write('0001-papers.sql', '-- Papers.\ncreate table paper (id integer);');
  await write('0002-more-papers.sql', '-- Two papers.\ninsert into paper values (1), (2);');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await database.close();
});

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const apply = (): Promise<string[]> => migrate(database.ownerConfig, folder);

async function rowsOf(statement: string): Promise<unknown[]> {
  return (await database.owner.query(statement)).rows;
}

test('four processes at once apply each file once, in order', async () => {
  const applied = await Promise.all([apply(), apply(), apply(), apply()]);
  expect(applied.flat()).toEqual(['0001-papers.sql', '0002-more-papers.sql']);
  expect(await rowsOf('select id from paper')).toHaveLength(2);
});

test('a later start applies only what is new', async () => {
  await apply();
  await write('0003-third-paper.sql', '-- One more.\ninsert into paper values (3);');
  expect(await apply()).toEqual(['0003-third-paper.sql']);
  expect(await apply()).toEqual([]);
});

test('a file that changed after it was applied is refused', async () => {
  await apply();
  await write('0001-papers.sql', '-- Papers.\ncreate table paper (id bigint);');
  await expect(apply()).rejects.toThrow('0001-papers.sql was changed');
});

test('a file that fails leaves nothing, names itself, and keeps the files before it', async () => {
  await write('0003-broken.sql', '-- Breaks halfway.\ninsert into paper values (3);\ninsert into nowhere values (1);');
  await write('0004-after.sql', '-- Never reached.\ninsert into paper values (4);');
  await expect(apply()).rejects.toThrow('Migration 0003-broken.sql failed: relation "nowhere" does not exist');
  expect(await rowsOf('select id from paper order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  expect(await rowsOf('select name from migration order by name')).toEqual([
    { name: '0001-papers.sql' },
    { name: '0002-more-papers.sql' },
  ]);
});

test('a file that does not say in its first line what it is for is refused before anything runs', async () => {
  await write('0003-silent.sql', 'insert into paper values (3);');
  await expect(apply()).rejects.toThrow('0003-silent.sql must say in its first line');
  expect(await rowsOf("select to_regclass('paper') as paper")).toEqual([{ paper: null }]);
});

test('every migration of the product says what it is for', async () => {
  const migrations = await readMigrations(join(import.meta.dirname, '..', '..', '..', 'migrations'));
  expect(migrations.length).toBeGreaterThan(0);
});
