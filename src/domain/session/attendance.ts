import { appointmentsOn, memberIdsOn, personNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { headsAttend } from './observers.ts';
import type { Observer, Presence } from './session-state.ts';
import { quorumOf } from './thresholds.ts';

/** A member who is not there; without a reason, without leave. */
export type Excused = { personId: string; reason: string };
export type Opening = {
  at: string;
  chairId: string;
  /** 主任委托副主任主持 (组织法 §51). */
  delegated: boolean;
  presentIds: readonly string[];
  excused: readonly Excused[];
  observers: readonly Observer[];
};

/** Who opens the sitting: quorum, chair, leave of the absent, heads of the organs (SES-08, SES-09, SES-12, SES-13). */
export function checkOpening(opening: Opening, facts: Facts): readonly Refusal[] {
  return [
    ...checkAllMembers(
      [...opening.presentIds, ...opening.excused.map(({ personId }) => personId)],
      facts,
      'presentIds',
    ),
    ...checkOpeningQuorum(opening, facts),
    ...checkChair(opening, facts),
    ...checkLeave(opening, facts),
    ...checkObservers(opening.observers, facts),
    ...checkOrganHeads(opening.observers, facts),
  ];
}

/** Only members attend (出席); everybody else attends without a vote (列席) and stands in another list. */
export function checkAllMembers(personIds: readonly string[], facts: Facts, field: string): readonly Refusal[] {
  const members = new Set(memberIdsOn(facts.organisation, facts.own.bodyId, facts.on));
  const strangers = [...new Set(personIds)].filter((personId) => !members.has(personId));
  if (strangers.length === 0) return [];
  const text = `${namesOf(strangers, facts)}在${facts.on}不是常委会组成人员，请列入列席人员。`;
  return [refuse('session/not-member', '组织法 §47', text, field)];
}

function checkOpeningQuorum({ presentIds }: Opening, facts: Facts): readonly Refusal[] {
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on);
  const present = members.filter((personId) => presentIds.includes(personId)).length;
  const needed = quorumOf(members.length);
  if (present >= needed) return [];
  const text = `全体组成人员${members.length}人，出席${present}人，不足过半数${needed}人，不能举行会议。`;
  return [refuse('session/no-quorum', '组织法 §51', text, 'presentIds')];
}

function checkChair({ chairId, delegated, presentIds }: Opening, facts: Facts): readonly Refusal[] {
  const name = personNameOf(facts.organisation, chairId);
  if (!presentIds.includes(chairId)) {
    return [refuse('session/chair-absent', '组织法 §51', `主持人${name}不在出席人员之中。`, 'chairId')];
  }
  const held = appointmentsOn(facts.organisation, facts.own.bodyId, facts.on).filter(
    ({ personId }) => personId === chairId,
  );
  if (held.some(({ post }) => post === 'chair' || post === 'acting-chair')) return [];
  if (!held.some(({ post }) => post === 'vice-chair')) {
    const text = `会议由主任主持，主任可以委托副主任主持，${name}不是主任、副主任。`;
    return [refuse('session/chair', '组织法 §51', text, 'chairId')];
  }
  if (delegated) return [];
  const text = `副主任${name}主持会议须受主任委托，请注明委托。`;
  return [refuse('session/not-delegated', '组织法 §51', text, 'delegated')];
}

function checkLeave({ presentIds, excused }: Opening, facts: Facts): readonly Refusal[] {
  const listed = excused.map(({ personId }) => personId);
  const both = presentIds.filter((personId) => listed.includes(personId));
  if (both.length > 0) {
    const text = `${namesOf(both, facts)}同时列为出席和请假，请更正。`;
    return [refuse('session/present-and-excused', '组织法 §51', text, 'excused')];
  }
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on);
  const onLeave = onLeaveOf(excused).map(({ personId }) => personId);
  const absent = members.filter((personId) => !presentIds.includes(personId) && !onLeave.includes(personId));
  if (absent.length === 0) return [];
  const text = `${namesOf(absent, facts)}缺席而没有书面请假，请补登请假，或者写明理由。`;
  return [departsFrom('session/absent-without-leave', '组织法 §51', text, 'excused')];
}

/** Those who gave a reason; the others are absent without leave. */
export function onLeaveOf(excused: readonly Excused[]): readonly Excused[] {
  return excused.filter(({ reason }) => reason.trim() !== '');
}

/** SES-11: a member attends with a vote, never as an observer. */
export function checkObservers(observers: readonly Observer[], facts: Facts): readonly Refusal[] {
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on);
  const names = new Set(members.map((personId) => personNameOf(facts.organisation, personId)));
  const wrong = observers.filter((observer) => names.has(observer.name) && observer.capacity !== 'county-leader');
  if (wrong.length === 0) return [];
  const text = `${wrong.map(({ name }) => name).join('、')}是常委会组成人员，应列入出席人员；同名的请加注单位。`;
  return [refuse('session/member-as-observer', '组织法 §51', text, 'observers')];
}

/** SES-09: heads of the government, the supervisory commission, the court and the procuratorate attend, or are excused. */
function checkOrganHeads(observers: readonly Observer[], facts: Facts): readonly Refusal[] {
  const organs = facts.organisation.tenants.filter(
    ({ bodyId, organKind }) => bodyId === facts.own.bodyId && headsAttend.some((kind) => kind === organKind),
  );
  const listed = new Set(observers.flatMap(({ capacity, tenantId }) => (capacity === 'organ-head' ? [tenantId] : [])));
  const missing = organs.filter((organ) => !listed.has(organ.id));
  if (missing.length === 0) return [];
  const names = missing.map((organ) => organ.name).join('、');
  const text = `${names}的负责人应当列席会议，请列入列席人员；请假的请注明请假事由。`;
  return [refuse('session/organ-head-missing', '组织法 §51', text, 'observers')];
}

/** The presence after members came and went at one time of one day. */
export function presenceAfter(
  presence: readonly Presence[],
  moved: { day: string; at: string; arrivedIds: readonly string[]; leftIds: readonly string[] },
): readonly Presence[] {
  const { day, at, arrivedIds, leftIds } = moved;
  const closed = presence.map((entry) =>
    entry.day === day && entry.until === null && leftIds.includes(entry.personId) ? { ...entry, until: at } : entry,
  );
  return [...closed, ...arrivedIds.map((personId) => ({ personId, day, from: at, until: null }))];
}

export type Movement = { at: string; arrivedIds: readonly string[]; leftIds: readonly string[] };

/** Nobody arrives who is there, nobody leaves who is not: every vote can say who was in the room. */
export function checkMovement({ at, arrivedIds, leftIds }: Movement, facts: Facts): readonly Refusal[] {
  const today = facts.state.session.presence.filter(({ day }) => day === facts.on);
  const there = (personId: string) => today.find((entry) => entry.personId === personId && entry.until === null);
  const already = arrivedIds.filter((personId) => there(personId) !== undefined);
  const notThere = leftIds.filter((personId) => there(personId) === undefined);
  const backwards = [
    ...leftIds.filter((personId) => (there(personId)?.from ?? '') >= at),
    ...arrivedIds.filter((id) => today.some((entry) => entry.personId === id && (entry.until ?? '') > at)),
  ];
  const refusals: Refusal[] = [];
  if (already.length > 0) {
    const text = `${namesOf(already, facts)}已经登记到会，不能重复登记。`;
    refusals.push(refuse('attendance/already-there', '组织法 §51', text, 'arrivedIds'));
  }
  if (notThere.length > 0) {
    const text = `${namesOf(notThere, facts)}在${facts.on}没有登记到会，不能登记离会。`;
    refusals.push(refuse('attendance/not-there', '组织法 §51', text, 'leftIds'));
  } else if (backwards.length > 0) {
    const text = `${namesOf(backwards, facts)}的登记时间${at}早于其此前登记的时间，请更正。`;
    refusals.push(refuse('attendance/backwards', '组织法 §51', text, 'at'));
  }
  return refusals;
}

function namesOf(personIds: readonly string[], { organisation }: Facts): string {
  return [...new Set(personIds)].map((personId) => personNameOf(organisation, personId)).join('、');
}
