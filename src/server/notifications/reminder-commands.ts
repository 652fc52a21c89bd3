import { checkReminder, reminderFrom, reminderText } from '../../domain/notice/reminder.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleTracks } from '../../domain/procedure/schedule.ts';
import { type Obligation, worklistOf } from '../../domain/procedure/worklist.ts';
import { refuse } from '../../domain/refusal.ts';
import { loadCase, ownTrack } from '../acts/act-facts.ts';
import { hideOthers, showProjections } from '../acts/case-store.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { NotFoundError, RefusedError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import type { LinkageFacts } from '../organisations/linkage-facts-queries.ts';
import { insertNotices } from '../tasks/notice-store.ts';
import { insertReminder, type StoredReminder } from './reminder-store.ts';

type Wanted = { caseId: string; tenantId: string; stepKey: string };

/**
 * Reminds whoever owes a step: a notice to those who do it, and a row that both sides keep. Throws NotFoundError for a case or a step
 * that the actor does not see, RefusedError for who may not, for what is not owed, and for a second time on one day.
 */
export async function remindOf(
  trx: Trx,
  actor: Actor,
  wanted: Wanted,
  { at, today }: { at: string; today: string },
): Promise<StoredReminder> {
  const { view, linkage } = await loadCase(trx, actor.cityCode, wanted.caseId);
  ownTrack(view, actor);
  const obligation = obligationOf(view, wanted, linkage, today);
  refuseAny(checkReminder(actor, view, obligation));
  const reminder = {
    caseId: view.id,
    tenantId: wanted.tenantId,
    stepKey: wanted.stepKey,
    title: obligation.title,
    clause: obligation.clause,
    due: obligation.due ?? null,
    fromTenantId: actor.tenantId,
    fromName: reminderFrom(actor, view, linkage.organisation),
    byName: actor.personName,
    at,
  };
  const row = { ...reminder, cityCode: actor.cityCode, byPersonId: actor.personId, remindedOn: today };
  if (!(await insertReminder(trx, row))) {
    const text = `“${obligation.title}”今天已经催办过，同一步骤一天只催办一次。`;
    throw new RefusedError([refuse('reminder/today-already', 'S5.2', text)]);
  }
  await tell(trx, view, obligation, reminder);
  announce(trx, {
    cityCode: actor.cityCode,
    caseIds: [view.id],
    reach: 'tenant',
    audience: [actor.tenantId, wanted.tenantId],
  });
  return { ...reminder, caseName: view.name, tenantName: trackOf(view, wanted.tenantId)?.shortName ?? '' };
}

function obligationOf(view: CaseView, { tenantId, stepKey }: Wanted, linkage: LinkageFacts, today: string): Obligation {
  const track = trackOf(view, tenantId);
  if (track === undefined) throw new NotFoundError('step', stepKey);
  const owed = worklistOf(view, scheduleTracks(view, [track], steps, linkage), steps, today);
  const found = owed.find(({ key }) => key === stepKey);
  if (found === undefined) throw new NotFoundError('step', stepKey);
  return found;
}

/** Those who do the step, in the tenant whose step it is: notices of others are written while the projections are shown. */
async function tell(
  trx: Trx,
  view: CaseView,
  obligation: Obligation,
  reminder: { fromName: string; byName: string; tenantId: string },
): Promise<void> {
  const isOfLead = obligation.performer === 'lead-committee' && trackOf(view, reminder.tenantId)?.level === 'city';
  showProjections(trx);
  await insertNotices(trx, view.cityCode, [
    {
      id: uuidv7(),
      kind: 'reminded',
      tenantId: reminder.tenantId,
      caseId: view.id,
      performer: obligation.performer,
      ...(isOfLead && view.leadUnitId !== undefined ? { unitId: view.leadUnitId } : {}),
      text: reminderText(reminder, view, obligation),
    },
  ]);
  hideOthers(trx);
}
