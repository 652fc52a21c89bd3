import { expect, test } from 'vitest';
import { namedVoteOf } from '../session/named-vote.ts';
import { assessmentAnnouncement, gradeInShort, voteAnnouncement } from './result-text.ts';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_none, at) => `${prefix}${at}`);

test('VOT-01 a vote is read out with every count and the majority of all members', () => {
  const record = { at: '10:20', members: 11, yes: ids('y', 6), no: ids('n', 1), abstain: ids('a', 1), notPressed: [] };
  expect(voteAnnouncement(namedVoteOf(record, '审议意见', '2027-04-28'))).toBe(
    '现在宣布表决结果。常委会组成人员11人，出席会议8人。赞成6票，反对1票，弃权1票。赞成票超过常委会全体组成人员的半数（过半数为6票），审议意见获得通过。',
  );
  const lost = { ...record, yes: ids('y', 5), notPressed: ['p'] };
  expect(voteAnnouncement(namedVoteOf(lost, '审议意见', '2027-04-28'))).toBe(
    '现在宣布表决结果。常委会组成人员11人，出席会议8人。赞成5票，反对1票，弃权1票，未按表决器1人。赞成票没有超过常委会全体组成人员的半数（过半数为6票），审议意见未获通过。',
  );
});

test('SAT-03 an assessment is read out with the papers, the dissatisfied beside the grade, or the counts alone', () => {
  const count = { issued: 8, returned: 8, satisfied: 3, basicallySatisfied: 2, unsatisfied: 2, invalid: 1 };
  const result = {
    ruleId: 'r',
    ruleVersion: 1,
    members: 11,
    present: 8,
    count,
    grade: 'basically-satisfied',
    explanation: '',
  } as const;
  expect(assessmentAnnouncement('专项工作报告', result)).toBe(
    '现在宣布对专项工作报告的满意度测评结果。常委会组成人员11人，出席会议8人。发出测评票8张，收回8张，其中有效票7张、无效票1张。满意3票，基本满意2票，不满意2票。测评结果为“基本满意”。',
  );
  expect(assessmentAnnouncement('办理落实情况', { ...result, grade: null })).toContain(
    '按照规定只公布票数，不评定等次。',
  );
});

test('SAT-03 even in short a grade names the dissatisfied, and so do counts without a grade', () => {
  const count = { issued: 8, returned: 8, satisfied: 5, basicallySatisfied: 1, unsatisfied: 1, invalid: 1 };
  expect(gradeInShort({ grade: 'satisfied', count })).toBe('满意（不满意占14.29%）');
  expect(gradeInShort({ grade: null, count })).toBe('只公布票数，不满意占14.29%');
});
