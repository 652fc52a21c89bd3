import { z } from 'zod';
import { defineRoute } from './route.ts';

const tag = '个人日历';

export const calendarMediaType = 'text/calendar; charset=utf-8';

export const readCalendarFeed = defineRoute({
  method: 'GET',
  path: '/api/calendar-feeds/:token/liandu.ics',
  id: 'readCalendarFeed',
  summary: '个人日历（iCalendar）：凭私密链接订阅，不需要登录；链接作废后是404',
  tag,
  access: 'anyone',
  params: z.object({ token: z.string().max(100) }),
  produces: calendarMediaType,
  response: z.unknown(),
});

const feedState = z.object({ madeAt: z.string().nullable(), lastReadAt: z.string().nullable() });

export const readMyCalendarFeed = defineRoute({
  method: 'GET',
  path: '/api/me/calendar-feed',
  id: 'readMyCalendarFeed',
  summary: '我的日历链接：什么时候建立，最近什么时候被读取',
  tag,
  access: 'signed-in',
  response: feedState,
});

export const makeMyCalendarFeed = defineRoute({
  method: 'POST',
  path: '/api/me/calendar-feed',
  id: 'makeMyCalendarFeed',
  summary: '建立或更换我的日历链接，只显示一次；以前的链接立即作废',
  tag,
  access: 'signed-in',
  secret: true,
  status: 201,
  /** `path` is appended to the address of the installation. */
  response: z.object({ path: z.string(), madeAt: z.string() }),
});

export const revokeMyCalendarFeed = defineRoute({
  method: 'DELETE',
  path: '/api/me/calendar-feed',
  id: 'revokeMyCalendarFeed',
  summary: '使我的日历链接立即作废',
  tag,
  access: 'signed-in',
  status: 204,
  response: z.undefined(),
});
