import type { AppointmentView } from '../../contract/organisation.ts';
import type { Trx } from '../db/database.ts';

export type TermRow = { tenantId: string; number: number; from: string; until: string | null; quota: number };
export type LinkageRow = { name: string; shortName: string; version: number };

export async function getLinkage(trx: Trx, cityCode: string): Promise<LinkageRow> {
  return trx.one<LinkageRow>(
    'select name, short_name as "shortName", organisation_version as version from linkage where city_code = $1',
    [cityCode],
  );
}

/** The linkages that this installation serves. */
export async function listCityCodes(trx: Trx): Promise<string[]> {
  const rows = await trx.rows<{ cityCode: string }>('select city_code as "cityCode" from linkage order by city_code');
  return rows.map(({ cityCode }) => cityCode);
}

export async function listTerms(trx: Trx, cityCode: string): Promise<TermRow[]> {
  return trx.rows<TermRow>(
    `select tenant_id as "tenantId", number, from_date as "from", until_date as until, quota from term
     where city_code = $1 order by tenant_id, number`,
    [cityCode],
  );
}

export async function listPopulations(trx: Trx, cityCode: string): Promise<ReadonlyMap<string, number>> {
  const rows = await trx.rows<{ id: string; population: number }>(
    'select id, population from tenant where city_code = $1 and population is not null',
    [cityCode],
  );
  return new Map(rows.map(({ id, population }) => [id, population]));
}

const appointmentColumns = `appointment.id, appointment.person_id as "personId", person.name as "personName",
  appointment.tenant_id as "tenantId", tenant.name as "tenantName", appointment.unit_id as "unitId", unit.name as "unitName",
  appointment.post, appointment.from_date as "from", appointment.until_date as until`;
const appointmentTables = `appointment
  join person on person.city_code = appointment.city_code and person.id = appointment.person_id
  join tenant on tenant.city_code = appointment.city_code and tenant.id = appointment.tenant_id
  left join unit on unit.city_code = appointment.city_code and unit.id = appointment.unit_id`;

/** Posts of a tenant or of a person; `on`: held that day, null: all that ever were. */
export async function listAppointments(
  trx: Trx,
  cityCode: string,
  which: { tenantId: string | null; personId: string | null; on: string | null; endingWithin: number | null },
): Promise<AppointmentView[]> {
  return trx.rows<AppointmentView>(
    `select ${appointmentColumns} from ${appointmentTables}
     where appointment.city_code = $1 and ($2::uuid is null or appointment.tenant_id = $2)
       and ($3::uuid is null or appointment.person_id = $3)
       and ($4::date is null or (appointment.from_date <= $4 and coalesce(appointment.until_date, 'infinity') >= $4))
       and ($5::int is null or appointment.until_date <= $4 + $5)
     order by person.source_key, appointment.from_date, appointment.post limit 5000`,
    [cityCode, which.tenantId, which.personId, which.on, which.endingWithin],
  );
}

export async function findAppointment(trx: Trx, cityCode: string, id: string): Promise<AppointmentView | undefined> {
  return trx.maybe<AppointmentView>(
    `select ${appointmentColumns} from ${appointmentTables} where appointment.city_code = $1 and appointment.id = $2`,
    [cityCode, id],
  );
}

export async function findTenant(
  trx: Trx,
  cityCode: string,
  id: string,
): Promise<{ id: string; bodyId: string; name: string } | undefined> {
  return trx.maybe('select id, body_id as "bodyId", name from tenant where city_code = $1 and id = $2', [cityCode, id]);
}

export async function findUnitName(
  trx: Trx,
  cityCode: string,
  tenantId: string,
  id: string,
): Promise<string | undefined> {
  const row = await trx.maybe<{ name: string }>(
    'select name from unit where city_code = $1 and tenant_id = $2 and id = $3',
    [cityCode, tenantId, id],
  );
  return row?.name;
}

export async function findPersonById(
  trx: Trx,
  cityCode: string,
  id: string,
): Promise<{ number: string; name: string } | undefined> {
  return trx.maybe('select source_key as number, name from person where city_code = $1 and id = $2', [cityCode, id]);
}

export async function isNumberTaken(trx: Trx, cityCode: string, number: string): Promise<boolean> {
  const row = await trx.maybe('select 1 from person where city_code = $1 and source_key = $2', [cityCode, number]);
  return row !== undefined;
}
