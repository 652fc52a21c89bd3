import { z } from 'zod';
import { visitFormNames, visitForms } from '../../domain/research/coverage.ts';
import type { LeftOut } from '../../domain/research/finding.ts';
import {
  type FindingAnswer,
  type Place,
  type ReportParagraph,
  reportPartNames,
} from '../../domain/research/finding.ts';
import type * as finding from '../../domain/research/finding-acts.ts';
import type * as plan from '../../domain/research/plan-acts.ts';
import { type PlanCommentAnswer, planAnswerNames, planStanceNames } from '../../domain/research/plan-comment.ts';
import type * as report from '../../domain/research/report-acts.ts';
import { type FormResearchTeam, teamCapacityNames } from '../../domain/research/team-acts.ts';
import type * as visit from '../../domain/research/visit-acts.ts';
import type { SendVisitNotice } from '../../domain/research/visit-notice-acts.ts';
import { limits, longText, optionalText, rows, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { attachments } from './attachments.ts';

const decisions = { approved: '同意', returned: '退回' } as const;
const placeKinds = { county: '县（市、区）', park: '园区', department: '本级部门' } as const;
const answerKinds = { adopted: '采纳', merged: '合并采纳', declined: '不采纳' } as const;

export const placeSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('county').meta({ title: '类别', labels: placeKinds }),
      tenantId: uuid.meta({ title: '县（市、区）', widget: 'county' }),
    }),
    z.object({
      kind: z.literal('park').meta({ title: '类别', labels: placeKinds }),
      parkId: uuid.meta({ title: '园区', widget: 'park' }),
    }),
    z.object({
      kind: z.literal('department').meta({ title: '类别', labels: placeKinds }),
      organId: uuid.meta({ title: '部门', widget: 'organ' }),
    }),
  ])
  .meta({ title: '地点' }) satisfies z.ZodType<Place>;

const paragraph = z.object({
  part: z
    .enum(['overview', 'achievement', 'problem', 'cause', 'suggestion'])
    .meta({ title: '部分', labels: reportPartNames }),
  text: longText('内容'),
  findingIds: z.array(z.string().meta({ widget: 'finding' })).meta({ title: '引用的发现问题' }),
}) satisfies z.ZodType<Omit<ReportParagraph, 'no'>>;

const leftOut = z.object({
  findingId: z.string().meta({ title: '问题', widget: 'finding' }),
  reason: longText('理由'),
}) satisfies z.ZodType<LeftOut>;

const answered = {
  findingId: z.string().meta({ title: '县（市、区）报送的问题', widget: 'county-finding' }),
};
const paragraphNo = z.number().int().positive().meta({ title: '采纳于报告第几段', widget: 'paragraph' });
const answer = z.discriminatedUnion('answer', [
  z.object({ ...answered, answer: z.literal('adopted').meta({ title: '处理', labels: answerKinds }), paragraphNo }),
  z.object({ ...answered, answer: z.literal('merged').meta({ title: '处理', labels: answerKinds }), paragraphNo }),
  z.object({
    ...answered,
    answer: z.literal('declined').meta({ title: '处理', labels: answerKinds }),
    reason: longText('不采纳的理由'),
  }),
]) satisfies z.ZodType<FindingAnswer>;

const answers = z.array(answer).max(200).meta({ title: '县（市、区）报送问题的处理', each: 'findingId' });

const commented = { tenantId: uuid.meta({ title: '县（市、区）', widget: 'plan-comment' }) };
const commentAnswer = z.discriminatedUnion('answer', [
  z.object({
    ...commented,
    answer: z.literal('adopted').meta({ title: '处理', labels: planAnswerNames }),
    reason: optionalText('说明'),
  }),
  z.object({
    ...commented,
    answer: z.literal('partly').meta({ title: '处理', labels: planAnswerNames }),
    reason: longText('未采纳部分的理由'),
  }),
  z.object({
    ...commented,
    answer: z.literal('declined').meta({ title: '处理', labels: planAnswerNames }),
    reason: longText('未采纳的理由'),
  }),
]) satisfies z.ZodType<PlanCommentAnswer>;

const findingFields = {
  title: shortText('问题'),
  description: longText('具体情况'),
  place: placeSchema,
  severity: z.enum(['prominent', 'general']).meta({ title: '程度', labels: { prominent: '突出', general: '一般' } }),
  attachments,
};

const extensionForms = z
  .array(z.enum(visitForms).meta({ labels: visitFormNames }))
  .min(1, '请选择调研形式')
  .meta({ title: '调研形式' });

export const researchActSchemas = {
  'draft-implementation-plan': z.object({
    focus: longText('监督重点'),
    siteResearch: longText('实地调研'),
    talks: longText('座谈走访'),
    deliberation: longText('会议审议'),
    countyTasks: optionalText('县（市、区）任务'),
    commentAnswers: z.array(commentAnswer).max(200).meta({ title: '县（市、区）对上一稿意见的处理', each: 'tenantId' }),
  }) satisfies z.ZodType<plan.DraftImplementationPlan>,
  'comment-on-plan': z.discriminatedUnion('stance', [
    z.object({
      stance: z.literal('agrees').meta({ title: '对实施方案的意见', labels: planStanceNames }),
      comment: optionalText('补充建议'),
    }),
    z.object({
      stance: z.literal('revise').meta({ title: '对实施方案的意见', labels: planStanceNames }),
      comment: longText('修改意见'),
    }),
  ]) satisfies z.ZodType<plan.CommentOnPlan>,
  'approve-implementation-plan': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('approved').meta({ title: '决定', labels: decisions }) }),
    z.object({
      outcome: z.literal('returned').meta({ title: '决定', labels: decisions }),
      reason: longText('退回理由'),
    }),
  ]) satisfies z.ZodType<plan.ApproveImplementationPlan>,
  'form-research-team': z.object({
    leaderId: uuid.meta({ title: '组长（主任、副主任）', widget: 'team-leader' }),
    members: rows(
      '成员',
      z.object({
        personId: uuid.meta({ title: '姓名', widget: 'team-candidate' }),
        capacity: z
          .enum(['city-member', 'committee-head', 'county-leader', 'city-deputy', 'county-deputy'])
          .meta({ title: '身份', labels: teamCapacityNames }),
      }),
    ),
    experts: z.array(shortText('专业人员')).max(50).meta({ title: '邀请的专业人员' }),
  }) satisfies z.ZodType<FormResearchTeam>,
  'send-visit-notice': z.object({
    visits: z
      .array(
        z.object({
          tenantId: uuid.meta({ title: '县（市、区）', widget: 'county' }),
          day: plainDate.meta({ title: '日期' }),
          leaderId: uuid.meta({ title: '带队人', widget: 'team-member' }),
          places: z.string().trim().max(limits.shortText).meta({ title: '走访的单位和地点' }),
        }),
      )
      .max(limits.rows)
      .meta({ title: '调研安排', help: '列出今天以后的全部安排；未列入的县（市、区），已告知的安排视为取消。' }),
    memberIds: z.array(uuid.meta({ widget: 'team-member' })).meta({ title: '随行的联合调研组成员', all: '全部参加' }),
    prepare: optionalText('请县（市、区）准备的事项'),
  }) satisfies z.ZodType<SendVisitNotice>,
  'record-visit': z.object({
    places: z.array(placeSchema).min(1, '调研地点至少填写一项').max(50).meta({ title: '调研地点' }),
    forms: z
      .array(z.enum(visitForms).meta({ labels: visitFormNames }))
      .min(1, '请选择调研形式')
      .meta({ title: '调研形式' }),
    units: z
      .array(shortText('单位'))
      .min(1, '走访单位至少填写一项')
      .max(200)
      .meta({ title: '走访的单位、企业、乡镇、村（社区）' }),
    memberIds: z
      .array(uuid.meta({ widget: 'team-member' }))
      .min(1, '请选择参加的联合调研组成员')
      .meta({ title: '参加的联合调研组成员', all: '全部参加' }),
    notes: optionalText('调研情况'),
  }) satisfies z.ZodType<visit.RecordVisit>,
  'record-evaluation': z.object({
    by: shortText('第三方机构'),
    summary: longText('评估结果'),
    attachments,
  }) satisfies z.ZodType<visit.RecordEvaluation>,
  'conclude-joint-research': z.object({
    summary: longText('联合调研开展情况'),
    parksNotNeeded: optionalText('不需要覆盖园区的决定'),
  }) satisfies z.ZodType<visit.ConcludeJointResearch>,
  'record-extension-research': z.object({
    from: plainDate.meta({ title: '开始日期' }),
    until: plainDate.meta({ title: '结束日期' }),
    places: z
      .array(shortText('乡镇（街道）、村（社区）或者单位'))
      .min(1, '调研的乡镇（街道）、村（社区）或者单位至少填写一项')
      .max(200)
      .meta({ title: '调研的乡镇（街道）、村（社区）和单位' }),
    forms: extensionForms,
    participants: z.array(shortText('参加人员')).min(1, '参加人员至少填写一人').max(200).meta({ title: '参加人员' }),
    summary: longText('调研情况'),
    findings: z
      .array(
        z.object({
          title: shortText('问题'),
          description: longText('具体情况'),
          severity: findingFields.severity,
        }),
      )
      .max(limits.rows)
      .meta({ title: '发现的问题', help: '一并记入本县的问题清单，注明来自这次延伸调研；以后也可以另行登记。' }),
  }) satisfies z.ZodType<visit.RecordExtensionResearch>,
  'record-finding': z.object({
    ...findingFields,
    extensionId: z.exactOptional(z.string()).meta({ title: '来自哪次延伸调研', widget: 'extension' }),
  }) satisfies z.ZodType<finding.RecordFinding>,
  'correct-finding': z.object({
    findingId: z.string().meta({ title: '更正哪一项', widget: 'own-finding' }),
    ...findingFields,
    reason: longText('更正理由'),
  }) satisfies z.ZodType<finding.CorrectFinding>,
  'hand-over-collected-opinions': z.object({
    opinions: rows('各方面意见', z.object({ text: longText('意见'), source: shortText('来源') })),
  }) satisfies z.ZodType<finding.HandOverCollectedOpinions>,
  'finalise-research-report': z.object({
    title: shortText('报告标题'),
    paragraphs: rows('报告正文', paragraph),
    leftOut: z.array(leftOut).max(200).default([]).meta({
      title: '不写入报告的问题',
      help: '每一项问题要么在段落中引用，要么列在这里并说明理由；列在这里的问题不随报告送出。',
    }),
    attachments,
  }) satisfies z.ZodType<report.FinaliseResearchReport>,
  'send-research-report': z.object({ note: optionalText('报送说明') }) satisfies z.ZodType<report.SendResearchReport>,
  'answer-late-findings': z.object({ answers }) satisfies z.ZodType<report.AnswerLateFindings>,
};
