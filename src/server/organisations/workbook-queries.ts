import { settingFields, settingKeys, showSetting } from '../../domain/organisation/setting-fields.ts';
import { defaultSettings, type Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';
import type { CurrentOrganisation } from './workbook-diff.ts';
import type { WorkbookRow, WorkbookRows } from './workbook-sheets.ts';

/** The organisation of a linkage as workbook rows; empty sheets when there is none. Needs a scope that administers the organisation. */
export async function readOrganisation(trx: Trx, cityCode: string): Promise<CurrentOrganisation> {
  const accounts = await listAccounts(trx, cityCode);
  const logins = new Map(accounts.map(({ person, tenant, login }) => [`${person}\n${tenant}`, login]));
  const roles = await listRoles(trx, cityCode);
  const rows = {
    linkage: await trx.rows<WorkbookRow<'linkage'>>(
      `select city_code as code, name, short_name as "shortName" from linkage where city_code = $1`,
      [cityCode],
    ),
    bodies: await listBodies(trx, cityCode),
    terms: await listTerms(trx, cityCode),
    organs: await listOrgans(trx, cityCode),
    units: await trx.rows<WorkbookRow<'units'>>(
      `select tenant.name as tenant, unit.name, unit.kind from unit
       join tenant on tenant.city_code = unit.city_code and tenant.id = unit.tenant_id
       where unit.city_code = $1 order by tenant.level, tenant.area_code, tenant.kind, tenant.name, unit.id`,
      [cityCode],
    ),
    parks: await trx.rows<WorkbookRow<'parks'>>(
      `select park.name, tenant.name as tenant from park
       join tenant on tenant.city_code = park.city_code and tenant.id = park.tenant_id
       where park.city_code = $1 order by park.id`,
      [cityCode],
    ),
    people: await trx.rows<WorkbookRow<'people'>>(
      `select person.source_key as number, person.name, tenant.name as tenant from person
       join tenant on tenant.city_code = person.city_code and tenant.id = person.tenant_id
       where person.city_code = $1 order by person.source_key`,
      [cityCode],
    ),
    posts: await listPosts(trx, cityCode),
    roles: roles.map((role) => ({ ...role, login: logins.get(`${role.person}\n${role.tenant}`) })),
    settings: await listSettings(trx, cityCode),
  };
  return { rows: withoutNulls(rows), accounts };
}

/** The number by which the workbook calls a person. */
export async function findPersonNumber(trx: Trx, cityCode: string, personId: string): Promise<string | undefined> {
  const row = await trx.maybe<{ number: string }>(
    'select source_key as number from person where city_code = $1 and id = $2',
    [cityCode, personId],
  );
  return row?.number;
}

/** The settings in the words of the workbook, of a linkage that has none yet. */
export function defaultSettingRows(): WorkbookRow<'settings'>[] {
  return settingRows(defaultSettings, {});
}

async function listAccounts(trx: Trx, cityCode: string): Promise<{ person: string; tenant: string; login: string }[]> {
  return trx.rows(
    `select person.source_key as person, tenant.name as tenant, account.login from account
     join person on person.city_code = account.city_code and person.id = account.person_id
     join tenant on tenant.city_code = account.city_code and tenant.id = account.tenant_id
     where account.city_code = $1`,
    [cityCode],
  );
}

async function listBodies(trx: Trx, cityCode: string): Promise<WorkbookRow<'bodies'>[]> {
  return trx.rows(
    `select area_code as "areaCode", name, short_name as "shortName", level, population,
       tile_column as "tileColumn", tile_row as "tileRow"
     from tenant where city_code = $1 and kind = 'body' order by level, area_code`,
    [cityCode],
  );
}

async function listTerms(trx: Trx, cityCode: string): Promise<WorkbookRow<'terms'>[]> {
  return trx.rows(
    `select tenant.name as body, term.number, term.from_date as "from", term.until_date as until, term.quota from term
     join tenant on tenant.city_code = term.city_code and tenant.id = term.tenant_id
     where term.city_code = $1 order by tenant.level, tenant.area_code, term.number`,
    [cityCode],
  );
}

async function listOrgans(trx: Trx, cityCode: string): Promise<WorkbookRow<'organs'>[]> {
  return trx.rows(
    `select tenant.name, tenant.short_name as "shortName", coalesce(tenant.organ_kind, 'party-office') as kind, body.name as body
     from tenant join tenant body on body.city_code = tenant.city_code and body.id = tenant.body_id
     where tenant.city_code = $1 and tenant.kind <> 'body' order by tenant.level, tenant.area_code, tenant.id`,
    [cityCode],
  );
}

async function listPosts(trx: Trx, cityCode: string): Promise<WorkbookRow<'posts'>[]> {
  return trx.rows(
    `select person.source_key as person, person.name as "personName", tenant.name as tenant, unit.name as unit, appointment.post,
       appointment.from_date as "from", appointment.until_date as until
     from appointment
     join person on person.city_code = appointment.city_code and person.id = appointment.person_id
     join tenant on tenant.city_code = appointment.city_code and tenant.id = appointment.tenant_id
     left join unit on unit.city_code = appointment.city_code and unit.id = appointment.unit_id
     where appointment.city_code = $1 order by person.source_key, appointment.from_date, appointment.post`,
    [cityCode],
  );
}

async function listRoles(trx: Trx, cityCode: string): Promise<Omit<WorkbookRow<'roles'>, 'login'>[]> {
  return trx.rows(
    `select person.source_key as person, person.name as "personName", tenant.name as tenant, role_grant.role, unit.name as unit
     from role_grant
     join person on person.city_code = role_grant.city_code and person.id = role_grant.person_id
     join tenant on tenant.city_code = role_grant.city_code and tenant.id = role_grant.tenant_id
     left join unit on unit.city_code = role_grant.city_code and unit.id = role_grant.unit_id
     where role_grant.city_code = $1 order by person.source_key, role_grant.role, unit.name`,
    [cityCode],
  );
}

async function listSettings(trx: Trx, cityCode: string): Promise<WorkbookRow<'settings'>[]> {
  const row = await trx.maybe<{ value: Partial<Settings>; basis: Partial<Record<string, string>> }>(
    'select value, basis from settings_version where city_code = $1 order by version desc limit 1',
    [cityCode],
  );
  return settingRows({ ...defaultSettings, ...row?.value }, row?.basis ?? {});
}

function settingRows(settings: Settings, basis: Partial<Record<string, string>>): WorkbookRow<'settings'>[] {
  return settingKeys.map((key) => ({
    item: settingFields[key].title,
    value: showSetting(key, settings),
    basis: basis[key] ?? settingFields[key].basis,
  }));
}

/** An empty cell is undefined in workbook rows, null in rows of the database. */
function withoutNulls(rows: WorkbookRows): WorkbookRows {
  const clean = <Row extends object>(row: Row): Row => {
    const entries = Object.entries(row).map(([name, value]) => [name, value ?? undefined]);
    // A cast: the same names, with undefined for null, which no column type of the workbook contains.
    return Object.fromEntries(entries) as Row;
  };
  return {
    linkage: rows.linkage.map(clean),
    bodies: rows.bodies.map(clean),
    terms: rows.terms.map(clean),
    organs: rows.organs.map(clean),
    units: rows.units.map(clean),
    parks: rows.parks.map(clean),
    people: rows.people.map(clean),
    posts: rows.posts.map(clean),
    roles: rows.roles.map(clean),
    settings: rows.settings,
  };
}
