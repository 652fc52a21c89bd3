import pg from 'pg';
import type { PlantedRow } from './one-row-each.ts';
import type { TestTenant } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';
import type { WorkingLinkage } from './working-linkage.ts';

/** Settings of a transaction (`app.city` …) by name: whose eyes the database lends. None at all is nobody. */
export type Settings = Readonly<Record<string, string>>;

/** The columns of the table: a scope for each sort of tenant, and what commands open inside one. */
export function scopesOf(linkage: WorkingLinkage, away: TestTenant): Readonly<Record<string, Settings>> {
  const personId = linkage.people.clerk.personId;
  const of = (tenant: TestTenant, more: Settings = {}): Settings => ({
    city: tenant.cityCode,
    tenant: tenant.id,
    body: tenant.bodyId,
    level: tenant.level,
    kind: tenant.kind,
    person: personId,
    ...more,
  });
  return {
    nobody: {},
    own: of(linkage.county),
    county: of(linkage.otherCounty),
    city: of(linkage.city),
    ownorg: of(linkage.countyGovernment),
    organ: of(linkage.government),
    other: of(linkage.otherGovernment),
    party: of(linkage.party),
    away: of(away),
    organis: of(linkage.city, { admin: 'organisation' }),
    accts: of(linkage.city, { admin: 'accounts' }),
    acctsB: of(linkage.otherCounty, { admin: 'accounts' }),
    audit: of(linkage.city, { admin: 'audit' }),
    project: of(linkage.otherCounty, { projection: 'on' }),
  };
}

/** What a scope may do with a row: letters of select, insert (the same row again), update, delete; a dash where the database says no. */
export async function rightsOn(db: TestDatabase, settings: Settings, { table, row }: PlantedRow): Promise<string> {
  const statements = await statementsFor(db, table, Object.keys(row));
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) {
      await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    }
    let rights = '';
    for (const [letter, statement] of Object.entries(statements)) {
      const allowed = statement !== undefined && (await isAllowed(client, statement, JSON.stringify(row)));
      rights += allowed ? letter : '-';
    }
    return rights;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function statementsFor(db: TestDatabase, table: string, columns: readonly string[]) {
  const { rows } = await db.owner.query<{ key: string[]; updatable: string | null }>(
    `select array_agg(attname::text) as key,
       (select min(attname) from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and has_column_privilege('liandu_app', attrelid, attnum, 'update')) as updatable
     from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey) where indrelid = $1::regclass and indisprimary`,
    [table],
  );
  const [found] = rows;
  if (found === undefined) throw new Error(`The table ${table} has no primary key.`);
  const given = `jsonb_populate_record(null::${table}, $1) as given`;
  const same = found.key.map((column) => `mine.${column} = given.${column}`).join(' and ');
  const { updatable } = found;
  return {
    s: `select 1 from ${table} mine, ${given} where ${same}`,
    i: `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from ${given}`,
    u:
      updatable === null
        ? undefined
        : `update ${table} mine set ${updatable} = mine.${updatable} from ${given} where ${same}`,
    d: `delete from ${table} mine using ${given} where ${same}`,
  };
}

/** Row-level security speaks before constraints do, so a violated constraint is a permission that was given. */
async function isAllowed(client: pg.ClientBase, statement: string, row: string): Promise<boolean> {
  await client.query('savepoint attempt');
  try {
    return ((await client.query(statement, [row])).rowCount ?? 0) > 0;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (error.code === '42501') return false;
    if (error.code?.startsWith('23') === true) return true;
    throw error;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

export type FoundTable = {
  name: string;
  /** Holds something of a linkage, a tenant or an account. */
  isSomebodys: boolean;
  isSecured: boolean;
  /** Whether any statement at all is granted to the application. */
  isGranted: boolean;
  /** UPDATE, DELETE or TRUNCATE, of the table or of a column. */
  isChangeable: boolean;
  isTruncatable: boolean;
  /** Policies that ask for no setting of the transaction. */
  openPolicies: string[];
};

/** Every table there is outside PostgreSQL's own schemas, from its catalogue. */
export async function tablesOf(db: TestDatabase): Promise<readonly FoundTable[]> {
  const { rows } = await db.owner.query<FoundTable>(
    `select relname as name, relrowsecurity as "isSecured",
       exists (select 1 from pg_attribute where attrelid = pg_class.oid and not attisdropped
         and attname in ('city_code', 'tenant_id', 'account_id', 'body_id')) as "isSomebodys",
       has_any_column_privilege('liandu_app', pg_class.oid, 'select, insert, update')
         or has_table_privilege('liandu_app', pg_class.oid, 'delete') as "isGranted",
       has_any_column_privilege('liandu_app', pg_class.oid, 'update')
         or has_table_privilege('liandu_app', pg_class.oid, 'delete, truncate') as "isChangeable",
       has_table_privilege('liandu_app', pg_class.oid, 'truncate, references, trigger') as "isTruncatable",
       array(select polname::text from pg_policy where polrelid = pg_class.oid
         and (coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')) not like '%current_setting%'
         order by 1) as "openPolicies"
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'p', 'f') and nspname not in ('pg_catalog', 'information_schema') order by relname`,
  );
  return rows;
}
