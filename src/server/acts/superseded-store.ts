import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

export type SupersededRow = {
  id: string;
  tenantId: string;
  stepKey: string;
  oldDue: PlainDateText | null;
  newDue: PlainDateText | null;
};

/** Keeps the dates that a move replaced, with the reason. Runs while the projections of the linkage are shown. */
export async function insertSuperseded(
  trx: Trx,
  cityCode: string,
  caseId: string,
  reason: string,
  rows: readonly SupersededRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx.run(
    `insert into superseded_date (city_code, id, case_id, tenant_id, step_key, old_due, new_due, reason)
     select $1, row.id, $2, row."tenantId", row."stepKey", row."oldDue", row."newDue", $3
     from json_to_recordset($4) as row (id uuid, "tenantId" uuid, "stepKey" text, "oldDue" date, "newDue" date)`,
    [cityCode, caseId, reason, JSON.stringify(rows)],
  );
}
