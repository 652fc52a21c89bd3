import { councilIdsOn, memberIdsOn } from '../../../src/domain/organisation/facts.ts';
import type { Facts, MeetingRecord } from '../../../src/domain/procedure/act.ts';
import type { PlainDateText } from '../../../src/domain/procedure/case.ts';
import type { VoteRecord } from '../../../src/domain/session/named-vote.ts';
import { membersPresentAt } from '../../../src/domain/session/quorum.ts';
import type { SessionState } from '../../../src/domain/session/session-state.ts';
import type { Choices } from '../choices.ts';
import type { World } from '../world.ts';

/** What a generator of payloads knows: the world, the facts of whoever acts, and where it has a choice. */
export type Making = { world: World; facts: Facts; choices: Choices };

/** A payload for one act, on the day it happens (the day of the facts unless said otherwise). */
export type Made = { payload: object; on?: PlainDateText };

/** A payload as a careful office would fill it in; undefined where nothing sensible can be filled in now. */
export type Maker = (making: Making) => Made | undefined;

/** A meeting of the whole council of chairpersons (主任会议), or of most of it. */
export function meetingOf({ facts, choices }: Making): MeetingRecord {
  const council = councilIdsOn(facts.organisation, facts.own.bodyId, facts.on);
  const presentIds = choices.chance(30) ? council.slice(0, Math.floor(council.length / 2) + 1) : council;
  return { date: facts.on, name: '主任会议', chairId: council[0] ?? '', presentIds };
}

/** The day on which something can happen in a sitting: today, or the nearest of its days that is to come. */
export function dayInSitting(
  on: PlainDateText,
  opens: PlainDateText,
  closes: PlainDateText,
): PlainDateText | undefined {
  if (on < opens) return opens;
  return on <= closes ? on : undefined;
}

/** Everybody in the room for, or against in a few ways. */
export function voteIn(making: Making, session: SessionState, on: PlainDateText): VoteRecord {
  const { facts, choices } = making;
  const at = '10:00';
  const sitting = { caseId: '', name: '', opens: session.opens, closes: session.closes, state: session };
  const present = membersPresentAt({ ...facts, on, sitting }, at);
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, on).length;
  const vote: VoteRecord = { at, members, yes: present, no: [], abstain: [], notPressed: [] };
  if (!choices.chance(40)) return vote;
  // One short of more than half of all members is where counting wrongly shows.
  const short = Math.max(0, present.length - Math.floor(members / 2));
  const others = choices.chance(50) ? short : choices.below(present.length + 1);
  const stand = choices.one(['no', 'abstain', 'notPressed'] as const) ?? 'no';
  return { ...vote, yes: present.slice(others), [stand]: present.slice(0, others) };
}

/** A vote in the sitting of the facts, with the day it is taken. */
export function votedInSitting(making: Making): { vote: VoteRecord; on: PlainDateText } | undefined {
  const { sitting, on } = making.facts;
  const day = sitting === undefined ? undefined : dayInSitting(on, sitting.opens, sitting.closes);
  if (sitting === undefined || day === undefined) return undefined;
  return { vote: voteIn(making, sitting.state, day), on: day };
}

/** The tellers' record of a paper ballot in the sitting of the facts. */
export function paperBallot(making: Making): Made | undefined {
  const { facts, choices } = making;
  const { sitting } = facts;
  const on = sitting === undefined ? undefined : dayInSitting(facts.on, sitting.opens, sitting.closes);
  if (sitting === undefined || on === undefined) return undefined;
  const at = '15:00';
  const present = membersPresentAt({ ...facts, on }, at);
  const returned = present.length - (choices.chance(20) ? 1 : 0);
  const invalid = choices.chance(20) ? 1 : 0;
  const unsatisfied = choices.chance(35) ? returned - invalid : 0;
  const basicallySatisfied = choices.chance(30) ? returned - invalid - unsatisfied : 0;
  const satisfied = returned - invalid - unsatisfied - basicallySatisfied;
  const count = { issued: present.length, returned, satisfied, basicallySatisfied, unsatisfied, invalid };
  const payload = {
    at,
    members: memberIdsOn(facts.organisation, facts.own.bodyId, on).length,
    present: present.length,
    ruleId: facts.settings.satisfactionRule,
    ruleVersion: 1,
    tallies: present.slice(0, 2).map((tellerId) => ({ tellerId, ...count })),
  };
  return { payload, on };
}
