import { z } from 'zod';
import { searchKinds } from '../domain/search/search-kinds.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { paging } from './paging.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

const excerpt = z.array(z.object({ text: z.string(), isHit: z.boolean() }));

export const search = defineRoute({
  method: 'GET',
  path: '/api/search',
  id: 'search',
  summary: '搜索本单位办理和签收的内容，以及可以查看的事项；标题含有的在前，新的在前',
  tag: '搜索',
  access: 'signed-in',
  query: z.object({
    text: z.string().trim().max(100).default(''),
    kind: z.enum(searchKinds).optional(),
    year: z.coerce.number().int().optional(),
    ...paging,
  }),
  response: z.object({
    total: z.number().int(),
    pageSize: z.number().int(),
    entries: z.array(
      z.object({
        actSeq: z.number().int(),
        caseId: uuid,
        caseName: z.string(),
        kind: z.enum(searchKinds),
        actTitle: z.string(),
        on: plainDate,
        heading: excerpt,
        excerpt,
      }),
    ),
    /** Cases whose name has it; also for those who see progress only. */
    cases: z.array(
      z.object({ id: uuid, kind: z.enum(['year', 'topic', 'session']), year: z.number().int(), name: excerpt }),
    ),
  }),
});

export const exportSearch = defineRoute({
  ...file,
  path: '/api/search/export',
  id: 'exportSearch',
  summary: '导出搜索到的本单位内容',
  query: z.object({
    text: z.string().trim().min(1, '请输入要找的词').max(limits.shortText),
    content: z.enum(searchKinds).optional(),
    year: z.coerce.number().int().optional(),
  }),
});
