import { type Actor, hasRole } from '../organisation/actor.ts';
import type { OrganisationStructure } from '../organisation/facts.ts';
import { type CaseView, trackOf } from '../procedure/case.ts';
import { fillsInFor } from '../procedure/performers.ts';
import type { Obligation } from '../procedure/worklist.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The opinion knows reminding as part of coordination (S5.2) and of the standing channels (S5.3); it is a notice, not an act. */
const clause = 'S5.2';

/**
 * Whether the actor may remind whoever owes the step. The office of a standing committee reminds in every case, its committees in the
 * topics they lead: their own offices and committees, the organs of their own level, and the city its counties (S5.2, S5.3).
 */
export function checkReminder(actor: Actor, view: CaseView, obligation: Obligation): readonly Refusal[] {
  if (!mayRemind(actor, view)) {
    return [refuse('reminder/not-your-role', clause, '催办由常委会办公室或者本议题的牵头委室发出。')];
  }
  if (!concerns(actor, view, obligation)) {
    return [refuse('reminder/not-concerned', clause, '只能催办本级单位、本级机关；市人大常委会可以催办县（市、区）。')];
  }
  return checkStanding(actor, view, obligation);
}

function mayRemind(actor: Actor, { leadUnitId }: CaseView): boolean {
  if (actor.kind !== 'body') return false;
  if (hasRole(actor, 'office-clerk')) return true;
  if (!hasRole(actor, 'committee-clerk')) return false;
  return actor.level === 'county' || (leadUnitId !== undefined && actor.unitIds.includes(leadUnitId));
}

function concerns(actor: Actor, view: CaseView, { tenantId }: Obligation): boolean {
  if (tenantId === actor.tenantId) return true;
  const track = trackOf(view, tenantId);
  if (track === undefined) return false;
  if (track.kind === 'organ') return track.bodyId === actor.tenantId;
  return track.kind === 'body' && track.level === 'county' && actor.level === 'city';
}

/** Who waits for others is not reminded in their place, and nobody reminds himself. */
function checkStanding(actor: Actor, view: CaseView, obligation: Obligation): readonly Refusal[] {
  const { state, title, awaits = [] } = obligation;
  if (obligation.force === 'may' || state === 'done' || state === 'waived' || state === 'waiting') {
    return [refuse('reminder/nothing-owed', clause, `“${title}”现在不需要催办。`)];
  }
  if (isOwnWork(actor, view, obligation)) {
    return [refuse('reminder/own-work', clause, `“${title}”由您办理，请直接办理。`)];
  }
  if (awaits.length === 0) return [];
  const names = awaits.map((tenantId) => trackOf(view, tenantId)?.shortName ?? '').join('、');
  return [refuse('reminder/waits', clause, `“${title}”还在等待${names}，请先催办${names}。`)];
}

function isOwnWork(actor: Actor, view: CaseView, { tenantId, performer }: Obligation): boolean {
  if (tenantId !== actor.tenantId || !fillsInFor(actor.roles, performer)) return false;
  if (performer !== 'lead-committee' || actor.level === 'county' || view.leadUnitId === undefined) return true;
  return actor.unitIds.includes(view.leadUnitId);
}

/** Which office or committee speaks when the actor reminds: 绵阳市人大常委会社会建设委员会. */
export function reminderFrom(actor: Actor, view: CaseView, { tenants, units }: OrganisationStructure): string {
  const body = tenants.find(({ id }) => id === actor.tenantId)?.name ?? '';
  if (hasRole(actor, 'office-clerk')) return `${body}办公室`;
  const unit = units.find(({ id }) =>
    view.leadUnitId === undefined || actor.level === 'county' ? actor.unitIds.includes(id) : id === view.leadUnitId,
  );
  return `${body}${unit?.name ?? ''}`;
}

/** The notice in one sentence: who reminds, of which step of what, by when. */
export function reminderText(
  { fromName, byName }: { fromName: string; byName: string },
  view: CaseView,
  { title, why }: Obligation,
): string {
  const [deadline = ''] = why.split('；');
  return `${fromName}（${byName}）催办：“${view.name}”的“${title}”，${deadline}。`;
}
