import type { Role } from '../src/domain/organisation/actor.ts';
import type { Post } from '../src/domain/organisation/facts.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { officialCalendarYears } from '../src/server/organisations/calendar-seed.ts';
import { addAccount, addTenant, smallLinkage, type TestTenant } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';

/**
 * A small linkage in which people can work: a council in each body, a lead committee of the city, a government of each level, official
 * calendars, and an account for each member of the cast below. 甲县 is the owner of what others must not see.
 */
export type WorkingLinkage = Awaited<ReturnType<typeof workingLinkage>>;

type Member = { at: TenantName; roles: readonly Role[]; post?: Post; unit?: 'lead' };
type TenantName = 'city' | 'county' | 'otherCounty' | 'government' | 'countyGovernment' | 'otherGovernment' | 'party';

/** Login → who that is. */
export const cast = {
  clerk: { at: 'county', roles: ['office-clerk'] },
  staff: { at: 'county', roles: ['committee-clerk'] },
  chair: { at: 'county', roles: ['chairperson'], post: 'vice-chair' },
  deputy: { at: 'county', roles: ['deputy'], post: 'deputy' },
  admin: { at: 'county', roles: ['system-admin'] },
  county: { at: 'otherCounty', roles: ['office-clerk'] },
  badmin: { at: 'otherCounty', roles: ['system-admin'] },
  countychair: { at: 'otherCounty', roles: ['chairperson'], post: 'chair' },
  office: { at: 'city', roles: ['office-clerk'] },
  citychair: { at: 'city', roles: ['chairperson'], post: 'chair' },
  lead: { at: 'city', roles: ['committee-clerk'], post: 'committee-staff', unit: 'lead' },
  organ: { at: 'government', roles: ['organ-clerk'] },
  ownorg: { at: 'countyGovernment', roles: ['organ-clerk'] },
  other: { at: 'otherGovernment', roles: ['organ-clerk'] },
  party: { at: 'party', roles: ['party-clerk'] },
  system: { at: 'city', roles: ['system-admin'] },
  secure: { at: 'city', roles: ['security-admin'] },
  audit: { at: 'city', roles: ['audit-admin'] },
} as const satisfies Record<string, Member>;
export type CastName = keyof typeof cast;

export async function workingLinkage(db: TestDatabase, cityCode = '510700') {
  const tenants = await addTenants(db, cityCode);
  const leadUnitId = uuidv7();
  await db.owner.query("insert into unit (city_code, id, tenant_id, name, kind) values ($1, $2, $3, $4, 'committee')", [
    cityCode,
    leadUnitId,
    tenants.city.id,
    '城环资工委',
  ]);
  const people = {} as Record<CastName, { accountId: string; personId: string }>;
  for (const [login, member] of Object.entries<Member>(cast)) {
    const tenant = tenants[member.at];
    const added = await addAccount(db, tenant, { login, roles: member.roles });
    people[login as CastName] = added;
    const unitId = member.unit === 'lead' ? leadUnitId : null;
    if (member.post !== undefined) await addPost(db, tenant, { personId: added.personId, post: member.post, unitId });
  }
  // 甲县 needs a chair besides the vice-chair who confirms; N and quorum stay small.
  const county = await addAccount(db, tenants.county, { login: 'firstchair', roles: ['chairperson'] });
  await addPost(db, tenants.county, { personId: county.personId, post: 'chair', unitId: null });
  await addCalendars(db, cityCode);
  return { cityCode, ...tenants, leadUnitId, people, countyChairId: county.personId };
}

async function addTenants(db: TestDatabase, cityCode: string) {
  const small = await smallLinkage(db, cityCode);
  const organ = { cityCode, kind: 'organ', organKind: 'government' } as const;
  const countyGovernment = await addTenant(db, {
    ...organ,
    level: 'county',
    name: '甲县人民政府',
    areaCode: `${cityCode.slice(0, 4)}22`,
    bodyId: small.county.id,
  });
  const otherGovernment = await addTenant(db, {
    ...organ,
    level: 'county',
    name: '乙县人民政府',
    areaCode: `${cityCode.slice(0, 4)}23`,
    bodyId: small.otherCounty.id,
  });
  const party = await addTenant(db, {
    cityCode,
    kind: 'party-office',
    level: 'city',
    name: '市委办公室',
    areaCode: cityCode,
    bodyId: small.city.id,
  });
  return { ...small, countyGovernment, otherGovernment, party };
}

/** A post held since the beginning of 2025. */
export async function addPost(
  db: TestDatabase,
  tenant: TestTenant,
  { personId, post, unitId }: { personId: string; post: Post; unitId: string | null },
): Promise<void> {
  await db.owner.query(
    `insert into appointment (city_code, id, person_id, tenant_id, unit_id, post, from_date)
     values ($1, $2, $3, $4, $5, $6, '2025-01-01')`,
    [tenant.cityCode, uuidv7(), personId, tenant.id, unitId, post],
  );
}

async function addCalendars(db: TestDatabase, cityCode: string): Promise<void> {
  for (const { year, source, days } of officialCalendarYears().filter((one) => one.year >= 2025)) {
    await db.owner.query('insert into calendar_year (city_code, year, source) values ($1, $2, $3)', [
      cityCode,
      year,
      source,
    ]);
    await db.owner.query(
      `insert into calendar_day (city_code, year, day, kind, name)
       select $1, $2, day, kind, name from json_to_recordset($3) as one (day date, kind text, name text)`,
      [cityCode, year, JSON.stringify(days)],
    );
  }
}

/** A settled topic with a track for each body, and for each organ named, as the owner of the database writes it. */
export async function addTopic(
  db: TestDatabase,
  linkage: WorkingLinkage,
  topic: { name: string; year: number; deliberationDate: string; organs?: readonly TestTenant[] },
): Promise<string> {
  const id = uuidv7();
  await db.owner.query(
    `insert into supervision_case (city_code, id, kind, year, name, lead_unit_id, lead_unit_name, deliberation_date, domain)
     values ($1, $2, 'topic', $3, $4, $5, '城环资工委', $6, 'livelihood')`,
    [linkage.cityCode, id, topic.year, topic.name, linkage.leadUnitId, topic.deliberationDate],
  );
  for (const tenant of [linkage.city, linkage.county, linkage.otherCounty, ...(topic.organs ?? [])]) {
    await db.owner.query(
      'insert into track (city_code, case_id, tenant_id, body_id, level, kind) values ($1, $2, $3, $4, $5, $6)',
      [tenant.cityCode, id, tenant.id, tenant.bodyId, tenant.level, tenant.kind],
    );
  }
  return id;
}

/** The meeting of a body's council on a day, with everybody of the cast who sits on it. */
export function meetingOf(linkage: WorkingLinkage, body: 'city' | 'county' | 'otherCounty', date: string) {
  const { people, countyChairId } = linkage;
  const present = {
    city: [people.citychair.personId],
    county: [countyChairId, people.chair.personId],
    otherCounty: [people.countychair.personId],
  } satisfies Record<typeof body, readonly string[]>;
  const presentIds = present[body];
  return { date, name: '主任会议', chairId: presentIds[0], presentIds };
}
