import { z } from 'zod';
import type { LeftOut } from '../../domain/research/finding.ts';
import type { CountyResultsAbsorbed } from '../../domain/session/deliberation-state.ts';
import type * as opinion from '../../domain/session/opinion-acts.ts';
import type * as resolution from '../../domain/session/resolution-acts.ts';
import { longText, optionalText, shortText, tableRows } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { attachments } from './attachments.ts';
import { voteRecord } from './vote.ts';

const decisions = { approved: '同意', returned: '退回' } as const;

const demand = z.object({
  problem: longText('问题'),
  text: longText('要求'),
  organId: uuid.meta({ title: '办理机关', widget: 'named-organ' }),
  findingIds: z.array(z.string().meta({ widget: 'finding' })).meta({ title: '依据的发现问题' }),
}) satisfies z.ZodType<opinion.DemandRow>;

const withoutDemand = z.object({
  findingId: z.string().meta({ title: '问题', widget: 'finding' }),
  reason: longText('理由'),
}) satisfies z.ZodType<LeftOut>;

const absorbed = z.object({
  tenantId: uuid.meta({ title: '县（市、区）人大常委会', widget: 'county' }),
  demandNos: z
    .array(z.number().int().positive().meta({ title: '第几项' }))
    .max(200)
    .meta({ title: '吸纳于第几项审议要求' }),
  how: optionalText('吸纳情况，或者不吸纳的理由'),
}) satisfies z.ZodType<CountyResultsAbsorbed>;

const version = z.number().int().positive().meta({ title: '审议意见第几稿' });

export const opinionActSchemas = {
  'compile-opinion': z.object({
    assessment: longText('总体评价'),
    demands: tableRows('审议要求', demand),
    withoutDemand: z.array(withoutDemand).max(200).default([]).meta({ title: '不提出要求的问题' }),
    countyResults: z
      .array(absorbed)
      .max(50)
      .default([])
      .meta({ title: '县（市、区）监督成果吸纳情况', each: 'tenantId' }),
  }) satisfies z.ZodType<opinion.CompileOpinion>,
  'agree-opinion': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('approved').meta({ title: '决定', labels: decisions }), version }),
    z.object({
      outcome: z.literal('returned').meta({ title: '决定', labels: decisions }),
      version,
      reason: longText('退回理由'),
    }),
  ]) satisfies z.ZodType<opinion.AgreeOpinion>,
  'adopt-opinion': z.object({ version, vote: voteRecord }) satisfies z.ZodType<opinion.AdoptOpinion>,
  'make-resolution': z.object({
    title: shortText('标题'),
    text: longText('正文'),
    reportBy: plainDate.meta({ title: '执行情况报告期限' }),
    vote: voteRecord,
  }) satisfies z.ZodType<resolution.MakeResolution>,
  'send-supervision-results': z.object({
    note: optionalText('报送说明'),
    attachments,
  }) satisfies z.ZodType<resolution.SendSupervisionResults>,
};
