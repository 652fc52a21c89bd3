import { z } from 'zod';
import { voiceLists } from './deputies.ts';
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

export const exportMyVoices = defineRoute({
  ...file,
  path: '/api/my-voices/:list/export',
  id: 'exportMyVoices',
  summary: '导出代表本人的建议、反映的问题或者收到的邀请，各自的办理情况；不含他人的内容',
  params: z.object({ list: z.enum(voiceLists) }),
});
