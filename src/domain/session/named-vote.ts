import { memberIdsOn, personNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkQuorum, checkSittingOpen, membersPresentAt } from './quorum.ts';
import type { NamedVote } from './session-state.ts';
import { isMajority, majorityOf } from './thresholds.ts';

/**
 * A vote by name as the record states it. N stands in the record and is checked against the members of the day, and whoever was in the
 * room stands in exactly one list, so that the outcome can be recomputed from the act alone, for ever.
 */
export type VoteRecord = {
  /** 'HH:MM' of the vote. */
  at: string;
  members: number;
  yes: readonly string[];
  no: readonly string[];
  abstain: readonly string[];
  notPressed: readonly string[];
};

const stands = ['yes', 'no', 'abstain', 'notPressed'] as const;

/** Sitting open and quorate, N right, and every member in the room in exactly one of the four lists (VOT-01, VOT-02). */
export function checkVote(record: VoteRecord, facts: Facts, clause: string): readonly Refusal[] {
  const sitting = checkSittingOpen(facts, clause);
  if (sitting.length > 0) return sitting;
  return [...checkQuorum(facts, record.at), ...checkMembers(record, facts), ...checkVoters(record, facts)];
}

function checkMembers({ members }: VoteRecord, { organisation, own, on }: Facts): readonly Refusal[] {
  const incumbents = memberIdsOn(organisation, own.bodyId, on).length;
  if (members === incumbents) return [];
  const text = `表决记录写明全体组成人员${members}人，${on}实有${incumbents}人，请更正。`;
  return [refuse('vote/members', '组织法 §51', text, 'vote')];
}

function checkVoters(record: VoteRecord, facts: Facts): readonly Refusal[] {
  const voters = stands.flatMap((stand) => record[stand]);
  const present = new Set(membersPresentAt(facts, record.at));
  const twice = new Set(voters.filter((personId, index) => voters.indexOf(personId) !== index));
  const strangers = new Set(voters.filter((personId) => !present.has(personId)));
  const missing = [...present].filter((personId) => !voters.includes(personId));
  const names = (ids: Iterable<string>) => [...ids].map((id) => personNameOf(facts.organisation, id)).join('、');
  const refusals: Refusal[] = [];
  if (twice.size > 0) {
    const text = `${names(twice)}在表决记录中重复，每人只有一种表决情况。`;
    refusals.push(refuse('vote/twice', '组织法 §51', text, 'vote'));
  }
  if (strangers.size > 0) {
    const text = `${names(strangers)}在${record.at}不是在场的组成人员，不能表决；列席人员没有表决权，缺席不等于弃权。`;
    refusals.push(refuse('vote/not-present', '组织法 §51', text, 'vote'));
  }
  if (missing.length > 0) {
    const text = `${names(missing)}在场而没有登记表决情况，请列入赞成、反对、弃权或者未按表决器。`;
    refusals.push(refuse('vote/missing', '组织法 §51', text, 'vote'));
  }
  return refusals;
}

/** Does the vote pass? More than half of *all* members in favour; nobody types a result (VOT-01). */
export function isPassed(record: VoteRecord): boolean {
  return isMajority(record.yes.length, record.members);
}

/** The vote with its computed outcome and the working, from the record alone. */
export function namedVoteOf(record: VoteRecord, matter: string, on: string): NamedVote {
  const { yes, no, abstain, notPressed, members } = record;
  const present = stands.reduce((sum, stand) => sum + record[stand].length, 0);
  const passed = isPassed(record);
  const tally = `组成人员${members}人，出席${present}人，赞成${yes.length}票，反对${no.length}票，弃权${abstain.length}票，未按${notPressed.length}人`;
  const rule = `通过需全体组成人员过半数${majorityOf(members)}票`;
  const explanation = `${tally}；${rule}，${passed ? '通过' : '未通过'}。`;
  return { ...record, matter, on, present, passed, explanation };
}
