import { expect, test } from 'vitest';
import type { FindingRow } from '../domain/handling/finding-rows.ts';
import { type FindingFilter, findingsShown } from './finding-list.ts';

const row = (title: string, source: string, change: Partial<FindingRow> = {}): FindingRow => ({
  finding: {
    id: title,
    title,
    description: `${title}的情况`,
    severity: 'general',
    place: { kind: 'county', tenantId: source },
  },
  bodyId: source,
  isOwn: source === '本级',
  source,
  place: source === '本级' ? '高新区' : source,
  stands: 'found',
  report: undefined,
  corrected: undefined,
  ...change,
});
const prominent = row('车位不足', '乙县');
const rows = [
  row('消防通道占用', '本级', { stands: 'reported' }),
  { ...prominent, finding: { ...prominent.finding, severity: 'prominent' as const } },
  row('安全检查不到位', '甲县', { stands: 'met' }),
];
const shown = (filter: FindingFilter) => findingsShown(rows, filter).map(({ finding }) => finding.title);

test('findings stand as they were recorded unless another order is asked for', () => {
  expect(shown({})).toEqual(['消防通道占用', '车位不足', '安全检查不到位']);
  expect(shown({ sort: 'title' })).toEqual(['安全检查不到位', '车位不足', '消防通道占用']);
  expect(shown({ sort: 'title-down' })).toEqual(['消防通道占用', '车位不足', '安全检查不到位']);
  expect(shown({ sort: 'severity' })[0]).toBe('车位不足');
  expect(shown({ sort: 'severity-down' })[2]).toBe('车位不足');
  expect(shown({ sort: 'standing' })).toEqual(['车位不足', '消防通道占用', '安全检查不到位']);
  expect(shown({ sort: 'source' })).toEqual(['消防通道占用', '安全检查不到位', '车位不足']);
  expect(shown({ sort: 'place-down' })).toEqual(['车位不足', '安全检查不到位', '消防通道占用']);
});

test('findings are narrowed to who found them, where, how grave they are, how far they have come, and to words', () => {
  expect(shown({ body: '甲县' })).toEqual(['安全检查不到位']);
  expect(shown({ place: '高新区' })).toEqual(['消防通道占用']);
  expect(shown({ severity: 'prominent' })).toEqual(['车位不足']);
  expect(shown({ stands: 'met', body: '乙县' })).toEqual([]);
  expect(shown({ text: '情况 乙县' })).toEqual(['车位不足']);
  expect(shown({ text: '没有' })).toEqual([]);
});
