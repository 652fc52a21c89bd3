import type { Trx } from '../db/database.ts';

export type StoredReminder = {
  caseId: string;
  caseName: string;
  tenantId: string;
  tenantName: string;
  stepKey: string;
  title: string;
  clause: string;
  due: string | null;
  fromTenantId: string;
  fromName: string;
  byName: string;
  at: string;
};
export type NewReminder = Omit<StoredReminder, 'caseName' | 'tenantName'> & {
  cityCode: string;
  byPersonId: string;
  remindedOn: string;
};

/** Writes the reminder; false when that step has been reminded of on that day already. */
export async function insertReminder(trx: Trx, row: NewReminder): Promise<boolean> {
  const written = await trx.run(
    `insert into reminder (city_code, case_id, tenant_id, step_key, reminded_on, from_tenant_id, from_name, by_person_id, by_name, title,
       clause, due, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (city_code, case_id, tenant_id, step_key, reminded_on) do nothing`,
    [
      row.cityCode,
      row.caseId,
      row.tenantId,
      row.stepKey,
      row.remindedOn,
      row.fromTenantId,
      row.fromName,
      row.byPersonId,
      row.byName,
      row.title,
      row.clause,
      row.due,
      row.at,
    ],
  );
  return written === 1;
}

/** Reminders that the tenant sent or got, newest first; of one case, or of all. */
export async function listReminderRows(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
  { caseId, limit }: { caseId: string | null; limit: number },
): Promise<StoredReminder[]> {
  return trx.rows<StoredReminder>(
    `select reminder.case_id as "caseId", found.name as "caseName", reminder.tenant_id as "tenantId", tenant.short_name as "tenantName",
       reminder.step_key as "stepKey", reminder.title, reminder.clause, reminder.due, reminder.from_tenant_id as "fromTenantId",
       reminder.from_name as "fromName", reminder.by_name as "byName", reminder.at
     from reminder
     join supervision_case found on found.city_code = reminder.city_code and found.id = reminder.case_id
     join tenant on tenant.city_code = reminder.city_code and tenant.id = reminder.tenant_id
     where reminder.city_code = $1 and (reminder.tenant_id = $2 or reminder.from_tenant_id = $2)
       and ($3::uuid is null or reminder.case_id = $3)
     order by reminder.at desc, reminder.step_key limit $4`,
    [cityCode, tenantId, caseId, limit],
  );
}
