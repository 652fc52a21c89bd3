import { expect, test } from 'vitest';
import type { Verdict } from './demand.ts';
import { emptyRound } from './handling-state.ts';
import { stillUnmetText, unmetBefore } from './unmet-before.ts';

const verdict = (demandId: string, said: Verdict['verdict']): Verdict => ({ demandId, verdict: said, reason: '理由' });
const first = { ...emptyRound(1, null), verdicts: [verdict('a', 'not-met'), verdict('b', 'met'), verdict('c', 'met')] };
const second = { ...emptyRound(2, null, ['a', 'c']), verdicts: [verdict('a', 'partly-met'), verdict('c', 'met')] };

test('HAN-08 the first round repeats nothing', () => {
  expect(unmetBefore([])).toEqual([]);
  expect(unmetBefore([first])).toEqual([]);
});

test('HAN-08 a later round says of its demands what was not met before, round by round; what was met is not among them', () => {
  expect(unmetBefore([first, second])).toEqual([
    { demandId: 'a', rounds: [{ round: 1, verdict: 'not-met', reason: '理由' }] },
  ]);
  expect(unmetBefore([first, second, emptyRound(3, null, ['a'])])).toMatchObject([
    { demandId: 'a', rounds: [{ round: 1 }, { round: 2, verdict: 'partly-met' }] },
  ]);
});

test('HAN-08 a demand that a round finds unmet as one before it did is said to be unmet still', () => {
  const said = (...verdicts: readonly (Verdict['verdict'] | undefined)[]) =>
    stillUnmetText(
      verdicts.map((one, index) => ({ no: index + 1, verdict: one === undefined ? one : { verdict: one } })),
    );
  expect(said('not-met')).toBeUndefined();
  expect(said('not-met', 'not-met')).toBe('第2轮仍未落实');
  expect(said('partly-met', 'not-met', 'partly-met')).toBe('第3轮仍未全部落实');
  expect(said('not-met', 'met')).toBeUndefined();
  expect(said('met', 'not-met')).toBeUndefined();
  expect(said('not-met', undefined)).toBeUndefined();
});
