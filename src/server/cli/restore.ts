import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { configOf } from '../config.ts';
import { type Cluster, clusterIn, makePrivate, startServer, stopServer, superuserOf } from '../db/cluster.ts';
import { withClient } from '../db/open-database.ts';
import {
  type Backup,
  type BackupFile,
  copyDigested,
  isBeforeWal,
  listBackups,
  walFolder,
  walName,
} from './backup-manifest.ts';

const exec = promisify(execFile);

export type Restored = {
  backup: Backup;
  /** The last change that the restored database knows; undefined: none came after the backup began. */
  reached: Date | undefined;
  /** The log ended before the wanted time: everything that was there is restored. */
  endedEarly: boolean;
};

/**
 * Restores the newest fitting backup of `source` into an empty data directory, then the write-ahead log beside it and in `walDirectories`
 * up to `until`, or to its end. The database is stopped at the end and on a new timeline; its archive begins with its own first backup.
 */
export async function restore(
  dataDirectory: string,
  source: string,
  options: { until?: Date; walDirectories?: readonly string[] } = {},
): Promise<Restored> {
  const root = resolve(dataDirectory);
  await refuseOccupied(root);
  const backup = chooseBackup(await listBackups(resolve(source)), source, options.until);
  try {
    const cluster = await clusterIn(root);
    await copyBackup(backup, cluster);
    const own = walFolder(resolve(source), backup.manifest.systemIdentifier);
    await gatherWal(backup, own, options.walDirectories ?? [], join(root, 'wal-restore'));
    if (cluster.user !== undefined) await giveTo(cluster);
    const recovered = await recover(cluster, options.until);
    await rm(join(root, 'wal-restore'), { recursive: true });
    return { backup, ...recovered };
  } catch (error) {
    // The directory was empty: half a restoration must not look like a database.
    for (const entry of await readdir(root).catch(() => []))
      await rm(join(root, entry), { recursive: true, force: true });
    throw error;
  }
}

async function refuseOccupied(root: string): Promise<void> {
  const entries = await readdir(root).catch(() => []);
  if (entries.length > 0) {
    throw new Error(`${root} 不是空目录。请将 LIANDU_DATA 指向一个空目录；原有数据请先移走，不要删除。`);
  }
}

function chooseBackup(backups: readonly Backup[], source: string, until: Date | undefined): Backup {
  const [first] = backups;
  if (first === undefined) throw new Error(`${source} 中没有完整的备份。`);
  const fitting = backups.filter(({ manifest }) => until === undefined || new Date(manifest.endedAt) <= until);
  const newest = fitting.at(-1);
  if (newest === undefined) {
    throw new Error(`最早的备份完成于 ${localTime(new Date(first.manifest.endedAt))}，不能恢复到更早的时间。`);
  }
  return newest;
}

async function copyBackup(backup: Backup, cluster: Cluster): Promise<void> {
  const { manifest, directory } = backup;
  await makePrivate(cluster.data, cluster.user);
  for (const path of manifest.directories) await mkdir(join(cluster.data, path), { recursive: true, mode: 0o700 });
  for (const file of manifest.files) {
    const [, area, path = ''] = /^(data|keys)\/(.+)$/.exec(file.path) ?? [];
    if (area === undefined || path.split('/').includes('..')) throw new Error(`备份清单中的路径无效：${file.path}`);
    await copyVerified(join(directory, file.path), join(area === 'data' ? cluster.data : cluster.root, path), file);
  }
}

async function copyVerified(source: string, target: string, file: BackupFile): Promise<void> {
  if (!existsSync(source)) throw new Error(`备份不完整：缺少 ${source}。请使用另一份备份。`);
  const { size, sha256 } = await copyDigested(source, target);
  if (size !== file.size || sha256 !== file.sha256) {
    throw new Error(`备份已损坏：${source} 与备份清单中的摘要不符。请使用另一份备份。`);
  }
}

/** The log from the backup's first segment on, in one folder that the database's user can read. What the backup needs is verified. */
async function gatherWal(backup: Backup, own: string, more: readonly string[], target: string): Promise<void> {
  await mkdir(target, { mode: 0o700 });
  const { wal, startWal } = backup.manifest;
  for (const file of wal) await copyVerified(join(own, file.path), join(target, file.path), file);
  for (const folder of [own, ...more]) {
    if (!existsSync(folder)) throw new Error(`预写日志目录 ${folder} 不存在。`);
    for (const file of await readdir(folder)) {
      const name = walName(file);
      if (name === undefined || isBeforeWal(name, startWal)) continue;
      if (existsSync(join(target, name)) || existsSync(join(target, `${name}.gz`))) continue;
      await cp(join(folder, file), join(target, file));
    }
  }
}

async function giveTo(cluster: Cluster): Promise<void> {
  const { uid, gid } = cluster.user ?? { uid: 0, gid: 0 };
  const places = [cluster.data, join(cluster.root, 'wal-restore'), join(cluster.root, 'superuser-password')];
  await exec('chown', ['-R', `${uid}:${gid}`, ...places]);
}

const restoreCommand = [
  'if test -f "../wal-restore/%f.gz"; then gzip -dc "../wal-restore/%f.gz" > "%p";',
  'else test -f "../wal-restore/%f" && cp "../wal-restore/%f" "%p"; fi',
].join(' ');

/** Replays until the target or the end of the log, promotes, stops. */
async function recover(
  cluster: Cluster,
  until: Date | undefined,
): Promise<{ reached: Date | undefined; endedEarly: boolean }> {
  const ownSettings = join(cluster.data, 'postgresql.auto.conf');
  const before = await readFile(ownSettings, 'utf8').catch(() => '');
  let endedEarly = false;
  const replay = async (target: Date | undefined): Promise<Date | undefined> => {
    const lines = [
      `restore_command = '${restoreCommand}'`,
      "recovery_target_action = 'promote'",
      // The backup's own: a restored database archives only from its own first backup on, so no other timeline continues this one.
      "recovery_target_timeline = 'current'",
    ];
    if (target !== undefined)
      lines.push(`recovery_target_time = '${target.toISOString().replace('T', ' ').replace('Z', '+00')}'`);
    await writeFile(ownSettings, before);
    await appendFile(ownSettings, `\n${lines.join('\n')}\n`);
    await writeFile(join(cluster.data, 'recovery.signal'), '');
    if (cluster.user !== undefined)
      await exec('chown', [
        `${cluster.user.uid}:${cluster.user.gid}`,
        ownSettings,
        join(cluster.data, 'recovery.signal'),
      ]);
    // A day: replaying the log of months is slow, and breaking it off helps nobody.
    await startServer(cluster, 86_400);
    return promoted(cluster);
  };
  const logged = await stat(cluster.log).then(
    (found) => found.size,
    () => 0,
  );
  const reached = await replay(until).catch(async (error: unknown) => {
    const said = (await readFile(cluster.log)).subarray(logged).toString('utf8');
    await stopServer(cluster);
    if (until === undefined || !said.includes('recovery ended before configured recovery target was reached'))
      throw error;
    // Nothing is on record after the wanted time, so the end of the log is what it was then, as far as anybody can know.
    endedEarly = true;
    return replay(undefined);
  });
  await stopServer(cluster);
  await writeFile(ownSettings, before);
  return { reached, endedEarly };
}

/** Waits until the database takes writes; gives the time of the last change that it replayed. */
async function promoted(cluster: Cluster): Promise<Date | undefined> {
  for (;;) {
    const { rows } = await withClient(await superuserOf(cluster), (client) =>
      client.query<{ waits: boolean; reached: Date | null }>(
        'select pg_is_in_recovery() as waits, pg_last_xact_replay_timestamp() as reached',
      ),
    );
    const [state] = rows;
    if (state !== undefined && !state.waits) return state.reached ?? undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function localTime(at: Date): string {
  return at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}

/** Without a zone the time is that of the Chinese office. */
function untilOf(text: string): Date {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}+08:00`;
  const at = new Date(zoned.replace(' ', 'T'));
  if (Number.isNaN(at.getTime())) {
    throw new Error(`--to ${text} 不是有效时间，请写成 2026-11-24T10:00:00+08:00（不写时区即为北京时间）。`);
  }
  return at;
}

async function main(): Promise<void> {
  const options = { to: { type: 'string' }, wal: { type: 'string', multiple: true } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [source] = positionals;
  if (source === undefined) {
    throw new Error('请给出备份目录：npm run restore -- /备份/目录 [--to 2026-11-24T10:00:00+08:00] [--wal 归档目录]');
  }
  const config = configOf(process.env);
  if (config.databaseUrl !== undefined)
    throw new Error('数据库由 DATABASE_URL 指定，请使用该数据库服务器自己的恢复工具。');
  const until = values.to === undefined ? {} : { until: untilOf(values.to) };
  const { backup, reached, endedEarly } = await restore(config.dataDirectory, source, {
    ...until,
    walDirectories: values.wal ?? [],
  });
  if (endedEarly) console.log('备份和归档中没有指定时间之后的记录，已恢复全部记录。');
  const last = reached ?? new Date(backup.manifest.endedAt);
  console.log(
    `已从备份 ${backup.manifest.label} 恢复到 ${config.dataDirectory}，最后一笔记录的时间为 ${localTime(last)}。`,
  );
  console.log('请运行 npm run verify 核对，随后 npm start，并尽快重新备份：预写日志的归档从新的第一份备份开始。');
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(`恢复没有完成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
