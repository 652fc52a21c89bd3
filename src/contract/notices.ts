import { z } from 'zod';
import { noticeKinds } from '../domain/notice/notice.ts';
import { exportFile as file } from './export-file.ts';
import { paging } from './paging.ts';
import { defineRoute, uuid } from './route.ts';

const tag = '通知';

const noticeSchema = z.object({
  id: uuid,
  kind: z.enum(noticeKinds),
  caseId: uuid.nullable(),
  /** The package or the entered decision it is about. */
  subjectId: uuid.nullable(),
  text: z.string(),
  at: z.string(),
  isRead: z.boolean(),
});
export type NoticeView = z.output<typeof noticeSchema>;

export const listNotices = defineRoute({
  method: 'GET',
  path: '/api/notices',
  id: 'listNotices',
  summary: '通知：筛选、排序、分页',
  tag,
  access: 'signed-in',
  query: z.object({
    kind: z.enum(noticeKinds).optional(),
    unread: z.enum(['true']).optional(),
    sort: z.enum(['newest', 'oldest']).default('newest'),
    ...paging,
  }),
  response: z.object({
    notices: z.array(noticeSchema),
    total: z.number().int(),
    /** Of all kinds that the person gets. */
    unread: z.number().int(),
    pageSize: z.number().int(),
  }),
});

export const markNoticesRead = defineRoute({
  method: 'POST',
  path: '/api/notices/readings',
  id: 'markNoticesRead',
  summary: '标为已读：指定的几条，或者全部',
  tag,
  access: 'signed-in',
  body: z.union([z.object({ ids: z.array(uuid).min(1).max(200) }), z.object({ all: z.literal(true) })]),
  response: z.object({ unread: z.number().int() }),
});

const choiceSchema = z.object({ kinds: z.array(z.object({ kind: z.enum(noticeKinds), wanted: z.boolean() })) });

export const readNoticeChoice = defineRoute({
  method: 'GET',
  path: '/api/me/notice-kinds',
  id: 'readNoticeChoice',
  summary: '我接收哪些通知',
  tag,
  access: 'signed-in',
  response: choiceSchema,
});

export const changeNoticeChoice = defineRoute({
  method: 'PUT',
  path: '/api/me/notice-kinds',
  id: 'changeNoticeChoice',
  summary: '选择接收哪些通知；没有选择的不再显示，也不计入未读',
  tag,
  access: 'signed-in',
  body: z.object({ declined: z.array(z.enum(noticeKinds)).max(noticeKinds.length) }),
  response: choiceSchema,
});

export const exportNotices = defineRoute({
  ...file,
  path: '/api/notices/export',
  id: 'exportNotices',
  summary: '导出通知，按屏幕上的筛选',
  query: z.object({
    kind: z.enum(noticeKinds).optional(),
    unread: z.enum(['true']).optional(),
    sort: z.enum(['newest', 'oldest']).default('newest'),
  }),
});
