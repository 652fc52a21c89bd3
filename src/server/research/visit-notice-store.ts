import type { VisitNotice } from '../../domain/research/visit-notice.ts';
import type { Trx } from '../db/database.ts';

export type NoticeRow = { caseId: string; caseName: string; notice: VisitNotice };

/** What the tenant was told last, and has signed for, of the joint team's visits on each topic under way. */
export async function listVisitNoticeRows(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
): Promise<NoticeRow[]> {
  return trx.rows<NoticeRow>(
    `select found.id as "caseId", found.name as "caseName", case_state.state #> '{research,visitNotice}' as notice
     from case_state
     join supervision_case found on found.city_code = case_state.city_code and found.id = case_state.case_id
       and found.kind = 'topic' and found.state = 'active'
     where case_state.city_code = $1 and case_state.tenant_id = $2
       and jsonb_typeof(case_state.state #> '{research,visitNotice}') = 'object'
     order by case_state.state #>> '{research,visitNotice,visits,0,day}', found.name`,
    [cityCode, tenantId],
  );
}
