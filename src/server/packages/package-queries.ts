import type { PackageKind } from '../../domain/package/contents.ts';
import type { Attachment } from '../../domain/package/package.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';

export type PackageRow = {
  id: string;
  fromTenantId: string;
  fromName: string;
  caseId: string;
  caseName: string;
  kind: PackageKind;
  title: string;
  digest: string;
  sealedAt: string;
  sealedOn: PlainDateText;
  senderSeq: number;
  senderHash: string;
  supersedesId: string | null;
  addressees: {
    tenantId: string;
    name: string;
    receivedAt: string | null;
    receivedOn: PlainDateText | null;
    digestSeen: string | null;
  }[];
};

export type PackageWithContent = PackageRow & { content: unknown; attachments: Attachment[] };

const columns = `package.id, package.from_tenant_id as "fromTenantId", sender.name as "fromName", package.case_id as "caseId",
  supervision_case.name as "caseName", package.kind, package.title, package.digest, package.sealed_at as "sealedAt",
  package.sealed_on as "sealedOn", package.sender_seq as "senderSeq", package.sender_hash as "senderHash",
  package.supersedes_id as "supersedesId",
  (select json_agg(json_build_object('tenantId', addressee.tenant_id, 'name', addressee_tenant.name, 'receivedAt', addressee.received_at,
     'receivedOn', addressee.received_on, 'digestSeen', addressee.digest_seen) order by addressee_tenant.area_code, addressee_tenant.name)
   from package_addressee addressee
   join tenant addressee_tenant on addressee_tenant.city_code = addressee.city_code and addressee_tenant.id = addressee.tenant_id
   where addressee.city_code = package.city_code and addressee.package_id = package.id) as addressees`;

const tables = `package
  join tenant sender on sender.city_code = package.city_code and sender.id = package.from_tenant_id
  join supervision_case on supervision_case.city_code = package.city_code and supervision_case.id = package.case_id`;

/** Packages addressed to the tenant, those not yet signed for first, newest first. */
export async function listInbox(trx: Trx, cityCode: string, tenantId: string, limit: number): Promise<PackageRow[]> {
  return trx.rows<PackageRow>(
    `select ${columns} from ${tables}
     join package_addressee mine on mine.city_code = package.city_code and mine.package_id = package.id and mine.tenant_id = $2
     where package.city_code = $1 order by mine.received_at is not null, package.sealed_at desc, package.id desc limit $3`,
    [cityCode, tenantId, limit],
  );
}

/** Packages the tenant sent, newest first, with who has signed for them. */
export async function listOutbox(trx: Trx, cityCode: string, tenantId: string, limit: number): Promise<PackageRow[]> {
  return trx.rows<PackageRow>(
    `select ${columns} from ${tables}
     where package.city_code = $1 and package.from_tenant_id = $2 order by package.sealed_at desc, package.id desc limit $3`,
    [cityCode, tenantId, limit],
  );
}

/** A package with its content; another's package does not exist for the scope. */
export async function getPackage(trx: Trx, cityCode: string, packageId: string): Promise<PackageWithContent> {
  const row = await trx.maybe<PackageWithContent>(
    `select ${columns}, package.content, package.attachments from ${tables} where package.city_code = $1 and package.id = $2`,
    [cityCode, packageId],
  );
  if (row === undefined) throw new NotFoundError('package', packageId);
  return row;
}
