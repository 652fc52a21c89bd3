import { z } from 'zod';
import { defineRoute, uuid } from './route.ts';

const tag = '附件';

/** 20 MB; the same limit in the form. */
export const fileLimit = 20 * 1024 * 1024;

/** What may be uploaded, by what the bytes themselves say. */
export const fileTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'md', 'csv'],
} as const;

/** 密级 as the form offers it: state secrets are named so that they can be refused with the reason (SEC-01). */
export const secrecyLevels = ['公开', '内部', '秘密', '机密', '绝密'] as const;

export const fileSchema = z.object({
  id: uuid,
  digest: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  uploadedAt: z.string(),
});
export type StoredFile = z.output<typeof fileSchema>;

export const uploadFile = defineRoute({
  method: 'POST',
  path: '/api/files',
  id: 'uploadFile',
  summary:
    '上传附件：表单字段 secrecy（密级）在前，file 在后；秘密及以上不得上传。字段 id（UUID，可不填）由上传一方编定，同一文件重复上传时只存一次',
  tag,
  access: 'signed-in',
  consumes: 'multipart/form-data',
  status: 201,
  response: fileSchema,
});

export const downloadFile = defineRoute({
  method: 'GET',
  path: '/api/files/:fileId',
  id: 'downloadFile',
  summary: '下载附件：本单位上传的，或者经报送件送达本单位的',
  tag,
  access: 'signed-in',
  params: z.object({ fileId: uuid }),
  produces: 'application/octet-stream',
  response: z.unknown(),
});

export const downloadAttachment = defineRoute({
  method: 'GET',
  path: '/api/attachments/:digest',
  id: 'downloadAttachment',
  summary: '按摘要下载报送件的附件',
  tag,
  access: 'signed-in',
  params: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  produces: 'application/octet-stream',
  response: z.unknown(),
});
