import { memberIdsOn, personNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { checkQuorum, checkSittingOpen, membersPresentAt } from '../session/quorum.ts';
import type { AssessmentResult, PaperCount } from './satisfaction.ts';
import { findSatisfactionRule, gradeOf, satisfactionRules } from './satisfaction-rule.ts';

/**
 * A satisfaction ballot on paper as the tellers' record states it. The figures of attendance stand in the record and are checked
 * against the sitting, so that the result can be recomputed from the act alone, for ever.
 */
export type PaperAssessment = {
  /** 'HH:MM' of the ballot. */
  at: string;
  members: number;
  present: number;
  ruleId: string;
  ruleVersion: number;
  count: PaperCount;
  tellerIds: readonly string[];
};

/** Sitting open and quorate, attendance as recorded, two tellers present, arithmetic of the papers (SAT-01, SAT-03, SAT-07). */
export function checkPaperAssessment(payload: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const sitting = checkSittingOpen(facts, clause);
  if (sitting.length > 0) return sitting;
  return [
    ...checkQuorum(facts, payload.at),
    ...checkAttendance(payload, facts, clause),
    ...checkTellers(payload, facts, clause),
    ...checkCount(payload, facts, clause),
    ...checkRule(payload, facts, clause),
  ];
}

function checkAttendance({ at, members, present }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const incumbents = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on).length;
  const there = membersPresentAt(facts, at).length;
  if (members === incumbents && present === there) return [];
  const text = `计票记录写明应到${members}人、实到${present}人，与会议记录不符：${facts.on} ${at}应到${incumbents}人、实到${there}人。`;
  return [refuse('assessment/attendance', clause, text, 'present')];
}

function checkTellers({ at, tellerIds }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  if (new Set(tellerIds).size !== 2 || tellerIds.length !== 2) {
    return [refuse('assessment/tellers', clause, '须有两名不同的监票人。', 'tellerIds')];
  }
  const present = membersPresentAt(facts, at);
  const absent = tellerIds.filter((personId) => !present.includes(personId));
  if (absent.length === 0) return [];
  const names = absent.map((personId) => personNameOf(facts.organisation, personId)).join('、');
  return [refuse('assessment/tellers', clause, `${names}当时不在场，不能担任监票人。`, 'tellerIds')];
}

/** issued ≥ returned = Σ options + invalid, and nobody without a vote got a paper (SAT-03). */
function checkCount({ count, members, present }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const sum = count.satisfied + count.basicallySatisfied + count.unsatisfied + count.invalid;
  if (count.returned > count.issued) {
    const text = `收回${count.returned}票多于发出${count.issued}票，测评无效，请核对或者重新测评。`;
    refusals.push(refuse('assessment/returned', clause, text, 'count'));
  }
  if (sum !== count.returned) {
    const text = `满意${count.satisfied}、基本满意${count.basicallySatisfied}、不满意${count.unsatisfied}、无效${count.invalid}，合计${sum}票，与收回${count.returned}票不符。`;
    refusals.push(refuse('assessment/sum', clause, text, 'count'));
  }
  const electorate = facts.settings.electorate === 'all-members' ? members : present;
  if (count.issued > electorate) {
    const text = `发出${count.issued}票多于有权测评的${electorate}人。`;
    refusals.push(refuse('assessment/issued', clause, text, 'count'));
  }
  return refusals;
}

/** Nobody chooses a rule after the papers are counted: it is the one that is set, or the reason stands on record (SAT-07). */
function checkRule({ ruleId, ruleVersion }: PaperAssessment, facts: Facts, clause: string): readonly Refusal[] {
  const rule = findSatisfactionRule(ruleId, ruleVersion);
  if (rule === undefined) {
    const text = `没有编号为${ruleId}、版本为${ruleVersion}的满意度测评规则，请重新选择。`;
    return [refuse('assessment/rule', clause, text, 'ruleId')];
  }
  const set = facts.settings.satisfactionRule;
  if (rule.id === set) return [];
  const name = satisfactionRules.find((candidate) => candidate.id === set)?.name ?? set;
  const text = `设置的满意度测评规则为“${name}”，本次采用“${rule.name}”，请写明依据。`;
  return [departsFrom('assessment/other-rule', clause, text, 'ruleId')];
}

/** The frozen result. The rule was known when the act was taken, and a version never changes: an unknown one is a bug. */
export function assessmentOf(payload: PaperAssessment): AssessmentResult {
  const { ruleId, ruleVersion, members, present, count } = payload;
  const rule = findSatisfactionRule(ruleId, ruleVersion);
  if (rule === undefined) throw new Error(`Satisfaction rule ${ruleId} version ${ruleVersion} does not exist.`);
  return { ruleId, ruleVersion, members, present, count, ...gradeOf(rule, count, members, present) };
}
