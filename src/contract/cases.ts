import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

const doneSchema = z.object({ on: plainDate, seq: z.number().int(), note: z.enum(['late', 'waived']).optional() });
const departureSchema = z.object({
  code: z.string(),
  clause: z.string(),
  reason: z.string(),
  on: plainDate,
  seq: z.number().int(),
});
const trackSessionSchema = z.object({
  sessionId: uuid,
  opens: plainDate,
  closes: plainDate,
  state: z.enum(['convened', 'open', 'closed']),
  extraordinary: z.literal(true).optional(),
  unplanned: z.literal(true).optional(),
});

/** As the domain's Track: states and dates, never contents. */
export const trackSchema = z.object({
  tenantId: uuid,
  bodyId: uuid,
  kind: z.enum(['body', 'organ', 'party-office']),
  level: z.enum(['city', 'county']),
  organKind: z.enum(['government', 'supervisory-commission', 'court', 'procuratorate', 'department']).optional(),
  name: z.string(),
  shortName: z.string(),
  version: z.number().int(),
  round: z.number().int(),
  done: z.record(z.string(), doneSchema),
  departures: z.array(departureSchema),
  session: trackSessionSchema.optional(),
  handlingSession: trackSessionSchema.optional(),
  handlingDue: plainDate.optional(),
  promiseDue: plainDate.optional(),
  secondAnswerDue: plainDate.optional(),
  resolutionDue: plainDate.optional(),
  closedOn: plainDate.optional(),
});

/** As the domain's CaseView; the browser derives schedule, worklist and compliance from it with the domain's own functions. */
export const caseViewSchema = z.object({
  kind: z.enum(['year', 'topic', 'session']),
  id: uuid,
  cityCode: z.string(),
  year: z.number().int(),
  name: z.string(),
  state: z.enum(['active', 'withdrawn']),
  leadUnitId: uuid.optional(),
  leadUnitName: z.string().optional(),
  deliberationDate: plainDate.optional(),
  domain: z.string().optional(),
  topics: z.array(z.object({ id: uuid, name: z.string() })).optional(),
  tracks: z.array(trackSchema),
});

const caseParams = z.object({ caseId: uuid });

export const listCases = defineRoute({
  method: 'GET',
  path: '/api/cases',
  id: 'listCases',
  summary: '本联动域的年度、议题和会议',
  tag: '事项',
  access: 'signed-in',
  query: z.object({ year: z.coerce.number().int().optional(), kind: z.enum(['year', 'topic', 'session']).optional() }),
  response: z.object({ cases: z.array(caseViewSchema) }),
});

export const readCase = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId',
  id: 'readCase',
  summary: '一个事项：各方进程和本单位的内容',
  tag: '事项',
  access: 'signed-in',
  params: caseParams,
  /** `state` is the domain's CaseState of the own tenant; null for somebody who sees progress only. */
  response: z.object({
    view: caseViewSchema,
    state: z.unknown(),
    /** Whether the reader is in the topic's joint research team, of whichever body. */
    isInTeam: z.boolean(),
    /** Steps of the own tenant whose decision is entered and waits for its confirmation; none for somebody who sees progress only. */
    enteredSteps: z.array(z.string()),
    superseded: z.array(
      z.object({
        tenantId: uuid,
        stepKey: z.string(),
        oldDue: plainDate.nullable(),
        newDue: plainDate.nullable(),
        reason: z.string(),
        at: z.string(),
      }),
    ),
  }),
});

/** As the domain's CasePast (procedure/as-of.ts). */
export const readCasePast = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/past',
  id: 'readCasePast',
  summary: '一个事项的共享情况在以前各日是怎样的',
  tag: '事项',
  access: 'signed-in',
  params: caseParams,
  response: z.object({
    past: z.array(z.object({ tenantId: uuid.nullable(), until: plainDate, facts: z.unknown() })),
  }),
});

const actSchema = z.object({
  seq: z.number().int(),
  kind: z.string(),
  title: z.string(),
  clause: z.string(),
  on: plainDate,
  recordedAt: z.string(),
  actorName: z.string(),
  confirmedByName: z.string().nullable(),
  meeting: z.unknown(),
  departures: z.array(departureSchema),
  payload: z.unknown(),
  hash: z.string(),
  /** What the act sent, sealed. */
  packages: z.array(z.object({ id: uuid, title: z.string(), addresseeIds: z.array(uuid) })),
});
export type ActView = z.output<typeof actSchema>;

export const listCaseActs = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/acts',
  id: 'listCaseActs',
  summary: '本单位在该事项中的行为',
  tag: '事项',
  access: 'signed-in',
  params: caseParams,
  response: z.object({ acts: z.array(actSchema) }),
});

export const openYear = defineRoute({
  method: 'POST',
  path: '/api/years',
  id: 'openYear',
  summary: '市人大常委会办公室建立年度',
  tag: '事项',
  status: 201,
  access: 'signed-in',
  body: z.object({ year: z.number().int().min(2000).max(2100) }),
  response: z.object({ caseId: uuid }),
});

/** As the domain's structure, settings and legal calendar, for the browser's own computation of dates. Answers 304 for what is known. */
export const readLinkage = defineRoute({
  method: 'GET',
  path: '/api/linkage',
  id: 'readLinkage',
  summary: '联动域：单位、设置和法定日历',
  tag: '事项',
  access: 'signed-in',
  response: z.object({
    name: z.string(),
    cityCode: z.string(),
    organisation: z.unknown(),
    settings: z.unknown(),
    calendarYears: z.array(z.unknown()),
  }),
});

/** As the domain's appointments: who holds which post, for names and for the rules that ask. Answers 304 for what is known. */
export const readLinkageAppointments = defineRoute({
  method: 'GET',
  path: '/api/linkage/appointments',
  id: 'readLinkageAppointments',
  summary: '联动域：人员任职',
  tag: '事项',
  access: 'signed-in',
  response: z.object({ appointments: z.array(z.unknown()) }),
});

const changeSchema = z.object({
  caseId: uuid,
  caseName: z.string(),
  tenantId: uuid,
  tenantName: z.string(),
  stepKey: z.string(),
  title: z.string(),
  clause: z.string(),
  oldDue: plainDate.nullable(),
  newDue: plainDate.nullable(),
  explanation: z.string(),
});
export type DateChange = z.output<typeof changeSchema>;

export const previewMove = defineRoute({
  method: 'POST',
  path: '/api/sessions/:sessionId/move-preview',
  id: 'previewMove',
  summary: '会议改期前的变动清单',
  tag: '事项',
  access: 'signed-in',
  params: z.object({ sessionId: uuid }),
  body: z.object({ opens: plainDate, closes: plainDate }),
  response: z.object({ changes: z.array(changeSchema), digest: z.string() }),
});
