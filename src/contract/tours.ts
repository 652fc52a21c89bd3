import { z } from 'zod';
import { defineRoute } from './route.ts';

const tag = '使用引导';

/** One way round for everybody who works alike. */
export const tours = [
  'office',
  'committee',
  'chairperson',
  'member',
  'deputy',
  'organ',
  'party-office',
  'administrator',
] as const;
export type Tour = (typeof tours)[number];

const seenSchema = z.object({ seen: z.array(z.enum(tours)) });

export const readSeenTours = defineRoute({
  method: 'GET',
  path: '/api/me/tours',
  id: 'readSeenTours',
  summary: '我已经看过或者跳过的使用引导',
  tag,
  access: 'signed-in',
  response: seenSchema,
});

export const markToursSeen = defineRoute({
  method: 'PUT',
  path: '/api/me/tours',
  id: 'markToursSeen',
  summary: '使用引导已经看过或者跳过，以后登录不再显示',
  tag,
  access: 'signed-in',
  body: z.object({ tours: z.array(z.enum(tours)).min(1).max(tours.length) }),
  response: seenSchema,
});
