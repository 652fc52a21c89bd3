import { z } from 'zod';
import { dutyFilter, dutyPeriod } from './duty-list.ts';
import { exportFile } from './export-file.ts';
import { shortText } from './fields.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

const tag = '领导公务';

/** A duty as it is spoken of: whose, on which days; what for only where the reader's own body has entered it. */
export const spokenDutySchema = z.object({
  personId: uuid,
  bodyId: uuid,
  who: z.string(),
  from: plainDate,
  until: plainDate,
  matter: z.exactOptional(z.string()),
});

const days = {
  from: plainDate.meta({ title: '开始日期' }),
  until: plainDate.meta({ title: '结束日期' }),
  matter: shortText('公务事项'),
  isTold: z.boolean().default(false).meta({ title: '把日期告知市人大常委会（不含事项）' }),
};

const dutySchema = spokenDutySchema.extend({
  matter: z.string(),
  id: uuid,
  isTold: z.boolean(),
  version: z.number().int(),
  enteredByName: z.string(),
  enteredAt: z.string(),
});
export type LeaderDutyView = z.output<typeof dutySchema>;

export const listLeaderDuties = defineRoute({
  method: 'GET',
  path: '/api/leader-duties',
  id: 'listLeaderDuties',
  summary: '领导其他公务：本级登记的，以及各县（市、区）告知市级的日期（不含事项）',
  tag,
  access: 'signed-in',
  query: z.object(dutyPeriod),
  response: z.object({
    own: z.array(dutySchema),
    /** What other bodies have told the reader's: the days alone. */
    told: z.array(spokenDutySchema),
  }),
});

export const addLeaderDuty = defineRoute({
  method: 'POST',
  path: '/api/leader-duties',
  id: 'addLeaderDuty',
  summary: '登记领导其他公务，一次可登记几人',
  tag,
  status: 201,
  access: 'signed-in',
  body: z.object({
    personIds: z
      .array(uuid.meta({ widget: 'person' }))
      .min(1, '请至少选择一人')
      .max(60)
      .meta({ title: '人员' }),
    ...days,
  }),
  response: z.object({ ids: z.array(uuid) }),
});

const oneDuty = z.object({ dutyId: uuid });

export const changeLeaderDuty = defineRoute({
  method: 'PUT',
  path: '/api/leader-duties/:dutyId',
  id: 'changeLeaderDuty',
  summary: '更正登记的公务；他人在此期间更正过的，以 duty/changed 拒绝',
  tag,
  access: 'signed-in',
  params: oneDuty,
  body: z.object({ version: z.number().int(), personId: uuid.meta({ title: '人员', widget: 'person' }), ...days }),
  response: z.object({ version: z.number().int() }),
});

export const removeLeaderDuty = defineRoute({
  method: 'DELETE',
  path: '/api/leader-duties/:dutyId',
  id: 'removeLeaderDuty',
  summary: '删去登记的公务；他人在此期间更正过的，以 duty/changed 拒绝',
  tag,
  status: 204,
  access: 'signed-in',
  params: oneDuty,
  query: z.object({ version: z.coerce.number().int().default(0) }),
  response: z.undefined(),
});

export const exportLeaderDuties = defineRoute({
  ...exportFile,
  path: '/api/leader-duties/export',
  id: 'exportLeaderDuties',
  summary: '导出本级登记的领导其他公务，按屏幕上的筛选；blank 只要表头，供填写后导入',
  query: dutyFilter.extend({ blank: z.literal('yes').optional() }),
});

export const exportToldDuties = defineRoute({
  ...exportFile,
  path: '/api/leader-duties/told/export',
  id: 'exportToldDuties',
  summary: '导出各县（市、区）告知的日期（不含事项），按屏幕上的筛选',
  query: dutyFilter,
});

export const importLeaderDuties = defineRoute({
  method: 'POST',
  path: '/api/leader-duties/import',
  id: 'importLeaderDuties',
  summary: '按表格登记领导其他公务：有问题时什么也不写；已经登记过的行不重复登记（表单字段 file）',
  tag,
  access: 'signed-in',
  consumes: 'multipart/form-data',
  response: z.object({
    /** With a single one nothing is written. */
    problems: z.array(z.string()),
    added: z.number().int(),
    unchanged: z.number().int(),
  }),
});
