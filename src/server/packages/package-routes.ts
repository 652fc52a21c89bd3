import {
  exportPackages,
  listPackageChoices,
  listPackages,
  type PackageView,
  readPackage,
} from '../../contract/packages.ts';
import { offsetWithin } from '../../contract/paging.ts';
import type { QueryOf } from '../../contract/route.ts';
import { packageKindNames } from '../../domain/package/contents.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, tableRowLimit } from '../http/table-file.ts';
import { inboxColumns, outboxColumns } from './package-columns.ts';
import {
  countPackagesOf,
  getPackage,
  listChoices,
  listPackagesOf,
  type PackageFilter,
  type PackageRow,
} from './package-queries.ts';

/** Packages sent and received; reading one is audited. */
export function registerPackageRoutes(app: App): void {
  registerRoute(app, listPackages, async ({ actor, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const { sort, pageSize } = query;
      const filter = packageFilterOf(query);
      const counts = await countPackagesOf(trx, actor, filter);
      const offset = offsetWithin(query, counts.total);
      const rows = await listPackagesOf(trx, actor, filter, { sort, limit: pageSize, offset });
      return { packages: rows.map(packageView), ...counts, pageSize };
    });
  });

  registerRoute(app, exportPackages, async (call) => {
    const { actor, query } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const filter = packageFilterOf(query);
      const rows = await listPackagesOf(trx, actor, filter, { sort: query.sort, limit: tableRowLimit + 1, offset: 0 });
      const isInbox = query.box === 'in';
      const columns = isInbox ? inboxColumns(actor.tenantId) : outboxColumns;
      const table = { name: isInbox ? '收到的报送件' : '发出的报送件', columns, rows };
      return sendTable(trx, call, table, { list: 'packages', detail: filter });
    });
  });

  registerRoute(app, listPackageChoices, async ({ actor, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const { kinds, cases, parties } = await listChoices(trx, actor, query.box);
      const named = kinds.map((kind) => ({ id: kind, name: packageKindNames[kind] }));
      return { kinds: named.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')), cases, parties };
    });
  });

  registerRoute(app, readPackage, async (call) => {
    const { actor, params, write } = call;
    mustReadContents(actor);
    return write(async (trx) => {
      const row = await getPackage(trx, actor.cityCode, params.packageId);
      await recordAudit(trx, call, {
        category: 'reading',
        action: 'package-read',
        subject: `${packageKindNames[row.kind]}（${row.caseName}）`,
      });
      return {
        ...packageView(row),
        content: row.content,
        attachments: row.attachments.map((attachment) => ({ ...attachment })),
      };
    });
  });
}

function packageFilterOf(query: Omit<QueryOf<typeof listPackages>, 'page' | 'pageSize'>): PackageFilter {
  const { box, receipt, kind, caseId, partyId, from, until, text } = query;
  return {
    box,
    receipt: receipt ?? null,
    kind: kind ?? null,
    caseId: caseId ?? null,
    partyId: partyId ?? null,
    from: from ?? null,
    until: until ?? null,
    text: text === undefined || text === '' ? null : text,
  };
}

function packageView(row: PackageRow): PackageView {
  const { senderSeq: _seq, senderHash: _hash, ...rest } = row;
  return {
    ...rest,
    kindName: packageKindNames[row.kind],
    addressees: row.addressees.map(({ digestSeen: _seen, ...addressee }) => addressee),
  };
}
