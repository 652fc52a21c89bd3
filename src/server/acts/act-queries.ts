import type { Departure, PlainDateText } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';

export type StoredAct = {
  seq: number;
  kind: string;
  on: PlainDateText;
  recordedAt: string;
  actorName: string;
  confirmedByName: string | null;
  meeting: unknown;
  departures: Departure[];
  payload: unknown;
  hash: string;
};

/** The own acts of a case in the order of the chain. */
export async function listCaseActs(trx: Trx, cityCode: string, tenantId: string, caseId: string): Promise<StoredAct[]> {
  return trx.rows<StoredAct>(
    `select seq, kind, happened_on as "on", recorded_at as "recordedAt", actor_name as "actorName", confirmed_by_name as "confirmedByName",
       meeting, departures, payload, hash
     from act where city_code = $1 and tenant_id = $2 and case_id = $3 order by seq`,
    [cityCode, tenantId, caseId],
  );
}

/** A body's own sittings of a year and the years beside it, with the days on which they stand now, the earliest first. */
export async function listSessions(
  trx: Trx,
  cityCode: string,
  bodyId: string,
  year: number,
): Promise<{ name: string; opens: PlainDateText; closes: PlainDateText }[]> {
  return trx.rows(
    `select supervision_case.name, track.session ->> 'opens' as opens, track.session ->> 'closes' as closes
     from supervision_case join track on track.city_code = supervision_case.city_code and track.case_id = supervision_case.id
       and track.tenant_id = supervision_case.body_id
     where supervision_case.city_code = $1 and supervision_case.body_id = $2 and supervision_case.kind = 'session'
       and supervision_case.year between $3 - 1 and $3 + 1 and track.session is not null
     order by opens, supervision_case.id`,
    [cityCode, bodyId, year],
  );
}

export type SupersededDate = {
  tenantId: string;
  stepKey: string;
  oldDue: PlainDateText | null;
  newDue: PlainDateText | null;
  reason: string;
  at: string;
};

/** Dates of the own track that a moved session replaced. */
export async function listSupersededDates(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  caseId: string,
): Promise<SupersededDate[]> {
  return trx.rows<SupersededDate>(
    `select tenant_id as "tenantId", step_key as "stepKey", old_due as "oldDue", new_due as "newDue", reason, at
     from superseded_date where city_code = $1 and tenant_id = $2 and case_id = $3 order by at, step_key`,
    [cityCode, tenantId, caseId],
  );
}
