import { z } from 'zod';
import { exportFile as file } from './export-file.ts';
import { defineRoute, uuid } from './route.ts';

const params = z.object({ caseId: uuid });
const query = z.object({ year: z.coerce.number().int() });

export const exportYearEvents = defineRoute({
  ...file,
  path: '/api/year-events/export',
  id: 'exportYearEvents',
  summary: '导出年度安排：一个年度各议题的安排和各级会议，按日期',
  query,
});

export const exportSlack = defineRoute({
  ...file,
  path: '/api/slack/export',
  id: 'exportSlack',
  summary: '导出一个年度各议题的时间余量',
  query,
});

export const exportYearSteps = defineRoute({
  ...file,
  path: '/api/cases/:caseId/year-steps/export',
  id: 'exportYearSteps',
  summary: '导出一个年度议题确定的进度',
  params,
});

export const exportCalls = defineRoute({
  ...file,
  path: '/api/cases/:caseId/calls/export',
  id: 'exportCalls',
  summary: '导出各单位征集和提出初步建议的情况',
  params,
});

export const exportCandidates = defineRoute({
  ...file,
  path: '/api/cases/:caseId/candidates/export',
  id: 'exportCandidates',
  summary: '导出本单位的候选议题，写明由哪些建议合并而成',
  params,
});

export const exportConsultation = defineRoute({
  ...file,
  path: '/api/cases/:caseId/consultation/export',
  id: 'exportConsultation',
  summary: '导出会商意见：各项议题、各单位的意见，形成记录以后还有结果',
  params,
});

export const exportJointPlan = defineRoute({
  ...file,
  path: '/api/cases/:caseId/joint-plan/export',
  id: 'exportJointPlan',
  summary: '导出本单位最新的计划建议方案',
  params,
});

export const exportApprovals = defineRoute({
  ...file,
  path: '/api/cases/:caseId/approvals/export',
  id: 'exportApprovals',
  summary: '导出各主任会议审议计划建议方案的情况',
  params,
});
