import type { Role } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';

// Any fixed number: two set-ups at once run one after the other.
const setupLock = 5_107_002;

export async function isEmpty(trx: Trx): Promise<boolean> {
  const { empty } = await trx.one<{ empty: boolean }>('select not exists (select 1 from linkage) as empty');
  return empty;
}

/** Waits for another set-up to end. */
export async function lockSetup(trx: Trx): Promise<void> {
  await trx.run('select pg_advisory_xact_lock($1)', [setupLock]);
}

export async function insertLinkage(
  trx: Trx,
  linkage: { cityCode: string; name: string; shortName: string },
): Promise<void> {
  await trx.run('insert into linkage (city_code, name, short_name) values ($1, $2, $3)', [
    linkage.cityCode,
    linkage.name,
    linkage.shortName,
  ]);
}

export async function insertCityBody(
  trx: Trx,
  body: { cityCode: string; id: string; name: string; shortName: string },
): Promise<void> {
  await trx.run(
    `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id)
     values ($1, $2, 'body', 'city', $1, $3, $4, $2)`,
    [body.cityCode, body.id, body.name, body.shortName],
  );
}

export async function insertRoleGrant(
  trx: Trx,
  grant: { cityCode: string; tenantId: string; personId: string; role: Role },
): Promise<void> {
  await trx.run('insert into role_grant (city_code, id, person_id, tenant_id, role) values ($1, $2, $3, $4, $5)', [
    grant.cityCode,
    uuidv7(),
    grant.personId,
    grant.tenantId,
    grant.role,
  ]);
}
