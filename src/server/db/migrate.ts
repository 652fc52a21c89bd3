import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Any fixed number: the lock under which one process migrates while others wait. */
const migrationLock = 5_107_001;

type Migration = { name: string; text: string; digest: string };

/** Migrations of the folder in order of their numbers; each says in its first line what it is for. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      if (!text.startsWith('-- '))
        throw new Error(`Migration ${name} must say in its first line what it is for ("-- …").`);
      return { name, text, digest: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Applies what is missing, each file in a transaction of its own, as the owner. Processes that start together wait for one another and
 * every file runs once. A file that changed after it was applied is refused: forward only. Gives the names that were applied now.
 */
export async function migrate(owner: pg.ClientConfig, folder: string): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration');
    const applied = new Map(rows.map((row) => [row.name, row.digest]));
    const now: string[] = [];
    for (const migration of await readMigrations(folder)) {
      if (isApplied(migration, applied)) continue;
      await applyOne(client, migration);
      now.push(migration.name);
    }
    return now;
  } finally {
    await client.end();
  }
}

function isApplied(migration: Migration, applied: ReadonlyMap<string, string>): boolean {
  const digest = applied.get(migration.name);
  if (digest !== undefined && digest !== migration.digest) {
    throw new Error(
      `Migration ${migration.name} was changed after it had been applied. Write a new migration instead.`,
    );
  }
  return digest !== undefined;
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.text);
    await client.query('insert into migration (name, digest) values ($1, $2)', [migration.name, migration.digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
