import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

type Pair = {
  cityCode: string;
  tenantId: string;
  caseId: string;
  problemIds: readonly string[];
  earlierCaseId: string;
  earlierDemandId: string;
};

/** Says once that problems are not an earlier one; what somebody has said before stays as he said it. */
export async function insertToldApart(
  trx: Trx,
  pair: Pair,
  said: { reason: string; byName: string; on: PlainDateText },
): Promise<void> {
  await trx.run(
    `insert into told_apart (city_code, tenant_id, case_id, problem_id, earlier_case_id, earlier_demand_id, reason, by_name, said_on)
     select $1, $2, $3, unnest($4::text[]), $5, $6, $7, $8, $9 on conflict do nothing`,
    [
      ...[pair.cityCode, pair.tenantId, pair.caseId, pair.problemIds, pair.earlierCaseId, pair.earlierDemandId],
      ...[said.reason, said.byName, said.on],
    ],
  );
}

export async function deleteToldApart(trx: Trx, pair: Pair): Promise<void> {
  await trx.run(
    `delete from told_apart where city_code = $1 and tenant_id = $2 and case_id = $3 and problem_id = any($4)
       and earlier_case_id = $5 and earlier_demand_id = $6`,
    [pair.cityCode, pair.tenantId, pair.caseId, pair.problemIds, pair.earlierCaseId, pair.earlierDemandId],
  );
}
