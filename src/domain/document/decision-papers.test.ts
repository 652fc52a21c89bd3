import { describe, expect, test } from 'vitest';
import { buildFacts, type FactsOverrides } from '../../../test/build/facts.ts';
import { buildSitting, buildVote, talliesOf } from '../../../test/build/sitting.ts';
import { acts } from '../acts.ts';
import { isCollective } from '../procedure/check-act.ts';
import { decisionPapers, kindsWithPapers } from './decision-papers.ts';
import type { TitledPaper } from './paper.ts';

const opinion = {
  state: 'compiled' as const,
  version: 2,
  assessment: '成效明显，仍有差距。',
  problems: ['停车难'],
  demands: [{ id: 'd-1', no: 1, problem: '停车难', text: '增加车位', organId: 'city-housing', findingIds: [] }],
  withoutDemand: [],
  countyResultsAbsorbed: [],
  returned: null,
  vote: null,
};
const papers = (kind: string, payload: unknown, overrides: FactsOverrides = {}) =>
  decisionPapers(kind, payload, buildFacts({ on: '2026-10-26', sitting: buildSitting(), ...overrides }));
const textIn = (list: readonly TitledPaper[]) => JSON.stringify(list);

describe('监督法 §8 what a chairperson reads before he confirms', () => {
  test('every collective act says what was decided on', () => {
    const collective = new Set(acts.filter(isCollective).map(({ kind }) => kind));
    expect(new Set(kindsWithPapers)).toEqual(collective);
  });

  test('S1.4 the joint plan lies there with every topic, in words', () => {
    const topics = [
      { key: '1', name: '养老服务', domain: 'livelihood' as const, leadUnitId: 'unit', deliberationDate: '2026-10-26' },
    ];
    const list = papers(
      'decide-joint-plan',
      { outcome: 'approved' },
      {
        state: { year: { jointPlan: { version: 3, topics, seq: 9 } } },
      },
    );
    expect(list).toMatchObject([{ title: '联动监督计划建议方案（第3稿）' }]);
    expect(textIn(list)).toContain('民生事业');
    expect(textIn(list)).not.toContain('livelihood');
  });

  test('S3.7 the opinion lies there with its demands; another version than the one entered is said first', () => {
    const state = { deliberation: { opinion } };
    const list = papers('agree-opinion', { outcome: 'approved', version: 2 }, { state });
    expect(list.map(({ title }) => title)).toEqual(['审议意见（第2稿）']);
    expect(textIn(list)).toContain('增加车位');
    const older = papers('agree-opinion', { outcome: 'approved', version: 1 }, { state });
    expect(older[0]?.title).toBe('请先核对');
  });

  test('S3.7 a vote is told with its outcome and every name', () => {
    const vote = buildVote('city', { no: ['city-member-1'] });
    const list = papers('adopt-opinion', { version: 2, vote }, { state: { deliberation: { opinion } } });
    expect(list.at(-1)?.title).toBe('表决结果：审议意见通过');
    expect(textIn(list.slice(-1))).toContain('示例市member-1');
  });

  test('S4.4 a ballot on paper is told by its result, its rule and the basis of the rule', () => {
    const count = { issued: 11, returned: 11, satisfied: 7, basicallySatisfied: 2, unsatisfied: 2, invalid: 0 };
    const payload = {
      at: '10:30',
      members: 11,
      present: 11,
      ruleId: 'majority-of-members',
      ruleVersion: 1,
      tallies: talliesOf(count),
    };
    const [result] = papers('assess-handling', payload);
    expect(result?.title).toBe('测评结果');
    expect(textIn(result === undefined ? [] : [result])).toContain('全体组成人员过半数');
    expect(textIn(result === undefined ? [] : [result])).not.toContain('majority');
  });
});
