import { z } from 'zod';
import { exportFile as file } from './export-file.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

const tag = '催办';

const reminderSchema = z.object({
  caseId: uuid,
  caseName: z.string(),
  /** Whose step it is. */
  tenantId: uuid,
  tenantName: z.string(),
  stepKey: z.string(),
  title: z.string(),
  clause: z.string(),
  due: plainDate.nullable(),
  fromTenantId: uuid,
  /** The office or committee that reminded, and its person. */
  fromName: z.string(),
  byName: z.string(),
  at: z.string(),
});
export type ReminderView = z.output<typeof reminderSchema>;

export const listReminders = defineRoute({
  method: 'GET',
  path: '/api/reminders',
  id: 'listReminders',
  summary: '本单位发出和收到的催办，从新到旧；可以只列一个事项的',
  tag,
  access: 'signed-in',
  query: z.object({ caseId: uuid.optional(), limit: z.coerce.number().int().min(1).max(500).default(500) }),
  response: z.object({ reminders: z.array(reminderSchema) }),
});

export const remind = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/reminders',
  id: 'remind',
  summary: '催办一个到期未办的步骤；同一步骤一天一次',
  tag,
  status: 201,
  access: 'signed-in',
  params: z.object({ caseId: uuid }),
  body: z.object({ tenantId: uuid, stepKey: z.string().min(1).max(120) }),
  response: reminderSchema,
});

export const exportReminders = defineRoute({
  ...file,
  path: '/api/cases/:caseId/reminders/export',
  id: 'exportReminders',
  summary: '导出本单位在一个事项中发出和收到的催办，从新到旧',
  params: z.object({ caseId: uuid }),
});
