import type { CaseKind } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

export type StoredDraft = {
  version: number;
  typed: Record<string, unknown>;
  ownerId: string;
  savedByName: string;
  savedAt: string;
};

/** Where a draft lies. `ownerId` is the tenant's for papers written together, else the person's. */
export type DraftKey = { cityCode: string; tenantId: string; caseId: string; kind: string; ownerId: string };

const columns = `version, typed, owner_id as "ownerId", saved_by_name as "savedByName", saved_at as "savedAt"`;

function valuesOf({ cityCode, tenantId, caseId, kind, ownerId }: DraftKey): unknown[] {
  return [cityCode, tenantId, caseId, kind, ownerId];
}

const where = 'city_code = $1 and tenant_id = $2 and case_id = $3 and kind = $4 and owner_id = $5';

export async function findDraft(trx: Trx, key: DraftKey): Promise<StoredDraft | undefined> {
  return trx.maybe<StoredDraft>(`select ${columns} from act_draft where ${where}`, valuesOf(key));
}

/** Writes over the version that was seen (0: none); undefined when another one has been saved since. */
export async function writeDraft(
  trx: Trx,
  key: DraftKey,
  draft: { version: number; typed: Record<string, unknown>; personId: string; personName: string; at: string },
): Promise<StoredDraft | undefined> {
  const { version, typed, personId, personName, at } = draft;
  const values = [...valuesOf(key), JSON.stringify(typed), personId, personName, at];
  if (version === 0) {
    return trx.maybe<StoredDraft>(
      `insert into act_draft (city_code, tenant_id, case_id, kind, owner_id, version, typed, saved_by, saved_by_name, saved_at)
       values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9)
       on conflict (city_code, tenant_id, case_id, kind, owner_id) do nothing returning ${columns}`,
      values,
    );
  }
  return trx.maybe<StoredDraft>(
    `update act_draft set version = version + 1, typed = $6, saved_by = $7, saved_by_name = $8, saved_at = $9
     where ${where} and version = $10 returning ${columns}`,
    [...values, version],
  );
}

/** Forgets what was being filled in for an act, whoever of the two owns it. */
export async function deleteDrafts(
  trx: Trx,
  { cityCode, tenantId, caseId, kind }: Omit<DraftKey, 'ownerId'>,
  ownerIds: readonly string[],
): Promise<void> {
  await trx.run(
    'delete from act_draft where city_code = $1 and tenant_id = $2 and case_id = $3 and kind = $4 and owner_id = any($5)',
    [cityCode, tenantId, caseId, kind, ownerIds],
  );
}

export type ListedDraft = Omit<StoredDraft, 'typed' | 'version'> & {
  caseId: string;
  caseName: string;
  caseKind: CaseKind;
  leadUnitId: string | null;
  kind: string;
};

/** Drafts the person may go on with, newest first. */
export async function listDraftsOf(
  trx: Trx,
  { cityCode, tenantId }: { cityCode: string; tenantId: string },
  ownerIds: readonly string[],
): Promise<readonly ListedDraft[]> {
  return trx.rows<ListedDraft>(
    `select act_draft.case_id as "caseId", supervision_case.name as "caseName",
       supervision_case.kind as "caseKind", supervision_case.lead_unit_id as "leadUnitId", act_draft.kind,
       act_draft.owner_id as "ownerId", act_draft.saved_by_name as "savedByName", act_draft.saved_at as "savedAt"
     from act_draft join supervision_case
       on supervision_case.city_code = act_draft.city_code and supervision_case.id = act_draft.case_id
     where act_draft.city_code = $1 and act_draft.tenant_id = $2 and act_draft.owner_id = any($3)
     order by act_draft.saved_at desc limit 200`,
    [cityCode, tenantId, ownerIds],
  );
}
