import type { SearchKind } from '../../domain/search/search-kinds.ts';
import type { Trx } from '../db/database.ts';

export type SearchEntry = {
  actSeq: number;
  caseId: string;
  caseName: string;
  year: number;
  kind: SearchKind;
  actTitle: string;
  heading: string;
  body: string;
  on: string;
  words: readonly string[];
};

/** Adds what can be found of one act; an act that has its entry keeps it. */
export async function insertEntry(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
  entry: SearchEntry,
): Promise<void> {
  const { actSeq, caseId, caseName, year, kind, actTitle, heading, body, on, words } = entry;
  await trx.run(
    `insert into search_entry (city_code, tenant_id, act_seq, case_id, case_name, year, kind, act_title, heading, body, happened_on, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, array_to_tsvector($12::text[]))
     on conflict (city_code, tenant_id, act_seq) do nothing`,
    [cityCode, tenantId, actSeq, caseId, caseName, year, kind, actTitle, heading, body, on, words],
  );
}
