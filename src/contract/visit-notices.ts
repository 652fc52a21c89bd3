import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

export const listVisitNotices = defineRoute({
  method: 'GET',
  path: '/api/visit-notices',
  id: 'listVisitNotices',
  summary: '本级已签收的联合调研安排：哪一天、谁来、到哪里、准备什么',
  tag: '联合调研',
  access: 'signed-in',
  response: z.object({
    notices: z.array(
      z.object({
        caseId: uuid,
        caseName: z.string(),
        notice: z.object({
          version: z.number().int(),
          visits: z.array(z.object({ day: plainDate, leader: z.string(), places: z.string() })),
          members: z.array(z.string()),
          prepare: z.string(),
          changes: z.array(z.string()),
        }),
      }),
    ),
  }),
});
