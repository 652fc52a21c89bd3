import { z } from 'zod';
import { actOutcomeSchema, meetingSchema } from './act-route.ts';
import { exportFile } from './export-file.ts';
import { limits } from './fields.ts';
import { paging } from './paging.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

const enteredActSchema = z.object({
  id: uuid,
  caseId: uuid,
  caseName: z.string(),
  kind: z.string(),
  title: z.string(),
  clause: z.string(),
  on: plainDate,
  payload: z.unknown(),
  meeting: meetingSchema.nullable(),
  reasons: z.record(z.string(), z.string()),
  enteredBy: uuid,
  enteredByName: z.string(),
  enteredAt: z.string(),
  state: z.enum(['waiting', 'confirmed', 'sent-back', 'withdrawn']),
  sendBackReason: z.string().nullable(),
});
/** Where an entered decision stands. */
export const enteredStateNames = {
  waiting: '待确认',
  confirmed: '已确认',
  'sent-back': '已退回',
  withdrawn: '已撤回',
} as const;

export type EnteredActView = z.output<typeof enteredActSchema>;

export const listEnteredActs = defineRoute({
  method: 'GET',
  path: '/api/entered-acts',
  id: 'listEnteredActs',
  summary: '已登记的集体决定：筛选、排序、分页',
  tag: '法定行为',
  access: 'signed-in',
  query: z.object({
    state: z.enum(['waiting', 'confirmed', 'sent-back', 'withdrawn']).optional(),
    /** Of the decision's title or the name of its case. */
    text: z.string().trim().max(limits.shortText).optional(),
    sort: z.enum(['newest', 'oldest']).default('newest'),
    ...paging,
  }),
  response: z.object({ entered: z.array(enteredActSchema), total: z.number().int(), pageSize: z.number().int() }),
});

export const exportEnteredActs = defineRoute({
  ...exportFile,
  path: '/api/entered-acts/export',
  id: 'exportEnteredActs',
  summary: '导出已登记的集体决定，按屏幕上的筛选',
  query: z.object({
    confirmation: z.enum(['waiting', 'confirmed', 'sent-back', 'withdrawn']).optional(),
    text: z.string().trim().max(limits.shortText).optional(),
    sort: z.enum(['newest', 'oldest']).default('newest'),
  }),
});

export const confirmEnteredAct = defineRoute({
  method: 'POST',
  path: '/api/entered-acts/:enteredId/confirmation',
  id: 'confirmEnteredAct',
  summary: '主任会议组成人员确认集体决定',
  tag: '法定行为',
  status: 201,
  access: 'signed-in',
  params: z.object({ enteredId: uuid }),
  body: z.object({}),
  response: actOutcomeSchema,
});

export const sendBackEnteredAct = defineRoute({
  method: 'POST',
  path: '/api/entered-acts/:enteredId/return',
  id: 'sendBackEnteredAct',
  summary: '主任会议组成人员退回登记',
  tag: '法定行为',
  access: 'signed-in',
  params: z.object({ enteredId: uuid }),
  body: z.object({ reason: z.string().trim().min(1, '请填写退回理由').max(2000) }),
  response: z.object({ state: z.literal('sent-back') }),
});

export const withdrawEnteredAct = defineRoute({
  method: 'POST',
  path: '/api/entered-acts/:enteredId/withdrawal',
  id: 'withdrawEnteredAct',
  summary: '登记人或办公室在确认前撤回登记',
  tag: '法定行为',
  access: 'signed-in',
  params: z.object({ enteredId: uuid }),
  body: z.object({}),
  response: z.object({ state: z.literal('withdrawn') }),
});
