import { type ExecFileOptions, execFile } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { promisify } from 'node:util';

const exec = promisify(execFile);

export type OsUser = { name: string; uid: number; gid: number };

/**
 * The OS user PostgreSQL runs as. Undefined, and so the current one, unless we are root, whom PostgreSQL refuses. Then the owner of the
 * cluster that is there already; else `liandu` or `postgres` if they exist, a new system user `liandu` if one can be made, and `nobody`
 * at last.
 */
export async function usableOsUser(clusterDirectory: string): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await ownerOf(clusterDirectory);
  if (owner !== undefined) return owner;
  const found =
    (await findUser('liandu')) ?? (await findUser('postgres')) ?? (await createUser()) ?? (await findUser('nobody'));
  if (found === undefined) {
    throw new Error(
      '以 root 运行时，PostgreSQL 需要另一个系统用户。请建立用户 liandu（useradd --system liandu），或以普通用户运行。',
    );
  }
  return found;
}

async function ownerOf(directory: string): Promise<OsUser | undefined> {
  const found = await stat(directory).catch(() => undefined);
  if (found === undefined || found.uid === 0) return undefined;
  return { name: `uid ${found.uid}`, uid: found.uid, gid: found.gid };
}

async function findUser(name: string): Promise<OsUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const fields = lines.map((line) => line.split(':')).find(([user]) => user === name);
  if (fields === undefined) return undefined;
  return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function createUser(): Promise<OsUser | undefined> {
  try {
    await exec('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'liandu']);
    return await findUser('liandu');
  } catch {
    // No useradd here (a slim image); `nobody` is tried next.
    return undefined;
  }
}

/** Runs a program as that user, with an environment that says the same on every machine. */
export function asUser(user: OsUser | undefined): ExecFileOptions {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' };
  return user === undefined ? { env, cwd: '/' } : { uid: user.uid, gid: user.gid, env, cwd: '/' };
}

/**
 * Lets the user into a data directory that is closed to him, by giving it to him; but never a home directory, and never one above it.
 * A path that stays closed is refused with what would help.
 */
export async function openToUser(directory: string, user: OsUser | undefined): Promise<void> {
  if (user === undefined || (await canEnter(directory, user))) return;
  if (directory !== homedir() && directory !== '/') await chown(directory, user.uid, user.gid);
  if (await canEnter(directory, user)) return;
  throw new Error(
    `用户 ${user.name} 不能进入 ${directory}，嵌入式数据库无法启动。请将 LIANDU_DATA 设为该用户可以进入的目录（例如 /var/lib/liandu）。`,
  );
}

async function canEnter(directory: string, user: OsUser): Promise<boolean> {
  try {
    await exec('/bin/sh', ['-c', 'test -x "$0"', directory], asUser(user));
    return true;
  } catch {
    return false;
  }
}
