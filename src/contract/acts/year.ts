import { z } from 'zod';
import { callAudienceNames, callAudiences } from '../../domain/topic/call-text.ts';
import type { RecordConsultation } from '../../domain/topic/consultation.ts';
import type * as solicitation from '../../domain/topic/solicitation-acts.ts';
import {
  type SuggestionText,
  suggestionSourceNames,
  suggestionSources,
  topicDomainNames,
  topicDomains,
} from '../../domain/topic/topic.ts';
import type * as year from '../../domain/topic/year-acts.ts';
import { longText, optionalText, rows, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { closedConsultation, conclusion, results } from './consultation.ts';

const source = z.enum(suggestionSources).meta({ title: '来源', labels: suggestionSourceNames });
const domain = z.enum(topicDomains).meta({ title: '领域', labels: topicDomainNames });

const suggestion = z.object({
  title: shortText('议题名称'),
  sources: z.array(source).min(1).meta({ title: '来源（监督法第十二条）' }),
  domain,
  necessity: longText('必要性').meta({ help: '需要解决的主要问题，群众反映的情况。' }),
  // Whoever has two minutes says what is wrong; the office judges what can be done.
  feasibility: optionalText('可行性'),
}) satisfies z.ZodType<SuggestionText>;

export const yearActSchemas = {
  'open-solicitation': z.object({
    deadline: plainDate.meta({ title: '征集截止日期' }),
    invited: z
      .array(z.enum(callAudiences).meta({ labels: callAudienceNames }))
      .min(1)
      .meta({ title: '征集对象' }),
    notice: longText('公告正文'),
    publishedOn: plainDate.meta({ title: '公布日期' }),
    channels: shortText('公布的网址或载体').meta({ help: '公告登在哪里、怎样通知到征集对象。' }),
  }) satisfies z.ZodType<solicitation.OpenSolicitation>,
  'register-suggestion': suggestion.extend({
    author: z
      .object({
        kind: z.enum(['organ', 'deputy', 'member', 'office', 'citizen']).meta({
          title: '建议人类别',
          labels: { organ: '机关', deputy: '代表', member: '组成人员', office: '办公室、委室', citizen: '公民' },
        }),
        name: shortText('建议人'),
      })
      .meta({ title: '建议人' }),
  }) satisfies z.ZodType<solicitation.RegisterSuggestion>,
  'suggest-topic': suggestion,
  'send-suggestion': suggestion satisfies z.ZodType<solicitation.SendSuggestion>,
  'propose-preliminary-list': z.object({
    topics: rows(
      '初步建议',
      z.object({
        title: shortText('议题名称'),
        domain,
        suggestionIds: z.array(z.string().meta({ widget: 'suggestion' })).meta({ title: '对应的征集建议' }),
        reason: longText('理由'),
      }),
    ),
  }) satisfies z.ZodType<year.ProposePreliminaryList>,
  'record-consultation': z.object({
    ...closedConsultation,
    results,
    conclusion,
  }) satisfies z.ZodType<RecordConsultation>,
  'draft-joint-plan': z.object({
    topics: rows(
      '议题',
      z.object({
        key: shortText('序号'),
        name: shortText('议题名称'),
        domain,
        leadUnitId: uuid.meta({ title: '牵头委室', widget: 'unit' }),
        deliberationDate: plainDate.meta({ title: '审议时间' }),
        suggestionIds: z
          .exactOptional(z.array(z.string().meta({ widget: 'listed-suggestion' })))
          .meta({ title: '来源建议', help: '选填。选了的，建议人能看到所提建议列入了计划建议方案、确定为议题。' }),
      }),
    ),
    note: z.string().max(4000).meta({ title: '说明', widget: 'textarea' }),
  }) satisfies z.ZodType<year.DraftJointPlan>,
  'decide-joint-plan': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('approved').meta({ title: '决定', labels: { approved: '同意' } }) }),
    z.object({
      outcome: z.literal('returned').meta({ title: '决定', labels: { returned: '退回' } }),
      reason: longText('退回理由'),
    }),
  ]) satisfies z.ZodType<year.DecideJointPlan>,
  'settle-topics': z.object({
    keys: z
      .array(z.string().meta({ widget: 'planned-topic' }))
      .min(1)
      .meta({ title: '确定的议题' }),
  }) satisfies z.ZodType<year.SettleTopics>,
  'adopt-annual-plan': z.object({
    outcome: z.enum(['approved', 'returned']).meta({ title: '决定', labels: { approved: '通过', returned: '退回' } }),
    title: shortText('计划名称'),
    topicIds: z.array(uuid.meta({ widget: 'topic' })).meta({ title: '纳入的联动监督议题' }),
  }) satisfies z.ZodType<year.AdoptAnnualPlan>,
  'publish-annual-plan': z.object({
    date: plainDate.meta({ title: '公布日期' }),
    address: shortText('公布网址或载体'),
    secrecyReviewer: shortText('保密审查人'),
  }) satisfies z.ZodType<year.PublishAnnualPlan>,
};
