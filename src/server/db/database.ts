import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Level, TenantKind } from '../../domain/organisation/tenant.ts';
import { bundlingSocket } from './bundling-socket.ts';

/** A transaction, or a single connection, as stores and queries see it: SQL as SQL, values apart, rows out. */
export type Trx = {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Exactly one row; anything else is a bug. */
  one<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row>;
  /** One row or none; more is a bug. */
  maybe<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row | undefined>;
  /** How many rows the statement touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
  /** A statement whose answer nobody waits for: it is carried out in its turn, and the transaction fails if it does. */
  send(text: string, values?: readonly unknown[]): void;
};

/** The pool of the application role, which owns nothing and cannot bypass row-level security. */
export type Database = { pool: pg.Pool };

/** Whose eyes the database lends: an actor is one. `admin` opens the organisation's own tables to an administration command. */
export type Scope = {
  cityCode: string;
  tenantId: string;
  bodyId: string;
  level: Level;
  kind: TenantKind;
  personId: string;
  admin?: 'organisation' | 'accounts';
};

const names = new Map<string, string>();

/** Every distinct text is a prepared statement of its own; the name is derived, so that all connections agree on it. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `q${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** `sent` gathers the statements whose answers are waited for before the commit; without a transaction there are none. */
export function trxOver(client: pg.ClientBase, sent?: Promise<unknown>[]): Trx {
  const query = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    client.query<Row>({ name: nameOf(text), text, values: [...values] });
  return {
    rows: async <Row extends object>(text: string, values?: readonly unknown[]) =>
      (await query<Row>(text, values)).rows,
    one: async <Row extends object>(text: string, values?: readonly unknown[]) => {
      const { rows } = await query<Row>(text, values);
      const [row] = rows;
      if (row === undefined || rows.length > 1)
        throw new Error(`Expected one row, got ${rows.length}: ${text.slice(0, 200)}`);
      return row;
    },
    maybe: async <Row extends object>(text: string, values?: readonly unknown[]) => {
      const { rows } = await query<Row>(text, values);
      if (rows.length > 1) throw new Error(`Expected at most one row, got ${rows.length}: ${text.slice(0, 200)}`);
      return rows[0];
    },
    run: async (text, values) => (await query(text, values)).rowCount ?? 0,
    send: (text, values) => {
      if (sent === undefined) throw new Error(`No transaction will commit this: ${text.slice(0, 200)}`);
      sent.push(told(query(text, values)));
    },
  };
}

/**
 * The pool of the application. Statements that do not wait for each other's answers travel together (`begin` with the first, those that are
 * only sent with the next): the server carries them out in their order, and whatever follows a failed one in its transaction fails too.
 */
export function poolOf(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool({ ...config, types: plainTypes(), pipeline: true, stream: bundlingSocket });
}

/**
 * Runs `work` in one transaction in the eyes of `scope`: begin and all settings travel as one message, and are gone with the
 * transaction. A transaction that lost against another (40001, 40P01) is run again, three times at most.
 */
export async function inScope<Result>(
  database: Database,
  scope: Scope,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return transaction(database, beginFor(scope), work);
}

/** A transaction in nobody's eyes: sign-in tables and registries, no tenant's row. */
export async function outsideTenancy<Result>(database: Database, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  return transaction(database, 'begin', work);
}

/** One connection for a single statement that stands alone: it needs no begin and no commit. */
export async function withoutTransaction<Result>(
  database: Database,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect();
  try {
    return await work(trxOver(client));
  } finally {
    client.release();
  }
}

function beginFor(scope: Scope): string {
  const settings = {
    city: scope.cityCode,
    tenant: scope.tenantId,
    body: scope.bodyId,
    level: scope.level,
    kind: scope.kind,
    person: scope.personId,
    admin: scope.admin ?? '',
  };
  const sets = Object.entries(settings).map(([key, value]) => `set local app.${key} = ${pg.escapeLiteral(value)}`);
  // Citus hands settings on to its workers only when asked; plain PostgreSQL ignores the unknown name.
  return ['begin', "set local citus.propagate_set_commands = 'local'", ...sets].join('; ');
}

const retryable = new Set(['40001', '40P01']);

async function transaction<Result>(
  database: Database,
  begin: string,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(database, begin, work);
    } catch (error) {
      if (attempt < 3 && error instanceof pg.DatabaseError && retryable.has(error.code ?? '')) continue;
      throw error;
    }
  }
}

async function attemptOnce<Result>(
  database: Database,
  begin: string,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two statements says so as an event, which unheard would end the process. The next statement fails.
  client.on('error', ignore);
  const sent: Promise<unknown>[] = [told(client.query(begin))];
  try {
    const result = await work(trxOver(client, sent));
    const committed = told(client.query('commit'));
    await Promise.all(sent);
    // A transaction in which something had failed is rolled back by its commit, without an error.
    const { command } = await committed;
    if (command !== 'COMMIT') throw new Error(`The transaction ended with ${command}.`);
    return result;
  } catch (error) {
    // Whatever follows a failed statement fails for that reason alone: the first is the one to tell.
    const failed = (await Promise.allSettled(sent)).find((answer) => answer.status === 'rejected');
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw failed?.reason ?? error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** What went wrong is told where it is waited for. */
function told<Answer>(asked: Promise<Answer>): Promise<Answer> {
  asked.catch(ignore);
  return asked;
}

const ignore = (): void => undefined;

/** Plain values at the boundary: days as 'YYYY-MM-DD', instants as ISO text with Z, counts as numbers. */
export function plainTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).toISOString());
  types.setTypeParser(pg.types.builtins.INT8, parseCount);
  return types;
}

function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}
