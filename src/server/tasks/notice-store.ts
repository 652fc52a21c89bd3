import type { NoticeKind } from '../../domain/notice/notice.ts';
import type { Performer } from '../../domain/procedure/step.ts';
import type { Trx } from '../db/database.ts';

export type NoticeRow = {
  id: string;
  kind: Exclude<NoticeKind, 'digest' | 'package-arrived'>;
  tenantId: string;
  /** The one person it is for; absent for whoever of the tenant reads this kind. */
  personId?: string;
  caseId: string;
  /** The entered decision it is about. */
  subjectId?: string;
  /** Whose work in the tenant it is about, and of which unit; absent for whoever reads this kind. */
  performer?: Performer;
  unitId?: string;
  text: string;
};

/**
 * Tells tenants in one sentence what changed; ids and names only. Other tenants than the own are told while the projections of the linkage
 * are shown.
 */
export async function insertNotices(trx: Trx, cityCode: string, notices: readonly NoticeRow[]): Promise<void> {
  if (notices.length === 0) return;
  await trx.run(
    `insert into notice (city_code, id, kind, tenant_id, person_id, case_id, subject_id, performer, unit_id, text)
     select $1, row.id, row.kind, row."tenantId", row."personId", row."caseId", row."subjectId", row.performer, row."unitId", row.text
     from json_to_recordset($2) as row (id uuid, kind text, "tenantId" uuid, "personId" uuid, "caseId" uuid, "subjectId" uuid, performer text,
       "unitId" uuid, text text)`,
    [cityCode, JSON.stringify(notices)],
  );
}
