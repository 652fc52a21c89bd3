import { z } from 'zod';
import { exportFile as file } from './export-file.ts';
import { defineRoute, uuid } from './route.ts';

/** Apart from the sign-ins themselves, which every page carries. */
export const exportMySignIns = defineRoute({
  ...file,
  path: '/api/me/sign-ins/export',
  id: 'exportMySignIns',
  summary: '导出我在各处的有效登录',
  beforeSecondFactor: true,
});

export const exportAccountSignIns = defineRoute({
  ...file,
  path: '/api/accounts/:accountId/sign-ins/export',
  id: 'exportAccountSignIns',
  summary: '导出一个账号的有效登录',
  params: z.object({ accountId: uuid }),
});
