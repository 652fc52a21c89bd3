import type { NoticeKind } from '../../domain/notice/notice.ts';
import type { Trx } from '../db/database.ts';
import type { Reader } from './notice-queries.ts';

/** Marks notices of the reader as read: the given ones, or all. One that is read already, or is another's, stays as it is. */
export async function markRead(
  trx: Trx,
  { cityCode, tenantId, personId }: Reader,
  which: { ids: readonly string[] | null; kinds: readonly NoticeKind[]; since: string; at: string },
): Promise<void> {
  await trx.run(
    `insert into notice_reading (city_code, tenant_id, person_id, notice_id, read_at)
     select city_code, tenant_id, $3, id, $7 from notice
     where city_code = $1 and tenant_id = $2 and (person_id is null or person_id = $3) and kind = any($5) and at >= $6
       and ($4::uuid[] is null or id = any($4))
     on conflict do nothing`,
    [cityCode, tenantId, personId, which.ids, which.kinds, which.since, which.at],
  );
}

export async function saveDeclined(trx: Trx, reader: Reader, declined: readonly NoticeKind[]): Promise<void> {
  await trx.run(
    `insert into notice_choice (city_code, tenant_id, person_id, declined) values ($1, $2, $3, $4)
     on conflict (city_code, tenant_id, person_id) do update set declined = excluded.declined`,
    [reader.cityCode, reader.tenantId, reader.personId, JSON.stringify(declined)],
  );
}

/** Digests of a month ago say nothing any more; what was read a quarter ago counts as read anyway (domain/notice). */
export async function deleteOldNotices(trx: Trx): Promise<void> {
  await trx.run("delete from notice where kind = 'digest' and at < now() - interval '30 days'");
  await trx.run("delete from notice_reading where read_at < now() - interval '90 days'");
}
