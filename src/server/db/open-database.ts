import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, plainTypes, poolOf } from './database.ts';
import { startEmbedded } from './embedded.ts';

/** An open database: the application's pool, the owner's connection for migrations and verification, and how to let go of both. */
export type OpenDatabase = Database & {
  owner: pg.ClientConfig;
  /** Ends the pool and leaves the embedded server. May be called twice. */
  close: () => Promise<void>;
};

type Passwords = { owner: string; app: string };

/** Opens the given PostgreSQL, or the embedded one in the data directory, with its roles made. Migrations are the caller's. */
export async function openDatabase(config: {
  dataDirectory: string;
  databaseUrl: string | undefined;
}): Promise<OpenDatabase> {
  const passwords = await passwordsIn(config.dataDirectory);
  if (config.databaseUrl !== undefined) return openGiven(config.databaseUrl, passwords);
  const embedded = await startEmbedded(config.dataDirectory);
  try {
    await makeRoles(embedded.superuser, passwords);
    await makeDatabase(embedded.superuser);
  } catch (error) {
    await embedded.leave();
    throw error;
  }
  const owner = { ...embedded.superuser, user: 'liandu_owner', password: passwords.owner, database: 'liandu' };
  return openAs(owner, { ...owner, user: 'liandu_app', password: passwords.app }, embedded.leave);
}

/** Passwords of the two roles, made once and readable by the installation's user only. */
async function passwordsIn(dataDirectory: string): Promise<Passwords> {
  const file = join(dataDirectory, 'database.json');
  try {
    await mkdir(dataDirectory, { recursive: true });
    if (!existsSync(file)) await makePasswords(file);
    return JSON.parse(await readFile(file, 'utf8')) as Passwords;
  } catch (error) {
    throw new Error(`不能读取或建立 ${file}。请检查数据目录（LIANDU_DATA）的属主和权限，或从备份恢复该文件。`, {
      cause: error,
    });
  }
}

/** Written aside and linked: of processes that start together one makes the file, and nobody reads half of it. */
async function makePasswords(file: string): Promise<void> {
  const made: Passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(aside, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  await link(aside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside);
}

async function openGiven(url: string, passwords: Passwords): Promise<OpenDatabase> {
  const owner: pg.ClientConfig = { connectionString: url };
  const parsed = new URL(url);
  parsed.username = 'liandu_app';
  parsed.password = passwords.app;
  const app = { connectionString: parsed.toString() };
  await withClient(owner, async (client) => {
    await refuseUnusable(client);
    await makeAppRole(client, app, passwords.app);
  });
  return openAs(owner, app, async () => undefined);
}

async function refuseUnusable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; user: string }>(
    "select current_setting('server_version_num') as version, current_user as user",
  );
  const version = Number(rows[0]?.version ?? 0);
  if (version < 150_000) {
    throw new Error(`DATABASE_URL 指向 PostgreSQL ${Math.floor(version / 10_000)}，需要 15 或更高版本。`);
  }
  if (rows[0]?.user === 'liandu_app') {
    throw new Error('DATABASE_URL 应使用数据库属主（例如 liandu_owner），而不是受行级安全约束的 liandu_app。');
  }
}

/**
 * Makes the application's role, unless it is there with our password; then nothing needs to be allowed to us. A role that could bypass
 * row-level security is refused.
 */
async function makeAppRole(client: pg.Client, app: pg.ClientConfig, password: string): Promise<void> {
  if (!(await canConnect(app))) {
    try {
      await client.query(roleStatement('liandu_app', password));
    } catch (error) {
      throw new Error(
        'DATABASE_URL 的用户不能建立角色 liandu_app 或更改其口令。请由数据库管理员授予 createrole，或建立 liandu_app 并使用数据目录中 database.json 的 app 口令；多台服务器共用一个数据库时，请使用同一份 database.json。',
        { cause: error },
      );
    }
  }
  const { rowCount } = await client.query(
    "select 1 from pg_roles where rolname = 'liandu_app' and (rolsuper or rolbypassrls)",
  );
  if (rowCount !== 0) {
    throw new Error('角色 liandu_app 可以绕过行级安全。请执行：alter role liandu_app nosuperuser nobypassrls。');
  }
}

async function canConnect(config: pg.ClientConfig): Promise<boolean> {
  try {
    await withClient(config, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 no such role: both are what making the role is for.
    if (error instanceof pg.DatabaseError && (error.code === '28P01' || error.code === '28000')) return false;
    throw error;
  }
}

function openAs(owner: pg.ClientConfig, app: pg.ClientConfig, leave: () => Promise<void>): OpenDatabase {
  const pool = poolOf({ ...app, max: 20, application_name: 'liandu' });
  // An idle connection that dies (the server was restarted) is replaced at the next use; it must not end the process.
  pool.on('error', () => undefined);
  const close = async (): Promise<void> => {
    if (!pool.ended && !pool.ending) await pool.end();
    await leave();
  };
  return { pool, owner: { ...owner, types: plainTypes() }, close };
}

async function makeRoles(superuser: pg.ClientConfig, passwords: Passwords): Promise<void> {
  await withClient(superuser, async (client) => {
    await client.query(roleStatement('liandu_owner', passwords.owner));
    await client.query(roleStatement('liandu_app', passwords.app));
  });
}

function roleStatement(name: string, password: string): string {
  const secret = pg.escapeLiteral(password);
  // One process after the other: two that create the same role at once would fail on a duplicate.
  return `do $$ begin
    perform pg_advisory_xact_lock(5107002);
    if exists (select 1 from pg_roles where rolname = '${name}') then alter role ${name} login password ${secret};
    else create role ${name} login nosuperuser nobypassrls password ${secret};
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

/** One connection for the time of `work`. */
export async function withClient<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config);
  // A connection that dies between two statements says so as an event, which unheard would end the process. The next statement fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
