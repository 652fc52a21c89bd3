import type { Post } from '../../domain/organisation/facts.ts';
import type { Trx } from '../db/database.ts';

export async function insertPerson(
  trx: Trx,
  person: { cityCode: string; id: string; tenantId: string; number: string; name: string },
): Promise<void> {
  await trx.run('insert into person (city_code, id, tenant_id, source_key, name) values ($1, $2, $3, $4, $5)', [
    person.cityCode,
    person.id,
    person.tenantId,
    person.number,
    person.name,
  ]);
}

export type NewAppointment = {
  cityCode: string;
  id: string;
  personId: string;
  tenantId: string;
  unitId: string | null;
  post: Post;
  from: string;
  until: string | null;
};

/** Adds a post; false when the same person holds the same post from the same day already. */
export async function insertAppointment(trx: Trx, appointment: NewAppointment): Promise<boolean> {
  const added = await trx.run(
    `insert into appointment (city_code, id, person_id, tenant_id, unit_id, post, from_date, until_date)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint appointment_unique do nothing`,
    [
      appointment.cityCode,
      appointment.id,
      appointment.personId,
      appointment.tenantId,
      appointment.unitId,
      appointment.post,
      appointment.from,
      appointment.until,
    ],
  );
  return added === 1;
}

export async function setLastDay(trx: Trx, cityCode: string, id: string, until: string | null): Promise<void> {
  await trx.run('update appointment set until_date = $3 where city_code = $1 and id = $2', [cityCode, id, until]);
}
