import { z } from 'zod';
import { satisfactionRuleIds } from '../domain/ballot/satisfaction-rule.ts';
import { posts } from '../domain/organisation/facts.ts';
import { organKinds } from '../domain/organisation/tenant.ts';
import type { Settings } from '../domain/procedure/settings.ts';
import { limits } from './fields.ts';
import { cityCode, defineRoute, plainDate, uuid } from './route.ts';

const tag = '组织信息';
const level = z.enum(['city', 'county']);

/** `held` on the day; of those `ending` within the days of `endingSoonDays`; `all` there ever were and will be. */
export const appointmentStandings = ['held', 'ending', 'all'] as const;

export const appointmentSchema = z.object({
  id: uuid,
  personId: uuid,
  personName: z.string(),
  tenantId: uuid,
  tenantName: z.string(),
  unitId: uuid.nullable(),
  unitName: z.string().nullable(),
  post: z.enum(posts),
  from: plainDate,
  until: plainDate.nullable(),
});
export type AppointmentView = z.output<typeof appointmentSchema>;

export const readOrganisation = defineRoute({
  method: 'GET',
  path: '/api/organisation',
  id: 'readOrganisation',
  summary: '联动域的组织：各级人大常委会、机关、委室、园区，各届名额',
  tag,
  access: 'signed-in',
  response: z.object({
    cityCode,
    name: z.string(),
    shortName: z.string(),
    version: z.number().int(),
    tenants: z.array(
      z.object({
        id: uuid,
        kind: z.enum(['body', 'organ', 'party-office']),
        level,
        areaCode: z.string(),
        name: z.string(),
        shortName: z.string(),
        bodyId: uuid,
        organKind: z.enum(organKinds).nullable(),
        population: z.number().int().nullable(),
        tile: z.object({ column: z.number().int(), row: z.number().int() }).nullable(),
        /** N of quorum and majority today; null for tenants that are no body. */
        incumbents: z.number().int().nullable(),
      }),
    ),
    terms: z.array(
      z.object({
        tenantId: uuid,
        number: z.number().int(),
        from: plainDate,
        until: plainDate.nullable(),
        quota: z.number().int(),
      }),
    ),
    units: z.array(z.object({ id: uuid, tenantId: uuid, name: z.string(), kind: z.enum(['office', 'committee']) })),
    parks: z.array(z.object({ id: uuid, tenantId: uuid, name: z.string() })),
  }),
});

export const listAppointments = defineRoute({
  method: 'GET',
  path: '/api/appointments',
  id: 'listAppointments',
  summary: '任职：某单位某日（默认今天）在任的、即将届满的或者全部任职，或者某人的全部任职',
  tag,
  access: 'signed-in',
  query: z.object({
    tenantId: uuid.optional(),
    personId: uuid.optional(),
    on: plainDate.optional(),
    standing: z.enum(appointmentStandings).default('held'),
  }),
  response: z.object({ appointments: z.array(appointmentSchema) }),
});

export const addAppointment = defineRoute({
  method: 'POST',
  path: '/api/appointments',
  id: 'addAppointment',
  summary: '登记一项任职（系统管理员）',
  tag,
  access: 'signed-in',
  status: 201,
  body: z.object({
    person: z.union([
      z.object({ id: uuid }),
      z.object({
        number: z.string().trim().min(1, '请填写人员编号').max(50).meta({ title: '人员编号' }),
        name: z.string().trim().min(1, '请填写姓名').max(50).meta({ title: '姓名' }),
      }),
    ]),
    tenantId: uuid.meta({ title: '单位' }),
    unitId: uuid.nullable().default(null).meta({ title: '委室' }),
    post: z.enum(posts).meta({ title: '职务' }),
    from: plainDate.meta({ title: '起始日期' }),
    until: plainDate.nullable().default(null).meta({ title: '截止日期' }),
  }),
  response: appointmentSchema,
});

export const endAppointment = defineRoute({
  method: 'POST',
  path: '/api/appointments/:appointmentId/end',
  id: 'endAppointment',
  summary: '登记离任：填写任职末日；填错的可以更正，留空为仍在任（系统管理员）',
  tag,
  access: 'signed-in',
  params: z.object({ appointmentId: uuid }),
  body: z.object({ until: plainDate.nullable().meta({ title: '任职末日', help: '留空为仍在任' }) }),
  response: appointmentSchema,
});

const settingShapes = {
  handlingBase: z.enum(['session-closes', 'demands-received']),
  planDueMeans: z.enum(['approved', 'drafted']),
  countySessionMeans: z.enum(['ended', 'opened']),
  coverage: z.enum(['joint-team', 'any-visit']),
  changedTopicsCount: z.boolean(),
  parksNeedCoverage: z.boolean(),
  electorate: z.enum(['members-present', 'all-members']),
  satisfactionRule: z.enum(satisfactionRuleIds),
  extraordinaryReports: z.enum(['as-usual', 'waived']),
  speechRecords: z.enum(['not-required', 'confirmed']),
  handOverDays: z.number().int().min(1).max(30),
  restDayShift: z.enum(['none', 'holidays', 'holidays-and-weekends']),
  digest: z.enum(['sha-256', 'sm3']),
} satisfies { [Key in Exclude<keyof Settings, 'version'>]: z.ZodType<Settings[Key]> };

/** Every decision a linkage has to take; labels and words stand in domain/organisation/setting-fields.ts. */
export const settingsSchema = z.object(settingShapes);
const basisSchema = z.record(settingsSchema.keyof(), z.string());

const settingsVersionSchema = z.object({
  version: z.number().int(),
  settings: settingsSchema,
  basis: basisSchema,
  madeByName: z.string().nullable(),
  madeAt: z.string().nullable(),
});

export const readSettings = defineRoute({
  method: 'GET',
  path: '/api/settings',
  id: 'readSettings',
  summary: '现行设置及各历史版本，每项写明依据；版本0是默认值',
  tag,
  access: 'signed-in',
  response: z.object({ current: settingsVersionSchema, earlier: z.array(settingsVersionSchema) }),
});

/** Characters that the basis of a setting may have. */
export const basisLimit = 500;

export const changeSettings = defineRoute({
  method: 'POST',
  path: '/api/settings',
  id: 'changeSettings',
  summary: '形成新的设置版本（市级系统管理员）；改变的每一项须写明依据',
  tag,
  access: 'signed-in',
  status: 201,
  body: z.object({
    /** The version the form was filled in on; a newer one is a conflict. */
    version: z.number().int().min(0),
    settings: settingsSchema.partial(),
    basis: z.partialRecord(settingsSchema.keyof(), z.string().trim().min(1, '请写明依据').max(basisLimit)),
  }),
  response: settingsVersionSchema,
});

const calendarDaySchema = z.object({ day: plainDate, kind: z.enum(['holiday', 'workday']), name: z.string() });
const newCalendarDay = calendarDaySchema.extend({ name: z.string().trim().min(1, '请填写节日名称').max(50) });

export const listCalendarYears = defineRoute({
  method: 'GET',
  path: '/api/calendar-years',
  id: 'listCalendarYears',
  summary: '已载入的法定日历：每年的节假日和调休上班日，及所依据的通知',
  tag,
  access: 'signed-in',
  response: z.object({
    years: z.array(z.object({ year: z.number().int(), source: z.string(), days: z.array(calendarDaySchema) })),
  }),
});

export const loadCalendarYear = defineRoute({
  method: 'POST',
  path: '/api/calendar-years',
  id: 'loadCalendarYear',
  summary: '载入或者更正一年的节假日安排（市级系统管理员）',
  tag,
  access: 'signed-in',
  status: 201,
  body: z.object({
    year: z.number().int().min(2000).max(2100).meta({ title: '年份' }),
    source: z.string().trim().min(1, '请填写通知名称和文号').max(limits.shortText).meta({ title: '通知' }),
    days: z.array(newCalendarDay).min(1, '请填写节假日').max(120).meta({ title: '节假日和调休' }),
  }),
  response: z.object({ year: z.number().int(), days: z.number().int() }),
});
