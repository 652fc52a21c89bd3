import type { DueTask } from '../../domain/notice/digest.ts';
import type { NoticeKind } from '../../domain/notice/notice.ts';
import type { Role } from '../../domain/organisation/actor.ts';
import type { Level, TenantKind } from '../../domain/organisation/tenant.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';

export type DigestTenant = { id: string; bodyId: string; level: Level; kind: TenantKind };

export async function listTenants(trx: Trx, cityCode: string): Promise<DigestTenant[]> {
  return trx.rows<DigestTenant>(
    'select id, body_id as "bodyId", level, kind from tenant where city_code = $1 order by level, area_code, id',
    [cityCode],
  );
}

export type DigestReader = {
  accountId: string;
  personId: string;
  personName: string;
  roles: Role[];
  unitIds: string[];
  declined: NoticeKind[];
};

/** Whoever can sign in for the tenant, with the roles and units of today (as `sign_in_actor`). In a scope that sees accounts. */
export async function listReaders(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  today: string,
): Promise<DigestReader[]> {
  return trx.rows<DigestReader>(
    `select a.id as "accountId", a.person_id as "personId", a.person_name as "personName",
       array(select distinct g.role from role_grant g
         where g.city_code = a.city_code and g.tenant_id = a.tenant_id and g.person_id = a.person_id) as roles,
       array(select g.unit_id::text from role_grant g
         where g.city_code = a.city_code and g.tenant_id = a.tenant_id and g.person_id = a.person_id and g.unit_id is not null
         union
         select h.unit_id::text from appointment h
         where h.city_code = a.city_code and h.tenant_id = a.tenant_id and h.person_id = a.person_id and h.unit_id is not null
           and h.from_date <= $3 and (h.until_date is null or h.until_date >= $3)) as "unitIds",
       coalesce(choice.declined, '[]') as declined
     from account a
     left join notice_choice choice on choice.city_code = a.city_code and choice.tenant_id = a.tenant_id and choice.person_id = a.person_id
     where a.city_code = $1 and a.tenant_id = $2 and a.disabled_at is null and a.password_hash is not null
     order by a.login`,
    [cityCode, tenantId, today],
  );
}

export type PressingTask = DueTask & { performer: string; leadUnitId: string | null };

/** What is late or due within a week in the tenant. */
export async function listPressingTasks(trx: Trx, cityCode: string, tenantId: string): Promise<PressingTask[]> {
  return trx.rows<PressingTask>(
    `select title, case_name as "caseName", due, state, performer, lead_unit_id as "leadUnitId" from task
     where city_code = $1 and tenant_id = $2 and state in ('overdue', 'due-soon') order by due, step_key, case_id`,
    [cityCode, tenantId],
  );
}

/** Adds digests of a day; who has one of that day already gets no second. Answers how many were added. */
export async function insertDigests(
  trx: Trx,
  of: { cityCode: string; tenantId: string; on: string; at: string },
  digests: readonly { personId: string; text: string }[],
): Promise<number> {
  if (digests.length === 0) return 0;
  const rows = digests.map((digest) => ({ id: uuidv7(), ...digest }));
  return trx.run(
    `insert into notice (city_code, id, kind, tenant_id, person_id, digest_on, text, at)
     select $1, row.id, 'digest', $2, row."personId", $3, row.text, $4
     from json_to_recordset($5) as row (id uuid, "personId" uuid, text text) on conflict do nothing`,
    [of.cityCode, of.tenantId, of.on, of.at, JSON.stringify(rows)],
  );
}
