import { z } from 'zod';
import type { CommonProblem, CountyStatement } from '../../domain/session/deliberation-state.ts';
import type * as hearing from '../../domain/session/hearing-acts.ts';
import type { HoldSpecialMeeting } from '../../domain/session/special-meeting.ts';
import type { ConfirmSpeeches } from '../../domain/session/speech-acts.ts';
import type * as report from '../../domain/session/work-report-acts.ts';
import { longText, optionalText, rowForEach, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { attachments } from './attachments.ts';
import { paperAssessment } from './paper-assessment.ts';
import { speech } from './speech.ts';
import { timeOfDay } from './vote.ts';

function organIds(title: string) {
  return z
    .array(uuid.meta({ widget: 'organ' }))
    .min(1, '请选择机关')
    .max(50)
    .meta({ title });
}

const countyId = uuid.meta({ title: '县（市、区）人大常委会', widget: 'county' });

const statement = z.object({
  tenantId: countyId,
  name: shortText('负责人'),
  form: z.enum(['spoken', 'written']).meta({ title: '方式', labels: { spoken: '到会发言', written: '书面意见' } }),
  text: longText('意见'),
}) satisfies z.ZodType<CountyStatement>;

const commonProblem = z.object({
  title: shortText('共性问题'),
  tenantIds: z
    .array(uuid.meta({ widget: 'county' }))
    .min(1, '请选择县（市、区）')
    .max(50)
    .meta({ title: '存在于哪些县（市、区）' }),
  findingIds: z
    .array(z.string().meta({ widget: 'finding' }))
    .max(200)
    .meta({ title: '依据的发现问题' }),
}) satisfies z.ZodType<CommonProblem>;

const reportText = { title: shortText('标题'), text: longText('正文'), attachments };

export const deliberationActSchemas = {
  'name-responsible-organs': z.object({
    organIds: organIds('报告机关和协办机关（第一个为报告机关，其余为协办机关）'),
  }) satisfies z.ZodType<report.NameResponsibleOrgans>,
  'submit-draft-report': z.object(reportText) satisfies z.ZodType<report.SubmitDraftReport>,
  'submit-final-report': z.object({
    ...reportText,
    opinionAnswers: z
      .array(
        z.object({
          opinionId: z.string().meta({ title: '意见', widget: 'collected-opinion' }),
          answer: longText('回应'),
        }),
      )
      .max(200)
      .default([])
      .meta({ title: '对各方面意见的回应', each: 'opinionId' }),
  }) satisfies z.ZodType<report.SubmitFinalReport>,
  'distribute-report': z.object({
    form: z
      .enum(['paper', 'electronic', 'both'])
      .meta({ title: '方式', labels: { paper: '纸质', electronic: '电子', both: '纸质和电子' } }),
    note: optionalText('备注'),
  }) satisfies z.ZodType<report.DistributeReport>,
  'hold-special-meeting': z.object({
    chairId: uuid.meta({ title: '主持的市人大常委会领导', widget: 'council-member' }),
    heardIds: z
      .array(uuid.meta({ widget: 'county' }))
      .min(1, '请选择听取情况的县（市、区）')
      .max(50)
      .meta({ title: '听取的县（市、区）人大常委会' }),
    commonProblems: z.array(commonProblem).max(50).meta({ title: '共性问题' }),
    summary: longText('汇总梳理情况'),
  }) satisfies z.ZodType<HoldSpecialMeeting>,
  deliberate: z.object({
    at: timeOfDay('听取报告时间'),
    organId: uuid.meta({ title: '报告机关', widget: 'organ' }),
    reporter: shortText('报告人'),
    delegated: z.boolean().meta({ title: '由人民政府委托部门负责人报告' }),
    speeches: z.array(speech).max(200).meta({ title: '审议发言' }),
  }) satisfies z.ZodType<hearing.Deliberate>,
  'confirm-speeches': z.object({
    speakers: z.array(shortText('发言人')).min(1, '请填写已核对的发言人').max(200).meta({ title: '已核对的发言人' }),
  }) satisfies z.ZodType<ConfirmSpeeches>,
  'record-county-statements': z.object({
    statements: rowForEach('县（市、区）意见', 'tenantId', statement),
  }) satisfies z.ZodType<hearing.RecordCountyStatements>,
  'hold-special-inquiry': z.object({
    at: timeOfDay('询问时间'),
    plannedOn: plainDate.meta({ title: '专题询问方案日期' }),
    matter: shortText('询问事项'),
    askedIds: organIds('被询问的机关'),
    summary: longText('询问和答复情况'),
  }) satisfies z.ZodType<hearing.HoldSpecialInquiry>,
  'assess-report': paperAssessment satisfies z.ZodType<hearing.AssessReport>,
};
