import type { NamedVote } from '../session/session-state.ts';
import { majorityOf } from '../session/thresholds.ts';
import { type AssessmentResult, gradeNames } from './satisfaction.ts';
import { shareText, validOf } from './shares.ts';

/** What the chair reads out after a vote (VOT-01): attendance, every count, the majority of all members, the outcome. */
export function voteAnnouncement({
  matter,
  members,
  present,
  yes,
  no,
  abstain,
  notPressed,
  passed,
}: NamedVote): string {
  const counts = `赞成${yes.length}票，反对${no.length}票，弃权${abstain.length}票${notPressed.length === 0 ? '' : `，未按表决器${notPressed.length}人`}`;
  const majority = `赞成票${passed ? '超过' : '没有超过'}常委会全体组成人员的半数（过半数为${majorityOf(members)}票）`;
  return `现在宣布表决结果。常委会组成人员${members}人，出席会议${present}人。${counts}。${majority}，${matter}${passed ? '获得通过' : '未获通过'}。`;
}

/** What is read out after the papers of a satisfaction ballot are counted (SAT-03): the dissatisfied are named beside the grade. */
export function assessmentAnnouncement(subject: string, { members, present, count, grade }: AssessmentResult): string {
  const { issued, returned, satisfied, basicallySatisfied, unsatisfied, invalid } = count;
  const papers = `发出测评票${issued}张，收回${returned}张，其中有效票${returned - invalid}张、无效票${invalid}张`;
  const options = `满意${satisfied}票，基本满意${basicallySatisfied}票，不满意${unsatisfied}票`;
  const outcome = grade === null ? '按照规定只公布票数，不评定等次' : `测评结果为“${gradeNames[grade]}”`;
  return `现在宣布对${subject}的满意度测评结果。常委会组成人员${members}人，出席会议${present}人。${papers}。${options}。${outcome}。`;
}

/** The grade in a few words, never without the share of the dissatisfied: 满意（不满意占6.67%） (SAT-03). */
export function gradeInShort({ grade, count }: Pick<AssessmentResult, 'grade' | 'count'>): string {
  const share = `不满意占${shareText(count.unsatisfied, validOf(count))}`;
  return grade === null ? `只公布票数，${share}` : `${gradeNames[grade]}（${share}）`;
}
