import { z } from 'zod';
import { comment, itemSchema, opinionSchema, stance } from './acts/consultation.ts';
import { defineRoute, uuid } from './route.ts';

const tag = '会商';
const params = z.object({ caseId: uuid });

const consultationSchema = z.object({
  version: z.number().int(),
  state: z.enum(['open', 'closed']),
  openedByName: z.string(),
  openedAt: z.string(),
  items: z.array(itemSchema),
  opinions: z.array(opinionSchema.extend({ version: z.number().int(), saidByName: z.string(), saidAt: z.string() })),
});
export type ConsultationView = z.output<typeof consultationSchema>;

export const readConsultation = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/consultation',
  id: 'readConsultation',
  summary: '会商：议题（或者议题调整）和各方意见，参加会商的各人大常委会都能看到',
  tag,
  access: 'signed-in',
  params,
  response: z.object({ consultation: consultationSchema.nullable() }),
});

export const conveneConsultation = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/consultation',
  id: 'conveneConsultation',
  summary: '市人大常委会办公室发起会商（version 为 0），或者调整会商议题；议题调整的会商以所提建议为准',
  tag,
  status: 201,
  access: 'signed-in',
  params,
  /** `version`: the one that was seen; 0 where none is open. */
  body: z.object({ version: z.number().int().min(0), items: z.array(itemSchema).max(60) }),
  response: z.object({ consultation: consultationSchema }),
});

export const sayOpinion = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/consultation/opinions',
  id: 'sayOpinion',
  summary:
    '填写本单位对一项会商议题的意见；市办公室可以代填电话、书面意见。他人在此期间填写过的，以 consultation/said 拒绝',
  tag,
  status: 201,
  access: 'signed-in',
  params,
  /** `version`: the one that was seen; 0 where nothing was said yet. */
  body: z.object({ tenantId: uuid, key: z.string().max(40), stance, comment, version: z.number().int().min(0) }),
  response: z.object({ consultation: consultationSchema }),
});
