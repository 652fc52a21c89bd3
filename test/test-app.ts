import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '../src/domain/organisation/actor.ts';
import type { Level, OrganKind, TenantKind } from '../src/domain/organisation/tenant.ts';
import { hashPassword } from '../src/server/accounts/password.ts';
import { buildApp } from '../src/server/app.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import type { App, HttpConfig } from '../src/server/http/app-parts.ts';
import { digestOfToken, newToken, signInCookie } from '../src/server/http/sign-in-cookie.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** Cheap on purpose: what is tested is what happens around the hash. */
const passwordCost = { memoryCost: 64, timeCost: 1 };
export const testPassword = '联动-测试-2026';

/** Requests of one signed-in person; JSON in, JSON out, our own origin unless headers say otherwise. */
export type Client = {
  cookie: string;
  request: (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
  get: (url: string) => Promise<LightMyRequestResponse>;
  post: (url: string, body?: unknown, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
};

export type TestApp = {
  app: App;
  db: TestDatabase;
  /** Moves the server's clock. */
  setTime: (instant: string) => void;
  anonymous: Client;
  /** Signs an existing account in without the form; the form has tests of its own. */
  signInAs: (login: string) => Promise<Client>;
  close: () => Promise<void>;
};

/** The real server over a database of its own; nothing listens. The clock stands still at 2026-11-24 09:00 in Beijing until moved; `more` registers routes of the test. */
export async function testApp(overrides: Partial<HttpConfig> = {}, more?: (app: App) => void): Promise<TestApp> {
  const db = await testDatabase();
  let now = new Date('2026-11-24T01:00:00Z');
  const app = await buildApp({
    database: db,
    clock: () => now,
    config: { ...testConfig, ...overrides },
    ...(more === undefined ? {} : { more }),
  });
  return {
    app,
    db,
    setTime: (instant) => {
      now = new Date(instant);
    },
    anonymous: clientOf(app, ''),
    signInAs: async (login) => clientOf(app, await signInDirectly(db, login, now)),
    close: async () => {
      await app.http.close();
      await db.close();
    },
  };
}

const testConfig: HttpConfig = {
  production: false,
  publicUrl: undefined,
  trustProxy: false,
  passwordCost,
  idleMinutes: { administrator: 30, other: 480 },
  requiresSecondFactor: false,
  secretKey: new Uint8Array(32).fill(7),
  webDirectory: undefined,
  logLevel: 'error',
};

export function clientOf(app: App, cookie: string): Client {
  const request: Client['request'] = (method, url, body, headers = {}) =>
    app.http.inject({
      method,
      url,
      headers: { host: 'liandu.test', origin: 'http://liandu.test', ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  return {
    cookie,
    request,
    get: (url) => request('GET', url),
    post: (url, body, headers) => request('POST', url, body ?? {}, headers),
  };
}

async function signInDirectly(db: TestDatabase, login: string, now: Date): Promise<string> {
  const { token } = newToken();
  const at = now.toISOString();
  const { rowCount } = await db.owner.query(
    `insert into sign_in (token_digest, id, account_id, created_at, last_seen_at, expires_at, user_agent, address)
     select $1, $2, id, $3, $3, $3::timestamptz + interval '24 hours', 'test', '127.0.0.1' from account where login = lower($4)`,
    [digestOfToken(token), uuidv7(), at, login],
  );
  if (rowCount !== 1) throw new Error(`No account ${login} in the test database.`);
  return `${signInCookie}=${token}`;
}

export type TestTenant = { id: string; cityCode: string; bodyId: string; level: Level; kind: TenantKind };

/** A linkage 510700 with a city body and two counties, a government each, and accounts named below; rows of the owner, no import. */
export async function smallLinkage(db: TestDatabase, cityCode = '510700') {
  await db.owner.query('insert into linkage (city_code, name, short_name) values ($1, $2, $3)', [
    cityCode,
    `联动域${cityCode}`,
    cityCode,
  ]);
  const city = await addTenant(db, { cityCode, level: 'city', kind: 'body', name: '市人大常委会', areaCode: cityCode });
  const county = await addTenant(db, {
    cityCode,
    level: 'county',
    kind: 'body',
    name: '甲县人大常委会',
    areaCode: `${cityCode.slice(0, 4)}22`,
  });
  const otherCounty = await addTenant(db, {
    cityCode,
    level: 'county',
    kind: 'body',
    name: '乙县人大常委会',
    areaCode: `${cityCode.slice(0, 4)}23`,
  });
  const government = await addTenant(db, {
    cityCode,
    level: 'city',
    kind: 'organ',
    organKind: 'government',
    name: '市人民政府',
    areaCode: cityCode,
    bodyId: city.id,
  });
  return { city, county, otherCounty, government };
}

type NewTenant = {
  cityCode: string;
  level: Level;
  kind: TenantKind;
  name: string;
  areaCode: string;
  organKind?: OrganKind;
  bodyId?: string;
};

export async function addTenant(db: TestDatabase, tenant: NewTenant): Promise<TestTenant> {
  const id = uuidv7();
  const bodyId = tenant.bodyId ?? id;
  await db.owner.query(
    `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id, organ_kind)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [tenant.cityCode, id, tenant.kind, tenant.level, tenant.areaCode, tenant.name, bodyId, tenant.organKind ?? null],
  );
  return { id, cityCode: tenant.cityCode, bodyId, level: tenant.level, kind: tenant.kind };
}

const hashed = hashPassword(testPassword, passwordCost);

/** A person with roles and an account whose password is `testPassword`; answers ids. */
export async function addAccount(
  db: TestDatabase,
  tenant: TestTenant,
  { login, roles, name = `${login}示例` }: { login: string; roles: readonly Role[]; name?: string },
): Promise<{ accountId: string; personId: string }> {
  const accountId = uuidv7();
  const personId = uuidv7();
  const { cityCode, id: tenantId } = tenant;
  await db.owner.query('insert into person (city_code, id, tenant_id, source_key, name) values ($1, $2, $3, $4, $5)', [
    cityCode,
    personId,
    tenantId,
    `test:${login}`,
    name,
  ]);
  for (const role of roles) {
    await db.owner.query(
      'insert into role_grant (city_code, id, person_id, tenant_id, role) values ($1, $2, $3, $4, $5)',
      [cityCode, uuidv7(), personId, tenantId, role],
    );
  }
  await db.owner.query(
    `insert into account (id, city_code, tenant_id, person_id, person_name, login, password_hash, password_set_at)
     values ($1, $2, $3, $4, $5, lower($6), $7, now())`,
    [accountId, cityCode, tenantId, personId, name, login, await hashed],
  );
  return { accountId, personId };
}
