import { createHash } from 'node:crypto';
import { type LegalCalendar, legalCalendarOf } from '../../domain/calendar/legal-days.ts';
import type { Appointment, OrganisationFacts, Park, Post } from '../../domain/organisation/facts.ts';
import type { Level, OrganKind, Tenant, TenantKind, Unit } from '../../domain/organisation/tenant.ts';
import { defaultSettings, type Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';

/** What every rule of a linkage may ask: organisation, settings, calendar. Read once per version and kept by the process. */
export type LinkageFacts = {
  version: number;
  cityCode: string;
  name: string;
  organisation: OrganisationFacts;
  settings: Settings;
  calendar: LegalCalendar;
  /** The rows the calendar was built from, for the browser to build its own. */
  calendarYears: readonly CalendarYearRow[];
};

export type CalendarYearRow = {
  year: number;
  source: string;
  days: { day: string; kind: 'holiday' | 'workday'; name: string }[];
};

const kept = new Map<string, LinkageFacts>();
/** A province's linkages and more; beyond this many the oldest is read again when asked for. */
const keptAtMost = 400;

/** The facts of the linkage as of its current version; one indexed read when the process already holds that version. */
export async function linkageFacts(trx: Trx, cityCode: string): Promise<LinkageFacts> {
  const { version, name } = await currentVersion(trx, cityCode);
  return linkageFactsOf(trx, cityCode, version, name);
}

/** Reads the facts as this transaction sees them and keeps nothing: a version that it raised itself may never be committed. */
export async function readLinkageFacts(trx: Trx, cityCode: string): Promise<LinkageFacts> {
  const { version, name } = await currentVersion(trx, cityCode);
  return readVersion(trx, cityCode, version, name);
}

async function currentVersion(trx: Trx, cityCode: string): Promise<{ version: number; name: string }> {
  return trx.one('select organisation_version as version, name from linkage where city_code = $1', [cityCode]);
}

/** As `linkageFacts`, for a caller that has just read the version with its own query. */
export async function linkageFactsOf(trx: Trx, cityCode: string, version: number, name: string): Promise<LinkageFacts> {
  const known = kept.get(cityCode);
  if (known !== undefined && known.version === version && known.name === name) return known;
  const facts = await readVersion(trx, cityCode, version, name);
  kept.delete(cityCode);
  kept.set(cityCode, facts);
  const oldest = kept.keys().next().value;
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  return facts;
}

async function readVersion(trx: Trx, cityCode: string, version: number, name: string): Promise<LinkageFacts> {
  const calendar = shared(await listCalendarYears(trx, cityCode));
  const once = heldOnce();
  return {
    version,
    cityCode,
    name,
    organisation: {
      tenants: await listTenants(trx, cityCode, once),
      units: await listUnits(trx, cityCode, once),
      parks: await listParks(trx, cityCode, once),
      appointments: await listAppointments(trx, cityCode, once),
    },
    settings: await currentSettings(trx, cityCode),
    ...calendar,
  };
}

type Once = <Text extends string>(text: Text) => Text;

/**
 * Of equal texts the first: a thousand posts name a hundred tenants, a dozen posts and days, and the driver makes a new text of each. A
 * province's linkages, all kept, need a quarter less memory so.
 */
function heldOnce(): Once {
  const texts = new Map<string, string>();
  return <Text extends string>(text: Text): Text => {
    const known = texts.get(text);
    if (known !== undefined) return known as Text;
    texts.set(text, text);
    return text;
  };
}

type SharedCalendar = Pick<LinkageFacts, 'calendar' | 'calendarYears'>;
const calendars = new Map<string, SharedCalendar>();

/** The official days are the same in most linkages: those that are equal are held once. */
function shared(calendarYears: readonly CalendarYearRow[]): SharedCalendar {
  const key = createHash('sha256').update(JSON.stringify(calendarYears)).digest('base64');
  const known = calendars.get(key);
  if (known !== undefined) return known;
  // As many as there may be linkages; then none is worth remembering.
  if (calendars.size >= keptAtMost) calendars.clear();
  const calendar = { calendar: legalCalendarOf(calendarYears), calendarYears };
  calendars.set(key, calendar);
  return calendar;
}

type TenantRow = {
  id: string;
  kind: TenantKind;
  level: Level;
  area_code: string;
  name: string;
  short_name: string;
  body_id: string;
  organ_kind: OrganKind | null;
  tile_column: number | null;
  tile_row: number | null;
};

async function listTenants(trx: Trx, cityCode: string, once: Once): Promise<Tenant[]> {
  const rows = await trx.rows<TenantRow>(
    `select id, kind, level, area_code, name, short_name, body_id, organ_kind, tile_column, tile_row
     from tenant where city_code = $1 order by level, area_code, kind, name`,
    [cityCode],
  );
  return rows.map((row) => ({
    id: once(row.id),
    kind: once(row.kind),
    level: once(row.level),
    areaCode: once(row.area_code),
    name: row.name,
    shortName: row.short_name,
    bodyId: once(row.body_id),
    ...(row.organ_kind === null ? {} : { organKind: once(row.organ_kind) }),
    ...(row.tile_column === null || row.tile_row === null
      ? {}
      : { tile: { column: row.tile_column, row: row.tile_row } }),
  }));
}

async function listUnits(trx: Trx, cityCode: string, once: Once): Promise<Unit[]> {
  const rows = await trx.rows<Unit>(
    'select id, tenant_id as "tenantId", name, kind from unit where city_code = $1 order by name',
    [cityCode],
  );
  return rows.map(({ id, tenantId, name, kind }) => ({
    id: once(id),
    tenantId: once(tenantId),
    name: once(name),
    kind: once(kind),
  }));
}

async function listParks(trx: Trx, cityCode: string, once: Once): Promise<Park[]> {
  const rows = await trx.rows<Park>(
    'select id, tenant_id as "tenantId", name from park where city_code = $1 order by name',
    [cityCode],
  );
  return rows.map(({ id, tenantId, name }) => ({ id, tenantId: once(tenantId), name }));
}

type AppointmentRow = {
  personId: string;
  personName: string;
  tenantId: string;
  unitId: string | null;
  post: Post;
  from: string;
  until: string | null;
};

async function listAppointments(trx: Trx, cityCode: string, once: Once): Promise<Appointment[]> {
  const rows = await trx.rows<AppointmentRow>(
    `select appointment.person_id as "personId", person.name as "personName", appointment.tenant_id as "tenantId",
       appointment.unit_id as "unitId", appointment.post, appointment.from_date as "from", appointment.until_date as "until"
     from appointment join person on person.city_code = appointment.city_code and person.id = appointment.person_id
     where appointment.city_code = $1 order by person.source_key`,
    [cityCode],
  );
  return rows.map(({ personId, personName, tenantId, unitId, post, from, until }) => ({
    personId: once(personId),
    personName: once(personName),
    tenantId: once(tenantId),
    post: once(post),
    from: once(from),
    ...(unitId === null ? {} : { unitId: once(unitId) }),
    ...(until === null ? {} : { until: once(until) }),
  }));
}

async function currentSettings(trx: Trx, cityCode: string): Promise<Settings> {
  const row = await trx.maybe<{ version: number; value: Partial<Settings> }>(
    'select version, value from settings_version where city_code = $1 order by version desc limit 1',
    [cityCode],
  );
  return row === undefined ? defaultSettings : { ...defaultSettings, ...row.value, version: row.version };
}

async function listCalendarYears(trx: Trx, cityCode: string): Promise<CalendarYearRow[]> {
  return trx.rows<CalendarYearRow>(
    `select calendar_year.year, calendar_year.source,
       coalesce((select json_agg(json_build_object('day', day::text, 'kind', kind, 'name', name) order by day)
         from calendar_day where calendar_day.city_code = calendar_year.city_code and calendar_day.year = calendar_year.year), '[]'::json) as days
     from calendar_year where city_code = $1 order by year`,
    [cityCode],
  );
}
