import { daysBetween, daysForward } from '../calendar/counting.ts';
import { type Actor, hasRole } from '../organisation/actor.ts';
import { memberIdsOn, type OrganisationFacts } from '../organisation/facts.ts';
import type { Level } from '../organisation/tenant.ts';
import type { Facts } from '../procedure/act.ts';
import { doneOf, type PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { explainInterpellation } from '../session/thresholds.ts';
import type { Interpellation } from './handling-state.ts';
import { currentRound } from './rounds.ts';

/**
 * A 质询案 before the council decides on its answer: a working row of one body, read by its members and its office alone. `lapsed`: the
 * council gave the round another next step before enough members had signed.
 */
export const motionStates = ['signing', 'submitted', 'decided', 'withdrawn', 'lapsed'] as const;
export type MotionState = (typeof motionStates)[number];
export const motionStateNames = {
  signing: '征集签名',
  submitted: '已提出',
  decided: '已交受质询机关答复',
  withdrawn: '已撤回',
  lapsed: '未提出',
} satisfies Record<MotionState, string>;

/** Given by the member himself, on the wording that he read; a changed wording has none. */
export type Signature = { personId: string; personName: string; signedAt: string };

type Motion = { state: MotionState; draftedById: string; signatures: readonly Signature[] };
type Asking = Pick<Facts, 'organisation' | 'today'> & { actor: Pick<Actor, 'kind' | 'roles' | 'personId' | 'bodyId'> };

/** Whether the person is a member of his body today, by his posts and not by what his account says. */
export function isMemberToday({ actor, organisation, today }: Asking): boolean {
  return actor.kind === 'body' && memberIdsOn(organisation, actor.bodyId, today).includes(actor.personId);
}

/** Until it is put, a motion is known to the members and to the office that prepares it, and to nobody else. */
export function followsMotions(asking: Asking): boolean {
  return asking.actor.kind === 'body' && (hasRole(asking.actor, 'office-clerk') || isMemberToday(asking));
}

/** How far the signing is: who counts, who signed and is no member any more, how many are still needed (INQ-01, INQ-02). */
export type Signing = {
  needed: number;
  explain: string;
  counted: readonly Signature[];
  ended: readonly Signature[];
  missing: number;
};

export function signingOf(
  signatures: readonly Signature[],
  { level, memberIds }: { level: Level; memberIds: readonly string[] },
): Signing {
  const { needed, explain } = explainInterpellation(level);
  const counted = signatures.filter(({ personId }) => memberIds.includes(personId));
  const ended = signatures.filter(({ personId }) => !memberIds.includes(personId));
  return { needed, explain, counted, ended, missing: Math.max(0, needed - counted.length) };
}

/** S4.5: a motion is drafted where the session was not satisfied and the council has not chosen its next step. */
export function checkDraftable(facts: Facts): readonly Refusal[] {
  if (facts.own.closedOn !== undefined || facts.view.state === 'withdrawn') {
    return [refuse('interpellation/closed', 'S4.5', `“${facts.view.name}”已不再办理，不能提出质询案。`)];
  }
  return checkUnsatisfied(facts);
}

/** 不满意 asks for a next step. Where the rule publishes counts without a grade the council judges by them, and may ask for one. */
export function checkUnsatisfied({ state }: Pick<Facts, 'state'>): readonly Refusal[] {
  const { assessment } = currentRound(state);
  if (assessment !== null && (assessment.grade === 'unsatisfied' || assessment.grade === null)) return [];
  const text = '本轮办理落实情况没有测评为不满意，不需要确定下一步监督方式。';
  return [refuse('next-step/not-unsatisfied', 'S4.5', text)];
}

/** 质询对象、质询的问题和内容 are written down; the object is of the same level (INQ-03, ORG-09). */
export function checkInterpellation(
  { organId, question, content }: Interpellation,
  { organisation, own }: { organisation: OrganisationFacts; own: { tenantId: string; shortName: string } },
): readonly Refusal[] {
  const organ = organisation.tenants.find((tenant) => tenant.id === organId);
  const refusals: Refusal[] = [];
  if (organ?.kind !== 'organ' || organ.bodyId !== own.tenantId) {
    const text = `质询对象须是${own.shortName}监督的同级机关，“${organ?.name ?? organId}”不是。`;
    refusals.push(refuse('interpellation/object', '监督法 §51', text, 'organId'));
  }
  if (question.trim() === '' || content.trim() === '') {
    refusals.push(refuse('interpellation/content', '监督法 §51', '质询案须写明质询的问题和内容。', 'question'));
  }
  return refusals;
}

/** Nobody signs for another, and only a member signs (监督法 §51). */
export function checkSigner(motion: Pick<Motion, 'state'>, asking: Asking): readonly Refusal[] {
  if (!isMemberToday(asking)) {
    const text = '质询案由本级人大常委会组成人员本人签名，您现在不是组成人员。';
    return [refuse('interpellation/not-member', '监督法 §51', text)];
  }
  return checkSigning(motion);
}

/** A motion is changed and withdrawn by who wrote it: the office never over a member who still is one. */
export function checkKeeper(motion: Pick<Motion, 'state' | 'draftedById'>, asking: Asking): readonly Refusal[] {
  const { actor, organisation, today } = asking;
  const isMembers = memberIdsOn(organisation, actor.bodyId, today).includes(motion.draftedById);
  const isOwn = motion.draftedById === actor.personId;
  if (!isOwn && (isMembers || !hasRole(actor, 'office-clerk'))) {
    const text = '质询案由起草人修改、撤回；办公室代为起草的，由办公室修改、撤回。';
    return [refuse('interpellation/not-drafter', '监督法 §51', text)];
  }
  return checkSigning(motion);
}

function checkSigning({ state }: Pick<Motion, 'state'>): readonly Refusal[] {
  if (state === 'signing') return [];
  const text = `这件质询案${motionStateNames[state]}，不能再签名、撤回签名或者修改。`;
  return [refuse('interpellation/not-signing', '监督法 §51', text)];
}

/** Who has signed it puts it, or the office for them. */
export function checkSubmitter(signatures: readonly Signature[], { actor }: Asking): readonly Refusal[] {
  const isSignatory = signatures.some(({ personId }) => personId === actor.personId);
  if (isSignatory || hasRole(actor, 'office-clerk')) return [];
  return [refuse('interpellation/not-signatory', '监督法 §51', '质询案由签名的组成人员提出，或者由办公室代为提出。')];
}

/** The days up to today on which the standing committee sat after it was not satisfied. */
export function submissionDays(facts: Facts): readonly PlainDateText[] {
  const { today, own, sessions = [] } = facts;
  const assessedOn = doneOf('assess-handling', own)?.on ?? '';
  const days = sessions.flatMap(({ opens, closes }) => daysFrom(opens, closes < today ? closes : today));
  return [...new Set(days)].filter((day) => day >= assessedOn).toSorted();
}

function daysFrom(first: PlainDateText, last: PlainDateText): readonly PlainDateText[] {
  if (first > last) return [];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_none, index) => daysForward(first, index));
}

type Submitting = { on: PlainDateText; signatures: readonly Signature[] } & Pick<Motion, 'state'>;

/** INQ-01…03: by enough members of that day, in writing, on a day on which the standing committee sits, after it was not satisfied. */
export function checkSubmission({ on, signatures, state }: Submitting, facts: Facts): readonly Refusal[] {
  const signing = checkSigning({ state });
  if (signing.length > 0) return signing;
  const memberIds = memberIdsOn(facts.organisation, facts.own.tenantId, on);
  const { explain, counted, missing } = signingOf(signatures, { level: facts.own.level, memberIds });
  const short = `${explain}现有${counted.length}人签名，还差${missing}人。`;
  return [
    ...(missing === 0 ? [] : [refuse('interpellation/signatories', '监督法 §51', short)]),
    ...checkSubmissionDay(on, facts),
  ];
}

function checkSubmissionDay(on: PlainDateText, facts: Facts): readonly Refusal[] {
  const { today, own, sessions = [] } = facts;
  const assessedOn = doneOf('assess-handling', own)?.on ?? '';
  if (on > today) {
    return [refuse('interpellation/day', '监督法 §51', `提出日期${on}晚于今天${today}，只能登记已经提出的。`, 'on')];
  }
  if (on < assessedOn) {
    const text = `办理落实情况于${assessedOn}测评，提出日期${on}不能早于该日。`;
    return [refuse('interpellation/day', 'S4.5', text, 'on')];
  }
  if (sessions.some(({ opens, closes }) => opens <= on && on <= closes)) return [];
  const coming = sessions.filter(({ opens }) => opens > on).toSorted((a, b) => a.opens.localeCompare(b.opens))[0];
  const next = coming === undefined ? '下次会议尚未召集' : `下次会议${coming.name}，${coming.opens}召开`;
  const text = `质询案在常委会会议期间提出，${on}没有${own.shortName}会议（${next}）。签名继续有效，请在会议期间提出。`;
  return [refuse('interpellation/not-in-session', '监督法 §51', text, 'on')];
}
