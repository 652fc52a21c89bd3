import type { SearchKind } from '../../domain/search/search-kinds.ts';
import type { Trx } from '../db/database.ts';

export type Asked = {
  text: string;
  /** The text between spaces. */
  pieces: readonly string[];
  words: readonly string[];
  kind: SearchKind | null;
  year: number | null;
  limit: number;
  offset: number;
};

export type FoundEntry = {
  actSeq: number;
  caseId: string;
  caseName: string;
  kind: SearchKind;
  actTitle: string;
  heading: string;
  body: string;
  on: string;
  total: number;
};

/** The tenant's own entries that hold all the words, or every piece as it was typed (wherever words were cut). Words are letters and digits only, so quoting them is safe. */
export async function findEntries(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
  { text, pieces, words, kind, year, limit, offset }: Asked,
): Promise<FoundEntry[]> {
  const all = words.map((word) => `'${word}'`).join(' & ');
  return trx.rows<FoundEntry>(
    `select act_seq as "actSeq", case_id as "caseId", case_name as "caseName", kind, act_title as "actTitle", heading, body,
       happened_on as "on", count(*) over () as total
     from search_entry
     where city_code = $1 and tenant_id = $2 and ($3::text is null or kind = $3) and ($4::integer is null or year = $4)
       and (words @@ $5::tsquery or not exists (select 1 from unnest($9::text[]) as piece
         where strpos(lower(heading || ' ' || body || ' ' || case_name), piece) = 0))
     order by strpos(lower(heading), $6) > 0 desc, happened_on desc, act_seq desc limit $7 offset $8`,
    [cityCode, tenantId, kind, year, all, text, limit, offset, pieces],
  );
}

export type FoundCase = { id: string; kind: 'year' | 'topic' | 'session'; year: number; name: string };

/** Cases by name, of those the scope sees: an organ or a party office only where it has a part. */
export async function findCasesByName(
  trx: Trx,
  { cityCode, tenantId, isBody }: { cityCode: string; tenantId: string; isBody: boolean },
  { text, year }: Pick<Asked, 'text' | 'year'>,
): Promise<FoundCase[]> {
  return trx.rows<FoundCase>(
    `select id, kind, year, name from supervision_case c
     where city_code = $1 and ($4::integer is null or year = $4) and strpos(lower(name), $5) > 0
       and ($3::boolean or exists (select 1 from track where track.city_code = c.city_code and track.case_id = c.id and track.tenant_id = $2))
     order by year desc, name limit 10`,
    [cityCode, tenantId, isBody, year, text],
  );
}

export type UnindexedAct = {
  seq: number;
  kind: string;
  caseId: string;
  caseName: string;
  caseKind: 'year' | 'topic' | 'session';
  year: number;
  on: string;
  payload: unknown;
};

/** Acts of the tenant after the last one that can be found; entries are written in the order of the chain, so none lies between. */
export async function listUnindexedActs(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
  limit: number,
): Promise<UnindexedAct[]> {
  return trx.rows<UnindexedAct>(
    `select act.seq, act.kind, act.case_id as "caseId", c.name as "caseName", c.kind as "caseKind", c.year, act.happened_on as "on", act.payload
     from act join supervision_case c on c.city_code = act.city_code and c.id = act.case_id
     where act.city_code = $1 and act.tenant_id = $2 and act.seq > (select coalesce(max(act_seq), 0) from search_entry
       where city_code = $1 and tenant_id = $2)
     order by act.seq limit $3`,
    [cityCode, tenantId, limit],
  );
}

export type IndexedTenant = {
  id: string;
  bodyId: string;
  level: 'city' | 'county';
  kind: 'body' | 'organ' | 'party-office';
};

export async function listTenantsToIndex(trx: Trx, cityCode: string): Promise<IndexedTenant[]> {
  return trx.rows<IndexedTenant>(
    'select id, coalesce(body_id, id) as "bodyId", level, kind from tenant where city_code = $1 order by id',
    [cityCode],
  );
}
