import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type pg from 'pg';
import { configOf } from '../config.ts';
import { type Cluster, clusterIn, hasCluster, makePrivate } from '../db/cluster.ts';
import { startEmbedded } from '../db/embedded.ts';
import { withClient } from '../db/open-database.ts';
import {
  type Backup,
  type BackupFile,
  copyDigested,
  isBeforeWal,
  listBackups,
  type Manifest,
  segmentsBetween,
  walFolder,
  walName,
} from './backup-manifest.ts';

const exec = promisify(execFile);

/**
 * Copies the embedded database of a data directory and its key files into a new folder of `target`, while the server works; starts the
 * server for the time being if none runs. With the write-ahead log that is copied beside it, everything acknowledged before the call
 * returns can be restored. `keep`: only so many backups stay, and only the log they need.
 */
export async function backUp(dataDirectory: string, target: string, keep?: number): Promise<Backup> {
  if (!hasCluster(dataDirectory)) {
    throw new Error(`${dataDirectory} 中没有嵌入式数据库。请检查 LIANDU_DATA 是否为联督的数据目录。`);
  }
  const folder = resolve(target);
  if (folder === resolve(dataDirectory) || folder.startsWith(`${resolve(dataDirectory)}/`)) {
    throw new Error('备份目录不能在数据目录之内，最好在另一块磁盘或另一台机器上。');
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const embedded = await startEmbedded(dataDirectory);
  try {
    const cluster = await clusterIn(dataDirectory);
    const backup = await withClient(embedded.superuser, (client) => backUpRunning(client, cluster, folder));
    if (keep !== undefined) await prune(folder, cluster, backup.manifest.systemIdentifier, keep);
    return backup;
  } finally {
    await embedded.leave();
  }
}

async function backUpRunning(client: pg.Client, cluster: Cluster, target: string): Promise<Backup> {
  // The first backup begins the archive: from now on every segment is kept.
  await makePrivate(cluster.archive, cluster.user);
  const { rows } = await client.query<{ system: string; version: string; now: Date }>(
    "select system_identifier as system, current_setting('server_version') as version, now() from pg_control_system()",
  );
  const [{ system, version, now }] = rows as [{ system: string; version: string; now: Date }];
  const label = labelOf(now);
  const directory = join(target, label);
  const aside = `${directory}.part`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(join(aside, 'data'), { recursive: true, mode: 0o700 });

  try {
    await client.query('select pg_backup_start($1, true)', [label]);
    const copied = await copyTree(cluster.data, join(aside, 'data'));
    const stopped = await stopBackup(client);
    copied.files.push(...(await writeLabels(aside, stopped)), ...(await copyKeys(cluster.root, join(aside, 'keys'))));
    const wal = await copyWal(cluster, walFolder(target, system), stopped);
    const manifest: Manifest = {
      format: 1,
      label,
      postgresVersion: version,
      systemIdentifier: system,
      startedAt: now.toISOString(),
      endedAt: stopped.endedAt,
      startWal: stopped.startWal,
      stopWal: stopped.stopWal,
      ...copied,
      wal,
    };
    await writeFile(join(aside, 'manifest.json'), JSON.stringify(manifest, undefined, 1), { mode: 0o600 });
    await exec('sync', ['-f', aside]);
    await rename(aside, directory);
    return { directory, manifest };
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** `liandu-20261124T093015+0800`: local time of the Chinese office, in an order that a file list sorts. */
function labelOf(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `liandu-${local}+0800`;
}

// What PostgreSQL makes anew at every start, and its log, which comes from the archive.
const emptied = /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const leftOut =
  /(?:^|\/)(?:postmaster\.(?:pid|opts)|pg_internal\.init[^/]*|pgsql_tmp[^/]*|t\d+_\d+[^/]*|backup_label|tablespace_map)$/;

async function copyTree(data: string, target: string): Promise<{ directories: string[]; files: BackupFile[] }> {
  const directories: string[] = [];
  const files: BackupFile[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(data, path), { withFileTypes: true })) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (leftOut.test(inside) || emptied.test(inside)) continue;
      if (entry.isDirectory()) {
        directories.push(inside);
        await visit(inside);
      } else if (entry.isFile() && inside !== controlFile) {
        const copied = await copyUnlessGone(join(data, inside), join(target, inside));
        if (copied !== undefined) files.push({ path: `data/${inside}`, ...copied });
      }
    }
  };
  await visit('');
  // Last, as pg_basebackup does: it says how far the other files are.
  files.push({
    path: `data/${controlFile}`,
    ...(await copyDigested(join(data, controlFile), join(target, controlFile))),
  });
  return { directories, files };
}

const controlFile = 'global/pg_control';

/** A table that is dropped while we copy is gone; the write-ahead log drops it in the restored database too. */
async function copyUnlessGone(source: string, target: string): Promise<{ size: number; sha256: string } | undefined> {
  try {
    return await copyDigested(source, target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && !existsSync(source)) return undefined;
    throw error;
  }
}

type Stopped = { label: string; tablespaces: string; startWal: string; stopWal: string; endedAt: string };

/**
 * Ends the backup and then the segment that is being written, so that the archive holds everything acknowledged until now, not only what
 * the copied files need.
 */
async function stopBackup(client: pg.Client): Promise<Stopped> {
  const stopped = await client.query<{ label: string; tablespaces: string }>(
    'select labelfile as label, spcmapfile as tablespaces from pg_backup_stop(false)',
  );
  const [{ label, tablespaces }] = stopped.rows as [{ label: string; tablespaces: string }];
  const startWal = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label)?.[1];
  if (startWal === undefined) throw new Error(`Unexpected backup label: ${label}`);
  const ended = await client.query<{ now: Date }>('select clock_timestamp() as now');
  // The byte before: at the border of two segments, which an idle server stands at, versions differ on which of the two is meant.
  const switched = await client.query<{ wal: string }>('select pg_walfile_name(pg_switch_wal() - 1) as wal');
  // A millisecond later: our time is coarser than the server's, and must not lie before the end of the backup.
  const endedAt = new Date((ended.rows[0]?.now.getTime() ?? Number.NaN) + 1).toISOString();
  return { label, tablespaces, startWal, stopWal: switched.rows[0]?.wal ?? '', endedAt };
}

async function writeLabels(aside: string, stopped: Stopped): Promise<BackupFile[]> {
  const files = [{ path: 'data/backup_label', text: stopped.label }];
  if (stopped.tablespaces !== '') files.push({ path: 'data/tablespace_map', text: stopped.tablespaces });
  return Promise.all(
    files.map(async ({ path, text }) => {
      await writeFile(join(aside, path), text, { mode: 0o600 });
      return { path, size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Passwords and keys of the data directory, without which a restored database opens neither itself nor its second factors. */
async function copyKeys(root: string, target: string): Promise<BackupFile[]> {
  const files: BackupFile[] = [];
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (!entry.isFile() || /^postgres\.(?:log|conf)/.test(entry.name)) continue;
    files.push({
      path: `keys/${entry.name}`,
      ...(await copyDigested(join(root, entry.name), join(target, entry.name))),
    });
  }
  return files;
}

/** Brings the log beside the backups up to date, and gives the segments that this backup needs. */
async function copyWal(cluster: Cluster, target: string, stopped: Stopped): Promise<BackupFile[]> {
  const segments = segmentsBetween(stopped.startWal, stopped.stopWal).map((segment) => `${segment}.gz`);
  for (const segment of segments) await untilArchived(join(cluster.archive, segment));
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const file of await readdir(cluster.archive)) {
    if (walName(file) !== undefined) await copyWalFile(join(cluster.archive, file), join(target, file));
  }
  const pgWal = join(cluster.data, 'pg_wal');
  for (const file of await readdir(pgWal)) {
    if (/^[0-9A-F]{8}\.history$/.test(file)) await copyWalFile(join(pgWal, file), join(target, file));
  }
  return Promise.all(
    segments.map(async (path) => {
      const bytes = await readFile(join(target, path));
      return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

async function untilArchived(file: string): Promise<void> {
  const deadline = Date.now() + 600_000;
  while (!existsSync(file)) {
    if (Date.now() > deadline) {
      throw new Error(`预写日志 ${file} 没有在十分钟内归档。请检查数据目录的剩余空间和 postgres.log。`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A segment that is there stays as it is; another one under its name means that two databases write into one folder. */
async function copyWalFile(source: string, target: string): Promise<void> {
  if (existsSync(target)) {
    if ((await stat(target)).size === (await stat(source)).size) return;
    throw new Error(`${target} 与当前数据库的归档不一致：另一个恢复出来的联督也在备份到此目录。请换一个备份目录。`);
  }
  await copyDigested(source, `${target}.part`);
  await rename(`${target}.part`, target);
}

/** Keeps the newest backups of this database and the log since the oldest of them, here and in the archive. */
async function prune(target: string, cluster: Cluster, systemIdentifier: string, keep: number): Promise<void> {
  const own = (await listBackups(target)).filter(({ manifest }) => manifest.systemIdentifier === systemIdentifier);
  for (const { directory } of own.slice(0, -keep)) await rm(directory, { recursive: true });
  const oldest = own.slice(-keep)[0];
  if (oldest === undefined) return;
  for (const folder of [walFolder(target, systemIdentifier), cluster.archive]) {
    for (const file of await readdir(folder)) {
      if (isBeforeWal(file, oldest.manifest.startWal)) await rm(join(folder, file));
    }
  }
}

function keepOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const keep = Number(text);
  if (!Number.isInteger(keep) || keep < 1) throw new Error(`--keep ${text} 应为大于 0 的整数：保留最近几份备份。`);
  return keep;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
  const [target] = positionals;
  if (target === undefined) throw new Error('请给出备份目录：npm run backup -- /备份/目录 [--keep 14]');
  const keep = keepOf(values.keep);
  const config = configOf(process.env);
  if (config.databaseUrl !== undefined) {
    throw new Error(
      '数据库由 DATABASE_URL 指定，请使用该数据库服务器自己的备份工具（pg_basebackup、pgBackRest 等），并另行备份数据目录中的 database.json 和 secret.key。',
    );
  }
  const { directory, manifest } = await backUp(config.dataDirectory, target, keep);
  const megabytes = Math.ceil(manifest.files.reduce((sum, file) => sum + file.size, 0) / 1_048_576);
  console.log(`备份已完成：${directory}（${manifest.files.length} 个文件，${megabytes} MB）。`);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(`备份没有完成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
