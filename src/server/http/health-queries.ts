import { type Database, outsideTenancy } from '../db/database.ts';

/** Whether every named migration is applied; throws when the database does not answer. */
export async function isMigrated(database: Database, names: readonly string[]): Promise<boolean> {
  const { missing } = await outsideTenancy(database, (trx) =>
    trx.one<{ missing: number }>(
      'select count(*) as missing from unnest($1::text[]) as known (name) where not exists (select 1 from migration where migration.name = known.name)',
      [names],
    ),
  );
  return missing === 0;
}
