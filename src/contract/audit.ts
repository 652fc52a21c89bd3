import { z } from 'zod';
import { defineRoute, plainDate, uuid } from './route.ts';

export const auditCategories = ['sign-in', 'administration', 'audit', 'reading', 'export'] as const;

export const auditCategoryNames = {
  'sign-in': '登录',
  administration: '管理',
  audit: '审计',
  reading: '查阅',
  export: '导出',
} satisfies Record<(typeof auditCategories)[number], string>;

/** Everything that is recorded, and what it is called on the screen. */
export const auditActionNames = {
  'signed-in': '登录',
  'signed-out': '退出',
  'sign-in-failed': '登录失败',
  'sign-in-while-locked': '锁定期间尝试登录',
  'sign-in-while-disabled': '停用账号尝试登录',
  'account-locked': '账号被锁定',
  'first-use': '用首次使用链接设置密码',
  'password-changed': '修改密码',
  'second-factor-added': '启用动态口令',
  'second-factor-removed': '停用动态口令',
  'second-factor-reset': '重置动态口令',
  'sign-ins-revoked': '使登录失效',
  'account-created': '建立账号',
  'account-disabled': '停用账号',
  'account-enabled': '启用账号',
  'account-unlocked': '解除锁定',
  'first-use-link-made': '发给首次使用链接',
  'roles-granted': '授予角色',
  'appointment-added': '登记任职',
  'appointment-ended': '登记离任',
  'calendar-feed-made': '建立或更换日历链接',
  'calendar-feed-revoked': '作废日历链接',
  'set-up': '首次设置',
  'audit-read': '查阅审计日志',
  'attachment-read': '查阅附件',
  'package-read': '查阅报送件',
  'list-exported': '导出清单',
  'settings-changed': '修改设置',
  'calendar-loaded': '载入法定日历',
  'organisation-exported': '导出组织信息',
  'organisation-imported': '导入组织信息',
  'state-secret-refused': '拒绝上传涉密文件',
} as const;
export type AuditAction = keyof typeof auditActionNames;
// A cast: Object.keys gives the keys of the literal above.
export const auditActions = Object.keys(auditActionNames) as [AuditAction, ...AuditAction[]];

export const auditEntrySchema = z.object({
  id: uuid,
  at: z.string(),
  category: z.enum(auditCategories),
  action: z.enum(auditActions),
  tenantId: uuid.nullable(),
  tenantName: z.string().nullable(),
  personName: z.string().nullable(),
  subject: z.string().nullable(),
  /** What else there is to say of it, in words: filters of a list, what a setting was before. */
  facts: z.array(z.object({ title: z.string(), text: z.string() })),
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
    action: z.enum(auditActions).optional(),
    tenantId: uuid.optional(),
    /** In the name of who did it, or of whom or what it was done to. */
    text: z.string().trim().max(64).optional(),
    /** The `next` of the page before. */
    before: uuid.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ entries: z.array(auditEntrySchema), next: uuid.nullable() }),
});
