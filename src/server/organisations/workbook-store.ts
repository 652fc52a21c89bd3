import type { Trx } from '../db/database.ts';
import type { Writes } from './workbook-diff.ts';
import type { WorkbookRow } from './workbook-sheets.ts';

/** Identifiers of what rows call by name. */
export type Names = {
  tenants: ReadonlyMap<string, { id: string; bodyId: string; level: string; areaCode: string }>;
  people: ReadonlyMap<string, { id: string; name: string }>;
  /** By `tenant\nunit`. */
  units: ReadonlyMap<string, string>;
};

/** Where and with which fresh identifiers rows are written. */
export type Writing = { cityCode: string; newId: () => string };

export async function readNames(trx: Trx, cityCode: string): Promise<Names> {
  const tenants = await trx.rows<{ name: string; id: string; bodyId: string; level: string; areaCode: string }>(
    'select name, id, body_id as "bodyId", level, area_code as "areaCode" from tenant where city_code = $1',
    [cityCode],
  );
  const people = await trx.rows<{ number: string; id: string; name: string }>(
    'select source_key as number, id, name from person where city_code = $1',
    [cityCode],
  );
  const units = await trx.rows<{ tenant: string; name: string; id: string }>(
    `select tenant.name as tenant, unit.name, unit.id from unit
     join tenant on tenant.city_code = unit.city_code and tenant.id = unit.tenant_id where unit.city_code = $1`,
    [cityCode],
  );
  return {
    tenants: new Map(tenants.map(({ name, ...tenant }) => [name, tenant])),
    people: new Map(people.map(({ number, ...person }) => [number, person])),
    units: new Map(units.map(({ tenant, name, id }) => [`${tenant}\n${name}`, id])),
  };
}

export async function writeLinkage(trx: Trx, { added, changed }: Writes<'linkage'>): Promise<void> {
  for (const { code, name, shortName } of [...added, ...changed]) {
    await trx.run(
      `insert into linkage (city_code, name, short_name) values ($1, $2, $3)
       on conflict (city_code) do update set name = excluded.name, short_name = excluded.short_name`,
      [code, name, shortName],
    );
  }
}

/** Bodies are found by their area, so a new name is an update. */
export async function writeBodies(
  trx: Trx,
  { cityCode, newId }: Writing,
  { added, changed }: Writes<'bodies'>,
): Promise<void> {
  await writeAll(
    trx,
    `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id, population, tile_column, tile_row)
     select $1, id, 'body', level, "areaCode", name, "shortName", id, population, "tileColumn", "tileRow" from jsonb_to_recordset($2)
       as row (id uuid, level text, "areaCode" text, name text, "shortName" text, population integer, "tileColumn" integer, "tileRow" integer)`,
    cityCode,
    added.map((row) => ({ ...row, id: newId() })),
  );
  await writeAll(
    trx,
    `update tenant set name = row.name, short_name = row."shortName", population = row.population, tile_column = row."tileColumn",
       tile_row = row."tileRow"
     from jsonb_to_recordset($2)
       as row ("areaCode" text, name text, "shortName" text, population integer, "tileColumn" integer, "tileRow" integer)
     where tenant.city_code = $1 and tenant.kind = 'body' and tenant.area_code = row."areaCode"`,
    cityCode,
    changed,
  );
}

export async function writeOrgans(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added, changed }: Writes<'organs'>,
): Promise<void> {
  const resolved = (row: WorkbookRow<'organs'>) => {
    const body = get(names.tenants, row.body);
    const organKind = row.kind === 'party-office' ? null : row.kind;
    return {
      ...row,
      bodyId: body.id,
      level: body.level,
      areaCode: body.areaCode,
      tenantKind: organKind === null ? 'party-office' : 'organ',
      organKind,
    };
  };
  await writeAll(
    trx,
    `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id, organ_kind)
     select $1, id, "tenantKind", level, "areaCode", name, "shortName", "bodyId", "organKind" from jsonb_to_recordset($2)
       as row (id uuid, "tenantKind" text, level text, "areaCode" text, name text, "shortName" text, "bodyId" uuid, "organKind" text)`,
    cityCode,
    added.map((row) => ({ ...resolved(row), id: newId() })),
  );
  await writeAll(
    trx,
    `update tenant set kind = row."tenantKind", short_name = row."shortName", organ_kind = row."organKind"
     from jsonb_to_recordset($2) as row ("tenantKind" text, name text, "shortName" text, "organKind" text)
     where tenant.city_code = $1 and tenant.kind <> 'body' and tenant.name = row.name`,
    cityCode,
    changed.map(resolved),
  );
}

export async function writeTerms(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added, changed }: Writes<'terms'>,
): Promise<void> {
  const resolved = (row: WorkbookRow<'terms'>) => ({ ...row, tenantId: get(names.tenants, row.body).id });
  await writeAll(
    trx,
    `insert into term (city_code, id, tenant_id, number, from_date, until_date, quota)
     select $1, id, "tenantId", number, "from", until, quota from jsonb_to_recordset($2)
       as row (id uuid, "tenantId" uuid, number integer, "from" date, until date, quota integer)`,
    cityCode,
    added.map((row) => ({ ...resolved(row), id: newId() })),
  );
  await writeAll(
    trx,
    `update term set from_date = row."from", until_date = row.until, quota = row.quota
     from jsonb_to_recordset($2) as row ("tenantId" uuid, number integer, "from" date, until date, quota integer)
     where term.city_code = $1 and term.tenant_id = row."tenantId" and term.number = row.number`,
    cityCode,
    changed.map(resolved),
  );
}

export async function writeUnits(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added, changed }: Writes<'units'>,
): Promise<void> {
  const resolved = (row: WorkbookRow<'units'>) => ({ ...row, tenantId: get(names.tenants, row.tenant).id });
  await writeAll(
    trx,
    `insert into unit (city_code, id, tenant_id, name, kind)
     select $1, id, "tenantId", name, kind from jsonb_to_recordset($2) as row (id uuid, "tenantId" uuid, name text, kind text)`,
    cityCode,
    added.map((row) => ({ ...resolved(row), id: newId() })),
  );
  await writeAll(
    trx,
    `update unit set kind = row.kind from jsonb_to_recordset($2) as row ("tenantId" uuid, name text, kind text)
     where unit.city_code = $1 and unit.tenant_id = row."tenantId" and unit.name = row.name`,
    cityCode,
    changed.map(resolved),
  );
}

export async function writeParks(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added, changed }: Writes<'parks'>,
): Promise<void> {
  const resolved = (row: WorkbookRow<'parks'>) => ({ ...row, tenantId: get(names.tenants, row.tenant).id });
  await writeAll(
    trx,
    `insert into park (city_code, id, tenant_id, name)
     select $1, id, "tenantId", name from jsonb_to_recordset($2) as row (id uuid, "tenantId" uuid, name text)`,
    cityCode,
    added.map((row) => ({ ...resolved(row), id: newId() })),
  );
  await writeAll(
    trx,
    `update park set tenant_id = row."tenantId" from jsonb_to_recordset($2) as row ("tenantId" uuid, name text)
     where park.city_code = $1 and park.name = row.name`,
    cityCode,
    changed.map(resolved),
  );
}

export async function writePeople(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added, changed }: Writes<'people'>,
): Promise<void> {
  const resolved = (row: WorkbookRow<'people'>) => ({ ...row, tenantId: get(names.tenants, row.tenant).id });
  await writeAll(
    trx,
    `insert into person (city_code, id, tenant_id, source_key, name)
     select $1, id, "tenantId", number, name from jsonb_to_recordset($2) as row (id uuid, "tenantId" uuid, number text, name text)`,
    cityCode,
    added.map((row) => ({ ...resolved(row), id: newId() })),
  );
  await writeAll(
    trx,
    `update person set name = row.name, tenant_id = row."tenantId"
     from jsonb_to_recordset($2) as row ("tenantId" uuid, number text, name text)
     where person.city_code = $1 and person.source_key = row.number`,
    cityCode,
    changed.map(resolved),
  );
  // Accounts keep the name beside them: it is shown before anybody is signed in.
  await writeAll(
    trx,
    `update account set person_name = person.name from jsonb_to_recordset($2) as row (number text), person
     where person.city_code = $1 and person.source_key = row.number and account.city_code = person.city_code
       and account.person_id = person.id`,
    cityCode,
    changed,
  );
}

export async function writePosts(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added, changed }: Writes<'posts'>,
): Promise<void> {
  const resolved = (row: WorkbookRow<'posts'>) => ({ ...row, ...heldIn(names, row) });
  await writeAll(
    trx,
    `insert into appointment (city_code, id, person_id, tenant_id, unit_id, post, from_date, until_date)
     select $1, id, "personId", "tenantId", "unitId", post, "from", until from jsonb_to_recordset($2)
       as row (id uuid, "personId" uuid, "tenantId" uuid, "unitId" uuid, post text, "from" date, until date)`,
    cityCode,
    added.map((row) => ({ ...resolved(row), id: newId() })),
  );
  await writeAll(
    trx,
    `update appointment set unit_id = row."unitId", until_date = row.until
     from jsonb_to_recordset($2) as row ("personId" uuid, "tenantId" uuid, "unitId" uuid, post text, "from" date, until date)
     where appointment.city_code = $1 and appointment.person_id = row."personId" and appointment.tenant_id = row."tenantId"
       and appointment.post = row.post and appointment.from_date = row."from"`,
    cityCode,
    changed.map(resolved),
  );
}

/** Every column of a role is its key: a role is added or it is there. */
export async function writeRoles(
  trx: Trx,
  { cityCode, newId }: Writing,
  names: Names,
  { added }: Writes<'roles'>,
): Promise<void> {
  await writeAll(
    trx,
    `insert into role_grant (city_code, id, person_id, tenant_id, role, unit_id)
     select $1, id, "personId", "tenantId", role, "unitId" from jsonb_to_recordset($2)
       as row (id uuid, "personId" uuid, "tenantId" uuid, role text, "unitId" uuid)`,
    cityCode,
    added.map((row) => ({ ...row, ...heldIn(names, row), id: newId() })),
  );
}

async function writeAll(trx: Trx, statement: string, cityCode: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await trx.run(statement, [cityCode, JSON.stringify(rows)]);
}

function heldIn(names: Names, row: { person: string; tenant: string; unit: string | undefined }) {
  return {
    personId: get(names.people, row.person).id,
    tenantId: get(names.tenants, row.tenant).id,
    unitId: row.unit === undefined ? null : get(names.units, `${row.tenant}\n${row.unit}`),
  };
}

/** What the plan checked must be there; if not, the plan has a hole. */
function get<Value>(known: ReadonlyMap<string, Value>, name: string): Value {
  const value = known.get(name);
  if (value === undefined)
    throw new Error(`The workbook refers to ${JSON.stringify(name)}, which the plan should have refused.`);
  return value;
}
