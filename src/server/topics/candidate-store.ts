import type { CandidateText } from '../../domain/topic/candidate.ts';
import type { TopicDomain } from '../../domain/topic/topic.ts';
import type { Trx } from '../db/database.ts';

export type CandidateRow = {
  id: string;
  title: string;
  domain: TopicDomain;
  reason: string;
  suggestionIds: string[];
  version: number;
  changedByName: string;
  changedAt: string;
};

/** Whose candidates of which year. */
export type CandidateList = { cityCode: string; tenantId: string; caseId: string };

const columns = `id, title, domain, reason, suggestion_ids as "suggestionIds", version, changed_by_name as "changedByName",
  changed_at as "changedAt"`;
const inList = 'city_code = $1 and tenant_id = $2 and case_id = $3';

export async function listCandidateRows(trx: Trx, list: CandidateList): Promise<CandidateRow[]> {
  return trx.rows<CandidateRow>(`select ${columns} from candidate_topic where ${inList} order by id`, valuesOf(list));
}

/** Whoever merges waits here for who is merging in the same list, then reads what he wrote. Held until the transaction ends. */
export async function lockCandidates(trx: Trx, { tenantId, caseId }: CandidateList): Promise<void> {
  await trx.rows("select pg_advisory_xact_lock(hashtextextended('candidates:' || $1::text || $2::text, 0))", [
    tenantId,
    caseId,
  ]);
}

export async function insertCandidate(
  trx: Trx,
  list: CandidateList,
  { id, text, personName, at }: { id: string; text: CandidateText; personName: string; at: string },
): Promise<CandidateRow> {
  return trx.one<CandidateRow>(
    `insert into candidate_topic (city_code, tenant_id, case_id, id, title, domain, reason, suggestion_ids, version, changed_by_name, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10) returning ${columns}`,
    [...valuesOf(list), id, text.title, text.domain, text.reason, JSON.stringify(text.suggestionIds), personName, at],
  );
}

/** Writes over the version that was seen; undefined when another has been written since. */
export async function updateCandidate(
  trx: Trx,
  list: CandidateList,
  change: { id: string; version: number; text: CandidateText; personName: string; at: string },
): Promise<CandidateRow | undefined> {
  const { id, version, text, personName, at } = change;
  return trx.maybe<CandidateRow>(
    `update candidate_topic set title = $5, domain = $6, reason = $7, suggestion_ids = $8, version = version + 1, changed_by_name = $9,
       changed_at = $10
     where ${inList} and id = $4 and version = $11 returning ${columns}`,
    [
      ...valuesOf(list),
      id,
      text.title,
      text.domain,
      text.reason,
      JSON.stringify(text.suggestionIds),
      personName,
      at,
      version,
    ],
  );
}

/** Deletes the version that was seen; false when another has been written since. */
export async function deleteCandidate(trx: Trx, list: CandidateList, id: string, version: number): Promise<boolean> {
  const gone = await trx.run(`delete from candidate_topic where ${inList} and id = $4 and version = $5`, [
    ...valuesOf(list),
    id,
    version,
  ]);
  return gone === 1;
}

function valuesOf({ cityCode, tenantId, caseId }: CandidateList): unknown[] {
  return [cityCode, tenantId, caseId];
}
