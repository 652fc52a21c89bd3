import { listPackages, type PackageView, readPackage } from '../../contract/packages.ts';
import { packageKindNames } from '../../domain/package/contents.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { getPackage, listInbox, listOutbox, type PackageRow } from './package-queries.ts';

/** More than a year's packages of a busy office. */
const boxLimit = 500;

/** Packages sent and received; reading one is audited. */
export function registerPackageRoutes(app: App): void {
  registerRoute(app, listPackages, async ({ actor, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const list = query.box === 'in' ? listInbox : listOutbox;
      const rows = await list(trx, actor.cityCode, actor.tenantId, boxLimit);
      return { packages: rows.map(packageView) };
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
        subject: row.id,
        detail: { kind: row.kind },
      });
      return {
        ...packageView(row),
        content: row.content,
        attachments: row.attachments.map((attachment) => ({ ...attachment })),
      };
    });
  });
}

function packageView(row: PackageRow): PackageView {
  const { senderSeq: _seq, senderHash: _hash, ...rest } = row;
  return {
    ...rest,
    kindName: packageKindNames[row.kind],
    addressees: row.addressees.map(({ digestSeen: _seen, ...addressee }) => addressee),
  };
}
