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
  /** What it sent, sealed. */
  packages: { id: string; title: string; addresseeIds: string[] }[];
};

/** The own acts of a case in the order of the chain. */
export async function listCaseActs(trx: Trx, cityCode: string, tenantId: string, caseId: string): Promise<StoredAct[]> {
  return trx.rows<StoredAct>(
    `with sent as (
       select sender_seq, json_agg(json_build_object('id', id, 'title', title, 'addresseeIds', array(
         select tenant_id from package_addressee where city_code = $1 and package_id = package.id order by tenant_id)) order by id) as packages
       from package where city_code = $1 and from_tenant_id = $2 and case_id = $3 group by sender_seq)
     select act.seq, act.kind, act.happened_on as "on", act.recorded_at as "recordedAt", act.actor_name as "actorName",
       act.confirmed_by_name as "confirmedByName", act.meeting, act.departures, act.payload, act.hash,
       coalesce(sent.packages, '[]') as packages
     from act left join sent on sent.sender_seq = act.seq
     where act.city_code = $1 and act.tenant_id = $2 and act.case_id = $3 order by act.seq`,
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
