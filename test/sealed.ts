import type { PackageKind } from '../src/domain/package/contents.ts';
import { inScope } from '../src/server/db/database.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { sealPackage } from '../src/server/packages/package-store.ts';
import type { TestTenant } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';

export type Sealed = { to: readonly TestTenant[]; title: string; on: string; kind?: PackageKind; of: string };

/** A package of a case, sealed by a tenant on a day as an act of it would; what it says is of no matter. */
export async function sealAs(
  db: TestDatabase,
  { id: tenantId, bodyId, cityCode, level, kind: tenantKind }: TestTenant,
  { to, title, on, kind = 'post', of }: Sealed,
): Promise<void> {
  const scope = { cityCode, tenantId, bodyId, level, kind: tenantKind, personId: uuidv7() };
  const content = { subject: title, text: title, about: 'contact' } as const;
  const draft = { kind, title, content, addresseeIds: to.map(({ id }) => id) } as Parameters<typeof sealPackage>[1];
  const sealing = {
    id: uuidv7(),
    cityCode,
    fromTenantId: tenantId,
    caseId: of,
    sealedAt: `${on}T01:00:00Z`,
    sealedOn: on,
  };
  await inScope(db, scope, (trx) =>
    sealPackage(trx, draft, { ...sealing, head: { seq: 1, hash: 'test' }, algorithm: 'sha-256' }),
  );
}
