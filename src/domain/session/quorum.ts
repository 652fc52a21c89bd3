import { memberIdsOn } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { SessionState } from './session-state.ts';
import { quorumOf } from './thresholds.ts';

/** Who was in the room at a moment ('YYYY-MM-DD', 'HH:MM'); somebody who left at that minute was not. */
export function presentAt(session: SessionState, day: string, at: string): ReadonlySet<string> {
  const there = session.presence.filter(
    (presence) => presence.day === day && presence.from <= at && (presence.until === null || at < presence.until),
  );
  return new Set(there.map((presence) => presence.personId));
}

/** Incumbent members in the room at a moment of the sitting: who could vote then (组织法 §51). Observers never count (SES-11). */
export function membersPresentAt({ organisation, own, on, sitting }: Facts, at: string): readonly string[] {
  if (sitting === undefined) return [];
  const present = presentAt(sitting.state, on, at);
  return memberIdsOn(organisation, own.bodyId, on).filter((personId) => present.has(personId));
}

/**
 * There is a sitting and it has been opened: all that can be said before the day of the act is known. A sitting that has been closed
 * since is no obstacle: what it decided may be recorded and confirmed afterwards.
 */
export function checkSittingBegun({ sitting }: Facts, clause: string): readonly Refusal[] {
  if (sitting === undefined) {
    return [refuse('sitting/none', clause, '尚未确定常委会会议会期，请先由主任会议决定。')];
  }
  if (sitting.state.state === 'open' || sitting.state.state === 'closed') return [];
  return [refuse('sitting/not-open', '组织法 §51', `${sitting.name}尚未开会，请先办理会议开会并登记出席。`)];
}

/** The act happens in a sitting that has been opened, on one of its days. */
export function checkSittingOpen(facts: Facts, clause: string): readonly Refusal[] {
  const begun = checkSittingBegun(facts, clause);
  const { sitting, on } = facts;
  if (begun.length > 0 || sitting === undefined || (on >= sitting.opens && on <= sitting.closes)) return begun;
  const text = `${on}不在${sitting.name}会期（${sitting.opens}至${sitting.closes}）之内。`;
  return [refuse('sitting/outside', '组织法 §51', text, 'on')];
}

/** More than half of all members in the room when the vote is taken (SES-08). */
export function checkQuorum(facts: Facts, at: string): readonly Refusal[] {
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).length;
  const present = membersPresentAt(facts, at).length;
  const needed = quorumOf(members);
  if (present >= needed) return [];
  const text = `全体组成人员${members}人，${at}在场${present}人，不足过半数${needed}人，不能表决或者测评。`;
  return [refuse('sitting/no-quorum', '组织法 §51', text)];
}
