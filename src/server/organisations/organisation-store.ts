import type { Trx } from '../db/database.ts';

/** Opens the organisation's own tables to the statements of this transaction. Only commands whose rule has decided call it. */
export async function openOrganisation(trx: Trx): Promise<void> {
  await trx.run("set local app.admin = 'organisation'");
}

/** Changes of one linkage's organisation wait for each other; other linkages do not. Held until the transaction ends. */
export async function lockOrganisation(trx: Trx, cityCode: string): Promise<void> {
  await trx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`organisation:${cityCode}`]);
}

/** Makes every process read the organisation, settings and calendar of the linkage anew. */
export async function raiseVersion(trx: Trx, cityCode: string): Promise<void> {
  await trx.run('update linkage set organisation_version = organisation_version + 1 where city_code = $1', [cityCode]);
}
