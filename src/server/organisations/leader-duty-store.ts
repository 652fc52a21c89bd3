import type { LeaderDuty } from '../../domain/organisation/leader-duty.ts';
import type { Trx } from '../db/database.ts';

export type DutyRow = LeaderDuty & { id: string; version: number; enteredByName: string; enteredAt: string };
export type ToldRow = { tenantId: string; personId: string; from: string; until: string };
/** Whose register; `toldTo`: the city's body, where the own one is a county's. */
export type DutyRegister = { cityCode: string; tenantId: string; toldTo: string | undefined };
export type DutyPeriod = { from?: string | undefined; until?: string | undefined };
type Written = { id: string; duty: LeaderDuty; personName: string; at: string };

const columns = `id, person_id as "personId", from_day as "from", until_day as "until", matter, is_told as "isTold", version,
  entered_by_name as "enteredByName", entered_at as "enteredAt"`;
const inPeriod = '($3::date is null or until_day >= $3::date) and ($4::date is null or from_day <= $4::date)';

type Reader = Pick<DutyRegister, 'cityCode' | 'tenantId'>;

function valuesOf({ cityCode, tenantId }: Reader, { from, until }: DutyPeriod): unknown[] {
  return [cityCode, tenantId, from ?? null, until ?? null];
}

/** What the body keeps of its own leaders, the earliest first. */
export async function listDuties(trx: Trx, reader: Reader, period: DutyPeriod): Promise<DutyRow[]> {
  return trx.rows<DutyRow>(
    `select ${columns} from leader_duty where city_code = $1 and tenant_id = $2 and ${inPeriod} order by from_day, id`,
    valuesOf(reader, period),
  );
}

/** What other bodies have told this one: days, no matter. */
export async function listToldDuties(trx: Trx, reader: Reader, period: DutyPeriod): Promise<ToldRow[]> {
  return trx.rows<ToldRow>(
    `select tenant_id as "tenantId", person_id as "personId", from_day as "from", until_day as "until" from told_duty
     where city_code = $1 and told_to_id = $2 and ${inPeriod} order by from_day, duty_id`,
    valuesOf(reader, period),
  );
}

export async function insertDuty(
  trx: Trx,
  register: DutyRegister,
  { id, duty, personName, at }: Written,
): Promise<void> {
  const { personId, from, until, matter, isTold } = duty;
  await trx.run(
    `insert into leader_duty (city_code, tenant_id, id, person_id, from_day, until_day, matter, is_told, version, entered_by_name, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)`,
    [register.cityCode, register.tenantId, id, personId, from, until, matter, isTold, personName, at],
  );
  await tell(trx, register, id, duty);
}

/** Writes over the version that was seen; undefined when another has been written since, or there is none. */
export async function updateDuty(
  trx: Trx,
  register: DutyRegister,
  { id, duty, version, personName, at }: Written & { version: number },
): Promise<number | undefined> {
  const { personId, from, until, matter, isTold } = duty;
  const row = await trx.maybe<{ version: number }>(
    `update leader_duty set person_id = $4, from_day = $5, until_day = $6, matter = $7, is_told = $8, version = version + 1,
       entered_by_name = $9, entered_at = $10
     where city_code = $1 and tenant_id = $2 and id = $3 and version = $11 returning version`,
    [register.cityCode, register.tenantId, id, personId, from, until, matter, isTold, personName, at, version],
  );
  if (row === undefined) return undefined;
  await trx.run('delete from told_duty where city_code = $1 and duty_id = $2', [register.cityCode, id]);
  await tell(trx, register, id, duty);
  return row.version;
}

/** Deletes the version that was seen, and what was told of it; false when another has been written since. */
export async function deleteDuty(trx: Trx, register: Reader, id: string, version: number): Promise<boolean> {
  const gone = await trx.run(
    'delete from leader_duty where city_code = $1 and tenant_id = $2 and id = $3 and version = $4',
    [register.cityCode, register.tenantId, id, version],
  );
  return gone === 1;
}

export async function findDuty(trx: Trx, { cityCode, tenantId }: Reader, id: string): Promise<DutyRow | undefined> {
  return trx.maybe<DutyRow>(`select ${columns} from leader_duty where city_code = $1 and tenant_id = $2 and id = $3`, [
    cityCode,
    tenantId,
    id,
  ]);
}

async function tell(
  trx: Trx,
  { cityCode, tenantId, toldTo }: DutyRegister,
  id: string,
  duty: LeaderDuty,
): Promise<void> {
  if (!duty.isTold || toldTo === undefined) return;
  await trx.run(
    `insert into told_duty (city_code, tenant_id, duty_id, person_id, from_day, until_day, told_to_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [cityCode, tenantId, id, duty.personId, duty.from, duty.until, toldTo],
  );
}
