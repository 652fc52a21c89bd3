import { z } from 'zod';
import { noticeKinds } from '../domain/notice/notice.ts';
import { searchKinds } from '../domain/search/search-kinds.ts';
import { listAccounts } from './accounts.ts';
import { actFilter } from './act-list.ts';
import { appointmentFilter } from './appointment-list.ts';
import { assessmentFilter } from './assessment-list.ts';
import { readAudit } from './audit.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { openStepFilter } from './open-steps.ts';
import { appointmentStandings } from './organisation.ts';
import { packageFilter } from './packages.ts';
import { defineRoute, uuid } from './route.ts';
import { sessionFilter } from './session-list.ts';
import { suggestionFilter } from './suggestions.ts';
import { taskFilter } from './task-list.ts';
import { topicFilter } from './topic-list.ts';

const caseParams = z.object({ caseId: uuid });

export const exportMyTasks = defineRoute({
  ...file,
  path: '/api/tasks/export',
  id: 'exportMyTasks',
  summary: '导出我的工作，按屏幕上的筛选',
  query: taskFilter,
});

const oldestOrNewest = z.enum(['newest', 'oldest']).default('newest');

export const exportNotices = defineRoute({
  ...file,
  path: '/api/notices/export',
  id: 'exportNotices',
  summary: '导出通知，按屏幕上的筛选',
  query: z.object({
    kind: z.enum(noticeKinds).optional(),
    unread: z.enum(['true']).optional(),
    sort: oldestOrNewest,
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

export const exportCaseActs = defineRoute({
  ...file,
  path: '/api/cases/:caseId/history/export',
  id: 'exportCaseActs',
  summary: '导出本单位在一个事项中的法定行为，按屏幕上的筛选',
  params: caseParams,
  query: actFilter,
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

export const exportPackages = defineRoute({
  ...file,
  path: '/api/packages/export',
  id: 'exportPackages',
  summary: '导出报送件清单',
  query: z.object(packageFilter),
});

export const exportTopics = defineRoute({
  ...file,
  path: '/api/topics/export',
  id: 'exportTopics',
  summary: '导出联动监督议题清单',
  query: topicFilter,
});

export const exportSessions = defineRoute({
  ...file,
  path: '/api/sessions/export',
  id: 'exportSessions',
  summary: '导出常委会会议清单',
  query: sessionFilter,
});

export const exportAssessments = defineRoute({
  ...file,
  path: '/api/assessments/export',
  id: 'exportAssessments',
  summary: '导出历次满意度测评结果，不满意占比始终列出',
  query: assessmentFilter,
});

export const exportOverview = defineRoute({
  ...file,
  path: '/api/board/export',
  id: 'exportOverview',
  summary: '导出全部事项各方尚未完成的步骤，按屏幕上选定的年度和单位；只要现在办理的，或者只要逾期的',
  query: openStepFilter,
});

export const exportBoard = defineRoute({
  ...file,
  path: '/api/cases/:caseId/board/export',
  id: 'exportBoard',
  summary: '导出一个事项的联动看板：各方每一步的期限和状态',
  params: caseParams,
});

export const exportCompliance = defineRoute({
  ...file,
  path: '/api/cases/:caseId/compliance/export',
  id: 'exportCompliance',
  summary: '导出程序对照表',
  params: caseParams,
});

export const exportSuggestions = defineRoute({
  ...file,
  path: '/api/cases/:caseId/suggestions/export',
  id: 'exportSuggestions',
  summary: '导出一个年度的议题建议，按屏幕上的筛选',
  params: caseParams,
  query: z.object({ ...suggestionFilter, sort: z.string().max(40).optional() }),
});

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
