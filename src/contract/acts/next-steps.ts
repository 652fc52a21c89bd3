import { z } from 'zod';
import {
  answerFormNames,
  answerForms,
  type InquiryExchange,
  nextStepNames,
} from '../../domain/handling/handling-state.ts';
import type * as interpellation from '../../domain/handling/interpellation-acts.ts';
import type { ChooseNextStep } from '../../domain/handling/next-step-acts.ts';
import type * as ordered from '../../domain/handling/ordered-acts.ts';
import type { AnswerInterpellation } from '../../domain/handling/organ-answer-acts.ts';
import { limits, longText, rows, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { attachments } from './attachments.ts';
import { interpellationWords } from './interpellation-words.ts';
import { speech } from './speech.ts';
import { timeOfDay } from './vote.ts';

const next = { due: plainDate.meta({ title: '完成期限' }), requirement: longText('要求') };
const nextStepOf = <Step extends keyof typeof nextStepNames>(step: Step) =>
  z.literal(step).meta({ title: '监督方式', labels: nextStepNames });

const answerForm = z.enum(answerForms).meta({ title: '答复方式', labels: answerFormNames });
const secondAnswers = { again: '由受质询机关再作答复', 'not-again': '不再作答复' } as const;

const exchange = z.object({
  memberId: uuid.meta({ title: '询问人', widget: 'member' }),
  organId: uuid.meta({ title: '答复机关', widget: 'organ' }),
  question: longText('询问的问题'),
  answer: longText('答复'),
}) satisfies z.ZodType<InquiryExchange>;

const sources = { received: '采用机关报送的书面答复', entered: '由办公室登记' } as const;
const sourceOf = <Source extends keyof typeof sources>(source: Source) =>
  z.literal(source).meta({ title: '答复的来源', labels: sources });
const dissatisfied = {
  dissatisfiedIds: z
    .array(uuid.meta({ widget: 'signatory' }))
    .default([])
    .meta({ title: '对答复不满意的（提出质询案的组成人员）' }),
};
const receivedAnswer = { source: sourceOf('received'), ...dissatisfied };
const enteredAnswer = {
  source: sourceOf('entered'),
  venue: z.string().trim().max(limits.shortText).meta({ title: '在哪次会议上答复（口头答复填写）' }),
  answeredBy: shortText('答复人（口头答复到会、书面答复签署的负责人）'),
  text: longText('答复内容'),
  attachments,
  ...dissatisfied,
};
const asksAgain = z.boolean().meta({ title: '不满意的过半数，要求再作答复' });

/** The organ's own answer. */
const organAnswer = z.object({
  answeredBy: shortText('负责人（书面答复签署、口头答复到会的）'),
  text: longText('答复内容'),
  attachments,
}) satisfies z.ZodType<AnswerInterpellation>;

export const nextStepActSchemas = {
  'choose-next-step': z.discriminatedUnion('step', [
    z.object({ step: nextStepOf('rectify'), ...next }),
    z.object({ step: nextStepOf('second-deliberation'), ...next }),
    z.object({ step: nextStepOf('inquiry'), ...next }),
    z.object({
      step: nextStepOf('interpellation'),
      ...interpellationWords,
      motionId: uuid.meta({ title: '质询案', widget: 'computed' }),
      submittedOn: plainDate.meta({ title: '提出日期' }),
      signatoryIds: z
        .array(uuid.meta({ widget: 'member' }))
        .min(1, '请选择联名人')
        .meta({ title: '联名的组成人员' }),
      form: answerForm,
      ...next,
    }),
  ]) satisfies z.ZodType<ChooseNextStep>,
  'deliberate-again': z.object({
    at: timeOfDay('审议时间'),
    speeches: z.array(speech).max(200).meta({ title: '审议发言' }),
    conclusion: longText('审议情况和意见'),
  }) satisfies z.ZodType<ordered.DeliberateAgain>,
  'hold-inquiry': z.object({
    at: timeOfDay('询问时间'),
    exchanges: rows('询问和答复', exchange),
  }) satisfies z.ZodType<ordered.HoldInquiry>,
  'answer-interpellation': organAnswer,
  'record-interpellation-answer': z.discriminatedUnion('source', [
    z.object({ ...receivedAnswer, asksAgain }),
    z.object({ ...enteredAnswer, asksAgain }),
  ]) satisfies z.ZodType<interpellation.RecordInterpellationAnswer>,
  'decide-second-answer': z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('again').meta({ title: '决定', labels: secondAnswers }),
      form: answerForm,
      due: plainDate.meta({ title: '答复期限' }),
    }),
    z.object({
      outcome: z.literal('not-again').meta({ title: '决定', labels: secondAnswers }),
      reason: longText('理由'),
    }),
  ]) satisfies z.ZodType<interpellation.DecideSecondAnswer>,
  'answer-interpellation-again': organAnswer,
  'record-second-answer': z.discriminatedUnion('source', [
    z.object(receivedAnswer),
    z.object(enteredAnswer),
  ]) satisfies z.ZodType<interpellation.RecordSecondAnswer>,
};
