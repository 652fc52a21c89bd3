import type { Actor } from '../../domain/organisation/actor.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import { refuse } from '../../domain/refusal.ts';
import { checkYearOpener } from '../../domain/topic/open-year.ts';
import { loadCase } from '../acts/act-facts.ts';
import { hideOthers, insertCase, insertTracks, listCases, showProjections } from '../acts/case-store.ts';
import { beganOn, insertPast } from '../acts/past-store.ts';
import type { Trx } from '../db/database.ts';
import { RefusedError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { lockChain } from '../ledger/ledger-store.ts';
import { refreshTasks } from '../tasks/task-projection.ts';

/**
 * Opens the year in which ten offices will call for topics (S1.1): one case for the linkage, with a track for each body. Refuses a
 * second one of the same year.
 */
export async function openYearCase(
  trx: Trx,
  actor: Actor,
  year: number,
  moment: { today: PlainDateText; newId: () => string },
): Promise<{ caseId: string }> {
  refuseAny(checkYearOpener(actor));
  // One after the other, so that of two who open it at once the second finds the year there.
  await lockChain(trx, actor.cityCode, actor.tenantId);
  const [existing] = await listCases(trx, actor.cityCode, year, 'year');
  if (existing !== undefined) throw new RefusedError([refuse('year/exists', 'S1.1', `${year}年度已经建立。`, 'year')]);
  const caseId = moment.newId();
  await insertCase(trx, actor.cityCode, {
    id: caseId,
    kind: 'year',
    year,
    name: `${year}年度联动监督议题`,
    domain: null,
    leadUnitId: null,
    leadUnitName: null,
    deliberationDate: null,
    bodyId: null,
  });
  showProjections(trx);
  const { linkage } = await loadCase(trx, actor.cityCode, caseId);
  const bodies = linkage.organisation.tenants.filter((tenant) => tenant.kind === 'body');
  await insertTracks(trx, actor.cityCode, caseId, bodies);
  const { view } = await loadCase(trx, actor.cityCode, caseId);
  await insertPast(trx, { cityCode: actor.cityCode, caseId }, beganOn(moment.today), moment.newId);
  await refreshTasks(trx, view, linkage, moment.today);
  announce(trx, { cityCode: actor.cityCode, caseIds: [caseId], reach: 'track' });
  hideOthers(trx);
  return { caseId };
}
