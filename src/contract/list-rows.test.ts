import { describe, expect, test } from 'vitest';
import { holdsWords, type Orders, rowsOnPage, sortedRows } from './list-rows.ts';

type Row = { name: string; count: number };
const rows: Row[] = [
  { name: '第10号', count: 2 },
  { name: '第9号', count: 10 },
  { name: '安州区', count: 2 },
];
const orders: Orders<Row> = { name: { by: ({ name }) => name }, most: { by: ({ count }) => count, descending: true } };
const namesOf = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

describe('rows of a list', () => {
  test('stand by pinyin, and by the numbers in their names', () => {
    expect(namesOf(sortedRows(rows, orders, 'name'))).toEqual(['安州区', '第9号', '第10号']);
  });

  test('stand by a number the other way round, equal ones as they came', () => {
    expect(namesOf(sortedRows(rows, orders, 'most'))).toEqual(['第9号', '第10号', '安州区']);
  });

  test.each([undefined, 'nobody', 'constructor'])('stay as they are for the order %s', (sort) => {
    expect(sortedRows(rows, orders, sort)).toEqual(rows);
  });

  test('come page by page; an address past the end shows the last page', () => {
    expect(rowsOnPage([1, 2, 3, 4, 5], 2, 2)).toEqual([3, 4]);
    expect(rowsOnPage([1, 2, 3, 4, 5], 9, 2)).toEqual([5]);
    expect(rowsOnPage([], 3, 2)).toEqual([]);
  });

  test('are found by every word, wherever it stands', () => {
    expect(holdsWords('停车 城建', '城区停车管理', '城建环资委')).toBe(true);
    expect(holdsWords('停车 教育', '城区停车管理', '城建环资委')).toBe(false);
    expect(holdsWords(undefined, '城区停车管理')).toBe(true);
  });
});
