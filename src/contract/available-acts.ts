import { z } from 'zod';
import { defineRoute, refusalSchema, uuid } from './route.ts';

export const availableActSchema = z.object({
  kind: z.string(),
  title: z.string(),
  clause: z.string(),
  law: z.array(z.string()),
  performer: z.string(),
  collective: z.boolean(),
  stage: z.string(),
  stepDone: z.boolean(),
  refusals: z.array(refusalSchema),
});
export type AvailableAct = z.output<typeof availableActSchema>;

export const listAvailableActs = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/available-acts',
  id: 'listAvailableActs',
  summary: '本人在该事项中可以办理的行为，及不能办理的理由',
  tag: '法定行为',
  access: 'signed-in',
  params: z.object({ caseId: uuid }),
  response: z.object({ version: z.number().int(), acts: z.array(availableActSchema) }),
});
