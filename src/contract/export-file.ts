import { z } from 'zod';
import { workbookMediaType } from './workbook.ts';

/** A list as a spreadsheet: what the reader may see of it, filtered as on the screen; every one is an entry in the audit log. */
export const exportFile = {
  method: 'GET',
  tag: '导出',
  access: 'signed-in',
  produces: workbookMediaType,
  response: z.unknown(),
} as const;
