import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { usableBinaries } from './binaries.ts';
import { asUser, type OsUser, openToUser, usableOsUser } from './os-user.ts';

const exec = promisify(execFile);

/** Where one embedded PostgreSQL lives: everything lies in `root`, the data directory of the installation. */
export type Cluster = {
  root: string;
  data: string;
  log: string;
  archive: string;
  socket: string;
  bin: string;
  user: OsUser | undefined;
};

/** Linux allows 107 bytes for a socket's path; the file name takes 14 of them. */
const longestSocketDirectory = 88;

/** Whether an embedded cluster has been made in this data directory. */
export function hasCluster(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, 'postgres', 'PG_VERSION'));
}

/** Finds, and where missing makes, the place of the embedded cluster; says in Chinese why a directory cannot be one. */
export async function clusterIn(dataDirectory: string): Promise<Cluster> {
  const root = resolve(dataDirectory);
  await mkdir(root, { recursive: true }).catch(explainClosed(root));
  const data = join(root, 'postgres');
  const user = await usableOsUser(data);
  await openToUser(root, user);
  if (existsSync(data) && !hasCluster(root)) {
    throw new Error(`${data} 已存在，但不是 PostgreSQL 数据目录。请将 LIANDU_DATA 指向空目录或原有的数据目录。`);
  }
  return {
    root,
    data,
    log: join(root, 'postgres.log'),
    archive: join(root, 'wal-archive'),
    socket: await socketDirectory(root, user).catch(explainClosed(root)),
    bin: await usableBinaries(root, user),
    user,
  };
}

function explainClosed(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code !== 'EACCES' && error.code !== 'EPERM' && error.code !== 'EROFS') throw error;
    throw new Error(`当前用户不能写入 ${path}。请将 LIANDU_DATA 设为可写的目录，或更改其属主。`, { cause: error });
  };
}

/** The socket lives in the data directory; where that path is too long for a socket, in a private directory of the temp folder. */
async function socketDirectory(root: string, user: OsUser | undefined): Promise<string> {
  const inside = join(root, 'run');
  const { ino, dev } = await stat(root);
  const short = Buffer.byteLength(inside) <= longestSocketDirectory;
  const path = short ? inside : join(tmpdir(), `liandu-${dev.toString(36)}-${ino.toString(36)}`);
  await makePrivate(path, user);
  const made = await lstat(path);
  // The temp folder is everybody's: what another user put there is not ours to trust.
  if (!made.isDirectory() || made.uid !== (user?.uid ?? process.getuid?.())) {
    throw new Error(`${path} 属于其他用户，不能用作数据库的套接字目录。请删除它后重新启动。`);
  }
  return path;
}

/** A directory of the database's user alone. */
export async function makePrivate(path: string, user: OsUser | undefined): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made !== undefined && user !== undefined) await chown(path, user.uid, user.gid);
}

/** initdb with SCRAM for everybody, a random superuser password, Chinese-capable C.UTF-8. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const passwordFile = join(cluster.root, 'superuser-password');
  if (!existsSync(passwordFile)) await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (cluster.user !== undefined) await chown(passwordFile, cluster.user.uid, cluster.user.gid);
  // Made aside and renamed: a process killed in the middle leaves nothing that looks like a cluster.
  const aside = `${cluster.data}.new`;
  await rm(aside, { recursive: true, force: true });
  await makePrivate(aside, cluster.user);
  const options = [
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  await exec(join(cluster.bin, 'initdb'), ['-D', aside, ...options], asUser(cluster.user));
  await appendFile(join(aside, 'postgresql.conf'), "\ninclude_if_exists = '../postgres.conf'\n");
  await rename(aside, cluster.data);
}

// Paths are relative to the cluster, where PostgreSQL runs the command: a data directory may be moved. Archiving begins with the first
// backup, which makes the folder; without a backup to start from the archive would be of no use. A segment appears under its name only
// when it is whole and on disk, and is never overwritten; one that is there already (a crash came before the server noted it) must be
// the same. Compressed, because every segment is 16 MB however little happened.
const archived = '../wal-archive/%f';
const archiveCommand = [
  'test ! -d ../wal-archive ||',
  `if test -f "${archived}.gz"; then gzip -dc "${archived}.gz" | cmp -s - "%p";`,
  `else gzip -1 -n < "%p" > "${archived}.part" && sync "${archived}.part" && mv "${archived}.part" "${archived}.gz"; fi`,
].join(' ');

const settings = `# Written by Liandu at every start. Your own settings belong into postgres/postgresql.auto.conf (alter system), which wins.
listen_addresses = ''
max_connections = 60
shared_buffers = 128MB
wal_level = replica
max_wal_size = 512MB
archive_mode = on
archive_command = '${archiveCommand.replaceAll("'", "''")}'
archive_timeout = 300
timezone = 'Asia/Shanghai'
log_timezone = 'Asia/Shanghai'
jit = off
`;

const largestLog = 20 * 1024 * 1024;

/** Starts the server and waits until it answers. It runs in a session of its own: Ctrl-C reaches Node first, and Node stops it in order. */
export async function startServer(cluster: Cluster, patienceSeconds = 120): Promise<void> {
  await writeFile(join(cluster.root, 'postgres.conf'), settings);
  await chmod(join(cluster.root, 'postgres.conf'), 0o644);
  await prepareLog(cluster);
  const options = [
    '-D',
    cluster.data,
    '-l',
    cluster.log,
    '-w',
    '-t',
    String(patienceSeconds),
    '-o',
    `-k "${cluster.socket}"`,
    'start',
  ];
  for (let attempt = 1; ; attempt += 1) {
    await removeStaleLocks(cluster);
    const before = (await stat(cluster.log)).size;
    try {
      await exec(join(cluster.bin, 'pg_ctl'), options, asUser(cluster.user));
      return;
    } catch (error) {
      const said = (await readFile(cluster.log)).subarray(before).toString('utf8');
      // Backends of a killed postmaster take a moment to notice; until then they hold its shared memory and its locks.
      if (attempt < 50 && /pre-existing shared memory block|lock file .* already exists/.test(said)) {
        await new Promise((wait) => setTimeout(wait, 100));
        continue;
      }
      throw new Error(`嵌入式数据库没有启动。${cluster.log} 的末尾：\n${lastLines(said)}`, { cause: error });
    }
  }
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-8).join('\n');
}

async function prepareLog(cluster: Cluster): Promise<void> {
  const size = await stat(cluster.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await rename(cluster.log, `${cluster.log}.1`);
  const log = await open(cluster.log, 'a', 0o600);
  if (cluster.user !== undefined) await log.chown(cluster.user.uid, cluster.user.gid);
  await log.close();
}

/**
 * A crash leaves postmaster.pid and the socket's lock behind. PostgreSQL sees through that when the process is gone, but not when its
 * number is worn by a stranger, or by a zombie that nobody reaps (both usual in containers), or the file is empty. They are removed only
 * when no process works in the cluster any more.
 */
async function removeStaleLocks(cluster: Cluster): Promise<void> {
  for (const entry of await readdir('/proc')) {
    if (/^\d+$/.test(entry) && (await worksIn(cluster, Number(entry)))) return;
  }
  await rm(join(cluster.data, 'postmaster.pid'), { force: true });
  await rm(join(cluster.socket, '.s.PGSQL.5432.lock'), { force: true });
}

/** The process that serves this cluster; its working directory proves that it is not a stranger with the same number. */
export async function serverPid(cluster: Cluster): Promise<number | undefined> {
  const pid = await recordedPid(cluster);
  return pid !== undefined && (await worksIn(cluster, pid)) ? pid : undefined;
}

async function recordedPid(cluster: Cluster): Promise<number | undefined> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

async function worksIn(cluster: Cluster, pid: number): Promise<boolean> {
  const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return workingDirectory === (await realpath(cluster.data));
}

/** How the superuser reaches the running server. Line 5 of postmaster.pid: it may have been started with another socket directory. */
export async function superuserOf(cluster: Cluster): Promise<pg.ClientConfig> {
  const password = (await readFile(join(cluster.root, 'superuser-password'), 'utf8')).trim();
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return { host: lines[4]?.trim() || cluster.socket, port: 5432, user: 'postgres', password, database: 'postgres' };
}

/** Stops in order: transactions in progress are rolled back, what was acknowledged is on disk. One that stops by itself is no error. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if ((await serverPid(cluster)) === undefined) return;
  const options = ['-D', cluster.data, '-m', 'fast', '-w', '-t', '60', 'stop'];
  try {
    await exec(join(cluster.bin, 'pg_ctl'), options, asUser(cluster.user));
  } catch (error) {
    if ((await serverPid(cluster)) !== undefined) throw error;
  }
  if (!cluster.socket.startsWith(cluster.root)) await rm(cluster.socket, { recursive: true, force: true });
}
