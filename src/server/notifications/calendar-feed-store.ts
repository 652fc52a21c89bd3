import type { FeedEntry } from '../../domain/calendar/feed.ts';
import type { Role } from '../../domain/organisation/actor.ts';
import type { Level, TenantKind } from '../../domain/organisation/tenant.ts';
import type { Trx } from '../db/database.ts';
import type { Reader } from './notice-queries.ts';

/** The link replaces an older one, which opens nothing any more. */
export async function saveFeed(trx: Trx, feed: { accountId: string; digest: Buffer; at: string }): Promise<void> {
  await trx.run(
    `insert into calendar_feed (account_id, digest, made_at) values ($1, $2, $3)
     on conflict (account_id) do update set digest = excluded.digest, made_at = excluded.made_at, last_read_at = null`,
    [feed.accountId, feed.digest, feed.at],
  );
}

/** False when there was none. */
export async function deleteFeed(trx: Trx, accountId: string): Promise<boolean> {
  return (await trx.run('delete from calendar_feed where account_id = $1', [accountId])) === 1;
}

export async function findFeed(
  trx: Trx,
  accountId: string,
): Promise<{ madeAt: string; lastReadAt: string | null } | undefined> {
  return trx.maybe(
    'select made_at as "madeAt", last_read_at as "lastReadAt" from calendar_feed where account_id = $1',
    [accountId],
  );
}

export type FeedOwner = { accountId: string; personId: string; personName: string; cityCode: string; tenantId: string };

/** Whose calendar a link opens: of an account that is not disabled. Outside every scope. */
export async function findFeedOwner(trx: Trx, digest: Buffer): Promise<FeedOwner | undefined> {
  return trx.maybe<FeedOwner>(
    `select account.id as "accountId", account.person_id as "personId", account.person_name as "personName",
       account.city_code as "cityCode", account.tenant_id as "tenantId"
     from calendar_feed join account on account.id = calendar_feed.account_id
     where calendar_feed.digest = $1 and account.disabled_at is null`,
    [digest],
  );
}

export async function touchFeed(trx: Trx, accountId: string, at: string): Promise<void> {
  await trx.run(
    `update calendar_feed set last_read_at = $2
     where account_id = $1 and (last_read_at is null or last_read_at < $2::timestamptz - interval '1 hour')`,
    [accountId, at],
  );
}

/** What the person is in the tenant on that day (as `sign_in_actor`), in a scope of the tenant. */
export async function findStanding(
  trx: Trx,
  { cityCode, tenantId, personId }: Reader,
  today: string,
): Promise<{ bodyId: string; level: Level; kind: TenantKind; roles: Role[]; unitIds: string[] } | undefined> {
  return trx.maybe(
    `select t.body_id as "bodyId", t.level, t.kind,
       array(select distinct g.role from role_grant g where g.city_code = $1 and g.tenant_id = $2 and g.person_id = $3) as roles,
       array(select g.unit_id::text from role_grant g
         where g.city_code = $1 and g.tenant_id = $2 and g.person_id = $3 and g.unit_id is not null
         union
         select h.unit_id::text from appointment h
         where h.city_code = $1 and h.tenant_id = $2 and h.person_id = $3 and h.unit_id is not null
           and h.from_date <= $4 and (h.until_date is null or h.until_date >= $4)) as "unitIds"
     from tenant t where t.city_code = $1 and t.id = $2`,
    [cityCode, tenantId, personId, today],
  );
}

export type PublishedEntry = { entry: FeedEntry; sequence: number; changedAt: string; isCancelled: boolean };

/**
 * Makes what the person's calendar says equal to the entries and answers all of it. What is the same stays as it was published; what
 * changed has the next sequence; what is no longer there is cancelled while its day has not passed, for 30 days.
 */
export async function publishEntries(
  trx: Trx,
  { cityCode, tenantId, personId }: Reader,
  entries: readonly FeedEntry[],
  { at, today }: { at: string; today: string },
): Promise<PublishedEntry[]> {
  const own = [cityCode, tenantId, personId];
  const rows = JSON.stringify(entries.map((entry) => ({ uid: entry.uid, entry })));
  await trx.run(
    `insert into calendar_entry (city_code, tenant_id, person_id, uid, entry, changed_at)
     select $1, $2, $3, row.uid, row.entry, $5 from json_to_recordset($4) as row (uid text, entry jsonb)
     on conflict (city_code, tenant_id, person_id, uid) do update set entry = excluded.entry, sequence = calendar_entry.sequence + 1,
       changed_at = excluded.changed_at, cancelled_at = null
     where calendar_entry.entry <> excluded.entry or calendar_entry.cancelled_at is not null`,
    [...own, rows, at],
  );
  const uids = entries.map((entry) => entry.uid);
  await trx.run(
    `delete from calendar_entry where city_code = $1 and tenant_id = $2 and person_id = $3 and uid <> all($4::text[])
       and (entry ->> 'ends' < $5 or cancelled_at < $6::timestamptz - interval '30 days')`,
    [...own, uids, today, at],
  );
  await trx.run(
    `update calendar_entry set cancelled_at = $5, changed_at = $5, sequence = sequence + 1
     where city_code = $1 and tenant_id = $2 and person_id = $3 and uid <> all($4::text[]) and cancelled_at is null`,
    [...own, uids, at],
  );
  return trx.rows<PublishedEntry>(
    `select entry, sequence, changed_at as "changedAt", cancelled_at is not null as "isCancelled" from calendar_entry
     where city_code = $1 and tenant_id = $2 and person_id = $3 order by entry ->> 'starts', uid`,
    own,
  );
}
