import type { FastifyRequest } from 'fastify';
import { UnacceptableError } from '../errors.ts';

export type Upload = { fileName: string; fields: Readonly<Record<string, string>>; bytes: () => Promise<Buffer> };

/**
 * The one file of a form, and the text fields that stand before it. `bytes` reads it whole and fails with 413 above the limit; a caller that
 * refuses by name or fields need not read it.
 */
export async function readUpload(request: FastifyRequest, limit: number): Promise<Upload> {
  if (!request.isMultipart()) throw new UnacceptableError('file/missing', '请以表单上传文件。');
  const part = await request.file({
    limits: { fileSize: limit, files: 1, fields: 20, fieldSize: 10_000 },
    throwFileSizeLimit: true,
  });
  if (part === undefined) throw new UnacceptableError('file/missing', '请选择要上传的文件。');
  const fields = Object.entries(part.fields).flatMap(([name, field]) => {
    if (field === undefined || Array.isArray(field) || field.type !== 'field' || typeof field.value !== 'string')
      return [];
    return [[name, field.value] as const];
  });
  return { fileName: part.filename, fields: Object.fromEntries(fields), bytes: () => part.toBuffer() };
}
