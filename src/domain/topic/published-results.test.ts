import { expect, test } from 'vitest';
import { buildState } from '../../../test/build/facts.ts';
import type { CaseState } from '../case-state.ts';
import { emptyRound, type Round } from '../handling/handling-state.ts';
import { publishedResultsOf } from './published-results.ts';

const demand = { id: 'd1', no: 1, organId: 'city-government', problem: '车位不足', text: '年内新增车位两千个。' };
const decided = {
  opinion: {
    state: 'adopted',
    version: 1,
    assessment: '',
    problems: [],
    demands: [demand],
    countyResultsAbsorbed: [],
    returned: null,
    vote: { yes: ['a', 'b', 'c', 'd', 'e', 'f'], no: ['g'], abstain: [] },
  },
  reportAssessment: { count: { satisfied: 2, basicallySatisfied: 5, unsatisfied: 1 }, grade: 'basically-satisfied' },
  // Only what the function reads.
} as unknown as Partial<CaseState['deliberation']>;

test('监督法 §17 what was decided stays with the body until it is published', () => {
  expect(publishedResultsOf(buildState({ deliberation: decided }))).toBeNull();
});

test('监督法 §17 once published everybody may know what was decided, by which votes, and what is asked', () => {
  const state = buildState({ deliberation: decided, handling: { publishedOn: '2026-11-20' } });
  expect(publishedResultsOf(state)).toEqual({
    on: '2026-11-20',
    lines: [
      '常委会会议表决通过审议意见，提出1项要求，赞成6票，反对1票，弃权0票。',
      '对专项工作报告的满意度测评：满意2票，基本满意5票，不满意1票，结果为“基本满意”。',
    ],
    demands: ['年内新增车位两千个。'],
  });
});

test('监督法 §17 what was done about the demands is known once it is published, round by round', () => {
  const count = { issued: 9, returned: 9, satisfied: 2, basicallySatisfied: 1, unsatisfied: 6, invalid: 0 };
  const assessment = { ruleId: 'majority', ruleVersion: 1, members: 11, present: 9, count, explanation: '' };
  const first = {
    ...emptyRound(1, '2027-01-31'),
    verdicts: [{ demandId: 'd1', verdict: 'not-met', reason: '没有完成' } as const],
    assessment: { ...assessment, grade: 'unsatisfied' } as const,
  };
  const known = (rounds: readonly Round[]) =>
    publishedResultsOf(buildState({ deliberation: decided, handling: { publishedOn: '2026-11-20', rounds } }))?.lines;
  expect(known([first])).toHaveLength(2);
  expect(known([{ ...first, publishedOn: '2027-03-01' }, emptyRound(2, '2027-06-30')])?.slice(2)).toEqual([
    '第1轮办理落实情况：1项未落实。',
    '对第1轮办理落实情况的满意度测评：满意2票，基本满意1票，不满意6票，结果为“不满意”。',
  ]);
});
