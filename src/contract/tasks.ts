import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

const taskSchema = z.object({
  caseId: uuid,
  caseName: z.string(),
  stepKey: z.string(),
  stepId: z.string(),
  performer: z.string(),
  state: z.enum(['waiting', 'ready', 'due-soon', 'overdue']),
  due: plainDate.nullable(),
  force: z.enum(['must', 'in-principle', 'may']),
  clause: z.string(),
  title: z.string(),
  why: z.string(),
  /** The decision that does it is entered and waits for its confirmation. */
  isEntered: z.boolean(),
});
export type TaskView = z.output<typeof taskSchema>;

export const listMyTasks = defineRoute({
  method: 'GET',
  path: '/api/tasks',
  id: 'listMyTasks',
  summary: '我的工作：本人角色应办的事项，按期限排列',
  tag: '我的工作',
  access: 'signed-in',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  response: z.object({
    tasks: z.array(taskSchema),
    packagesToSign: z.number().int(),
    decisionsToConfirm: z.number().int(),
  }),
});
