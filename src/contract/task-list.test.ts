import { expect, test } from 'vitest';
import { tasksShown } from './task-list.ts';

const task = (title: string, caseName: string, due: string | null) => ({ caseId: caseName, caseName, title, due });
const tasks = [
  task('征集议题', '2027年度', null),
  task('报送调研报告', '停车治理', '2027-05-01'),
  task('报送监督成果', '养老服务', '2027-03-01'),
];
const titles = (filter: Parameters<typeof tasksShown>[1]) => tasksShown(tasks, filter).map(({ title }) => title);

test('own tasks stand by their due days, those without one last, unless another order is asked for', () => {
  expect(titles({})).toEqual(['报送监督成果', '报送调研报告', '征集议题']);
  expect(titles({ sort: 'case' })).toEqual(['征集议题', '报送调研报告', '报送监督成果']);
});

test('own tasks are narrowed to one case and to words of the task and its case', () => {
  expect(titles({ caseId: '停车治理' })).toEqual(['报送调研报告']);
  expect(titles({ text: '报送 养老' })).toEqual(['报送监督成果']);
  expect(titles({ text: '没有' })).toEqual([]);
});
