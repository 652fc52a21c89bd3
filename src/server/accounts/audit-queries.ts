import type { AuditEntry } from '../../contract/audit.ts';
import type { Trx } from '../db/database.ts';
import { auditFacts, idsIn } from './audit-facts.ts';

export type AuditFilter = {
  from: string | null;
  until: string | null;
  category: string | null;
  action: string | null;
  tenantId: string | null;
  text: string | null;
  before: string | null;
  limit: number;
};

/** Until the transaction ends, the audit log opens as far as its own policy lets the scope's tenant see. */
export async function openAudit(trx: Trx): Promise<void> {
  await trx.run("set local app.admin = 'audit'");
}

/** Newest first; ids are in order of time, so one of them is the place to go on from. Days are civil days in Beijing. */
export async function listAuditEntries(trx: Trx, cityCode: string, filter: AuditFilter): Promise<AuditEntry[]> {
  const rows = await trx.rows<Recorded>(
    `select entry.id, entry.at, entry.category, entry.action, entry.tenant_id as "tenantId", tenant.name as "tenantName",
       entry.person_name as "personName", entry.subject, entry.detail, entry.address
     from audit_entry entry
     left join tenant on tenant.city_code = entry.city_code and tenant.id = entry.tenant_id
     where entry.city_code = $1
       and ($2::date is null or entry.at >= $2::date::timestamp at time zone 'Asia/Shanghai')
       and ($3::date is null or entry.at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai')
       and ($4::text is null or entry.category = $4) and ($5::text is null or entry.action = $5)
       and ($6::uuid is null or entry.tenant_id = $6) and ($7::text is null or position(lower($7) in lower(entry.person_name)) > 0
         or position(lower($7) in lower(entry.subject)) > 0)
       and ($8::uuid is null or entry.id < $8)
     order by entry.id desc limit $9`,
    [
      cityCode,
      filter.from,
      filter.until,
      filter.category,
      filter.action,
      filter.tenantId,
      filter.text,
      filter.before,
      filter.limit,
    ],
  );
  const names = await namesOf(trx, cityCode, idsIn(rows.map(({ detail }) => detail)));
  return rows.map(({ detail, ...entry }) => ({ ...entry, facts: auditFacts(detail, names) }));
}

type Recorded = Omit<AuditEntry, 'facts'> & { detail: Readonly<Record<string, unknown>> };

/** Tenants, units and cases by their ids; what the reader may not know of has no name here. */
async function namesOf(trx: Trx, cityCode: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx.rows<{ id: string; name: string }>(
    `select id, name from tenant where city_code = $1 and id = any($2)
     union all select id, name from unit where city_code = $1 and id = any($2)
     union all select id, name from supervision_case where city_code = $1 and id = any($2)`,
    [cityCode, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
