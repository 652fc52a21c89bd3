import { z } from 'zod';
import { boardFilter } from './board-list.ts';
import { complianceFilter } from './compliance-list.ts';
import { exportFile as file } from './export-file.ts';
import { openStepFilter } from './open-steps.ts';
import { defineRoute, uuid } from './route.ts';

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
  summary: '导出一个事项的联动看板：各方每一步的期限和状态，按屏幕上是否列出机关和可选步骤',
  params: z.object({ caseId: uuid }),
  query: boardFilter,
});

export const exportCompliance = defineRoute({
  ...file,
  path: '/api/cases/:caseId/compliance/export',
  id: 'exportCompliance',
  summary: '导出程序对照表，全部条款，或者只列尚未落实和变通的',
  params: z.object({ caseId: uuid }),
  query: complianceFilter,
});

export const exportCoverage = defineRoute({
  ...file,
  path: '/api/cases/:caseId/coverage/export',
  id: 'exportCoverage',
  summary: '导出联合调研的覆盖情况：各县（市、区）、园区和部门在哪天以何种形式调研过',
  params: z.object({ caseId: uuid }),
});

export const exportVisits = defineRoute({
  ...file,
  path: '/api/cases/:caseId/visits/export',
  id: 'exportVisits',
  summary: '导出联合调研组的调研活动，从新到旧',
  params: z.object({ caseId: uuid }),
});

export const exportDates = defineRoute({
  ...file,
  path: '/api/cases/:caseId/dates/export',
  id: 'exportDates',
  summary: '导出本单位在一个事项中各步骤的期限和算法',
  params: z.object({ caseId: uuid }),
});

export const exportSupersededDates = defineRoute({
  ...file,
  path: '/api/cases/:caseId/superseded-dates/export',
  id: 'exportSupersededDates',
  summary: '导出因会议改期被替换的日期',
  params: z.object({ caseId: uuid }),
});
