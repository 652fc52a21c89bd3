import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

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

/** The route of one kind of act, which is filled in by that schema. */
export function actRoute<const Payload extends z.ZodType>(
  kind: string,
  payload: Payload,
  { title, clause }: { title: string; clause: string },
) {
  return defineRoute({
    method: 'POST',
    path: `/api/cases/:caseId/acts/${kind}`,
    id: `take${kind.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase())}`,
    summary: `${title}（${clause}）`,
    tag: '法定行为',
    status: 201,
    access: 'signed-in',
    params: z.object({ caseId: uuid }),
    body: envelopeOf(payload),
    response: actOutcomeSchema,
  });
}
