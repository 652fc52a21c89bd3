import { z } from 'zod';
import type * as answers from '../../domain/handling/answer-acts.ts';
import type { DemandAnswer, DisputeDecision, UnfinishedPromise, Verdict } from '../../domain/handling/demand.ts';
import { disputeDecisionNames, verdictNames } from '../../domain/handling/demand.ts';
import type * as disputes from '../../domain/handling/dispute-acts.ts';
import type * as handOver from '../../domain/handling/hand-over-acts.ts';
import type * as reports from '../../domain/handling/report-acts.ts';
import type * as tracking from '../../domain/handling/tracking-acts.ts';
import { longText, optionalText, rowForEach, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { attachments } from './attachments.ts';

const demandId = z.string().meta({ title: '审议要求', widget: 'demand' });
const stances = { accepted: '接受并承诺整改', disputed: '提出异议' } as const;

const answer = z.discriminatedUnion('stance', [
  z.object({
    demandId,
    stance: z.literal('accepted').meta({ title: '答复', labels: stances }),
    measure: longText('整改措施'),
    owner: shortText('责任人'),
    due: plainDate.meta({ title: '完成时限' }),
  }),
  z.object({
    demandId,
    stance: z.literal('disputed').meta({ title: '答复', labels: stances }),
    reason: longText('异议理由'),
  }),
]) satisfies z.ZodType<DemandAnswer>;

/** What is left empty is not shown this time. */
const shown = z.object({ demandId, text: optionalText('完成情况'), attachments });

const reason = longText('理由');
const decisionOf = <Decision extends keyof typeof disputeDecisionNames>(decision: Decision) =>
  z.literal(decision).meta({ title: '处理', labels: disputeDecisionNames });
const disputeDecision = z.discriminatedUnion('decision', [
  z.object({ demandId, decision: decisionOf('upheld'), reason }),
  z.object({ demandId, decision: decisionOf('withdraw'), reason }),
  z.object({
    demandId,
    decision: decisionOf('reassign'),
    organId: uuid.meta({ title: '改由办理的机关', widget: 'organ' }),
    reason,
  }),
]) satisfies z.ZodType<DisputeDecision>;
const councilOutcome = z.object({
  demandId,
  outcome: z.enum(['approved', 'returned']).meta({ title: '决定', labels: { approved: '同意', returned: '不同意' } }),
  reason: optionalText('理由（不同意的须写明）'),
});

const verdict = z.object({
  demandId,
  verdict: z.enum(['met', 'partly-met', 'not-met']).meta({ title: '评价', labels: verdictNames }),
  reason: optionalText('理由'),
}) satisfies z.ZodType<Verdict>;

const unfinished = z.object({ demandId, plan: longText('后续计划') }) satisfies z.ZodType<UnfinishedPromise>;

export const handlingActSchemas = {
  'hand-over-results': z.object({ note: optionalText('备注') }) satisfies z.ZodType<handOver.HandOverResults>,
  'answer-demands': z.object({
    answers: rowForEach('逐项答复', 'demandId', answer),
  }) satisfies z.ZodType<answers.AnswerDemands>,
  'submit-evidence': z.object({
    evidence: rowForEach('逐项佐证', 'demandId', shown),
  }) satisfies z.ZodType<answers.SubmitEvidence>,
  'decide-disputes': z.object({
    decisions: rowForEach('逐项处理', 'demandId', disputeDecision),
  }) satisfies z.ZodType<disputes.DecideDisputes>,
  'settle-disputes': z.object({
    outcomes: rowForEach('逐项决定', 'demandId', councilOutcome),
  }) satisfies z.ZodType<disputes.SettleDisputes>,
  'submit-handling-draft': z.object({
    title: shortText('标题'),
    text: longText('正文'),
    attachments,
  }) satisfies z.ZodType<reports.SubmitHandlingDraft>,
  'comment-on-handling': z.object({
    organIds: z
      .array(uuid.meta({ widget: 'handling-organ' }))
      .min(1, '请选择机关')
      .meta({ title: '发给机关' }),
    comment: longText('意见'),
  }) satisfies z.ZodType<reports.CommentOnHandling>,
  'submit-handling-report': z.object({
    title: shortText('标题'),
    text: longText('正文'),
    unfinished: z.array(unfinished).max(200).default([]).meta({ title: '尚未办结的承诺及后续计划' }),
    attachments,
  }) satisfies z.ZodType<reports.SubmitHandlingReport>,
  'record-follow-up': z.object({
    form: z
      .enum(['inspection', 'research', 'talk'])
      .meta({ title: '形式', labels: { inspection: '视察', research: '调研', talk: '召开座谈会' } }),
    leaderId: uuid.meta({ title: '牵头负责人', widget: 'tracking-leader' }),
    organIds: z
      .array(uuid.meta({ widget: 'handling-organ' }))
      .min(1, '请选择机关')
      .meta({ title: '检查的机关' }),
    demandIds: z
      .array(z.string().meta({ widget: 'demand' }))
      .default([])
      .meta({ title: '涉及的审议要求（不选即为所选机关的全部要求）' }),
    problems: optionalText('发现的问题（没有则不填）'),
    feedback: optionalText('向机关反馈的要求'),
  }) satisfies z.ZodType<tracking.RecordFollowUp>,
  'give-verdicts': z.object({
    verdicts: rowForEach('逐项评价', 'demandId', verdict),
  }) satisfies z.ZodType<tracking.GiveVerdicts>,
};
