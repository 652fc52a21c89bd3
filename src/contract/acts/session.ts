import { z } from 'zod';
import type { ConveneSession } from '../../domain/session/convene-session.ts';
import type { AgendaItem } from '../../domain/session/matters.ts';
import type { MoveSession } from '../../domain/session/move-session.ts';
import { type Observer, observerCapacityNames } from '../../domain/session/session-state.ts';
import type * as sitting from '../../domain/session/sitting-acts.ts';
import { limits, longText, optionalText, rows, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { timeOfDay, voteRecord } from './vote.ts';

const days = { opens: plainDate.meta({ title: '召开日期' }), closes: plainDate.meta({ title: '闭会日期' }) };

function memberIds(title: string) {
  return z
    .array(uuid.meta({ widget: 'member' }))
    .max(100)
    .meta({ title });
}

const excused = z
  .array(
    z.object({
      personId: uuid.meta({ title: '姓名', widget: 'member' }),
      reason: z.string().trim().max(limits.shortText).meta({ title: '请假事由（没有书面请假的不填）' }),
    }),
  )
  .max(100)
  .default([])
  .meta({ title: '缺席的组成人员', each: 'personId' });

const observer = z.object({
  name: shortText('姓名'),
  capacity: z
    .enum(['organ-head', 'county-leader', 'deputy', 'expert', 'other'])
    .meta({ title: '身份', labels: observerCapacityNames }),
  tenantId: z.exactOptional(uuid).meta({ title: '所在机关或者县（市、区）人大常委会', widget: 'partner' }),
  leave: z.exactOptional(shortText('请假事由')).meta({ title: '请假事由（到会的不填）' }),
}) satisfies z.ZodType<Observer>;

const agendaItem = z.object({
  title: shortText('事项'),
  topicId: z.exactOptional(uuid).meta({ title: '联动监督议题（不是联动议题的不选）', widget: 'topic' }),
}) satisfies z.ZodType<AgendaItem>;

const observers = z.array(observer).max(200).default([]).meta({ title: '列席人员' });

export const sessionActSchemas = {
  'convene-session': z.object({
    number: shortText('会议名称'),
    ...days,
    extraordinary: z.boolean().default(false).meta({ title: '临时召集的会议' }),
    items: z
      .array(
        z.object({
          topicId: uuid.meta({ title: '议题', widget: 'topic' }),
          purpose: z
            .enum(['deliberation', 'handling'])
            .meta({ title: '事项', labels: { deliberation: '听取和审议专项工作报告', handling: '测评办理落实情况' } }),
          unplanned: z.boolean().default(false).meta({ title: '临时确定由本次会议审议' }),
        }),
      )
      .max(50)
      .meta({ title: '列入会议的联动监督议题' }),
  }) satisfies z.ZodType<ConveneSession>,
  'move-session': z.object({
    ...days,
    reason: longText('改期理由'),
    // A fingerprint: the page of the move has it, and nobody reads it.
    seenChangeSet: shortText('已核对的变动').meta({ title: '已核对的变动', widget: 'computed' }),
  }) satisfies z.ZodType<MoveSession>,
  'send-session-notice': z.object({
    matters: rows('会议的主要事项', agendaItem),
    note: optionalText('通知说明'),
  }) satisfies z.ZodType<sitting.SendSessionNotice>,
  'open-session': z.object({
    at: timeOfDay('开会时间'),
    chairId: uuid.meta({ title: '主持人', widget: 'council-member' }),
    delegated: z.boolean().meta({ title: '由主任委托副主任主持' }),
    presentIds: memberIds('出席的组成人员')
      .min(1, '请选择出席的组成人员')
      .meta({ title: '出席的组成人员', all: '全部到会' }),
    excused,
    observers,
  }) satisfies z.ZodType<sitting.OpenSession>,
  'adopt-agenda': z.object({
    items: rows('议程', agendaItem),
    vote: voteRecord,
  }) satisfies z.ZodType<sitting.AdoptAgenda>,
  'record-attendance': z.object({
    at: timeOfDay('时间'),
    arrivedIds: memberIds('到会的组成人员'),
    leftIds: memberIds('离会的组成人员'),
    excused,
    observers,
  }) satisfies z.ZodType<sitting.RecordAttendance>,
  'close-session': z.object({ at: timeOfDay('闭会时间') }) satisfies z.ZodType<sitting.CloseSession>,
};
