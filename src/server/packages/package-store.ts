import type { Attachment } from '../../domain/package/attachment.ts';
import { checkAttachments } from '../../domain/package/attachments.ts';
import { packageKindNames } from '../../domain/package/contents.ts';
import type { PackageDraft } from '../../domain/package/package.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { refuseAny } from '../errors.ts';
import { listUploads } from '../http/file-store.ts';
import { digestOf } from '../ledger/digest.ts';
import type { ChainHead } from '../ledger/ledger-store.ts';

type Sealing = {
  id: string;
  cityCode: string;
  fromTenantId: string;
  caseId: string;
  sealedAt: string;
  sealedOn: PlainDateText;
  head: ChainHead;
  algorithm: Settings['digest'];
};

/**
 * Seals a draft: content, attachments and addressees are fixed by one digest, beside the sender's chain head. Throws RefusedError for an
 * attachment that the sender did not upload. Every addressee is told that it has come.
 */
export async function sealPackage(trx: Trx, draft: PackageDraft, sealing: Sealing): Promise<string> {
  const attachments = draft.attachments ?? [];
  await requireOwnFiles(trx, attachments, { cityCode: sealing.cityCode, tenantId: sealing.fromTenantId });
  const addresseeIds = [...new Set(draft.addresseeIds)].sort();
  const digest = digestOf(
    { id: sealing.id, kind: draft.kind, title: draft.title, content: draft.content, attachments, addresseeIds },
    sealing.algorithm,
  );
  await trx.run(
    `with sealed as (
       insert into package (city_code, id, from_tenant_id, case_id, kind, title, content, attachments, digest, sealed_at, sealed_on,
         sender_seq, sender_hash, supersedes_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)), told as (
       insert into notice (city_code, id, kind, tenant_id, from_tenant_id, case_id, subject_id, text, at)
       select $1, addressee.notice, 'package-arrived', addressee.id, $3, $4, $2, sender.name || $16::text, $10::text::timestamptz
       from json_to_recordset($15) as addressee (id uuid, notice uuid)
       join tenant sender on sender.city_code = $1 and sender.id = $3
       where addressee.id <> $3)
     insert into package_addressee (city_code, package_id, tenant_id, from_tenant_id)
     select $1, $2, addressee.id, $3 from json_to_recordset($15) as addressee (id uuid)`,
    [
      sealing.cityCode,
      sealing.id,
      sealing.fromTenantId,
      sealing.caseId,
      draft.kind,
      draft.title,
      JSON.stringify(draft.content),
      JSON.stringify(attachments),
      digest,
      sealing.sealedAt,
      sealing.sealedOn,
      sealing.head.seq,
      sealing.head.hash,
      draft.supersedesId ?? null,
      JSON.stringify(addresseeIds.map((id) => ({ id, notice: uuidv7() }))),
      `送来${packageKindNames[draft.kind]}：${draft.title}`,
    ],
  );
  return digest;
}

/** Throws RefusedError for a file that the tenant has not uploaded itself. */
export async function requireOwnFiles(
  trx: Trx,
  attachments: readonly Attachment[],
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
): Promise<void> {
  if (attachments.length === 0) return;
  const digests = attachments.map(({ digest }) => digest);
  const uploads = await listUploads(trx, cityCode, tenantId, digests);
  refuseAny(checkAttachments(attachments, uploads));
}

/** The addressee's signature: written once, in the transaction of the receipt act. */
export async function signForPackage(
  trx: Trx,
  receipt: {
    cityCode: string;
    packageId: string;
    tenantId: string;
    at: string;
    on: PlainDateText;
    personId: string;
    digest: string;
    seq: number;
  },
): Promise<boolean> {
  const signed = await trx.run(
    `update package_addressee set received_at = $4, received_on = $5, received_by = $6, digest_seen = $7, receipt_seq = $8
     where city_code = $1 and package_id = $2 and tenant_id = $3 and received_at is null`,
    [
      receipt.cityCode,
      receipt.packageId,
      receipt.tenantId,
      receipt.at,
      receipt.on,
      receipt.personId,
      receipt.digest,
      receipt.seq,
    ],
  );
  return signed === 1;
}
