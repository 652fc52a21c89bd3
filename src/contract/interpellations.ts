import { z } from 'zod';
import { answerForms } from '../domain/handling/handling-state.ts';
import { motionStates } from '../domain/handling/interpellation-motion.ts';
import { attachments } from './acts/attachments.ts';
import { interpellationWords } from './acts/interpellation-words.ts';
import { longText } from './fields.ts';
import { defineRoute, plainDate, refusalSchema, uuid } from './route.ts';

const tag = '质询案';

export const draftSchema = z.object(interpellationWords);

/** `dissatisfiedNames`: of those who put it, as it was recorded. */
const answerSchema = z.object({
  isAgain: z.boolean(),
  isRecorded: z.boolean(),
  on: plainDate,
  form: z.enum(answerForms),
  venue: z.string(),
  answeredBy: z.string(),
  text: z.string(),
  attachments,
  dissatisfiedNames: z.array(z.string()),
});

const motionSchema = draftSchema.extend({
  id: uuid,
  caseId: uuid,
  topicName: z.string(),
  organName: z.string(),
  version: z.number().int(),
  state: z.enum(motionStates),
  draftedByName: z.string(),
  draftedAt: z.string(),
  submittedOn: plainDate.nullable(),
  /** Why it was withdrawn or not put, or how it is answered. */
  closedReason: z.string().nullable(),
  /** What the organ has answered, as the body has signed for it or recorded it; the second after the first. */
  answers: z.array(answerSchema),
  /** The answer that waits for a word of those who put the motion, and what they have said of it; null where none does. */
  open: z
    .object({
      isAgain: z.boolean(),
      no: z.number().int(),
      words: z.array(
        z.object({
          personId: uuid,
          personName: z.string(),
          isAgain: z.boolean(),
          no: z.number().int(),
          isSatisfied: z.boolean(),
        }),
      ),
    })
    .nullable(),
  /** On the wording as it is; `counts`: by a member of today, or of the day on which it was put. */
  signatures: z.array(z.object({ personId: uuid, personName: z.string(), signedAt: z.string(), counts: z.boolean() })),
  needed: z.number().int(),
  explain: z.string(),
  missing: z.number().int(),
  /** What the reader himself has said: `earlier`: he signed a wording that was changed since. */
  mine: z.enum(['signed', 'earlier', 'none']),
  /** What the reader may do with it now. */
  may: z.object({ sign: z.boolean(), keep: z.boolean(), submit: z.boolean(), speak: z.boolean() }),
  /** What speaks against putting it today. */
  refusals: z.array(refusalSchema),
  /** Days of the own sittings, up to today, on which it could be put. */
  days: z.array(plainDate),
});
export type MotionView = z.output<typeof motionSchema>;

const answer = z.object({ motion: motionSchema });
const params = z.object({ motionId: uuid });
/** The wording that was read. */
const version = z.number().int().positive();

export const listInterpellations = defineRoute({
  method: 'GET',
  path: '/api/interpellations',
  id: 'listInterpellations',
  summary: '本级人大常委会的质询案和签名情况，组成人员和办公室可以查看',
  tag,
  access: 'signed-in',
  query: z.object({ caseId: uuid.optional() }),
  response: z.object({ motions: z.array(motionSchema) }),
});

export const draftInterpellation = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/interpellations',
  id: 'draftInterpellation',
  summary: '起草质询案并征集签名：组成人员本人起草的同时签名，办公室可以代为起草',
  tag,
  status: 201,
  access: 'signed-in',
  params: z.object({ caseId: uuid }),
  body: draftSchema,
  response: answer,
});

export const reviseInterpellation = defineRoute({
  method: 'PUT',
  path: '/api/interpellations/:motionId',
  id: 'reviseInterpellation',
  summary: '修改质询案；内容修改后原有签名不再计入，须重新签名',
  tag,
  access: 'signed-in',
  params,
  body: draftSchema.extend({ version }),
  response: answer,
});

export const signInterpellation = defineRoute({
  method: 'POST',
  path: '/api/interpellations/:motionId/signature',
  id: 'signInterpellation',
  summary: '组成人员本人签名；version 为签名人阅读的文稿',
  tag,
  status: 201,
  access: 'signed-in',
  params,
  body: z.object({ version }),
  response: answer,
});

export const revokeSignature = defineRoute({
  method: 'DELETE',
  path: '/api/interpellations/:motionId/signature',
  id: 'revokeSignature',
  summary: '质询案提出之前，撤回本人的签名',
  tag,
  access: 'signed-in',
  params,
  response: answer,
});

export const submitInterpellation = defineRoute({
  method: 'POST',
  path: '/api/interpellations/:motionId/submission',
  id: 'submitInterpellation',
  summary: '在常委会会议期间提出质询案；提出后签名不能撤回，由主任会议决定答复方式',
  tag,
  status: 201,
  access: 'signed-in',
  params,
  body: z.object({ version, on: plainDate.meta({ title: '提出日期' }) }),
  response: answer,
});

export const speakOnAnswer = defineRoute({
  method: 'PUT',
  path: '/api/interpellations/:motionId/word',
  id: 'speakOnAnswer',
  summary: '提出质询案的组成人员本人表明对答复是否满意；办公室登记答复以前可以更改',
  tag,
  access: 'signed-in',
  params,
  body: z.object({
    isAgain: z.boolean(),
    /** Of the answer that was read. */
    no: z.number().int().positive(),
    isSatisfied: z.boolean(),
  }),
  response: answer,
});

export const withdrawInterpellation = defineRoute({
  method: 'POST',
  path: '/api/interpellations/:motionId/withdrawal',
  id: 'withdrawInterpellation',
  summary: '提出之前撤回质询案，写明理由',
  tag,
  status: 201,
  access: 'signed-in',
  params,
  body: z.object({ reason: longText('撤回的理由') }),
  response: answer,
});
