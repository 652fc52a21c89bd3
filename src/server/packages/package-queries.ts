import type { packageSorts } from '../../contract/packages.ts';
import type { Attachment } from '../../domain/package/attachment.ts';
import type { PackageKind } from '../../domain/package/contents.ts';
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

export type PackageFilter = {
  box: 'in' | 'out';
  receipt: 'waiting' | 'received' | null;
  kind: PackageKind | null;
  caseId: string | null;
  partyId: string | null;
  from: PlainDateText | null;
  until: PlainDateText | null;
  text: string | null;
};

type Owner = { cityCode: string; tenantId: string };

/** `isWaiting`: the own signature is missing on what came, any addressee's on what went. */
const boxes = {
  in: {
    join: `join package_addressee mine on mine.city_code = package.city_code and mine.package_id = package.id and mine.tenant_id = $2`,
    isOwn: 'true',
    isWaiting: 'mine.received_at is null',
    isParty: '$6 = package.from_tenant_id',
    party: 'sender.name',
  },
  out: {
    join: '',
    isOwn: 'package.from_tenant_id = $2',
    isWaiting: `exists (select 1 from package_addressee open where open.city_code = package.city_code and open.package_id = package.id
      and open.received_at is null)`,
    isParty: `exists (select 1 from package_addressee party where party.city_code = package.city_code and party.package_id = package.id
      and party.tenant_id = $6)`,
    party: `(select min(party_tenant.name) from package_addressee party
      join tenant party_tenant on party_tenant.city_code = party.city_code and party_tenant.id = party.tenant_id
      where party.city_code = package.city_code and party.package_id = package.id)`,
  },
} as const;

const newest = 'package.sealed_on desc, package.sealed_at desc, package.id desc';

function orderOf(sort: (typeof packageSorts)[number], box: PackageFilter['box']): string {
  switch (sort) {
    case 'waiting':
      return `(${boxes[box].isWaiting}) desc, ${newest}`;
    case 'newest':
      return newest;
    case 'oldest':
      return 'package.sealed_on, package.sealed_at, package.id';
    case 'title':
      return `package.title, ${newest}`;
    case 'kind':
      return `package.kind, ${newest}`;
    case 'party':
      return `${boxes[box].party}, ${newest}`;
  }
}

function whereOf(box: PackageFilter['box']): string {
  const { isOwn, isWaiting, isParty } = boxes[box];
  return `package.city_code = $1 and ${isOwn} and ($3::text is null or (${isWaiting}) = ($3 = 'waiting'))
    and ($4::text is null or package.kind = $4) and ($5::uuid is null or package.case_id = $5) and ($6::uuid is null or ${isParty})
    and ($7::date is null or package.sealed_on >= $7) and ($8::date is null or package.sealed_on <= $8)
    and ($9::text is null or position(lower($9) in lower(concat_ws(' ', package.title, supervision_case.name, sender.name))) > 0)`;
}

function valuesOf({ cityCode, tenantId }: Owner, filter: PackageFilter): readonly unknown[] {
  const { receipt, kind, caseId, partyId, from, until, text } = filter;
  return [cityCode, tenantId, receipt, kind, caseId, partyId, from, until, text];
}

/** A page of the packages that came to the tenant or went out from it. */
export async function listPackagesOf(
  trx: Trx,
  owner: Owner,
  filter: PackageFilter,
  page: { sort: (typeof packageSorts)[number]; limit: number; offset: number },
): Promise<PackageRow[]> {
  return trx.rows<PackageRow>(
    `select ${columns} from ${tables} ${boxes[filter.box].join} where ${whereOf(filter.box)}
     order by ${orderOf(page.sort, filter.box)} limit $10 offset $11`,
    [...valuesOf(owner, filter), page.limit, page.offset],
  );
}

export async function countPackagesOf(
  trx: Trx,
  owner: Owner,
  filter: PackageFilter,
): Promise<{ total: number; waiting: number }> {
  return trx.one<{ total: number; waiting: number }>(
    `select count(*) as total, count(*) filter (where ${boxes[filter.box].isWaiting}) as waiting
     from ${tables} ${boxes[filter.box].join} where ${whereOf(filter.box)}`,
    valuesOf(owner, filter),
  );
}

export type NewestSent = {
  caseId: string;
  kind: PackageKind;
  sealedOn: PlainDateText;
  receivedOn: PlainDateText | null;
};

/** Of each case the newest package of each of those kinds that the tenant sent, with the day on which an addressee signed for it first. */
export async function listNewestSent(
  trx: Trx,
  { cityCode, tenantId }: Owner,
  kinds: readonly PackageKind[],
): Promise<NewestSent[]> {
  return trx.rows<NewestSent>(
    `select distinct on (package.case_id, package.kind) package.case_id as "caseId", package.kind, package.sealed_on as "sealedOn",
       (select min(addressee.received_on) from package_addressee addressee
        where addressee.city_code = package.city_code and addressee.package_id = package.id) as "receivedOn"
     from package
     where package.city_code = $1 and package.from_tenant_id = $2 and package.kind = any($3)
     order by package.case_id, package.kind, ${newest}`,
    [cityCode, tenantId, kinds],
  );
}

type Choice = { id: string; name: string };

/** What occurs in a box, to choose from; the other sides in the order of their areas. */
export async function listChoices(
  trx: Trx,
  { cityCode, tenantId }: Owner,
  box: PackageFilter['box'],
): Promise<{ kinds: PackageKind[]; cases: Choice[]; parties: Choice[] }> {
  return trx.one<{ kinds: PackageKind[]; cases: Choice[]; parties: Choice[] }>(
    `with link as materialized (
       select package.id, package.kind, package.case_id, case $3 when 'in' then package.from_tenant_id else addressee.tenant_id end as party_id
       from package_addressee addressee
       join package on package.city_code = addressee.city_code and package.id = addressee.package_id
       where addressee.city_code = $1 and $2 = case $3 when 'in' then addressee.tenant_id else addressee.from_tenant_id end)
     select (select coalesce(json_agg(distinct kind), '[]'::json) from link) as kinds,
       (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.year desc, c.kind, c.name), '[]'::json)
        from supervision_case c where c.city_code = $1 and c.id in (select case_id from link)) as cases,
       (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.level, t.area_code, t.name), '[]'::json)
        from tenant t where t.city_code = $1 and t.id in (select party_id from link)) as parties`,
    [cityCode, tenantId, box],
  );
}

/** The case a package belongs to; another's package does not exist for the scope. */
export async function getCaseOfPackage(trx: Trx, cityCode: string, packageId: string): Promise<string> {
  const row = await trx.maybe<{ caseId: string }>(
    'select case_id as "caseId" from package where city_code = $1 and id = $2',
    [cityCode, packageId],
  );
  if (row === undefined) throw new NotFoundError('package', packageId);
  return row.caseId;
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
