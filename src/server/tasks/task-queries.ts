import type { WaitingDecision } from '../../domain/procedure/waiting-decisions.ts';
import type { Trx } from '../db/database.ts';

export type StoredTask = {
  caseId: string;
  caseName: string;
  stepKey: string;
  stepId: string;
  performer: string;
  state: 'waiting' | 'ready' | 'due-soon' | 'overdue';
  due: string | null;
  force: 'must' | 'in-principle' | 'may';
  clause: string;
  title: string;
  why: string;
};

/**
 * What a tenant's performers owe, earliest first; what has no date yet comes last. `unitIds` narrows a lead committee's tasks to the
 * topics that its committees lead.
 */
export async function listTasks(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  filter: { performers: readonly string[]; unitIds: readonly string[] | null; limit: number },
): Promise<StoredTask[]> {
  return trx.rows<StoredTask>(
    `select case_id as "caseId", case_name as "caseName", step_key as "stepKey", step_id as "stepId", performer, state, due, force, clause,
       title, why
     from task where city_code = $1 and tenant_id = $2 and performer = any($3)
       and ($4::uuid[] is null or performer <> 'lead-committee' or lead_unit_id is null or lead_unit_id = any($4))
     order by due nulls last, step_key, case_id limit $5`,
    [cityCode, tenantId, filter.performers, filter.unitIds, filter.limit],
  );
}

/** How much waits for somebody of this tenant: packages to sign for, decisions to confirm. */
export async function countWaiting(
  trx: Trx,
  cityCode: string,
  tenantId: string,
): Promise<{ packages: number; decisions: number }> {
  return trx.one<{ packages: number; decisions: number }>(
    `select (select count(*)::integer from package_addressee where city_code = $1 and tenant_id = $2 and received_at is null) as packages,
       (select count(*)::integer from entered_act where city_code = $1 and tenant_id = $2 and state = 'waiting') as decisions`,
    [cityCode, tenantId],
  );
}

/** Decisions of the tenant that wait for their confirmation, with what a sitting is convened for. */
export async function listWaitingDecisions(trx: Trx, cityCode: string, tenantId: string): Promise<WaitingDecision[]> {
  return trx.rows<WaitingDecision>(
    `select case_id as "caseId", kind, case when kind = 'convene-session' then coalesce(payload -> 'items', '[]') else '[]' end as items
     from entered_act where city_code = $1 and tenant_id = $2 and state = 'waiting'`,
    [cityCode, tenantId],
  );
}
