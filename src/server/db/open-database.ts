import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, plainTypes } from './database.ts';
import { startEmbedded } from './embedded.ts';

/** An open database: the application's pool, the owner's connection for migrations and verification, and how to let go of both. */
export type OpenDatabase = Database & { owner: pg.ClientConfig; close: () => Promise<void> };

type Passwords = { owner: string; app: string };

/** Opens the given PostgreSQL, or the embedded one in the data directory, with its roles made. Migrations are the caller's. */
export async function openDatabase(config: { dataDirectory: string; databaseUrl: string | undefined }): Promise<OpenDatabase> {
  const passwords = await passwordsIn(config.dataDirectory);
  if (config.databaseUrl !== undefined) return openGiven(config.databaseUrl, passwords);
  const embedded = await startEmbedded(config.dataDirectory);
  try {
    await makeRoles(embedded.superuser, passwords);
    await makeDatabase(embedded.superuser);
    const owner = { ...embedded.superuser, user: 'liandu_owner', password: passwords.owner, database: 'liandu' };
    const opened = await openAs(owner, { ...owner, user: 'liandu_app', password: passwords.app });
    return { ...opened, close: () => opened.close().then(embedded.stop) };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Passwords of the two roles, made once and readable by the installation's user only. */
async function passwordsIn(dataDirectory: string): Promise<Passwords> {
  await mkdir(dataDirectory, { recursive: true });
  const file = join(dataDirectory, 'database.json');
  if (!existsSync(file)) {
    const made: Passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
    // 'wx': of two processes that start together one writes, and both read the same.
    await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  }
  return JSON.parse(await readFile(file, 'utf8')) as Passwords;
}

async function openGiven(url: string, passwords: Passwords): Promise<OpenDatabase> {
  const owner: pg.ClientConfig = { connectionString: url };
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const version = Number(rows[0]?.version ?? 0);
    if (version < 150_000) throw new Error(`DATABASE_URL 指向 PostgreSQL ${Math.floor(version / 10_000)}，需要 15 或更高版本。`);
    await makeAppRole(client, passwords.app);
  });
  const parsed = new URL(url);
  parsed.username = 'liandu_app';
  parsed.password = passwords.app;
  return openAs(owner, { connectionString: parsed.toString() });
}

async function makeAppRole(client: pg.Client, password: string): Promise<void> {
  try {
    await client.query(roleStatement('liandu_app', password));
  } catch (error) {
    throw new Error(
      'DATABASE_URL 的用户不能建立角色 liandu_app。请由数据库管理员执行：alter role 该用户 createrole; 或预先建立 liandu_app 并将口令写入数据目录的 database.json。',
      { cause: error },
    );
  }
}

async function openAs(owner: pg.ClientConfig, app: pg.ClientConfig): Promise<OpenDatabase> {
  const pool = new pg.Pool({ ...app, max: 20, types: plainTypes(), application_name: 'liandu' });
  // An idle connection that dies (the server was restarted) is replaced at the next use; it must not end the process.
  pool.on('error', () => undefined);
  return { pool, owner: { ...owner, types: plainTypes() }, close: () => pool.end() };
}

async function makeRoles(superuser: pg.ClientConfig, passwords: Passwords): Promise<void> {
  await withClient(superuser, async (client) => {
    await client.query(roleStatement('liandu_owner', passwords.owner));
    await client.query(roleStatement('liandu_app', passwords.app));
  });
}

function roleStatement(name: string, password: string): string {
  const secret = pg.escapeLiteral(password);
  return `do $$ begin
    perform pg_advisory_xact_lock(5107002);
    if not exists (select 1 from pg_roles where rolname = '${name}') then create role ${name} login nosuperuser nobypassrls password ${secret};
    elsif (select rolsuper from pg_roles where rolname = current_user) then alter role ${name} login password ${secret};
    end if;
  end $$`;
}

async function makeDatabase(superuser: pg.ClientConfig): Promise<void> {
  await withClient(superuser, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'liandu'");
    if (rowCount === 0) await client.query('create database liandu owner liandu_owner').catch(ignoreDuplicate);
  });
}

/** 42P04, or 23505 in a race: another process made it a moment earlier. */
function ignoreDuplicate(error: unknown): void {
  if (error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505')) return;
  throw error;
}

export async function withClient<Result>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
