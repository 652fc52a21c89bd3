import type { ConsultationItem, Opinion } from '../../domain/topic/consultation.ts';
import type { Trx } from '../db/database.ts';

/** Which conferring. */
export type ConsultationKey = { cityCode: string; caseId: string; number: number };
const valuesOf = ({ cityCode, caseId, number }: ConsultationKey): unknown[] => [cityCode, caseId, number];
const which = 'city_code = $1 and case_id = $2 and number = $3';

type Opening = {
  convenerId: string;
  bodyIds: readonly string[];
  items: readonly ConsultationItem[];
  personName: string;
  at: string;
};

export async function insertConsultation(trx: Trx, key: ConsultationKey, opening: Opening): Promise<void> {
  const { convenerId, bodyIds, items, personName, at } = opening;
  await trx.run(
    `insert into consultation (city_code, case_id, number, convener_id, body_ids, items, version, opened_by_name, opened_at)
     values ($1, $2, $3, $4, $5, $6, 1, $7, $8)`,
    [...valuesOf(key), convenerId, bodyIds, JSON.stringify(items), personName, at],
  );
}

/** Writes other items over the version that was seen and forgets what was said to those not kept; false when another has been written since. */
export async function updateItems(
  trx: Trx,
  key: ConsultationKey,
  { version, items, kept }: { version: number; items: readonly ConsultationItem[]; kept: readonly string[] },
): Promise<boolean> {
  const changed = await trx.run(
    `update consultation set items = $4, version = version + 1 where ${which} and version = $5 and state = 'open'`,
    [...valuesOf(key), JSON.stringify(items), version],
  );
  if (changed !== 1) return false;
  await trx.run(`delete from consultation_opinion where ${which} and not item_key = any($4::text[])`, [
    ...valuesOf(key),
    kept,
  ]);
  return true;
}

/** Writes over the version that was seen (0: nothing was said yet); false when something else has been said since. */
export async function writeOpinion(
  trx: Trx,
  key: ConsultationKey,
  { opinion, version, personName, at }: { opinion: Opinion; version: number; personName: string; at: string },
): Promise<boolean> {
  const { tenantId, key: item, stance, comment, enteredBy } = opinion;
  const values = [...valuesOf(key), tenantId, item, stance, comment, enteredBy, personName, at];
  const written =
    version === 0
      ? await trx.run(
          `insert into consultation_opinion (city_code, case_id, number, tenant_id, item_key, stance, comment, entered_by, version, said_by_name, said_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10) on conflict do nothing`,
          values,
        )
      : await trx.run(
          `update consultation_opinion set stance = $6, comment = $7, entered_by = $8, version = version + 1, said_by_name = $9, said_at = $10
           where ${which} and tenant_id = $4 and item_key = $5 and version = $11`,
          [...values, version],
        );
  return written === 1;
}
