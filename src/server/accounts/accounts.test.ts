import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import {
  addAccount,
  type Client,
  clientOf,
  smallLinkage,
  type TestApp,
  testApp,
  testPassword,
} from '../../../test/test-app.ts';
import { signInCookie } from '../http/sign-in-cookie.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let system: Client;
let security: Client;
let audit: Client;
const ids: Record<string, { accountId: string; personId: string }> = {};
let number = 0;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  for (const [login, role] of [
    ['system', 'system-admin'],
    ['security', 'security-admin'],
    ['audit', 'audit-admin'],
    ['clerk', 'office-clerk'],
  ] as const) {
    ids[login] = await addAccount(t.db, tenants.city, { login, roles: [role] });
  }
  system = await t.signInAs('system');
  security = await t.signInAs('security');
  audit = await t.signInAs('audit');
});
afterAll(() => t.close());

const idOf = (login: string): string => ids[login]?.accountId ?? '';
const newAccount = async (client = system, tenantId = tenants.county.id) => {
  number += 1;
  return client.post('/api/accounts', { login: `new${number}`, tenantId, person: { name: `新示例${number}` } });
};

describe('creating an account', () => {
  test('gives a link, once, through which the person sets a password', async () => {
    const response = await newAccount();
    expect(response.statusCode).toBe(201);
    const { account, link } = response.json<{
      account: { id: string; login: string; state: string };
      link: { path: string };
    }>();
    expect(account).toMatchObject({ state: 'invited', grants: [], tenantName: '甲县人大常委会' });
    const token = link.path.split('#')[1];
    expect((await t.anonymous.post('/api/first-use', { token, password: testPassword })).statusCode).toBe(204);
    expect((await t.anonymous.post('/api/sign-in', { login: account.login, password: testPassword })).statusCode).toBe(
      200,
    );
  });

  test('is the system administrator’s duty alone', async () => {
    for (const client of [security, audit, await t.signInAs('clerk')]) {
      expect((await newAccount(client)).json()).toMatchObject({ status: 403, code: 'administration/not-your-duty' });
    }
    expect((await newAccount(t.anonymous)).statusCode).toBe(401);
  });

  test('refuses a login that is taken, also when two come together', async () => {
    const body = { login: 'twice', tenantId: tenants.county.id, person: { name: '重示例' } };
    const both = await Promise.all([system.post('/api/accounts', body), system.post('/api/accounts', body)]);
    expect(both.map((response) => response.statusCode).sort()).toEqual([201, 409]);
    expect(both.find((response) => response.statusCode === 409)?.json()).toMatchObject({ code: 'account/taken' });
  });

  test('of a county administrator stays in the county', async () => {
    await addAccount(t.db, tenants.county, { login: 'county-system', roles: ['system-admin'] });
    const county = await t.signInAs('county-system');
    expect((await newAccount(county, tenants.county.id)).statusCode).toBe(201);
    expect((await newAccount(county, tenants.otherCounty.id)).json()).toMatchObject({ code: 'tenant/not-found' });
    const { accounts } = (await county.get('/api/accounts')).json<{ accounts: { tenantId: string }[] }>();
    expect(new Set(accounts.map((account) => account.tenantId))).toEqual(new Set([tenants.county.id]));
    expect((await county.post(`/api/accounts/${idOf('clerk')}/disabling`)).json()).toMatchObject({
      code: 'account/not-found',
    });
  });

  test('of another linkage is invisible', async () => {
    const foreign = await smallLinkage(t.db, '510600');
    const { accountId } = await addAccount(t.db, foreign.city, { login: 'foreign', roles: ['office-clerk'] });
    expect((await system.post(`/api/accounts/${accountId}/disabling`)).statusCode).toBe(404);
    expect((await newAccount(system, foreign.city.id)).json()).toMatchObject({ code: 'tenant/not-found' });
    expect((await system.get('/api/accounts?text=foreign')).json()).toMatchObject({ total: 0, accounts: [] });
  });
});

describe('the list of accounts', () => {
  test('stands by unit unless another order is asked for; who never signed in has been away longest', async () => {
    await newAccount();
    type Page = { accounts: { login: string; lastSignInAt: string | null }[] };
    const ask = async (sort: string) => (await system.get(`/api/accounts?sort=${sort}`)).json<Page>().accounts;
    const logins = (await ask('login')).map(({ login }) => login);
    expect(logins).toEqual(logins.toSorted());
    expect((await ask('longest-ago'))[0]?.lastSignInAt).toBeNull();
    const times = (await ask('latest')).map(({ lastSignInAt }) => lastSignInAt ?? '');
    expect(times).toEqual(times.toSorted().reverse());
  });
});

describe('roles', () => {
  const grant = (client: Client, login: string, roles: string[]) =>
    client.request('PUT', `/api/accounts/${idOf(login)}/roles`, {
      grants: roles.map((role) => ({ role, unitId: null })),
    });

  test('are granted by the security administrator, and the person signs in anew with them', async () => {
    ids.granted = await addAccount(t.db, tenants.city, { login: 'granted', roles: [] });
    const open = await t.signInAs('granted');
    const response = await grant(security, 'granted', ['committee-clerk', 'member']);
    expect(response.json()).toMatchObject({ grants: [{ role: 'committee-clerk' }, { role: 'member' }] });
    expect((await open.get('/api/me')).statusCode).toBe(401);
    expect((await (await t.signInAs('granted')).get('/api/me')).json()).toMatchObject({
      roles: expect.arrayContaining(['member', 'committee-clerk']),
    });
  });

  test('are never granted by another administrator or to oneself', async () => {
    expect((await grant(system, 'clerk', ['chairperson'])).statusCode).toBe(403);
    expect((await grant(security, 'security', ['chairperson'])).json()).toMatchObject({
      status: 409,
      clause: 'SEC-03',
    });
    expect((await grant(security, 'security', [])).json()).toMatchObject({ code: 'roles/own-roles' });
  });

  test('keep the three administrators apart', async () => {
    expect((await grant(security, 'clerk', ['office-clerk', 'audit-admin'])).json()).toMatchObject({
      code: 'roles/administrator-is-nothing-else',
      refusals: [{ force: 'must', field: 'grants' }],
    });
    expect((await grant(security, 'system', ['system-admin', 'audit-admin'])).json()).toMatchObject({
      code: 'roles/administrators-separated',
    });
  });

  test('of another tenant count for the same person', async () => {
    await t.db.owner.query(
      "insert into account (id, city_code, tenant_id, person_id, person_name, login) values (gen_random_uuid(), '510700', $1, $2, '双示例', 'double')",
      [tenants.county.id, ids.audit?.personId],
    );
    const { rows } = await t.db.owner.query<{ id: string }>("select id from account where login = 'double'");
    ids.double = { accountId: rows[0]?.id ?? '', personId: '' };
    expect((await grant(security, 'double', ['office-clerk'])).json()).toMatchObject({
      code: 'roles/administrator-is-nothing-else',
    });
  });
});

describe('an account in trouble', () => {
  test('is unlocked by the security administrator', async () => {
    ids.locked = await addAccount(t.db, tenants.city, { login: 'locked', roles: ['office-clerk'] });
    for (let failure = 0; failure < 5; failure += 1)
      await t.anonymous.post('/api/sign-in', { login: 'locked', password: 'wrong' });
    expect((await system.post(`/api/accounts/${idOf('locked')}/unlocking`)).statusCode).toBe(403);
    expect((await security.post(`/api/accounts/${idOf('locked')}/unlocking`)).json()).toMatchObject({
      state: 'active',
    });
    expect((await t.anonymous.post('/api/sign-in', { login: 'locked', password: testPassword })).statusCode).toBe(200);
  });

  test('is disabled at once and enabled again; nobody disables himself', async () => {
    ids.leaver = await addAccount(t.db, tenants.city, { login: 'leaver', roles: ['office-clerk'] });
    const open = await t.signInAs('leaver');
    expect((await system.post(`/api/accounts/${idOf('leaver')}/disabling`)).json()).toMatchObject({
      state: 'disabled',
    });
    expect((await open.get('/api/me')).statusCode).toBe(401);
    expect((await system.post(`/api/accounts/${idOf('leaver')}/enabling`)).json()).toMatchObject({ state: 'active' });
    expect((await open.get('/api/me')).statusCode).toBe(401);
    expect((await system.post(`/api/accounts/${idOf('system')}/disabling`)).json()).toMatchObject({
      code: 'administration/own-account',
    });
  });

  test('loses its sign-ins when the security administrator says so', async () => {
    ids.lost = await addAccount(t.db, tenants.city, { login: 'lost', roles: ['office-clerk'] });
    const open = await t.signInAs('lost');
    expect((await security.get(`/api/accounts/${idOf('lost')}/sign-ins`)).json()).toMatchObject({
      signIns: [{ isThis: false }],
    });
    const file = `/api/accounts/${idOf('lost')}/sign-ins/export`;
    expect((await exportedRows(security, file)).map(([, address]) => address)).toEqual(['地址', '127.0.0.1']);
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ subject: 'lost示例（lost）', list: 'sign-ins', rows: 1 });
    for (const client of [system, audit, open]) expect((await client.get(file)).statusCode).toBe(403);
    expect((await security.request('DELETE', `/api/accounts/${idOf('lost')}/sign-ins`)).statusCode).toBe(204);
    expect((await open.get('/api/me')).statusCode).toBe(401);
  });

  test('with a forgotten password gets a new link, an administrator’s only from another administrator', async () => {
    expect((await system.post(`/api/accounts/${idOf('clerk')}/first-use-links`)).statusCode).toBe(201);
    expect((await system.post(`/api/accounts/${idOf('security')}/first-use-links`)).statusCode).toBe(403);
    expect((await security.post(`/api/accounts/${idOf('security')}/first-use-links`)).statusCode).toBe(403);
    expect((await audit.post(`/api/accounts/${idOf('security')}/first-use-links`)).statusCode).toBe(201);
    expect((await security.post(`/api/accounts/${idOf('system')}/first-use-links`)).statusCode).toBe(201);
  });
});

describe('the audit log', () => {
  test('is read by the audit administrator alone, page by page, and the reading is in it', async () => {
    expect((await system.get('/api/audit')).statusCode).toBe(403);
    const first = (await audit.get('/api/audit?limit=2&category=administration')).json<{
      entries: { id: string }[];
      next: string;
    }>();
    const second = (await audit.get(`/api/audit?limit=2&category=administration&before=${first.next}`)).json<{
      entries: { id: string }[];
    }>();
    expect(first.entries).toHaveLength(2);
    expect(second.entries[0]?.id).not.toBe(first.entries[1]?.id);
    const readings = (await audit.get('/api/audit?action=audit-read')).json<{ entries: { personName: string }[] }>();
    expect(readings.entries[0]?.personName).toBe('audit示例');
  });

  test('shows the city sign-ins and administration of a county, but not what the county read', async () => {
    await addAccount(t.db, tenants.county, { login: 'county-audit', roles: ['audit-admin'] });
    await t.anonymous.post('/api/sign-in', { login: 'county-audit', password: 'wrong' });
    await t.db.owner.query(
      `insert into audit_entry (city_code, id, tenant_id, at, category, action, address)
       values ('510700', gen_random_uuid(), $1, now(), 'reading', 'package-read', '127.0.0.1')`,
      [tenants.county.id],
    );
    const ofCounty = `/api/audit?tenantId=${tenants.county.id}`;
    const seenBy = async (client: Client) =>
      (await client.get(ofCounty)).json<{ entries: { category: string }[] }>().entries.map((entry) => entry.category);
    const city = await seenBy(audit);
    const county = await seenBy(await t.signInAs('county-audit'));
    expect(city).toContain('sign-in');
    expect(city).not.toContain('reading');
    expect(county).toContain('reading');
    const others = await (await t.signInAs('county-audit')).get(`/api/audit?tenantId=${tenants.city.id}`);
    expect(others.json()).toMatchObject({ entries: [] });
  });

  test('is searched by who did it and by whom it was done to, and tells in words what changed', async () => {
    await security.request('PUT', `/api/accounts/${idOf('clerk')}/roles`, {
      grants: [{ role: 'office-clerk', unitId: null }],
    });
    type Log = { entries: { subject: string; action: string; facts: { title: string; text: string }[] }[] };
    const found = (await audit.get('/api/audit?text=CLERK示例&action=roles-granted')).json<Log>().entries;
    expect(found[0]).toMatchObject({ action: 'roles-granted', subject: 'clerk示例（clerk）' });
    expect(found[0]?.facts).toContainEqual({ title: '现角色', text: '办公室工作人员' });
    expect((await audit.get('/api/audit?text=security示例&action=roles-granted')).json<Log>().entries).not.toEqual([]);
    expect((await audit.get('/api/audit?text=没有这个人')).json<Log>().entries).toEqual([]);
    expect((await audit.get('/api/audit?action=not-an-action')).statusCode).toBe(400);
  });

  test('cannot be changed or emptied by the application', async () => {
    await expect(t.db.pool.query('delete from audit_entry')).rejects.toThrow(/permission denied/);
    await expect(t.db.pool.query("update audit_entry set action = 'x'")).rejects.toThrow(/permission denied/);
  });
});

test('inside a tenant’s scope accounts do not exist', async () => {
  const client = await t.db.pool.connect();
  try {
    await client.query(
      "begin; set local app.city = '510700'; set local app.tenant = '00000000-0000-7000-8000-000000000000'",
    );
    for (const table of ['account', 'sign_in', 'first_use_link']) {
      expect((await client.query(`select 1 from ${table}`)).rows).toEqual([]);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a token is in no table', async () => {
  const token = system.cookie.replace(`${signInCookie}=`, '');
  const { rows } = await t.db.owner.query<{ text: string }>('select s::text as text from sign_in s');
  expect(rows.some((row) => row.text.includes(token) || row.text.includes(Buffer.from(token).toString('hex')))).toBe(
    false,
  );
  expect((await clientOf(t.app, `${signInCookie}=${'A'.repeat(43)}`).get('/api/me')).statusCode).toBe(401);
});
