import type { CasePast } from '../../domain/procedure/as-of.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

/** Keeps what an act replaced of a case's shared facts. Runs while the projections of the linkage are shown. */
export async function insertPast(
  trx: Trx,
  of: { cityCode: string; caseId: string },
  past: readonly CasePast[],
  newId: () => string,
): Promise<void> {
  if (past.length === 0) return;
  await trx.run(
    `insert into case_past (city_code, id, case_id, tenant_id, until, facts)
     select $1, row.id, $2, row."tenantId", row.until, row.facts
     from json_to_recordset($3) as row (id uuid, "tenantId" uuid, until date, facts jsonb)`,
    [of.cityCode, of.caseId, JSON.stringify(past.map((one) => ({ ...one, id: newId() })))],
  );
}

/** There was no such case before that day. */
export function beganOn(day: PlainDateText): readonly CasePast[] {
  return [{ tenantId: null, until: day, facts: null }];
}

/** What of a case the scope may read was before, in the order in which it was replaced. */
export async function listPast(trx: Trx, cityCode: string, caseId: string): Promise<CasePast[]> {
  return trx.rows<CasePast>(
    `select tenant_id as "tenantId", until, facts from case_past where city_code = $1 and case_id = $2 order by until, id`,
    [cityCode, caseId],
  );
}
