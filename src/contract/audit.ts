import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

export const auditCategories = ['sign-in', 'administration', 'audit', 'reading', 'export'] as const;

export const auditEntrySchema = z.object({
  id: uuid,
  at: z.string(),
  category: z.enum(auditCategories),
  action: z.string(),
  tenantId: uuid.nullable(),
  tenantName: z.string().nullable(),
  personName: z.string().nullable(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  address: z.string(),
});
export type AuditEntry = z.output<typeof auditEntrySchema>;

export const readAudit = defineRoute({
  method: 'GET',
  path: '/api/audit',
  id: 'readAudit',
  summary: '审计日志（审计管理员）：从新到旧；查阅本身也记入日志',
  tag: '审计',
  access: 'signed-in',
  query: z.object({
    from: plainDate.optional(),
    until: plainDate.optional(),
    category: z.enum(auditCategories).optional(),
    action: z.string().max(64).optional(),
    tenantId: uuid.optional(),
    person: z.string().trim().max(50).optional(),
    /** The `next` of the page before. */
    before: uuid.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ entries: z.array(auditEntrySchema), next: uuid.nullable() }),
});
