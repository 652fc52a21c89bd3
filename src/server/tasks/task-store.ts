import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

export type TaskRow = {
  tenantId: string;
  stepKey: string;
  stepId: string;
  performer: string;
  leadUnitId: string | null;
  state: 'waiting' | 'ready' | 'due-soon' | 'overdue';
  due: PlainDateText | null;
  force: string;
  clause: string;
  title: string;
  why: string;
  caseName: string;
};

const wantedRows = `json_to_recordset($3) as row ("tenantId" uuid, "stepKey" text, "stepId" text, performer text, "leadUnitId" uuid,
  state text, due date, force text, clause text, title text, why text, "caseName" text)`;
const upsert = `insert into task (city_code, case_id, tenant_id, step_key, step_id, performer, lead_unit_id, state, due, force, clause, title,
    why, case_name)
  select $1, $2, "tenantId", "stepKey", "stepId", performer, "leadUnitId", state, due, force, clause, title, why, "caseName" from wanted
  on conflict (city_code, case_id, tenant_id, step_key) do update set performer = excluded.performer,
    lead_unit_id = excluded.lead_unit_id, state = excluded.state, due = excluded.due, force = excluded.force, clause = excluded.clause,
    title = excluded.title, why = excluded.why, case_name = excluded.case_name
  where (task.performer, task.lead_unit_id, task.state, task.due, task.force, task.clause, task.title, task.why, task.case_name)
    is distinct from (excluded.performer, excluded.lead_unit_id, excluded.state, excluded.due, excluded.force, excluded.clause,
      excluded.title, excluded.why, excluded.case_name)`;

/** Makes the stored tasks of these tenants in a case exactly the given rows; rows that stay the same are not written. */
export async function replaceTasks(
  trx: Trx,
  cityCode: string,
  caseId: string,
  tenantIds: readonly string[],
  rows: readonly TaskRow[],
): Promise<void> {
  await trx.run(
    `with wanted as (select * from ${wantedRows}), gone as (
       delete from task where city_code = $1 and case_id = $2
         and tenant_id in (select tenant::uuid from json_array_elements_text($4) as tenant)
         and not exists (select 1 from wanted where wanted."tenantId" = task.tenant_id and wanted."stepKey" = task.step_key)
     ) ${upsert}`,
    [cityCode, caseId, JSON.stringify(rows), JSON.stringify(tenantIds)],
  );
}

/** Writes the changed tasks of a case and removes those that are gone; all others stay. */
export async function writeTasks(
  trx: Trx,
  cityCode: string,
  caseId: string,
  { changed, gone }: { changed: readonly TaskRow[]; gone: readonly Pick<TaskRow, 'tenantId' | 'stepKey'>[] },
): Promise<void> {
  const keys = gone.map(({ tenantId, stepKey }) => ({ tenantId, stepKey }));
  await trx.run(
    `with wanted as (select * from ${wantedRows}), gone as (
       delete from task using json_to_recordset($4) as old ("tenantId" uuid, "stepKey" text)
       where city_code = $1 and case_id = $2 and tenant_id = old."tenantId" and step_key = old."stepKey"
     ) ${upsert}`,
    [cityCode, caseId, JSON.stringify(changed), JSON.stringify(keys)],
  );
}

/** The day for which the tasks of the linkage were last made anew; undefined before the first time. */
export async function findRefreshDay(trx: Trx, cityCode: string): Promise<PlainDateText | undefined> {
  const row = await trx.maybe<{ refreshedOn: PlainDateText }>(
    'select refreshed_on as "refreshedOn" from task_refresh where city_code = $1',
    [cityCode],
  );
  return row?.refreshedOn;
}

export async function saveRefreshDay(trx: Trx, cityCode: string, day: PlainDateText): Promise<void> {
  await trx.run(
    `insert into task_refresh (city_code, refreshed_on) values ($1, $2)
     on conflict (city_code) do update set refreshed_on = greatest(task_refresh.refreshed_on, excluded.refreshed_on)`,
    [cityCode, day],
  );
}
