import { z } from 'zod';
import { defineRoute } from './route.ts';

export const readHealth = defineRoute({
  method: 'GET',
  path: '/healthz',
  id: 'readHealth',
  summary: '数据库可达且结构为最新时回答200，否则503',
  tag: '运行',
  access: 'anyone',
  response: z.object({ state: z.literal('ready') }),
});
