import type { KnownTopic } from '../../domain/handling/repeat-texts.ts';
import type { ToldApart } from '../../domain/handling/told-apart.ts';
import type { Finding } from '../../domain/research/finding.ts';
import type { Trx } from '../db/database.ts';

type Row = Omit<KnownTopic, 'findings'> & {
  findings: readonly Finding[];
  countyFindings: Readonly<Record<string, readonly Finding[]>>;
};

/**
 * The tenant's own topics of all years with what it knows of their problems; of one whose demands are not handed over, those of its opinion as
 * it stands. A tenant has some five a year, so each is read by its key.
 */
export async function listKnownTopics(trx: Trx, cityCode: string, tenantId: string): Promise<KnownTopic[]> {
  const rows = await trx.rows<Row>(
    `select c.id as "caseId", c.name, c.year, research -> 'findings' as findings, research -> 'countyFindings' as "countyFindings",
       coalesce(nullif(handling -> 'demands', '[]'), deliberation #> '{opinion,demands}', '[]') as demands,
       handling -> 'withdrawn' as withdrawn, handling -> 'rounds' as rounds, handling ->> 'handedOverOn' as "handedOverOn"
     from supervision_case c
     join case_state own on own.city_code = c.city_code and own.case_id = c.id and own.tenant_id = $2,
       lateral jsonb_to_record(own.state) as known (research jsonb, deliberation jsonb, handling jsonb)
     where c.city_code = $1 and c.kind = 'topic' order by c.id`,
    [cityCode, tenantId],
  );
  return rows.map(({ findings, countyFindings, ...row }) => ({
    ...row,
    findings: [...findings, ...Object.values(countyFindings).flat()],
  }));
}

/** What the tenant has told apart, each with the topic it was said in. */
export async function listToldApart(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
): Promise<(ToldApart & { caseId: string })[]> {
  return trx.rows<ToldApart & { caseId: string }>(
    `select case_id as "caseId", problem_id as "problemId", earlier_case_id as "earlierCaseId", earlier_demand_id as "earlierDemandId", reason,
       by_name as "byName", said_on as "on"
     from told_apart where city_code = $1 and tenant_id = $2`,
    [cityCode, tenantId],
  );
}
