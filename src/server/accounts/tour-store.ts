import type { Tour } from '../../contract/tours.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';

type Person = Pick<Actor, 'cityCode' | 'tenantId' | 'personId'>;

/** The ways round that the person has seen or skipped, in this tenant. */
export async function listSeenTours(trx: Trx, { cityCode, tenantId, personId }: Person): Promise<Tour[]> {
  const rows = await trx.rows<{ tour: Tour }>(
    'select tour from tour_seen where city_code = $1 and tenant_id = $2 and person_id = $3 order by tour',
    [cityCode, tenantId, personId],
  );
  return rows.map(({ tour }) => tour);
}

/** Seen twice is seen once. */
export async function saveToursSeen(
  trx: Trx,
  { cityCode, tenantId, personId }: Person,
  { tours, at }: { tours: readonly Tour[]; at: string },
): Promise<void> {
  await trx.run(
    `insert into tour_seen (city_code, tenant_id, person_id, tour, seen_at) select $1, $2, $3, unnest($4::text[]), $5
     on conflict do nothing`,
    [cityCode, tenantId, personId, tours, at],
  );
}
