import { expect, test } from 'vitest';
import type { PromiseRow, PromiseStanding } from '../domain/handling/promises.ts';
import { type PromiseFilter, promisesShown } from './promise-list.ts';

const row = (no: number, organId: string, standing: PromiseStanding, due?: string): PromiseRow => ({
  demand: { id: `d${no}`, no, problem: '', text: '', organId, findingIds: [] },
  answer: undefined,
  due,
  evidence: [],
  verdict: undefined,
  settledIn: undefined,
  standing,
});
const rows = [
  row(1, '住建局', 'open', '2027-01-10'),
  row(2, '公安局', 'unanswered'),
  row(3, '住建局', 'overdue', '2026-11-30'),
];
const shown = (filter: PromiseFilter) => promisesShown(rows, filter, (id) => id).map(({ demand }) => demand.no);

test('promises stand in the order of the opinion unless another is asked for; what has no day comes last', () => {
  expect(shown({})).toEqual([1, 2, 3]);
  expect(shown({ sort: 'due' })).toEqual([3, 1, 2]);
  expect(shown({ sort: 'due-late' })).toEqual([1, 3, 2]);
  expect(shown({ sort: 'organ' })).toEqual([2, 1, 3]);
  expect(shown({ sort: 'standing' })).toEqual([3, 2, 1]);
});

test('promises are narrowed to how they stand', () => {
  expect(shown({ promise: 'overdue' })).toEqual([3]);
  expect(shown({ promise: 'met' })).toEqual([]);
});
