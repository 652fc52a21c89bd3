import { z } from 'zod';
import { exportFile as file } from './export-file.ts';
import { invitationFilter } from './invitation-list.ts';
import { defineRoute, uuid } from './route.ts';

export const exportInvitations = defineRoute({
  ...file,
  path: '/api/cases/:caseId/invitations/export',
  id: 'exportInvitations',
  summary: '导出一个议题邀请的代表：答复、理由和签到，按屏幕上的筛选',
  params: z.object({ caseId: uuid }),
  query: invitationFilter,
});
