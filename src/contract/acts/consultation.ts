import { z } from 'zod';
import {
  type ConferringResult,
  conferringResultNames,
  conferringResults,
  type Stance,
  stanceNames,
  stances,
} from '../../domain/topic/consultation.ts';
import { topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { limits, longText, rowForEach, standingRows } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';

export const stance = z.enum(stances).meta({ title: '意见', labels: stanceNames }) satisfies z.ZodType<Stance>;
export const comment = z.string().trim().max(limits.comment).meta({ title: '具体意见', widget: 'textarea' });

export const itemSchema = z.object({
  key: z.string().max(40).meta({ title: '序号' }),
  title: z.string().trim().min(1, '请填写议题名称').max(1000).meta({ title: '会商议题' }),
  domain: z.exactOptional(z.enum(topicDomains).meta({ title: '领域', labels: topicDomainNames })),
  detail: z.string().trim().max(limits.longText).meta({ title: '理由' }),
});

export const opinionSchema = z.object({
  tenantId: uuid.meta({ title: '单位', widget: 'conferring-body' }),
  key: z.string().max(40).meta({ title: '会商议题', widget: 'conferred-item' }),
  stance,
  comment,
  enteredBy: z
    .enum(['own', 'city'])
    .meta({ title: '填写方式', labels: { own: '本单位填写', city: '电话、书面意见，市办公室代填' } }),
});

/** The closed matrix, as it stands; only who is excused and what it came to is written by the city's office. */
export const closedConsultation = {
  date: plainDate.meta({ title: '会商日期' }),
  items: standingRows('会商议题', itemSchema),
  opinions: standingRows('各方意见', opinionSchema),
  excusedIds: z.array(uuid.meta({ widget: 'county' })).meta({ title: '请假的县（市、区）' }),
};
export const conclusion = longText('会商结论');

export const results = rowForEach(
  '会商结果',
  'key',
  z.object({
    key: z.string().max(40).meta({ title: '会商议题', widget: 'conferred-item' }),
    result: z
      .enum(conferringResults)
      .meta({ title: '结果', labels: conferringResultNames }) satisfies z.ZodType<ConferringResult>,
    note: z.string().trim().max(limits.comment).meta({ title: '说明', widget: 'textarea' }),
  }),
);
