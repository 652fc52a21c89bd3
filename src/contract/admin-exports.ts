import { z } from 'zod';
import { listAccounts } from './accounts.ts';
import { appointmentFilter } from './appointment-list.ts';
import { readAudit } from './audit.ts';
import { exportFile as file } from './export-file.ts';
import { appointmentStandings } from './organisation.ts';
import { defineRoute, uuid } from './route.ts';

export const exportAccounts = defineRoute({
  ...file,
  path: '/api/accounts/export',
  id: 'exportAccounts',
  summary: '导出账号清单',
  query: listAccounts.query.omit({ page: true }),
});

export const exportAudit = defineRoute({
  ...file,
  path: '/api/audit/export',
  id: 'exportAudit',
  summary: '导出审计日志',
  query: readAudit.query.omit({ before: true, limit: true }),
});

export const exportAppointments = defineRoute({
  ...file,
  path: '/api/appointments/export',
  id: 'exportAppointments',
  summary: '导出任职，按屏幕上的筛选；没有指定单位的，是本人管理的各单位',
  query: z.object({
    tenantId: uuid.optional(),
    tenure: z.enum(appointmentStandings).default('held'),
    ...appointmentFilter.shape,
  }),
});

export const exportSettings = defineRoute({
  ...file,
  path: '/api/settings/export',
  id: 'exportSettings',
  summary: '导出现行设置和历史版本，每项写明依据',
});

export const exportCalendarYears = defineRoute({
  ...file,
  path: '/api/calendar-years/export',
  id: 'exportCalendarYears',
  summary: '导出已载入的节假日和调休上班日',
});
