import { appendFile, chmod, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Appending, killAllAppending, startAppending } from '../../../test/appending-process.ts';
import { openDatabase, withClient } from '../db/open-database.ts';
import { backUp } from './backup.ts';
import { type Backup, listBackups, walFolder } from './backup-manifest.ts';
import { restore } from './restore.ts';
import { verifyDatabase } from './verify.ts';

/** One installation through its life: written to, backed up while it writes, damaged, stopped. The tests restore from it. */
let place: string;
let data: string;
let backups: string;
let first: Backup;
let acknowledgedAtFirst: Map<string, number>;
let beforeDamage: Date;
let actsBeforeDamage: number;
let actsAtTheEnd: number;
let restorations = 0;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'liandu-backup-'));
  // The database's user has to get through to the directories inside.
  await chmod(place, 0o755);
  data = join(place, 'data');
  backups = join(place, 'backups');
  const appending = await startAppending(data, { writers: 4 });
  await appending.more(50);
  const seen: { at: number; acknowledged: Map<string, number> }[] = [];
  const looking = setInterval(() => seen.push({ at: Date.now(), acknowledged: new Map(appending.acknowledged) }), 5);
  const countAtStart = appending.count();
  first = await backUp(data, backups);
  clearInterval(looking);
  const ended = new Date(first.manifest.endedAt).getTime();
  acknowledgedAtFirst = seen.findLast(({ at }) => at < ended)?.acknowledged ?? new Map();
  expect([...acknowledgedAtFirst.values()].reduce((sum, last) => sum + last, 0)).toBeGreaterThan(countAtStart);
  await appending.more(50);
  await stopped(appending);
  actsBeforeDamage = await countActs(data);
  beforeDamage = new Date();
  await onDatabase(data, 'delete from act where seq % 2 = 0');
  actsAtTheEnd = await countActs(data);
}, 60_000);
afterEach(async () => {
  for (const entry of await readdir(place))
    if (entry.startsWith('restored')) await rm(join(place, entry), { recursive: true });
});
afterAll(async () => {
  killAllAppending();
  await rm(place, { recursive: true, force: true });
});

async function stopped(appending: Appending): Promise<void> {
  expect(await appending.end()).toBe(0);
}

async function onDatabase(directory: string, statement: string): Promise<{ count?: number }[]> {
  const database = await openDatabase({ dataDirectory: directory, databaseUrl: undefined });
  try {
    return await withClient(database.owner, async (client) => (await client.query(statement)).rows);
  } finally {
    await database.close();
  }
}

async function countActs(directory: string): Promise<number> {
  const [row] = await onDatabase(directory, 'select count(*)::integer as count from act');
  return row?.count ?? -1;
}

function newDirectory(): string {
  restorations += 1;
  return join(place, `restored-${restorations}`);
}

const config = (dataDirectory: string) => ({ dataDirectory, databaseUrl: undefined, port: 0, host: '127.0.0.1' });

describe('a restored database', () => {
  test('has every act acknowledged before the backup ended, in chains that hold', async () => {
    const directory = newDirectory();
    await restore(directory, backups, { until: new Date(first.manifest.endedAt) });
    const rows = (await onDatabase(
      directory,
      'select tenant_id, max(seq)::integer as last from act group by tenant_id',
    )) as { tenant_id: string; last: number }[];
    for (const [tenantId, acknowledged] of acknowledgedAtFirst) {
      expect(rows.find((row) => row.tenant_id === tenantId)?.last).toBeGreaterThanOrEqual(acknowledged);
    }
    expect((await verifyDatabase(config(directory), null)).broken).toEqual([]);
  });

  test('has the last act when the archive of the stopped server is given', async () => {
    const directory = newDirectory();
    const { reached, endedEarly } = await restore(directory, backups, { walDirectories: [join(data, 'wal-archive')] });
    expect(await countActs(directory)).toBe(actsAtTheEnd);
    expect(endedEarly).toBe(false);
    expect(reached?.getTime()).toBeGreaterThan(beforeDamage.getTime());
  });

  test('is as it was at a point in time before a mass deletion', async () => {
    const directory = newDirectory();
    const walDirectories = [join(data, 'wal-archive')];
    const { reached, endedEarly } = await restore(directory, backups, { until: beforeDamage, walDirectories });
    expect(await countActs(directory)).toBe(actsBeforeDamage);
    expect(endedEarly).toBe(false);
    expect(reached?.getTime()).toBeLessThanOrEqual(beforeDamage.getTime());
    expect((await verifyDatabase(config(directory), null)).broken).toEqual([]);
  });

  test('has all there is when the log ends before the wanted time, and says so', async () => {
    const directory = newDirectory();
    const until = new Date(Date.now() + 3_600_000);
    const { endedEarly } = await restore(directory, backups, { until, walDirectories: [join(data, 'wal-archive')] });
    expect(endedEarly).toBe(true);
    expect(await countActs(directory)).toBe(actsAtTheEnd);
  });

  test('has every acknowledged act of a server that was killed, from its archive and the log it had not archived yet', async () => {
    const crashed = join(place, 'crashed');
    const appending = await startAppending(crashed, { writers: 2 });
    await backUp(crashed, join(place, 'other-backups'));
    await appending.more(200);
    const pid = Number((await readFile(join(crashed, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const killed = appending.kill();
    process.kill(pid, 'SIGKILL');
    await killed;
    const directory = newDirectory();
    await restore(directory, join(place, 'other-backups'), {
      walDirectories: [join(crashed, 'wal-archive'), join(crashed, 'postgres', 'pg_wal')],
    });
    const acknowledged = [...appending.acknowledged.values()].reduce((sum, last) => sum + last, 0);
    expect(await countActs(directory)).toBeGreaterThanOrEqual(acknowledged);
    expect((await verifyDatabase(config(directory), null)).broken).toEqual([]);
  });

  test('keeps its keys to its user, and can be backed up into the same folder', async () => {
    const directory = newDirectory();
    await restore(directory, backups);
    for (const file of ['superuser-password', 'database.json']) {
      expect((await stat(join(directory, file))).mode & 0o077).toBe(0);
    }
    const second = await backUp(directory, backups);
    const again = newDirectory();
    await restore(again, backups);
    expect(second.manifest.systemIdentifier).toBe(first.manifest.systemIdentifier);
    expect(await countActs(again)).toBe(await countActs(directory));
    await rm(second.directory, { recursive: true });
  });
});

test('a data directory that was moved works where it is now, and is archived there', async () => {
  const here = newDirectory();
  await restore(here, backups);
  await backUp(here, join(place, 'moved-backups'));
  const moved = join(place, 'restored-and-moved');
  await rename(here, moved);
  await backUp(moved, join(place, 'moved-backups'));
  expect((await verifyDatabase(config(moved), null)).broken).toEqual([]);
});

describe('a restoration is refused', () => {
  test('into a directory that is not empty', async () => {
    await expect(restore(data, backups)).rejects.toThrow('不是空目录');
  });

  test('from a folder without a backup', async () => {
    await expect(restore(newDirectory(), join(place, 'nowhere'))).rejects.toThrow('没有完整的备份');
  });

  test('to a time before the first backup', async () => {
    const until = new Date(new Date(first.manifest.endedAt).getTime() - 1);
    await expect(restore(newDirectory(), backups, { until })).rejects.toThrow('不能恢复到更早的时间');
  });

  test('from a damaged backup, and leaves nothing behind', async () => {
    const second = await backUp(data, backups);
    await appendFile(join(second.directory, 'data', 'PG_VERSION'), 'x');
    const directory = newDirectory();
    await expect(restore(directory, backups)).rejects.toThrow(/备份已损坏.*PG_VERSION/);
    expect(await readdir(directory)).toEqual([]);
    await rm(second.directory, { recursive: true });
  });
});

test('a backup inside the data directory, or of nothing, is refused', async () => {
  await expect(backUp(data, join(data, 'backups'))).rejects.toThrow('不能在数据目录之内');
  await expect(backUp(join(place, 'nowhere'), backups)).rejects.toThrow('没有嵌入式数据库');
});

test('keeping one backup removes the older ones and the log that only they needed', async () => {
  const last = await backUp(data, backups, 1);
  const left = await listBackups(backups);
  expect(left.map(({ directory }) => directory)).toEqual([last.directory]);
  for (const folder of [walFolder(backups, last.manifest.systemIdentifier), join(data, 'wal-archive')]) {
    const segments = (await readdir(folder)).filter((file) => /^[0-9A-F]{24}\.gz$/.test(file)).sort();
    expect(segments[0]).toBe(`${last.manifest.startWal}.gz`);
  }
  const directory = newDirectory();
  await restore(directory, backups);
  expect(await countActs(directory)).toBe(actsAtTheEnd);
});
