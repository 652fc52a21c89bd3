import type { AuditAction, auditCategories } from '../../contract/audit.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';

/** What a `Call` already knows: who, when, from where. */
export type AuditBy = {
  actor: Pick<Actor, 'cityCode' | 'tenantId' | 'accountId' | 'personId' | 'personName'>;
  at: string;
  origin: { address: string };
};

export type AuditFact = {
  category: (typeof auditCategories)[number];
  action: AuditAction;
  /** The tenant it concerns if it is not the actor's own. */
  tenantId?: string;
  /** What it was done to, by the name that people know it by; never contents. */
  subject?: string;
  detail?: Readonly<Record<string, unknown>>;
};

/** Records in the caller's transaction who did what (SEC-02): it stands if and only if the deed commits. Never pass contents. */
export async function recordAudit(trx: Trx, by: AuditBy, fact: AuditFact): Promise<void> {
  const { actor } = by;
  await insertAuditEntry(trx, {
    cityCode: actor.cityCode,
    tenantId: fact.tenantId ?? actor.tenantId,
    at: by.at,
    category: fact.category,
    action: fact.action,
    accountId: actor.accountId,
    personId: actor.personId,
    personName: actor.personName,
    subject: fact.subject ?? null,
    detail: fact.detail ?? {},
    address: by.origin.address,
  });
}

export type AuditRow = {
  cityCode: string;
  tenantId: string | null;
  at: string;
  category: AuditFact['category'];
  action: AuditAction;
  accountId: string | null;
  personId: string | null;
  personName: string | null;
  subject: string | null;
  detail: Readonly<Record<string, unknown>>;
  address: string;
};

/** For events without an actor, such as a failed sign-in. */
export async function insertAuditEntry(trx: Trx, row: AuditRow): Promise<void> {
  await trx.run(
    `insert into audit_entry (city_code, id, tenant_id, at, category, action, account_id, person_id, person_name, subject, detail, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.cityCode,
      uuidv7(),
      row.tenantId,
      row.at,
      row.category,
      row.action,
      row.accountId,
      row.personId,
      row.personName,
      row.subject,
      JSON.stringify(row.detail),
      row.address,
    ],
  );
}
