import { z } from 'zod';
import { expectationFilter } from './expectation-list.ts';
import { exportFile as file } from './export-file.ts';
import { findingFilter } from './finding-list.ts';
import { problemFilter } from './problem-list.ts';
import { promiseFilter } from './promise-list.ts';
import { defineRoute, uuid } from './route.ts';

const caseParams = z.object({ caseId: uuid });

export const exportFindings = defineRoute({
  ...file,
  path: '/api/cases/:caseId/findings/export',
  id: 'exportFindings',
  summary: '导出一个议题发现的问题，按屏幕上的筛选和排序',
  params: caseParams,
  query: findingFilter,
});

export const exportPromises = defineRoute({
  ...file,
  path: '/api/cases/:caseId/promises/export',
  id: 'exportPromises',
  summary: '导出审议要求的整改承诺、到期情况、佐证和评价，按屏幕上的筛选和排序',
  params: caseParams,
  query: promiseFilter,
});

export const exportProblems = defineRoute({
  ...file,
  path: '/api/cases/:caseId/problems/export',
  id: 'exportProblems',
  summary: '导出问题清单，从发现问题到审议要求、整改承诺和评价，按屏幕上的筛选和排序',
  params: caseParams,
  query: problemFilter,
});

export const exportCoverage = defineRoute({
  ...file,
  path: '/api/cases/:caseId/coverage/export',
  id: 'exportCoverage',
  summary: '导出联合调研的覆盖情况：各县（市、区）、园区和部门在哪天以何种形式调研过',
  params: caseParams,
});

export const exportVisits = defineRoute({
  ...file,
  path: '/api/cases/:caseId/visits/export',
  id: 'exportVisits',
  summary: '导出联合调研组的调研活动，从新到旧',
  params: caseParams,
});

export const exportDates = defineRoute({
  ...file,
  path: '/api/cases/:caseId/dates/export',
  id: 'exportDates',
  summary: '导出本单位在一个事项中各步骤的期限和算法',
  params: caseParams,
});

export const exportSupersededDates = defineRoute({
  ...file,
  path: '/api/cases/:caseId/superseded-dates/export',
  id: 'exportSupersededDates',
  summary: '导出因会议改期被替换的日期',
  params: caseParams,
});

export const exportReminders = defineRoute({
  ...file,
  path: '/api/cases/:caseId/reminders/export',
  id: 'exportReminders',
  summary: '导出本单位在一个事项中发出和收到的催办，从新到旧',
  params: caseParams,
});

export const exportExpectations = defineRoute({
  ...file,
  path: '/api/expectations/export',
  id: 'exportExpectations',
  summary: '导出市人大常委会在各议题上对本级的要求',
  query: expectationFilter,
});

export const exportItinerary = defineRoute({
  ...file,
  path: '/api/cases/:caseId/itinerary/export',
  id: 'exportItinerary',
  summary: '导出联合调研行程：每一天到哪里、谁带队，还有哪些没有安排',
  params: caseParams,
});
