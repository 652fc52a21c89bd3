import type { Trx } from '../db/database.ts';
import type { LedgerEntry } from './ledger-store.ts';

export type StoredEntry = LedgerEntry & { hash: string };
export type TenantChain = { cityCode: string; tenantId: string; name: string; headSeq: number; headHash: string };
export type SealedPackage = {
  cityCode: string;
  id: string;
  title: string;
  fromTenantId: string;
  senderSeq: number;
  senderHash: string;
  digest: string;
  sealed: { id: string; kind: string; title: string; content: unknown; attachments: unknown; addresseeIds: string[] };
};

/**
 * The chain of every tenant of the database, or of one linkage; a tenant without a head has an empty one, so that acts whose head was
 * removed are noticed. Run as the owner: no tenant sees all.
 */
export async function listChains(trx: Trx, cityCode: string | null): Promise<TenantChain[]> {
  return trx.rows<TenantChain>(
    `select tenant.city_code as "cityCode", tenant.id as "tenantId", tenant.name, coalesce(chain.seq, 0) as "headSeq",
       coalesce(chain.hash, 'start') as "headHash"
     from tenant left join chain on chain.city_code = tenant.city_code and chain.tenant_id = tenant.id
     where $1::text is null or tenant.city_code = $1 order by tenant.city_code, tenant.level, tenant.area_code, tenant.name`,
    [cityCode],
  );
}

/** A page of a chain in order. */
export async function listEntries(
  trx: Trx,
  chain: TenantChain,
  afterSeq: number,
  limit: number,
): Promise<StoredEntry[]> {
  return trx.rows<StoredEntry>(
    `select city_code as "cityCode", tenant_id as "tenantId", seq, kind, case_id as "caseId", happened_on as "happenedOn",
       recorded_at as "recordedAt", actor_id as "actorId", actor_name as "actorName", confirmed_by as "confirmedBy",
       confirmed_by_name as "confirmedByName", meeting, departures, payload, prev_hash as "prevHash", hash
     from act where city_code = $1 and tenant_id = $2 and seq > $3 order by seq limit $4`,
    [chain.cityCode, chain.tenantId, afterSeq, limit],
  );
}

/** Packages with what their digest was made of. */
export async function listSealed(
  trx: Trx,
  cityCode: string,
  afterId: string | null,
  limit: number,
): Promise<SealedPackage[]> {
  return trx.rows<SealedPackage>(
    `select package.city_code as "cityCode", package.id, package.title, package.from_tenant_id as "fromTenantId",
       package.sender_seq as "senderSeq", package.sender_hash as "senderHash", package.digest,
       json_build_object('id', package.id, 'kind', package.kind, 'title', package.title, 'content', package.content,
         'attachments', package.attachments, 'addresseeIds', (select json_agg(addressee.tenant_id::text order by addressee.tenant_id::text)
           from package_addressee addressee where addressee.city_code = package.city_code and addressee.package_id = package.id)) as sealed
     from package where package.city_code = $1 and ($2::uuid is null or package.id > $2) order by package.id limit $3`,
    [cityCode, afterId, limit],
  );
}
