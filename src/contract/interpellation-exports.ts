import { z } from 'zod';
import { exportFile as file } from './export-file.ts';
import { defineRoute, uuid } from './route.ts';

export const exportInterpellations = defineRoute({
  ...file,
  path: '/api/interpellations/export',
  id: 'exportInterpellations',
  summary: '导出本级人大常委会的质询案和签名情况，组成人员和办公室可以导出',
  query: z.object({ caseId: uuid.optional() }),
});
