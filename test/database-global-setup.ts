import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/server/db/migrate.ts';
import { openDatabase } from '../src/server/db/open-database.ts';

export type TestServer = { owner: pg.ClientConfig; superuser: pg.ClientConfig; appPassword: string; template: string };

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the declared one.
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = 'liandu_template';

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. LIANDU_TEST_DATABASE_URL names another server. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'liandu-test-'));
  const opened = await openDatabase({ dataDirectory: directory, databaseUrl: process.env.LIANDU_TEST_DATABASE_URL });
  const superuser = await superuserOf(directory, opened.owner);
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query(`drop database if exists ${template}`);
  await client.query(`create database ${template} owner ${opened.owner.user ?? 'current_user'}`);
  await client.end();
  const owner = withDatabase(opened.owner, template);
  await migrate(owner, join(import.meta.dirname, '..', 'migrations'));
  const { app: appPassword } = JSON.parse(await readFile(join(directory, 'database.json'), 'utf8')) as { app: string };
  project.provide('testServer', plain({ owner: opened.owner, superuser, appPassword, template }));
  return async () => {
    await opened.close();
    await rm(directory, { recursive: true, force: true });
  };
}

async function superuserOf(directory: string, owner: pg.ClientConfig): Promise<pg.ClientConfig> {
  if (process.env.LIANDU_TEST_DATABASE_URL !== undefined) return owner;
  const password = (await readFile(join(directory, 'superuser-password'), 'utf8')).trim();
  return { ...owner, user: 'postgres', password, database: 'postgres' };
}

function withDatabase(config: pg.ClientConfig, database: string): pg.ClientConfig {
  if (config.connectionString === undefined) return { ...config, database };
  const url = new URL(config.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.toString() };
}

/** Provided values cross to the workers as JSON: type parsers stay behind. */
function plain(server: TestServer): TestServer {
  const strip = ({ types: _types, ...config }: pg.ClientConfig): pg.ClientConfig => config;
  return { ...server, owner: strip(server.owner), superuser: strip(server.superuser) };
}
