import type { PlainDateText } from '../../domain/procedure/case.ts';
import { type Database, inScope, outsideTenancy, type Scope, type Trx } from '../db/database.ts';
import { type LinkageFacts, linkageFacts, readLinkageFacts } from '../organisations/linkage-facts-queries.ts';
import { listCityCodes } from '../organisations/organisation-queries.ts';
import { refreshTasks } from '../tasks/task-projection.ts';
import { findRefreshDay, saveRefreshDay } from '../tasks/task-store.ts';
import { caseViewOf, hideOthers, listCasesByIds, listOpenCaseIds, lockCases, showProjections } from './case-store.ts';

/** So many cases at a time: acts of one case wait no longer than its batch takes. */
const batchSize = 20;

/**
 * Makes the stored tasks of all open cases of a linkage anew, in the transaction that changed what every date depends on: settings,
 * official days, names. Reads the linkage as this transaction sees it, and keeps nothing of it in case the transaction fails.
 */
export async function refreshLinkage(trx: Trx, cityCode: string, today: PlainDateText): Promise<void> {
  showProjections(trx);
  const linkage = await readLinkageFacts(trx, cityCode);
  for (const batch of batchesOf(await listOpenCaseIds(trx, cityCode))) {
    await refreshCases(trx, linkage, batch, today);
  }
  hideOthers(trx);
}

/**
 * Makes the tasks of every linkage anew that were last made on an earlier day: what waited is late when its day has passed. Safe to run
 * twice, by several processes, and beside acts; what was interrupted goes on with the next linkage that is behind.
 */
export async function refreshAllLinkages(database: Database, today: PlainDateText): Promise<void> {
  for (const cityCode of await outsideTenancy(database, listCityCodes)) {
    await refreshIfBehind(database, scopeOfLinkage(cityCode), today);
  }
}

async function refreshIfBehind(database: Database, scope: Scope, today: PlainDateText): Promise<void> {
  const { cityCode } = scope;
  const caseIds = await inScope(database, scope, async (trx) => {
    const refreshedOn = await findRefreshDay(trx, cityCode);
    if (refreshedOn !== undefined && refreshedOn >= today) return undefined;
    showProjections(trx);
    return listOpenCaseIds(trx, cityCode);
  });
  if (caseIds === undefined) return;
  for (const batch of batchesOf(caseIds)) {
    await inScope(database, scope, async (trx) => {
      showProjections(trx);
      await refreshCases(trx, await linkageFacts(trx, cityCode), batch, today);
    });
  }
  await inScope(database, scope, (trx) => saveRefreshDay(trx, cityCode, today));
}

async function refreshCases(
  trx: Trx,
  linkage: LinkageFacts,
  caseIds: readonly string[],
  today: PlainDateText,
): Promise<void> {
  await lockCases(trx, caseIds);
  for (const row of await listCasesByIds(trx, linkage.cityCode, caseIds)) {
    await refreshTasks(trx, caseViewOf(row, linkage.cityCode), linkage, today);
  }
}

/** Nobody's eyes inside one linkage: only its shared projections can be shown to it, no tenant's contents. */
function scopeOfLinkage(cityCode: string): Scope {
  return { cityCode, tenantId: '', bodyId: '', level: 'city', kind: 'body', personId: '' };
}

function batchesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) =>
    ids.slice(index * batchSize, (index + 1) * batchSize),
  );
}
