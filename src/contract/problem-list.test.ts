import { describe, expect, test } from 'vitest';
import { emptyCaseState } from '../domain/case-state.ts';
import { emptyRound } from '../domain/handling/handling-state.ts';
import type { Finding } from '../domain/research/finding.ts';
import { type ProblemFilter, problemLinesShown } from './problem-list.ts';

const finding = (id: string): Finding => ({
  id,
  title: id,
  description: '',
  severity: 'general',
  place: { kind: 'county', tenantId: 'county' },
});
const demand = (no: number, organId: string, findingIds: string[]) => {
  return { id: `d${no}`, no, problem: `要求${no}`, text: '', organId, findingIds };
};
const promised = (demandId: string, due: string) => {
  return { demandId, stance: 'accepted', measure: '', owner: '', due } as const;
};
const state = {
  ...emptyCaseState,
  research: { ...emptyCaseState.research, findings: ['停车', '消防', '电梯', '绿化'].map(finding) },
  handling: {
    ...emptyCaseState.handling,
    handedOverOn: '2026-11-03',
    demands: [demand(1, '住建局', ['电梯', '消防']), demand(2, '公安局', ['停车']), demand(3, '住建局', [])],
    rounds: [
      {
        ...emptyRound(1, '2027-01-27'),
        answers: [promised('d1', '2026-12-08'), promised('d2', '2026-11-20')],
      },
    ],
  },
};
const about = {
  today: '2026-12-01',
  nameOf: (id: string) => id,
  isRepeat: ({ finding: found }: { finding: Finding | undefined }) => found?.id === '消防',
};
const shown = (filter: ProblemFilter) =>
  problemLinesShown(state, filter, about).map((line) => line.finding?.id ?? line.demand?.problem);

describe('the lines of a list of problems', () => {
  test('stand as they were found, then the demands that rest on nothing', () => {
    expect(shown({})).toEqual(['停车', '消防', '电梯', '绿化', '要求3']);
  });

  test('are narrowed to an organ, to how they stand to their day, to how far they are and to what stands again', () => {
    expect(shown({ organ: '住建局' })).toEqual(['消防', '电梯', '要求3']);
    expect(shown({ due: 'overdue' })).toEqual(['停车']);
    expect(shown({ due: 'soon', organ: '公安局' })).toEqual([]);
    expect(shown({ stands: 'not-demanded' })).toEqual(['绿化']);
    expect(shown({ repeat: 'only' })).toEqual(['消防']);
  });

  test('are ordered by their days, those without one last, by organs and by how far they are', () => {
    expect(shown({ sort: 'due' })).toEqual(['停车', '消防', '电梯', '要求3', '绿化']);
    expect(shown({ sort: 'due-late' })).toEqual(['要求3', '消防', '电梯', '停车', '绿化']);
    expect(shown({ sort: 'organ' })).toEqual(['停车', '消防', '电梯', '要求3', '绿化']);
    expect(shown({ sort: 'stands' })).toEqual(['绿化', '要求3', '停车', '消防', '电梯']);
  });

  test('read from the demands, are those of each demand together, in the order of the opinion or the one asked for', () => {
    expect(shown({ view: 'demands' })).toEqual(['消防', '电梯', '停车', '要求3']);
    expect(shown({ view: 'demands', sort: 'due' })).toEqual(['停车', '消防', '电梯', '要求3']);
  });

  test('read from the demands, tell all findings of a demand of which one fits', () => {
    expect(shown({ view: 'demands', repeat: 'only' })).toEqual(['消防', '电梯']);
  });
});
