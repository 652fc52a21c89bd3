import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { emptyRound, nextSteps } from './handling-state.ts';
import { groundsOf, ladderOf } from './ladder.ts';

describe('S4.5 the ways on from 不满意', () => {
  test('are four, mildest first, and an interpellation says how many have to sign at each level (INQ-01, INQ-02)', () => {
    const ladder = ladderOf(buildFacts());
    expect(ladder.map(({ step }) => step)).toEqual(nextSteps);
    expect(ladder.at(-1)).toMatchObject({ clause: '监督法 §51', needs: expect.stringContaining('5人以上') });
    expect(ladderOf(buildFacts({ tenantId: 'county-1' })).at(-1)?.needs).toContain('3人以上');
  });

  test('say which steps each puts on the next round, as the procedure declares them (S4.5)', () => {
    const titles = new Map(
      ladderOf(buildFacts()).map(({ step, ordered }) => [step, ordered.map(({ title }) => title)]),
    );
    expect(Object.fromEntries(titles)).toEqual({
      rectify: [],
      'second-deliberation': ['常委会会议对办理落实情况进行二次审议'],
      inquiry: ['常委会会议就办理落实情况开展询问'],
      interpellation: ['登记受质询机关的答复'],
    });
  });

  test('are decided on the ballot and on what was not met', () => {
    const demand = (no: number) => ({ id: `d-${no}`, no, problem: '', text: '', organId: 'o', findingIds: [] });
    const verdicts = [
      { demandId: 'd-1', verdict: 'met', reason: '' },
      { demandId: 'd-2', verdict: 'not-met', reason: '未完工' },
    ] as const;
    const rounds = [{ ...emptyRound(1, null), verdicts }];
    const facts = buildFacts({ state: { handling: { demands: [demand(1), demand(2)], rounds } } });
    expect(groundsOf(facts)).toMatchObject({ assessment: null, left: [{ id: 'd-2' }] });
  });
});
