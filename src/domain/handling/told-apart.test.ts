import { expect, test } from 'vitest';
import { apartOf, type EarlierProblem, earlierOf } from './earlier-problem.ts';
import { type ToldApart, withToldApart } from './told-apart.ts';

const earlier: EarlierProblem = {
  ...{
    caseId: 'past',
    caseName: '城区停车管理',
    year: 2025,
    demandId: 'd1',
    no: 1,
    problem: '占道',
    text: '',
    organId: '',
  },
  kind: 'after-met',
  judged: null,
  place: 'same',
  words: [],
  apart: null,
};
const other = { ...earlier, demandId: 'd2' };
const repeats = [
  { problemId: 'f1', earlier: [earlier, other] },
  { problemId: 'e1', earlier: [earlier] },
];
const said: ToldApart = {
  ...{ problemId: 'f1', earlierCaseId: 'past', earlierDemandId: 'd1' },
  ...{ reason: '成因不同', byName: '张示例', on: '2026-11-27' },
};
const idsOf = (all: readonly EarlierProblem[]) => all.map(({ demandId }) => demandId);

test('HAN-08 what was told apart repeats nothing any more, and says who said so and why', () => {
  const told = withToldApart(repeats, [said], []);
  expect(idsOf(earlierOf(told, ['f1']))).toEqual(['d2']);
  expect(apartOf(told, ['f1'])).toMatchObject([{ demandId: 'd1', apart: { reason: '成因不同', byName: '张示例' } }]);
  expect(idsOf(earlierOf(withToldApart(repeats, [], []), ['f1']))).toEqual(['d1', 'd2']);
});

test('a line whose finding was told apart is none by its demand either, in whatever version of the opinion', () => {
  const demands = [{ id: 'e1', findingIds: ['f1'] }];
  expect(idsOf(earlierOf(withToldApart(repeats, [said], demands), ['e1']))).toEqual([]);
  // Another demand, which rests on another finding, repeats it still.
  expect(idsOf(earlierOf(withToldApart(repeats, [said], [{ id: 'e1', findingIds: ['f9'] }]), ['e1']))).toEqual(['d1']);
  expect(idsOf(earlierOf(withToldApart(repeats, [said], []), ['f1', 'e1']))).toEqual(['d2']);
});
