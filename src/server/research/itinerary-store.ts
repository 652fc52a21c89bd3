import type { Itinerary, SittingDay, TakenStop } from '../../domain/research/itinerary.ts';
import type { Trx } from '../db/database.ts';

export type StoredItinerary = { version: number; plan: Itinerary; savedByName: string; savedAt: string };
/** Whose itinerary of which topic. */
export type ItineraryKey = { cityCode: string; tenantId: string; caseId: string };

const columns = 'version, plan, saved_by_name as "savedByName", saved_at as "savedAt"';
const where = 'city_code = $1 and tenant_id = $2 and case_id = $3';
const valuesOf = ({ cityCode, tenantId, caseId }: ItineraryKey): unknown[] => [cityCode, tenantId, caseId];

export async function findItinerary(trx: Trx, key: ItineraryKey): Promise<StoredItinerary | undefined> {
  return trx.maybe<StoredItinerary>(`select ${columns} from itinerary where ${where}`, valuesOf(key));
}

/** Writes over the version that was seen (0: none); undefined when another one has been saved since. */
export async function writeItinerary(
  trx: Trx,
  key: ItineraryKey,
  { version, plan, personName, at }: { version: number; plan: Itinerary; personName: string; at: string },
): Promise<StoredItinerary | undefined> {
  const values = [...valuesOf(key), JSON.stringify(plan), personName, at];
  if (version === 0) {
    return trx.maybe<StoredItinerary>(
      `insert into itinerary (city_code, tenant_id, case_id, version, plan, saved_by_name, saved_at)
       values ($1, $2, $3, 1, $4, $5, $6) on conflict (city_code, tenant_id, case_id) do nothing returning ${columns}`,
      values,
    );
  }
  return trx.maybe<StoredItinerary>(
    `update itinerary set version = version + 1, plan = $4, saved_by_name = $5, saved_at = $6
     where ${where} and version = $7 returning ${columns}`,
    [...values, version],
  );
}

/** What the tenant's other topics have planned from a day on. */
export async function listTakenStops(trx: Trx, key: ItineraryKey, from: string): Promise<TakenStop[]> {
  return trx.rows<TakenStop>(
    `select stop ->> 'placeId' as "placeId", stop ->> 'day' as day, stop ->> 'leaderId' as "leaderId", found.name as "caseName"
     from itinerary
     join supervision_case found on found.city_code = itinerary.city_code and found.id = itinerary.case_id and found.state = 'active',
     jsonb_array_elements(itinerary.plan -> 'stops') stop
     where itinerary.city_code = $1 and itinerary.tenant_id = $2 and itinerary.case_id <> $3 and stop ->> 'day' >= $4
     order by day, "caseName"`,
    [...valuesOf(key), from],
  );
}

/** Every day from a day on, on which a standing committee of the linkage sits. */
export async function listSittingDays(trx: Trx, cityCode: string, from: string): Promise<SittingDay[]> {
  return trx.rows<SittingDay>(
    `select supervision_case.body_id as "bodyId", sitting::date::text as day, supervision_case.name
     from supervision_case
     join track on track.city_code = supervision_case.city_code and track.case_id = supervision_case.id
       and track.tenant_id = supervision_case.body_id,
     generate_series((track.session ->> 'opens')::timestamp, (track.session ->> 'closes')::timestamp, interval '1 day') sitting
     where supervision_case.city_code = $1 and supervision_case.kind = 'session' and track.session is not null
       and (track.session ->> 'closes')::date >= $2::date
     order by day, name`,
    [cityCode, from],
  );
}
