import { z } from 'zod';
import { courseSteps } from '../domain/topic/suggestion-course.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

const tag = '代表履职';
const inCase = z.object({ caseId: uuid });
const invitationId = z.string().max(80);
const oneInvitation = z.object({ caseId: uuid, invitationId });

const inCaseNamed = { caseId: uuid, caseName: z.string() };
const activity = z.enum(['screening', 'research', 'session', 'tracking']);
const outcome = z.enum(['accepted', 'declined']);

const suggestionSchema = z.object({
  ...inCaseNamed,
  id: z.string(),
  title: z.string(),
  on: plainDate,
  /** What became of it, step by step. */
  course: z.array(z.object({ step: z.enum(courseSteps), state: z.enum(['reached', 'ended', 'ahead']) })),
  topic: z.object({ id: uuid, name: z.string() }).nullable(),
  /** Of its topic, once they are published. */
  results: z.object({ on: plainDate, lines: z.array(z.string()), demands: z.array(z.string()) }).nullable(),
  /** The day on which the own body closed the topic. */
  closedOn: plainDate.nullable(),
});
export type OwnSuggestion = z.output<typeof suggestionSchema>;

const concernSchema = z.object({
  ...inCaseNamed,
  id: z.string(),
  on: plainDate,
  text: z.string(),
  answer: z.string().nullable(),
});
export type OwnConcern = z.output<typeof concernSchema>;

const ownInvitationSchema = z.object({
  ...inCaseNamed,
  id: z.string(),
  activity,
  day: plainDate.nullable(),
  text: z.string(),
  outcome: outcome.nullable(),
  cameAt: z.string().nullable(),
});
export type OwnInvitation = z.output<typeof ownInvitationSchema>;

/** `isOpen`: the own body is still at work on the topic. */
const ownTeamSchema = z.object({ ...inCaseNamed, isOpen: z.boolean() });
export type OwnTeam = z.output<typeof ownTeamSchema>;

export const readMyVoices = defineRoute({
  method: 'GET',
  path: '/api/my-voices',
  id: 'readMyVoices',
  summary: '代表本人的建议、反映的问题、收到的邀请和参加的联合调研组，各自的办理情况；不含他人的内容',
  tag,
  access: 'signed-in',
  response: z.object({
    /** Years in which the own body calls for suggestions today. */
    calls: z.array(z.object({ ...inCaseNamed, deadline: plainDate, notice: z.string(), channels: z.string() })),
    suggestions: z.array(suggestionSchema),
    concerns: z.array(concernSchema),
    invitations: z.array(ownInvitationSchema),
    /** Topics in whose joint research team he is, those in work first. */
    teams: z.array(ownTeamSchema),
  }),
});

/** A deputy's own lists that he can carry away: what he suggested, what he raised, what he was invited to. */
export const voiceLists = ['suggestions', 'concerns', 'invitations'] as const;
export type VoiceList = (typeof voiceLists)[number];

const invitedSchema = z.object({
  personId: uuid,
  name: z.string(),
  outcome: outcome.nullable(),
  reason: z.string(),
  cameAt: z.string().nullable(),
});

const invitationSchema = z.object({
  id: z.string(),
  on: plainDate,
  activity,
  day: plainDate.nullable(),
  text: z.string(),
  /** The day a code is good, where the office has shown one. */
  codeOn: plainDate.nullable(),
  invited: z.array(invitedSchema),
});
export type InvitationView = z.output<typeof invitationSchema>;

export const listInvitations = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/invitations',
  id: 'listInvitations',
  summary: '议题中邀请的代表：谁答复参加、谁到场',
  tag,
  access: 'signed-in',
  params: inCase,
  response: z.object({ invitations: z.array(invitationSchema) }),
});

export const makeAttendanceCode = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/invitations/:invitationId/attendance-code',
  id: 'makeAttendanceCode',
  summary: '出示签到码：只显示一次，活动当天有效；重新出示的，先前的失效',
  tag,
  status: 201,
  access: 'signed-in',
  secret: true,
  params: oneInvitation,
  response: z.object({ code: z.string(), validOn: plainDate }),
});

export const attendByCode = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/invitations/:invitationId/attendance',
  id: 'attendByCode',
  summary: '代表凭签到码签到；签过的再次签到，仍以第一次为准',
  tag,
  access: 'signed-in',
  params: oneInvitation,
  body: z.object({ code: z.string().regex(/^\d{6}$/, '请输入六位数字的签到码') }),
  response: z.object({ cameAt: z.string() }),
});
