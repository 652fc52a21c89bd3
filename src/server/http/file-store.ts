import type { StoredFile } from '../../contract/files.ts';
import type { Trx } from '../db/database.ts';

export type NewFile = StoredFile & { cityCode: string; tenantId: string; secrecy: string; uploadedBy: string };

/** Keeps the bytes once per tenant and digest, and the facts of this upload. False when there is a file of this id already. */
export async function insertFile(trx: Trx, file: NewFile, bytes: Buffer): Promise<boolean> {
  await trx.run(
    'insert into file_blob (city_code, tenant_id, digest, bytes) values ($1, $2, $3, $4) on conflict do nothing',
    [file.cityCode, file.tenantId, file.digest, bytes],
  );
  const inserted = await trx.run(
    `insert into file (city_code, id, tenant_id, digest, name, media_type, size, secrecy, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (city_code, id) do nothing`,
    [
      file.cityCode,
      file.id,
      file.tenantId,
      file.digest,
      file.name,
      file.mediaType,
      file.size,
      file.secrecy,
      file.uploadedBy,
      file.uploadedAt,
    ],
  );
  return inserted === 1;
}

/** An earlier upload of that id by the same person for the same tenant. */
export async function findUpload(
  trx: Trx,
  { cityCode, tenantId, id, uploadedBy }: Pick<NewFile, 'cityCode' | 'tenantId' | 'id' | 'uploadedBy'>,
): Promise<StoredFile | undefined> {
  return trx.maybe<StoredFile>(
    `select id, digest, name, media_type as "mediaType", size, uploaded_at as "uploadedAt" from file
     where city_code = $1 and tenant_id = $2 and id = $3 and uploaded_by = $4`,
    [cityCode, tenantId, id, uploadedBy],
  );
}

/** Which of these ids are pictures that the tenant itself has uploaded. */
export async function listPictureIds(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
  ids: readonly string[],
): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(
    `select id from file where city_code = $1 and tenant_id = $2 and id = any($3::uuid[]) and media_type like 'image/%'`,
    [cityCode, tenantId, ids],
  );
  return rows.map(({ id }) => id);
}

/** What a tenant itself has uploaded of these digests; what reached it in a package is another's. */
export async function listUploads(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  digests: readonly string[],
): Promise<{ digest: string; name: string; size: number }[]> {
  return trx.rows(
    'select distinct digest, name, size from file where city_code = $1 and tenant_id = $2 and digest = any($3::text[])',
    [cityCode, tenantId, digests],
  );
}

export type FileWithBytes = {
  id: string;
  tenantId: string;
  digest: string;
  name: string;
  mediaType: string;
  bytes: Buffer;
};

const fileColumns = `file.id, file.tenant_id as "tenantId", file.digest, file.name, file.media_type as "mediaType", file_blob.bytes
  from file join file_blob on file_blob.city_code = file.city_code and file_blob.tenant_id = file.tenant_id
    and file_blob.digest = file.digest`;

/** The file with its bytes if the scope may read it: its own, or attached to a package it may read. */
export async function findFile(trx: Trx, cityCode: string, id: string): Promise<FileWithBytes | undefined> {
  return trx.maybe<FileWithBytes>(`select ${fileColumns} where file.city_code = $1 and file.id = $2`, [cityCode, id]);
}

/** Whether the file is a photo of a field note that its author has taken back: then it is nobody's but his. */
export async function isWithdrawnFrom(
  trx: Trx,
  { cityCode, tenantId, personId }: { cityCode: string; tenantId: string; personId: string },
  fileId: string,
): Promise<boolean> {
  const row = await trx.maybe(
    `select note.id from field_note note
     join field_note_change change on change.city_code = note.city_code and change.note_id = note.id and change.kind = 'withdrawal'
     where note.city_code = $1 and note.tenant_id = $2 and note.author_id <> $3 and note.photo_ids ? $4 limit 1`,
    [cityCode, tenantId, personId, fileId],
  );
  return row !== undefined;
}

export async function findFileByDigest(trx: Trx, cityCode: string, digest: string): Promise<FileWithBytes | undefined> {
  return trx.maybe<FileWithBytes>(
    `select ${fileColumns} where file.city_code = $1 and file.digest = $2 order by file.uploaded_at limit 1`,
    [cityCode, digest],
  );
}
