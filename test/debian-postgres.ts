import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asUser, usableOsUser } from '../src/server/db/os-user.ts';

const exec = promisify(execFile);
const bin = '/usr/lib/postgresql/15/bin';

/** Debian's PostgreSQL 15, where it is installed: the oldest version a customer may give us. */
export const hasDebianPostgres = existsSync(join(bin, 'postgres'));

export type GivenServer = {
  superuserUrl: string;
  urlFor: (user: string, password: string, name: string) => string;
  stop: () => Promise<void>;
};

/** Starts one with SCRAM on a free port of 127.0.0.1. */
export async function startDebianPostgres(): Promise<GivenServer> {
  const directory = await mkdtemp(join(tmpdir(), 'liandu-given-'));
  const data = join(directory, 'data');
  const passwordFile = join(directory, 'password');
  const user = await usableOsUser(data);
  await writeFile(passwordFile, 'super-secret');
  for (const path of user === undefined ? [] : [directory, passwordFile])
    await chown(path, user?.uid ?? 0, user?.gid ?? 0);
  const port = await freePort();
  await exec(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-N',
    ],
    asUser(user),
  );
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='' -c fsync=off`;
  await exec(
    join(bin, 'pg_ctl'),
    ['-D', data, '-l', join(directory, 'log'), '-w', '-o', options, 'start'],
    asUser(user),
  );
  const urlFor = (name: string, password: string, database: string): string =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: urlFor('postgres', 'super-secret', 'postgres'),
    urlFor,
    stop: async () => {
      await exec(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], asUser(user));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
