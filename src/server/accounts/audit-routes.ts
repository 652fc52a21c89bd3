import { exportAudit } from '../../contract/admin-exports.ts';
import * as contract from '../../contract/audit.ts';
import type { QueryOf } from '../../contract/route.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, tableRowLimit } from '../http/table-file.ts';
import { auditColumns } from './account-columns.ts';
import { requireDuty } from './account-commands.ts';
import { type AuditFilter, listAuditEntries, openAudit } from './audit-queries.ts';

/** The audit log: read by the audit administrator alone, who is himself recorded. */
export function registerAuditRoutes(app: App): void {
  registerRoute(app, contract.readAudit, (call) =>
    call.read(async (trx) => {
      requireDuty(call.actor, ['audit-admin']);
      const { before, limit } = call.query;
      const filter = { ...auditFilterOf(call.query), before: before ?? null, limit };
      await openAudit(trx);
      const entries = await listAuditEntries(trx, call.actor.cityCode, filter);
      await recordAudit(trx, call, { category: 'audit', action: 'audit-read', detail: filter });
      return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null };
    }),
  );

  registerRoute(app, exportAudit, (call) =>
    call.read(async (trx) => {
      requireDuty(call.actor, ['audit-admin']);
      const detail = auditFilterOf(call.query);
      await openAudit(trx);
      const filter = { ...detail, before: null, limit: tableRowLimit + 1 };
      const rows = await listAuditEntries(trx, call.actor.cityCode, filter);
      const table = { name: '审计日志', columns: auditColumns, rows };
      return sendTable(trx, call, table, { list: 'audit', detail });
    }),
  );
}

function auditFilterOf(query: QueryOf<typeof exportAudit>): Omit<AuditFilter, 'before' | 'limit'> {
  const { from, until, category, action, tenantId, text } = query;
  return {
    from: from ?? null,
    until: until ?? null,
    category: category ?? null,
    action: action ?? null,
    tenantId: tenantId ?? null,
    text: text === undefined || text === '' ? null : text,
  };
}
