import { findAct } from '../../domain/acts.ts';
import { type Database, inScope, outsideTenancy } from '../db/database.ts';
import { listCityCodes } from '../organisations/organisation-queries.ts';
import { indexAct } from './index-act.ts';
import { type IndexedTenant, listTenantsToIndex, listUnindexedActs } from './search-queries.ts';

/** So many acts in one transaction. */
const batch = 200;

/**
 * Makes acts findable that nobody has looked for yet. Every tenant's in that tenant's own eyes; safe to run twice and beside acts, and
 * what was interrupted goes on the next time.
 */
export async function rebuildSearch(database: Database): Promise<void> {
  for (const cityCode of await outsideTenancy(database, listCityCodes)) {
    const nobody = { cityCode, tenantId: '', bodyId: '', level: 'city', kind: 'body', personId: '' } as const;
    const tenants = await inScope(database, nobody, (trx) => listTenantsToIndex(trx, cityCode));
    for (const tenant of tenants) await catchUp(database, cityCode, tenant);
  }
}

/** Everything a tenant has recorded up to now can be found afterwards; with nothing new it is one look at the end of an index. */
export async function catchUp(database: Database, cityCode: string, tenant: IndexedTenant): Promise<void> {
  while ((await indexSome(database, cityCode, tenant)) === batch);
}

async function indexSome(database: Database, cityCode: string, tenant: IndexedTenant): Promise<number> {
  const { id: tenantId, bodyId, level, kind } = tenant;
  return inScope(database, { cityCode, tenantId, bodyId, level, kind, personId: '' }, async (trx) => {
    const acts = await listUnindexedActs(trx, { cityCode, tenantId }, batch);
    for (const act of acts) {
      const title = findAct(act.caseKind, kind, act.kind)?.title ?? act.kind;
      await indexAct(trx, { ...act, cityCode, tenantId, title });
    }
    return acts.length;
  });
}
