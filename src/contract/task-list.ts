import { z } from 'zod';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { holdsWords, type Orders, sortedRows } from './list-rows.ts';
import { defineRoute, uuid } from './route.ts';
import type { TaskView } from './tasks.ts';

/** Which of the own tasks, and in what order: the same words in the address of the list and of its spreadsheet. */
export const taskFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  caseId: uuid.optional(),
  sort: z.string().max(40).optional(),
});
export type TaskFilter = z.output<typeof taskFilter>;

type Task = Pick<TaskView, 'caseId' | 'caseName' | 'title' | 'due'>;

/** The orders of the own tasks by their names; the earliest due first unless another is asked for, and last what has no date yet. */
const orders: Orders<Task> = {
  due: { by: ({ due }) => due ?? '9999' },
  case: { by: ({ caseName }) => caseName },
  title: { by: ({ title }) => title },
};

/** The tasks that fit everything that is said, in the order asked for. */
export function tasksShown<Row extends Task>(tasks: readonly Row[], filter: TaskFilter): readonly Row[] {
  const { text, caseId, sort = 'due' } = filter;
  const fits = (task: Row) =>
    (caseId === undefined || task.caseId === caseId) && holdsWords(text, task.title, task.caseName);
  return sortedRows(tasks.filter(fits), orders, sort);
}

export const exportMyTasks = defineRoute({
  ...file,
  path: '/api/tasks/export',
  id: 'exportMyTasks',
  summary: '导出我的工作，按屏幕上的筛选',
  query: taskFilter,
});
