import { z } from 'zod';
import { defineRoute, uuid } from './route.ts';

const tag = '组织信息';
export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 10 MB; the same limit in the form. */
export const workbookLimit = 10 * 1024 * 1024;

/** Where in the workbook, and what is wrong there; `sentence` says both. Row 1 holds the titles. */
export const workbookProblemSchema = z.object({
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  text: z.string(),
  sentence: z.string(),
});

const plannedRow = z.object({ sheet: z.string(), row: z.number().int(), key: z.string() });

export const importPlanSchema = z.object({
  /** With a single one nothing is written. */
  problems: z.array(workbookProblemSchema),
  /** Worth knowing, no hindrance. */
  notes: z.array(workbookProblemSchema),
  added: z.array(plannedRow),
  changed: z.array(
    plannedRow.extend({ fields: z.array(z.object({ column: z.string(), old: z.string(), new: z.string() })) }),
  ),
  unchanged: z.number().int(),
  /** In the system, not in the workbook: told, never deleted. */
  missing: z.array(z.object({ sheet: z.string(), key: z.string() })),
  accounts: z.array(z.object({ person: z.string(), tenant: z.string(), login: z.string() })),
});
export type ImportPlanView = z.output<typeof importPlanSchema>;

export const exportWorkbook = defineRoute({
  method: 'GET',
  path: '/api/organisation/workbook',
  id: 'exportWorkbook',
  summary: '导出组织信息工作簿（系统管理员、安全管理员）；原样导入不产生任何变动',
  tag,
  access: 'signed-in',
  produces: workbookMediaType,
  response: z.unknown(),
});

export const readWorkbookTemplate = defineRoute({
  method: 'GET',
  path: '/api/organisation/workbook-template',
  id: 'readWorkbookTemplate',
  summary: '下载空白的组织信息工作簿和填写说明',
  tag,
  access: 'signed-in',
  produces: workbookMediaType,
  response: z.unknown(),
});

export const previewImport = defineRoute({
  method: 'POST',
  path: '/api/organisation/workbook/dry-run',
  id: 'previewImport',
  summary: '试导入：列出全部问题和变动，不写入任何内容（表单字段 file）',
  tag,
  access: 'signed-in',
  consumes: 'multipart/form-data',
  response: importPlanSchema,
});

export const importWorkbook = defineRoute({
  method: 'POST',
  path: '/api/organisation/workbook',
  id: 'importWorkbook',
  summary: '导入工作簿：全部写入，或者有问题时（applied 为 false）什么也不写；系统管理员写组织信息，安全管理员写角色',
  tag,
  access: 'signed-in',
  consumes: 'multipart/form-data',
  // First-use links are shown here and nowhere else.
  secret: true,
  response: z.object({
    applied: z.boolean(),
    plan: importPlanSchema,
    accounts: z.array(
      z.object({
        accountId: uuid,
        login: z.string(),
        personName: z.string(),
        tenantName: z.string(),
        path: z.string(),
        expiresAt: z.string(),
      }),
    ),
  }),
});
