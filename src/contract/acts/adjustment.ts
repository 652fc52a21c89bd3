import { z } from 'zod';
import type * as adjustment from '../../domain/topic/adjustment-acts.ts';
import { adjustmentTriggerNames, adjustmentTriggers } from '../../domain/topic/topic.ts';
import { longText, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { closedConsultation, conclusion } from './consultation.ts';

const changeKinds = { change: '调整', withdraw: '撤销' } as const;

const change = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('change').meta({ title: '调整方式', labels: changeKinds }),
      name: z.exactOptional(shortText('调整后的议题名称')).meta({ title: '调整后的议题名称（不调整则不填）' }),
      leadUnitId: z.exactOptional(uuid).meta({ title: '调整后的牵头委室（不调整则不填）', widget: 'unit' }),
      deliberationDate: z.exactOptional(plainDate).meta({ title: '调整后的审议时间（不调整则不填）' }),
    }),
    z.object({ kind: z.literal('withdraw').meta({ title: '调整方式', labels: changeKinds }) }),
  ])
  .meta({ title: '调整内容' });

const conferred = { ...closedConsultation, conclusion };
const outcomes = { adjust: '同步调整', keep: '不作调整' } as const;
const decisions = { approved: '同意', returned: '退回' } as const;

export const adjustmentActSchemas = {
  'propose-adjustment': z.object({
    trigger: z.enum(adjustmentTriggers).meta({ title: '调整缘由', labels: adjustmentTriggerNames }),
    change,
    reason: longText('理由'),
  }) satisfies z.ZodType<adjustment.ProposeAdjustment>,
  'consult-adjustment': z.discriminatedUnion('outcome', [
    z.object({ ...conferred, outcome: z.literal('adjust').meta({ title: '会商结果', labels: outcomes }), change }),
    z.object({ ...conferred, outcome: z.literal('keep').meta({ title: '会商结果', labels: outcomes }) }),
  ]) satisfies z.ZodType<adjustment.ConsultAdjustment>,
  'decide-adjustment': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('approved').meta({ title: '决定', labels: decisions }) }),
    z.object({
      outcome: z.literal('returned').meta({ title: '决定', labels: decisions }),
      reason: longText('退回理由'),
    }),
  ]) satisfies z.ZodType<adjustment.DecideAdjustment>,
  'apply-adjustment': z.object({
    informed: longText('告知组成人员和有关机关的情况'),
  }) satisfies z.ZodType<adjustment.ApplyAdjustment>,
};
