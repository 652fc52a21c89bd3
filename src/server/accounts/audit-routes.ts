import * as contract from '../../contract/audit.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { registerRoute } from '../http/route.ts';
import { requireDuty } from './account-commands.ts';
import { listAuditEntries, openAudit } from './audit-queries.ts';

/** The audit log: read by the audit administrator alone, who is himself recorded. */
export function registerAuditRoutes(app: App): void {
  registerRoute(app, contract.readAudit, (call) =>
    call.read(async (trx) => {
      requireDuty(call.actor, ['audit-admin']);
      const { from, until, category, action, tenantId, person, before, limit } = call.query;
      const filter = {
        from: from ?? null,
        until: until ?? null,
        category: category ?? null,
        action: action ?? null,
        tenantId: tenantId ?? null,
        person: person === undefined || person === '' ? null : person,
        before: before ?? null,
        limit,
      };
      await openAudit(trx);
      const entries = await listAuditEntries(trx, call.actor.cityCode, filter);
      await recordAudit(trx, call, { category: 'audit', action: 'audit-read', detail: filter });
      return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null };
    }),
  );
}
