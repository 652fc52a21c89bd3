import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Appending, killAllAppending, startAppending } from '../../../test/appending-process.ts';
import { verifyChains } from '../ledger/verify-chains.ts';
import { trxOver } from './database.ts';
import { type OpenDatabase, openDatabase, withClient } from './open-database.ts';

let directory: string;
const opened: OpenDatabase[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'liandu-crash-'));
});
afterEach(async () => {
  killAllAppending();
  // Whoever is last stops the server, also one that a killed process left running.
  if (opened.length === 0) await open().catch(() => undefined);
  for (const database of opened.splice(0)) await database.close();
  await rm(directory, { recursive: true, force: true });
});

async function open(): Promise<OpenDatabase> {
  const database = await openDatabase({ dataDirectory: directory, databaseUrl: undefined });
  opened.push(database);
  return database;
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Every act that any of the processes was told to be on record is there, and the chains hold. */
async function expectAllAcknowledged(database: OpenDatabase, ...processes: Appending[]): Promise<void> {
  await withClient(database.owner, async (client) => {
    const { rows } = await client.query<{ tenant_id: string; acts: number; last: number }>(
      'select tenant_id, count(*) as acts, max(seq) as last from act group by tenant_id',
    );
    const present = new Map(rows.map((row) => [row.tenant_id, row]));
    for (const [tenantId, acknowledged] of processes.flatMap((process) => [...process.acknowledged])) {
      const acts = present.get(tenantId);
      expect(acts?.last).toBeGreaterThanOrEqual(acknowledged);
      expect(acts?.acts).toBe(acts?.last);
    }
    expect((await verifyChains(trxOver(client), null)).broken).toEqual([]);
  });
}

describe('after kill -9 under write load the next start has every acknowledged act', () => {
  test('of Node: the server it left behind is adopted', async () => {
    const appending = await startAppending(directory, { writers: 4 });
    await appending.more(100);
    await appending.kill();
    const orphan = await postmasterPid();
    const database = await open();
    expect(await postmasterPid()).toBe(orphan);
    await expectAllAcknowledged(database, appending);
  });

  test('of PostgreSQL: the running process starts it again and goes on', async () => {
    const appending = await startAppending(directory, { writers: 4 });
    await appending.more(100);
    process.kill(await postmasterPid(), 'SIGKILL');
    await appending.more(100);
    await appending.end();
    await expectAllAcknowledged(await open(), appending);
  });

  test('of both', async () => {
    const appending = await startAppending(directory, { writers: 4 });
    await appending.more(100);
    const pid = await postmasterPid();
    const killed = appending.kill();
    process.kill(pid, 'SIGKILL');
    await killed;
    await expectAllAcknowledged(await open(), appending);
  });
});

test('two processes that start together make one database, migrate once, and the last one stops the server', async () => {
  const [first, second] = await Promise.all([startAppending(directory), startAppending(directory)]);
  await Promise.all([first.more(20), second.more(20)]);
  expect(await first.end()).toBe(0);
  await second.more(20);
  expect(await second.end()).toBe(0);
  await expect(postmasterPid()).rejects.toThrow('ENOENT');
  const database = await open();
  await expectAllAcknowledged(database, first, second);
  const files = (await readdir(join(import.meta.dirname, '..', '..', '..', 'migrations'))).filter((name) =>
    name.endsWith('.sql'),
  );
  await withClient(database.owner, async (client) => {
    const { rows } = await client.query('select name from migration order by name');
    expect(rows.map((row) => row.name)).toEqual(files.sort());
  });
});

describe('a data directory', () => {
  test('whose postmaster.pid names a stranger is started all the same', async () => {
    await (await open()).close();
    opened.length = 0;
    const file = join(directory, 'postgres', 'postmaster.pid');
    // Our own number: alive, and not a PostgreSQL. A crash in a container leaves such a file.
    await writeFile(file, `${process.pid}\n${join(directory, 'postgres')}\n1\n5432\n/nowhere\n\n\nready\n`);
    const database = await open();
    expect(await postmasterPid()).not.toBe(process.pid);
    await database.close();
    opened.length = 0;
    await writeFile(file, '');
    await open();
  });

  test('that is moved away under a running server does not come back empty', async () => {
    const appending = await startAppending(directory);
    const away = join(directory, 'away');
    await rename(join(directory, 'postgres'), away);
    process.kill(Number((await readFile(join(away, 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await appending.kill();
    expect(await readdir(directory)).not.toContain('postgres');
    await rename(away, join(directory, 'postgres'));
    await expectAllAcknowledged(await open(), appending);
  });

  test('whose path is too long for a socket works', async () => {
    await chmod(directory, 0o755);
    const long = join(directory, 'a'.repeat(60), 'b'.repeat(60));
    const database = await openDatabase({ dataDirectory: long, databaseUrl: undefined });
    opened.push(database);
    await withClient(database.owner, (client) => client.query('select 1'));
  });

  test('where something else lies is refused', async () => {
    await mkdir(join(directory, 'postgres'));
    await writeFile(join(directory, 'postgres', 'letters.txt'), 'private');
    await expect(open()).rejects.toThrow('不是 PostgreSQL 数据目录');
  });

  test.runIf(process.getuid?.() === 0)('that the database user cannot reach is refused', async () => {
    await mkdir(join(directory, 'closed'), { mode: 0o700 });
    const inside = join(directory, 'closed', 'data');
    const opening = openDatabase({ dataDirectory: inside, databaseUrl: undefined });
    await expect(opening).rejects.toThrow(/不能进入.*LIANDU_DATA/);
  });
});

test.runIf(process.getuid?.() === 0)('an ordinary user runs everything as himself', async () => {
  const nobody = { uid: 65_534, gid: 65_534 };
  await chown(directory, nobody.uid, nobody.gid);
  const appending = await startAppending(directory, { as: nobody });
  await appending.more(20);
  expect(await appending.end()).toBe(0);
  // Root finds the cluster and serves it as its owner.
  await expectAllAcknowledged(await open(), appending);
});
