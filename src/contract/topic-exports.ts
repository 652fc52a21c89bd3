import { z } from 'zod';
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
