import { z } from 'zod';
import type { Attachment } from '../../domain/package/attachment.ts';

const attachment = z.object({
  digest: z.string().meta({ title: '数字摘要' }),
  name: z.string().meta({ title: '文件名' }),
  size: z.number().int().positive().meta({ title: '大小（字节）' }),
}) satisfies z.ZodType<Attachment>;

/** Files uploaded before, by digest; sealing fixes them with the content. */
export const attachments = z
  .array(attachment)
  .max(20, '附件不能超过20个')
  .default([])
  .meta({ title: '附件', widget: 'files' });
