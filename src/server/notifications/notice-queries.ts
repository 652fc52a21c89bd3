import type { NoticeView } from '../../contract/notices.ts';
import type { NoticeKind } from '../../domain/notice/notice.ts';
import type { Trx } from '../db/database.ts';

export type Reader = { cityCode: string; tenantId: string; personId: string };

/** `kinds`: those the person gets, or one of them; `since`: what is older counts as read. */
export type NoticeFilter = {
  kinds: readonly NoticeKind[];
  isUnread: boolean;
  since: string;
  /** Whose work and of which units, for a notice that is about somebody's; null: everybody's. */
  performers: readonly string[] | null;
  unitIds: readonly string[] | null;
};

const tables = `notice left join notice_reading reading on reading.city_code = notice.city_code and reading.tenant_id = notice.tenant_id
  and reading.person_id = $3 and reading.notice_id = notice.id`;
const own = `notice.city_code = $1 and notice.tenant_id = $2 and (notice.person_id is null or notice.person_id = $3)
  and notice.kind = any($4) and (notice.performer is null or $7::text[] is null or notice.performer = any($7))
  and (notice.unit_id is null or $8::uuid[] is null or notice.unit_id = any($8))`;
// Who has signed for a package need not be told that it has come.
const isUnread = `(reading.notice_id is null and notice.at >= $5 and not (notice.kind = 'package-arrived' and exists (
  select 1 from package_addressee signed where signed.city_code = notice.city_code and signed.package_id = notice.subject_id
    and signed.tenant_id = notice.tenant_id and signed.received_at is not null)))`;

/** Notices to the tenant or the person, newest first unless asked otherwise. */
export async function listNotices(
  trx: Trx,
  reader: Reader,
  filter: NoticeFilter,
  page: { oldestFirst: boolean; limit: number; offset: number },
): Promise<NoticeView[]> {
  const order = page.oldestFirst ? '' : 'desc';
  return trx.rows<NoticeView>(
    `select notice.id, notice.kind, notice.case_id as "caseId", notice.subject_id as "subjectId", notice.text, notice.at,
       not ${isUnread} as "isRead"
     from ${tables} where ${own} and ($6 = false or ${isUnread}) order by notice.at ${order}, notice.id ${order} limit $9 offset $10`,
    [...valuesOf(reader, filter), page.limit, page.offset],
  );
}

export async function countNotices(trx: Trx, reader: Reader, filter: NoticeFilter): Promise<number> {
  const { total } = await trx.one<{ total: number }>(
    `select count(*) as total from ${tables} where ${own} and ($6 = false or ${isUnread})`,
    valuesOf(reader, filter),
  );
  return total;
}

function valuesOf({ cityCode, tenantId, personId }: Reader, filter: NoticeFilter): unknown[] {
  const { kinds, since, isUnread: onlyUnread, performers, unitIds } = filter;
  return [cityCode, tenantId, personId, kinds, since, onlyUnread, performers, unitIds];
}

/** The kinds that the person has said no to. */
export async function listDeclined(trx: Trx, { cityCode, tenantId, personId }: Reader): Promise<NoticeKind[]> {
  const row = await trx.maybe<{ declined: NoticeKind[] }>(
    'select declined from notice_choice where city_code = $1 and tenant_id = $2 and person_id = $3',
    [cityCode, tenantId, personId],
  );
  return row?.declined ?? [];
}
