import type { Facts } from '../procedure/act.ts';
import { attendanceAt, electorateOf } from './paper-assessment.ts';
import { differencesOf, faultsIn, isComplete, type PartialCount, sameCountOf, sortedPapers } from './paper-count.ts';
import type { AssessmentResult } from './satisfaction.ts';
import { gradeOf, satisfactionRules } from './satisfaction-rule.ts';

/** A paper ballot while it is being counted. */
export type CountedSoFar = { at: string; ruleId: string; tallies: readonly PartialCount[] };

/** What can be said of a count at any moment of it, each in a Chinese sentence; the result once nothing speaks against it. */
export type PaperWorking = {
  attendance: string;
  sums: readonly string[];
  faults: readonly string[];
  /** What is missing before there is a result. */
  awaits: string;
  result?: AssessmentResult;
  /** What was assessed, as it is announced. */
  subject: string;
};

/** Follows the tellers: attendance by the record of the sitting, sums, what cannot be right, and the grade (SAT-01, SAT-03, SAT-07). */
export function workingOfPapers({ at, ruleId, tallies }: CountedSoFar, facts: Facts): PaperWorking {
  const attendance = attendanceAt(facts, at);
  const electorate = electorateOf(facts, attendance);
  const differences = differencesOf(tallies).map(({ text }) => `两名监票人${text}。`);
  const faults = [...new Set([...differences, ...tallies.flatMap((tally) => textsOf(tally, electorate))])];
  const result = faults.length > 0 ? undefined : resultOf(ruleId, tallies, attendance);
  return {
    attendance: attendanceText(at, attendance, electorate),
    sums: [...new Set(tallies.map(sumText))].filter((text) => text !== ''),
    faults,
    awaits: faults.length > 0 ? '计票记录改正后，按规则计算结果。' : '两名监票人填完票数后，按规则计算结果。',
    ...(result === undefined ? {} : { result }),
    subject: facts.own.handlingSession?.sessionId === facts.sitting?.caseId ? '审议意见办理落实情况' : '专项工作报告',
  };
}

function attendanceText(at: string, { members, present }: { members: number; present: number }, electorate: number) {
  const moment = at === '' ? '填写测评时间后，按会议登记核算实到人数' : `${at}在场${present}人（据会议到会登记）`;
  return `全体组成人员${members}人，${moment}；测评票最多发出${electorate}张。`;
}

function textsOf(tally: PartialCount, electorate: number): readonly string[] {
  return faultsIn(tally, electorate).map(({ text }) => text);
}

function sumText(tally: PartialCount): string {
  const { returned } = tally;
  const sum = sortedPapers(tally);
  if (returned === undefined || sum > returned) return '';
  if (isComplete(tally)) return sum === returned ? `各项合计${sum}票，与收回票数相符。` : '';
  return sum === 0 ? '' : `已计${sum}票，收回${returned}票，还有${returned - sum}票没有计入。`;
}

function resultOf(
  ruleId: string,
  tallies: readonly PartialCount[],
  { members, present }: { members: number; present: number },
): AssessmentResult | undefined {
  const rule = satisfactionRules.find(({ id }) => id === ruleId);
  const count = sameCountOf(tallies);
  if (rule === undefined || count === undefined) return undefined;
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    members,
    present,
    count,
    ...gradeOf(rule, count, members, present),
  };
}
