import { z } from 'zod';
import { defineRoute } from './route.ts';

/** The data of one event: which cases to ask for again. */
export const liveNewsSchema = z.object({ caseIds: z.array(z.string()) });

export const followEvents = defineRoute({
  method: 'GET',
  path: '/api/events',
  id: 'followEvents',
  summary: '实时更新（Server-Sent Events）：事件 changed 只带有变动的事项编号；断线后以 Last-Event-ID 续接',
  tag: '运行',
  access: 'signed-in',
  produces: 'text/event-stream',
  response: z.unknown(),
});
