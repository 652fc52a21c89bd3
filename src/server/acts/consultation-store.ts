import type { ConsultationItem, OpenConsultation, Opinion } from '../../domain/topic/consultation.ts';
import type { Trx } from '../db/database.ts';

export type SaidOpinion = Opinion & { version: number; saidByName: string; saidAt: string };
export type StoredConsultation = {
  number: number;
  bodyIds: string[];
  items: ConsultationItem[];
  version: number;
  state: 'open' | 'closed';
  openedByName: string;
  openedAt: string;
  opinions: SaidOpinion[];
};

const columns = `number, body_ids as "bodyIds", items, version, state, opened_by_name as "openedByName", opened_at as "openedAt",
  (select coalesce(json_agg(json_build_object('tenantId', o.tenant_id, 'key', o.item_key, 'stance', o.stance, 'comment', o.comment,
      'enteredBy', o.entered_by, 'version', o.version, 'saidByName', o.said_by_name, 'saidAt', o.said_at) order by o.tenant_id, o.item_key), '[]'::json)
    from consultation_opinion o where o.city_code = c.city_code and o.case_id = c.case_id and o.number = c.number) as opinions`;

/** The latest conferring in a case that the scope takes part in, open or closed. */
export async function findConsultation(
  trx: Trx,
  cityCode: string,
  caseId: string,
): Promise<StoredConsultation | undefined> {
  return trx.maybe<StoredConsultation>(
    `select ${columns} from consultation c where city_code = $1 and case_id = $2 order by number desc limit 1`,
    [cityCode, caseId],
  );
}

/** The open conferring as the rules know it, held against being changed until the transaction ends; null where none is open. */
export async function lockOpenConsultation(
  trx: Trx,
  cityCode: string,
  caseId: string,
): Promise<OpenConsultation | null> {
  await lockConsultation(trx, cityCode, caseId);
  const found = await findConsultation(trx, cityCode, caseId);
  if (found === undefined || found.state !== 'open') return null;
  const opinions = found.opinions.map(({ tenantId, key, stance, comment, enteredBy }) => ({
    tenantId,
    key,
    stance,
    comment,
    enteredBy,
  }));
  return { items: found.items, opinions };
}

/** Whoever writes or closes a conferring waits here for who is writing in it. Held until the transaction ends. */
export async function lockConsultation(trx: Trx, cityCode: string, caseId: string): Promise<void> {
  await trx.rows("select pg_advisory_xact_lock(hashtextextended('consultation:' || $1::text || $2::text, 0))", [
    cityCode,
    caseId,
  ]);
}

/** Recorded as an act, it stays readable and takes nothing more. */
export function closeConsultation(trx: Trx, cityCode: string, caseId: string, at: string): void {
  trx.send(
    `update consultation set state = 'closed', closed_at = $3 where city_code = $1 and case_id = $2 and state = 'open'`,
    [cityCode, caseId, at],
  );
}
