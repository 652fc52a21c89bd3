import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { StoredFile } from '../../contract/files.ts';
import * as contract from '../../contract/files.ts';
import { inScope, type Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { ConflictError, NotFoundError, UnacceptableError } from '../errors.ts';
import type { App } from './app-parts.ts';
import { type AuditBy, recordAudit } from './audit-store.ts';
import { plainFileName, requireFileId, requireKnownType, requireNoStateSecret } from './file-check.ts';
import {
  type FileWithBytes,
  findFile,
  findFileByDigest,
  findUpload,
  insertFile,
  isWithdrawnFrom,
  type NewFile,
} from './file-store.ts';
import { mustReadContents } from './reading.ts';
import { registerRoute } from './route.ts';
import { readUpload } from './upload.ts';

/** Attachments: taken in after a look at secrecy and bytes, given out only as downloads. */
export function registerFileRoutes(app: App): void {
  registerRoute(app, contract.uploadFile, async (call) => {
    const upload = await readUpload(call.request, contract.fileLimit);
    const name = plainFileName(upload.fileName);
    const secrecy = await refusingSecrets(app, call, () => requireNoStateSecret(upload.fields.secrecy, name));
    const id = requireFileId(upload.fields.id) ?? uuidv7();
    const bytes = await upload.bytes();
    const file = {
      id,
      digest: createHash('sha256').update(bytes).digest('hex'),
      name,
      mediaType: await requireKnownType(bytes, name),
      size: bytes.length,
      uploadedAt: call.at,
    };
    const { cityCode, tenantId, personId } = call.actor;
    return call.write(async (trx) =>
      storeOnce(trx, { ...file, cityCode, tenantId, secrecy, uploadedBy: personId }, bytes),
    );
  });
  registerRoute(app, contract.downloadFile, async (call) => {
    mustReadContents(call.actor);
    return call.read(async (trx) => {
      const file = await findFile(trx, call.actor.cityCode, call.params.fileId);
      if (file === undefined || (await isWithdrawnFrom(trx, call.actor, file.id)))
        throw new NotFoundError('file', call.params.fileId);
      if (file.tenantId !== call.actor.tenantId) await recordAudit(trx, call, readingOf(file));
      return sendDownload(call.reply, file);
    });
  });
  registerRoute(app, contract.downloadAttachment, async (call) => {
    mustReadContents(call.actor);
    return call.read(async (trx) => {
      const file = await findFileByDigest(trx, call.actor.cityCode, call.params.digest);
      if (file === undefined) throw new NotFoundError('file', call.params.digest);
      if (file.tenantId !== call.actor.tenantId) await recordAudit(trx, call, readingOf(file));
      return sendDownload(call.reply, file);
    });
  });
}

/**
 * A file whose id the sender chose arrives once, however often it is sent: the second time it is what the first upload was. Throws
 * ConflictError for an id that another file has.
 */
async function storeOnce(trx: Trx, file: NewFile, bytes: Buffer): Promise<StoredFile> {
  if (await insertFile(trx, file, bytes)) return storedFileOf(file);
  const earlier = await findUpload(trx, file);
  if (earlier === undefined || earlier.digest !== file.digest) {
    throw new ConflictError('file/id-taken', '这个文件编号已经用于另一个文件，请换一个编号上传。');
  }
  return earlier;
}

function storedFileOf({ id, digest, name, mediaType, size, uploadedAt }: NewFile): StoredFile {
  return { id, digest, name, mediaType, size, uploadedAt };
}

/**
 * Makes bytes the handler's answer, as a download, never for display inside our origin: whatever a file contains, it gets no page of ours.
 * Use it for every file a route gives out. The bytes leave when the handler has ended, and with it the transaction that records who read them.
 */
export function sendDownload(reply: FastifyReply, file: { name: string; mediaType: string; bytes: Buffer }): Buffer {
  reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store');
  return file.bytes;
}

function readingOf(file: FileWithBytes) {
  return { category: 'reading', action: 'attachment-read', detail: { digest: file.digest.slice(0, 16) } } as const;
}

/** The attempt to put a state secret on the network is itself worth a line in the audit log; the file's name is not. */
async function refusingSecrets(
  app: App,
  by: AuditBy & { actor: Parameters<typeof inScope>[1] },
  check: () => string,
): Promise<string> {
  try {
    return check();
  } catch (error) {
    if (error instanceof UnacceptableError && error.code === 'file/state-secret') {
      await inScope(app.database, by.actor, (trx) =>
        recordAudit(trx, by, { category: 'administration', action: 'state-secret-refused' }),
      );
    }
    throw error;
  }
}
