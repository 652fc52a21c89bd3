import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const exec = promisify(execFile);

export type OsUser = { name: string; uid: number; gid: number };

/**
 * The OS user PostgreSQL runs as: nobody else's business unless we are root. Then `liandu` or `postgres` if they exist, a new system
 * user `liandu` if one can be made, and `nobody` at last. Undefined: the current user will do.
 */
export async function usableOsUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = (await findUser('liandu')) ?? (await findUser('postgres')) ?? (await createUser()) ?? (await findUser('nobody'));
  if (found === undefined) {
    throw new Error('以 root 运行时，PostgreSQL 需要另一个系统用户。请建立用户 liandu（useradd --system liandu），或以普通用户运行。');
  }
  return found;
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
