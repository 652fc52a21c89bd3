import { z } from 'zod';
import type { Itinerary } from '../domain/research/itinerary.ts';
import { exportFile as file } from './export-file.ts';
import { spokenDutySchema } from './leader-duties.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

const tag = '联合调研';
const params = z.object({ caseId: uuid });

const stop = z.object({ placeId: uuid, day: plainDate, leaderId: uuid, isFixed: z.boolean() });
const itinerary = z.object({
  from: plainDate,
  until: plainDate,
  perDay: z.number().int().min(1, '每天至少一处').max(4, '每天至多四处'),
  leaderIds: z.array(uuid).max(60),
  stops: z.array(stop).max(300),
}) satisfies z.ZodType<Itinerary>;

const surroundings = {
  /** What other topics of the own body have planned. */
  taken: z.array(z.object({ placeId: uuid, day: plainDate, leaderId: uuid, caseName: z.string() })),
  /** Days on which the standing committees of the linkage sit, from today on. */
  sittings: z.array(z.object({ bodyId: uuid, day: plainDate, name: z.string() })),
  /** Leaders’ other duties that the own body knows of, from today on. */
  duties: z.array(spokenDutySchema),
};
const saved = z.object({
  version: z.number().int().positive(),
  savedByName: z.string(),
  savedAt: z.string(),
  plan: itinerary,
});

export const readItinerary = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/itinerary',
  id: 'readItinerary',
  summary: '联合调研行程：已安排的、其他议题已占用的、各级常委会会期',
  tag,
  access: 'signed-in',
  params,
  response: z.object({ saved: saved.nullable(), ...surroundings }),
});

export const saveItinerary = defineRoute({
  method: 'PUT',
  path: '/api/cases/:caseId/itinerary',
  id: 'saveItinerary',
  summary: '保存联合调研行程；他人在此期间保存过的，以 itinerary/changed 拒绝',
  tag,
  access: 'signed-in',
  params,
  /** `version`: the one that was seen; 0 where there was none. */
  body: z.object({ version: z.number().int().min(0), plan: itinerary }),
  response: saved,
});

export const suggestItinerary = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/itinerary-suggestion',
  id: 'suggestItinerary',
  summary: '建议行程：天数最少，不冲突，固定的安排不动；不保存',
  tag,
  access: 'signed-in',
  params,
  /** `placeIds`: every county and park to be visited; those with a fixed visit keep it. */
  body: z.object({ plan: itinerary, placeIds: z.array(uuid).min(1, '请至少选择一个调研地点').max(200) }),
  response: z.object({
    stops: z.array(stop),
    /** Places for which there is no open day. */
    unplaced: z.array(uuid),
    /** Days on the road in all. */
    days: z.number().int(),
    /** No other itinerary needs fewer days. */
    isProven: z.boolean(),
  }),
});

export const exportItinerary = defineRoute({
  ...file,
  path: '/api/cases/:caseId/itinerary/export',
  id: 'exportItinerary',
  summary: '导出联合调研行程：每一天到哪里、谁带队，还有哪些没有安排',
  params: z.object({ caseId: uuid }),
});
