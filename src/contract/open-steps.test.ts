import { expect, test } from 'vitest';
import type { Obligation } from '../domain/procedure/worklist.ts';
import { type OpenStepFilter, openStepsShown } from './open-steps.ts';

const row = (title: string, tenantId: string, change: Partial<Obligation>) => ({
  title,
  obligation: { tenantId, state: 'ready', force: 'must', ...change } as const,
});
const rows = [
  row('征集', '甲县', { state: 'done' }),
  row('调研', '甲县', { state: 'waiting', due: '2026-03-01' }),
  row('延伸调研', '甲县', { force: 'may' }),
  row('报送报告', '甲县', { due: '2026-12-01' }),
  row('报送成果', '乙县', { state: 'overdue', due: '2026-11-02' }),
  row('会同研究', '甲县', { state: 'overdue', due: '2026-10-15' }),
  row('审议', '甲县', { state: 'due-soon', due: '2026-11-28' }),
  row('听取', '乙县', { state: 'waived' }),
];
const shown = (filter: OpenStepFilter) => openStepsShown(rows, filter).map(({ title }) => title);

test('without more said all steps that are not finished stand in their order, of one body or of all', () => {
  expect(shown({})).toEqual(['调研', '报送报告', '报送成果', '会同研究', '审议']);
  expect(shown({ body: '乙县' })).toEqual(['报送成果']);
});

test('what is to be done now stands by how it presses, then by its day; what waits for others is left out', () => {
  expect(shown({ open: 'now' })).toEqual(['会同研究', '报送成果', '审议', '报送报告']);
  expect(shown({ open: 'now', body: '甲县' })).toEqual(['会同研究', '审议', '报送报告']);
});

test('S5.2 what is late stands by its day', () => {
  expect(shown({ open: 'late' })).toEqual(['会同研究', '报送成果']);
});
