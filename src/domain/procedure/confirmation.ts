import { type Actor, hasRole } from '../organisation/actor.ts';
import { councilIdsOn, type OrganisationFacts } from '../organisation/facts.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlainDateText } from './case.ts';

/**
 * Who may confirm or send back what the office entered as decided by the council or the session (监督法 §8): one of the council of
 * chairpersons *today*, and not the one who entered it. A role alone is not enough, because it may outlive the post.
 *
 * Today, not the day of the meeting: to confirm is itself done in office, in the name of the body as it now stands. Who left since the
 * meeting has no office any more to do it from; who joined since may, from the minutes, or else nothing that waits could ever be
 * confirmed after an election. Who sat in the meeting is judged apart, by the meeting's own day (`meeting/not-council`).
 */
export function checkConfirmer(
  actor: Actor,
  enteredBy: string,
  organisation: OrganisationFacts,
  today: PlainDateText,
): readonly Refusal[] {
  if (!hasRole(actor, 'chairperson')) {
    const text = '集体决定由主任会议组成人员确认，您没有相应的角色。';
    return [refuse('entered/not-chairperson', '监督法 §8', text)];
  }
  if (!councilIdsOn(organisation, actor.bodyId, today).includes(actor.personId)) {
    const text = `集体决定由主任会议组成人员确认，${actor.personName}在${today}不是主任会议组成人员。`;
    return [refuse('entered/not-council', '组织法 §54', text)];
  }
  if (enteredBy !== actor.personId) return [];
  return [refuse('entered/own-entry', '监督法 §8', '登记人不能确认自己登记的决定。')];
}

/** Who may take back what waits for its confirmation (监督法 §8): the one who entered it, or the office in his place. */
export function checkWithdrawer(actor: Pick<Actor, 'personId' | 'roles'>, enteredBy: string): readonly Refusal[] {
  if (actor.personId === enteredBy || hasRole(actor, 'office-clerk')) return [];
  return [refuse('entered/not-yours', '监督法 §8', '登记的集体决定由登记人或办公室撤回。')];
}
