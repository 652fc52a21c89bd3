import type { Trx } from '../db/database.ts';

/** Whose joint research team, of which topic. */
type TeamKey = { cityCode: string; tenantId: string; caseId: string };

/** The team is these people from now on. */
export function saveTeam(trx: Trx, { cityCode, tenantId, caseId }: TeamKey, personIds: readonly string[]): void {
  trx.send(
    `delete from research_team_member
     where city_code = $1 and tenant_id = $2 and case_id = $3 and not person_id = any($4::uuid[])`,
    [cityCode, tenantId, caseId, personIds],
  );
  trx.send(
    `insert into research_team_member (city_code, tenant_id, case_id, person_id)
     select $1, $2, $3, person_id from unnest($4::uuid[]) person_id on conflict do nothing`,
    [cityCode, tenantId, caseId, personIds],
  );
}

/** Whether the person of the scope is in the topic's joint research team, whichever body the team was formed by (S2.3). */
export async function isInTeam(
  trx: Trx,
  { cityCode, personId }: { cityCode: string; personId: string },
  caseId: string,
): Promise<boolean> {
  const { found } = await trx.one<{ found: boolean }>(
    `select exists (select 1 from research_team_member where city_code = $1 and case_id = $2 and person_id = $3) as found`,
    [cityCode, caseId, personId],
  );
  return found;
}
