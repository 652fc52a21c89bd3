import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../test/test-app.ts';
import type { RouteContract } from '../contract/route.ts';
import { administratorRoles, roles } from '../domain/organisation/actor.ts';
import { uuidv7 } from './db/uuid.ts';

let t: TestApp;
const clients = new Map<string, Client>();

beforeAll(async () => {
  t = await testApp();
  const { city, county, government } = await smallLinkage(t.db);
  for (const [name, tenant] of Object.entries({ city, county, government })) {
    for (const role of roles) {
      const login = `${name}-${role}`;
      await addAccount(t.db, tenant, { login, roles: [role] });
      clients.set(login, await t.signInAs(login));
    }
  }
});
afterAll(() => t.close());

const isStream = (contract: RouteContract) => contract.produces === 'text/event-stream';
const urlOf = (contract: RouteContract) => contract.path.replace(/:\w+/g, () => uuidv7());
const endsSignIn = new Set(['signOut', 'revokeMySignIns', 'revokeMySignIn']);

describe('every route', () => {
  test('that needs a sign-in answers 401 to everybody else, before it reads anything', async () => {
    // A calendar is read by its secret address, by programs that cannot sign in.
    const open = ['readCalendarFeed', 'readFirstUse', 'readHealth', 'readSetup', 'setUp', 'signIn', 'useFirstUse'];
    expect(
      t.app.contracts
        .filter((contract) => contract.access === 'anyone')
        .map((contract) => contract.id)
        .sort(),
    ).toEqual(open);
    for (const contract of t.app.contracts.filter((candidate) => candidate.access === 'signed-in')) {
      const response = await t.anonymous.request(
        contract.method,
        urlOf(contract),
        contract.method === 'GET' ? undefined : {},
      );
      expect([contract.id, response.statusCode]).toEqual([contract.id, 401]);
    }
  });

  test('that changes something is refused to a foreign page', async () => {
    const client = clients.get('city-office-clerk');
    for (const contract of t.app.contracts.filter((candidate) => candidate.method !== 'GET')) {
      const response = await client?.request(contract.method, urlOf(contract), {}, { origin: 'https://evil.example' });
      expect([contract.id, response?.json<{ code: string }>().code]).toEqual([contract.id, 'request/foreign-origin']);
    }
  });

  test('answers every role of every level without failing', async () => {
    for (const [login, client] of clients) {
      for (const contract of t.app.contracts) {
        if (isStream(contract) || endsSignIn.has(contract.id)) continue;
        const response = await client.request(
          contract.method,
          urlOf(contract),
          contract.method === 'GET' ? undefined : {},
        );
        expect([login, contract.id, response.statusCode < 500 || response.statusCode]).toEqual([
          login,
          contract.id,
          true,
        ]);
      }
    }
    // Every route times every role and level: on a busy machine more than half a minute.
  }, 180_000);

  test('of administration is closed to everybody who is no administrator', async () => {
    const closed = t.app.contracts.filter((contract) => /^\/api\/(accounts|audit)/.test(contract.path));
    expect(closed.length).toBeGreaterThan(5);
    for (const [login, client] of clients) {
      if (administratorRoles.some((role) => login.endsWith(role))) continue;
      for (const contract of closed) {
        const body = contract.id === 'grantRoles' ? { grants: [] } : newAccount;
        const response = await client.request(
          contract.method,
          urlOf(contract),
          contract.method === 'GET' ? undefined : body,
        );
        expect([login, contract.id, response.statusCode]).toEqual([login, contract.id, 403]);
      }
    }
  });
});

const newAccount = { login: 'neu', tenantId: uuidv7(), person: { name: '新示例' } };
