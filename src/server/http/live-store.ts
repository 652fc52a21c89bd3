import type { Trx } from '../db/database.ts';

export const liveChannel = 'liandu_live';

/** Who hears of a change besides its audience: the own tenant alone, or also whoever may see its track of the case. */
export type Reach = 'tenant' | 'track';

/** The source tenant is the transaction's own scope. */
export function insertLiveEvents(
  trx: Trx,
  {
    cityCode,
    reach,
    audience,
    events,
  }: {
    cityCode: string;
    reach: Reach;
    audience: readonly string[];
    events: readonly { id: string; caseId: string }[];
  },
): void {
  trx.send(
    `insert into live_event (city_code, id, case_id, tenant_id, audience, reach)
     select $1, event.id, event."caseId", nullif(current_setting('app.tenant', true), '')::uuid, $3, $4
     from json_to_recordset($2) as event (id uuid, "caseId" uuid)`,
    [cityCode, JSON.stringify(events), audience, reach],
  );
}

export async function notifyLive(trx: Trx): Promise<void> {
  await trx.run(`select pg_notify('${liveChannel}', '')`);
}

/** `upTo`: every transaction below it has ended, so nothing can still appear there. `pending`: something waits above it. */
export type LiveAdvance = { upTo: string; pending: boolean; cityCodes: string[] };

/** Which linkages have news in [from, upTo); `from` null asks only for the present end. */
export async function advanceLive(trx: Trx, from: string | null): Promise<LiveAdvance> {
  return trx.one<LiveAdvance>(
    `with bound as (select pg_snapshot_xmin(pg_current_snapshot()) as up_to)
     select bound.up_to::text as "upTo",
       exists (select 1 from live_event where xid >= bound.up_to) as pending,
       array(select distinct city_code from live_event where xid >= $1::xid8 and xid < bound.up_to) as "cityCodes"
     from bound`,
    [from],
  );
}

/** Ids of cases that changed in [from, upTo) as far as the scope may know of them. */
export async function listChangedCases(trx: Trx, cityCode: string, from: string, upTo: string): Promise<string[]> {
  const rows = await trx.rows<{ caseId: string }>(
    `select distinct case_id as "caseId" from live_event
     where city_code = $1 and xid >= $2::xid8 and xid < $3::xid8 and case_id is not null order by 1`,
    [cityCode, from, upTo],
  );
  return rows.map((row) => row.caseId);
}

/** Events older than a day are of no use to a reconnecting screen. */
export async function deleteOldLiveEvents(trx: Trx): Promise<void> {
  await trx.run("delete from live_event where at < now() - interval '1 day'");
}
