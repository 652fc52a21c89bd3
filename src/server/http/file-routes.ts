import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import * as contract from '../../contract/files.ts';
import { inScope } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { NotFoundError, UnacceptableError } from '../errors.ts';
import type { App } from './app-parts.ts';
import { type AuditBy, recordAudit } from './audit-store.ts';
import { plainFileName, requireKnownType, requireNoStateSecret } from './file-check.ts';
import { type FileWithBytes, findFile, findFileByDigest, insertFile } from './file-store.ts';
import { mustReadContents } from './reading.ts';
import { registerRoute } from './route.ts';
import { readUpload } from './upload.ts';

/** Attachments: taken in after a look at secrecy and bytes, given out only as downloads. */
export function registerFileRoutes(app: App): void {
  registerRoute(app, contract.uploadFile, async (call) => {
    const upload = await readUpload(call.request, contract.fileLimit);
    const name = plainFileName(upload.fileName);
    const secrecy = await refusingSecrets(app, call, () => requireNoStateSecret(upload.fields.secrecy, name));
    const bytes = await upload.bytes();
    const file = {
      id: uuidv7(),
      digest: createHash('sha256').update(bytes).digest('hex'),
      name,
      mediaType: await requireKnownType(bytes, name),
      size: bytes.length,
      uploadedAt: call.at,
    };
    const { cityCode, tenantId, personId } = call.actor;
    return call.write(async (trx) => {
      await insertFile(trx, { ...file, cityCode, tenantId, secrecy, uploadedBy: personId }, bytes);
      return file;
    });
  });
  registerRoute(app, contract.downloadFile, async (call) => {
    mustReadContents(call.actor);
    return call.read(async (trx) => {
      const file = await findFile(trx, call.actor.cityCode, call.params.fileId);
      if (file === undefined) throw new NotFoundError('file', call.params.fileId);
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
  return { category: 'reading', action: 'attachment-read', subject: file.digest } as const;
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
