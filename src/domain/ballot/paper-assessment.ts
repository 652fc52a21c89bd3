import { memberIdsOn, personNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { checkQuorum, checkSittingOpen, membersPresentAt } from '../session/quorum.ts';
import { differencesOf, faultsIn, sameCountOf, type Tally } from './paper-count.ts';
import type { AssessmentResult } from './satisfaction.ts';
import { findSatisfactionRule, gradeOf, satisfactionRules } from './satisfaction-rule.ts';

/**
 * A satisfaction ballot on paper as the tellers' record states it: each of the two counted for himself, and their figures are the same. The
 * figures of attendance stand in the record and are checked against the sitting, so that the result can be recomputed from the act alone,
 * for ever.
 */
export type PaperAssessment = {
  /** 'HH:MM' of the ballot. */
  at: string;
  members: number;
  present: number;
  ruleId: string;
  ruleVersion: number;
  tallies: readonly Tally[];
};

/** Sitting open and quorate, attendance as recorded, two tellers present who agree, arithmetic of the papers (SAT-01, SAT-03, SAT-07). */
export function checkPaperAssessment(payload: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const sitting = checkSittingOpen(facts, clause);
  if (sitting.length > 0) return sitting;
  return [
    ...checkQuorum(facts, payload.at),
    ...checkAttendance(payload, facts, clause),
    ...checkTellers(payload, facts, clause),
    ...checkCounts(payload, facts, clause),
    ...checkRule(payload, facts, clause),
  ];
}

/** Who may vote and who was there at a moment: of the day's members, by the record of the sitting. */
export function attendanceAt(facts: Facts, at: string): { members: number; present: number } {
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).length;
  return { members, present: membersPresentAt(facts, at).length };
}

/** How many papers may be given out at most (SAT-01). */
export function electorateOf({ settings }: Pick<Facts, 'settings'>, attendance: { members: number; present: number }) {
  return settings.electorate === 'all-members' ? attendance.members : attendance.present;
}

function checkAttendance({ at, members, present }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const recorded = attendanceAt(facts, at);
  if (members === recorded.members && present === recorded.present) return [];
  const text = `计票记录写明应到${members}人、实到${present}人，与会议记录不符：${facts.on} ${at}应到${recorded.members}人、实到${recorded.present}人。`;
  return [refuse('assessment/attendance', clause, text, 'at')];
}

function checkTellers({ at, tallies }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const tellerIds = tallies.map(({ tellerId }) => tellerId);
  if (new Set(tellerIds).size !== 2 || tellerIds.length !== 2) {
    return [refuse('assessment/tellers', clause, '须有两名不同的监票人分别计票。', 'tallies')];
  }
  const present = membersPresentAt(facts, at);
  const absent = tellerIds.filter((personId) => !present.includes(personId));
  if (absent.length === 0) return [];
  const names = absent.map((personId) => personNameOf(facts.organisation, personId)).join('、');
  return [refuse('assessment/tellers', clause, `${names}当时不在场，不能担任监票人。`, 'tallies')];
}

/** Both counted the same, and their figures are those of papers that can be (SAT-03). */
function checkCounts({ tallies, ...attendance }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const differences = differencesOf(tallies);
  if (differences.length > 0) {
    const text = `两名监票人计票不一致：${differences.map((difference) => difference.text).join('；')}。请共同复核后再登记。`;
    return [refuse('assessment/tellers-differ', clause, text, 'tallies')];
  }
  const count = sameCountOf(tallies);
  if (count === undefined) return [];
  return faultsIn(count, electorateOf(facts, attendance)).map(({ code, text }) =>
    refuse(code, clause, text, 'tallies'),
  );
}

/** Nobody chooses a rule after the papers are counted: it is the one that is set, or the reason stands on record (SAT-07). */
function checkRule({ ruleId, ruleVersion }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const rule = findSatisfactionRule(ruleId, ruleVersion);
  if (rule === undefined) {
    return [refuse('assessment/rule', clause, '没有所选的满意度测评规则，请重新选择。', 'ruleId')];
  }
  const set = facts.settings.satisfactionRule;
  if (rule.id === set) return [];
  const name = satisfactionRules.find((candidate) => candidate.id === set)?.name ?? set;
  const text = `设置的满意度测评规则为“${name}”，本次采用“${rule.name}”，请写明依据。`;
  return [departsFrom('assessment/other-rule', clause, text, 'ruleId')];
}

/** The frozen result. Rule and figures were judged when the act was taken, and a version never changes: anything else is a bug. */
export function assessmentOf(payload: PaperAssessment): AssessmentResult {
  const { ruleId, ruleVersion, members, present, tallies } = payload;
  const rule = findSatisfactionRule(ruleId, ruleVersion);
  if (rule === undefined) throw new Error(`Satisfaction rule ${ruleId} version ${ruleVersion} does not exist.`);
  const count = sameCountOf(tallies);
  if (count === undefined) throw new Error('An assessment has no count that both tellers agree on.');
  return { ruleId, ruleVersion, members, present, count, ...gradeOf(rule, count, members, present) };
}
