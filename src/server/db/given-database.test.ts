import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GivenServer, hasDebianPostgres, startDebianPostgres } from '../../../test/debian-postgres.ts';
import { configOf } from '../config.ts';
import { startJobs } from '../jobs/boss.ts';
import { inScope, outsideTenancy, type Scope } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase, withClient } from './open-database.ts';
import { uuidv7 } from './uuid.ts';

const migrations = join(import.meta.dirname, '..', '..', '..', 'migrations');
const tenantId = uuidv7();
const scope: Scope = {
  cityCode: '510700',
  tenantId,
  bodyId: tenantId,
  level: 'city',
  kind: 'body',
  personId: uuidv7(),
};

/** Runs only where Debian's PostgreSQL 15 is installed; the reason stands in the name of a skipped run. */
describe.runIf(hasDebianPostgres)('a given PostgreSQL 15 (needs /usr/lib/postgresql/15)', () => {
  let server: GivenServer;
  let directory: string;
  let url: string;

  beforeAll(async () => {
    server = await startDebianPostgres();
    directory = await mkdtemp(join(tmpdir(), 'liandu-given-data-'));
    await withClient({ connectionString: server.superuserUrl }, async (client) => {
      await client.query("create role liandu_owner login createrole password 'owner-secret'");
      await client.query('create database liandu owner liandu_owner');
    });
    url = server.urlFor('liandu_owner', 'owner-secret', 'liandu');
    const database = await openDatabase({ dataDirectory: directory, databaseUrl: url });
    await migrate(database.owner, migrations);
    await withClient(database.owner, async (client) => {
      await client.query("insert into linkage (city_code, name, short_name) values ('510700', '绵阳市', '绵阳')");
      await client.query(
        `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id)
         values ('510700', $1, 'body', 'city', '510700', '绵阳市人大常委会', '绵阳', $1)`,
        [tenantId],
      );
    });
    await database.close();
  });
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  const open = (dataDirectory = directory) => openDatabase({ dataDirectory, databaseUrl: url });

  test('takes every migration, once', async () => {
    const database = await open();
    expect(await migrate(database.owner, migrations)).toEqual([]);
    await database.close();
  });

  test('shows a scope its own linkage and nothing of another, and nobody anything', async () => {
    const database = await open();
    const names = (eyes: Scope) => inScope(database, eyes, (trx) => trx.rows('select name from tenant'));
    expect(await names(scope)).toEqual([{ name: '绵阳市人大常委会' }]);
    expect(await names({ ...scope, cityCode: '510600' })).toEqual([]);
    expect(await outsideTenancy(database, (trx) => trx.rows('select name from tenant'))).toEqual([]);
    await expect(inScope(database, scope, (trx) => trx.run('delete from act'))).rejects.toThrow('permission denied');
    await database.close();
  });

  test('works jobs', async () => {
    const database = await open();
    const worked: unknown[] = [];
    const jobs = await startJobs({
      owner: database.owner,
      jobs: { remember: { work: async (data) => void worked.push(data) } },
      log: { warn: () => undefined, error: () => undefined },
      pollingSeconds: 0.5,
    });
    await outsideTenancy(database, (trx) => jobs.enqueue(trx, 'remember', { topicId: 'a' }));
    await expect.poll(() => worked, { timeout: 10_000 }).toEqual([{ topicId: 'a' }]);
    await jobs.stop();
    await database.close();
  });

  test('gives a second installation its role only when the owner may, and says what is missing', async () => {
    const other = await mkdtemp(join(tmpdir(), 'liandu-given-other-'));
    const asSuperuser = (statement: string) =>
      withClient({ connectionString: server.superuserUrl }, (client) => client.query(statement));
    await asSuperuser('alter role liandu_owner nocreaterole');
    await expect(open(other)).rejects.toThrow('不能建立角色 liandu_app');
    // The first installation still has the password, and needs no right to make roles.
    await (await open()).close();
    await asSuperuser('alter role liandu_owner createrole');
    await (await open(other)).close();
    await rm(other, { recursive: true });
  });

  test('is refused as liandu_app, and with a liandu_app that could bypass row-level security', async () => {
    await withClient({ connectionString: server.superuserUrl }, async (client) => {
      await client.query("create role careless login superuser password 'careless-secret'");
      await client.query('alter role liandu_app bypassrls');
    });
    const careless = server.urlFor('careless', 'careless-secret', 'liandu');
    const opening = openDatabase({ dataDirectory: directory, databaseUrl: careless });
    await expect(opening).rejects.toThrow('可以绕过行级安全');
    await withClient({ connectionString: server.superuserUrl }, (client) =>
      client.query("alter role liandu_app nobypassrls password 'app-secret'"),
    );
    const asApp = server.urlFor('liandu_app', 'app-secret', 'liandu');
    await expect(openDatabase({ dataDirectory: directory, databaseUrl: asApp })).rejects.toThrow('应使用数据库属主');
  });
});

test('a DATABASE_URL that is none is refused before anything is asked of it', () => {
  expect(() => configOf({ DATABASE_URL: 'mysql://localhost/liandu' })).toThrow('postgres://');
});
