import { z } from 'zod';
import { adjustmentActSchemas } from './acts/adjustment.ts';
import { deliberationActSchemas } from './acts/deliberation.ts';
import { handlingActSchemas } from './acts/handling.ts';
import { researchActSchemas } from './acts/research.ts';
import { safeguardsActSchemas } from './acts/safeguards.ts';
import { sessionActSchemas } from './acts/session.ts';
import { yearActSchemas } from './acts/year.ts';
import { limits } from './fields.ts';
import { paging } from './paging.ts';
import { defineRoute, plainDate, refusalSchema, uuid } from './route.ts';

/** Payload schema of every act that is filled in; receipts are composed by the server and have none. */
export const actSchemas = {
  ...yearActSchemas,
  ...adjustmentActSchemas,
  ...researchActSchemas,
  ...sessionActSchemas,
  ...deliberationActSchemas,
  ...handlingActSchemas,
  ...safeguardsActSchemas,
} as const;
export type ActKind = keyof typeof actSchemas;
export const actKinds = Object.keys(actSchemas) as ActKind[];

export const meetingSchema = z
  .object({
    date: plainDate.meta({ title: '会议日期' }),
    name: z.string().trim().min(1, '请填写会议名称').max(200).meta({ title: '会议名称' }),
    chairId: uuid.meta({ title: '主持人', widget: 'council-member' }),
    presentIds: z
      .array(uuid.meta({ widget: 'council-member' }))
      .min(1, '请选择出席人员')
      .meta({ title: '出席人员', all: '全部到会' }),
  })
  .meta({ title: '主任会议' });

/** The envelope of every act: when it happened, why it departs from a rule in principle, and which version it was filled in on. */
function envelopeOf<Payload extends z.ZodType>(payload: Payload) {
  return z.object({
    on: plainDate.optional().meta({ title: '办理日期' }),
    version: z.number().int().positive().optional(),
    reasons: z.record(z.string(), z.string().max(2000)).default({}),
    meeting: meetingSchema.optional(),
    payload,
  });
}

export const actOutcomeSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('recorded'),
    seq: z.number().int(),
    hash: z.string(),
    version: z.number().int(),
    packageIds: z.array(uuid),
    createdCaseIds: z.array(uuid),
  }),
  z.object({ state: z.literal('entered'), enteredId: uuid }),
]);

const caseParams = z.object({ caseId: uuid });

/** One route per act kind, so that each has its own schema in the API document. */
export function takeActRoute(kind: ActKind, title: string, clause: string) {
  return defineRoute({
    method: 'POST',
    path: `/api/cases/:caseId/acts/${kind}`,
    id: `take${kind.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase())}`,
    summary: `${title}（${clause}）`,
    tag: '法定行为',
    status: 201,
    access: 'signed-in',
    params: caseParams,
    body: envelopeOf(actSchemas[kind]),
    response: actOutcomeSchema,
  });
}

export const availableActSchema = z.object({
  kind: z.string(),
  title: z.string(),
  clause: z.string(),
  law: z.array(z.string()),
  performer: z.string(),
  collective: z.boolean(),
  stage: z.string(),
  stepDone: z.boolean(),
  refusals: z.array(refusalSchema),
});
export type AvailableAct = z.output<typeof availableActSchema>;

export const listAvailableActs = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/available-acts',
  id: 'listAvailableActs',
  summary: '本人在该事项中可以办理的行为，及不能办理的理由',
  tag: '法定行为',
  access: 'signed-in',
  params: caseParams,
  response: z.object({ version: z.number().int(), acts: z.array(availableActSchema) }),
});

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
