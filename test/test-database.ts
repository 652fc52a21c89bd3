import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, plainTypes, poolOf } from '../src/server/db/database.ts';

/** A database of one's own, migrated and empty: the application's pool, and the owner's for what only he may see. */
export type TestDatabase = Database & { owner: pg.Pool; ownerConfig: pg.ClientConfig; close: () => Promise<void> };

/** Copies the migrated template; `close` drops the copy. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} template ${server.template} owner ${server.owner.user ?? 'current_user'}`);
  const ownerConfig = { ...at(server.owner, name), types: plainTypes() };
  const app = at({ ...server.owner, user: 'liandu_app', password: server.appPassword }, name);
  const pool = poolOf({ ...app, max: 8 });
  const owner = new pg.Pool({ ...ownerConfig, max: 4 });
  for (const either of [pool, owner]) either.on('error', () => undefined);
  return {
    pool,
    owner,
    ownerConfig,
    close: async () => {
      await pool.end();
      await owner.end();
      await asSuperuser(`drop database if exists ${name} with (force)`);
    },
  };
}

function at(config: pg.ClientConfig, database: string): pg.ClientConfig {
  if (config.connectionString === undefined) return { ...config, database };
  const url = new URL(config.connectionString);
  url.pathname = `/${database}`;
  if (config.user !== undefined) url.username = config.user;
  if (typeof config.password === 'string') url.password = config.password;
  return { connectionString: url.toString() };
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client(inject('testServer').superuser);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
