import { type ClientRequest, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import type { Scope } from '../db/database.ts';
import { inScope } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { announce, followLive } from './live.ts';
import type { Reach } from './live-store.ts';

let t: TestApp;
let port: number;
let scopes: { city: Scope; county: Scope; otherCounty: Scope; government: Scope };
let caseId: string;
const open: ClientRequest[] = [];

beforeAll(async () => {
  t = await testApp();
  const tenants = await smallLinkage(t.db);
  for (const [login, tenant] of Object.entries(tenants)) await addAccount(t.db, tenant, { login, roles: [] });
  scopes = {
    city: scopeOf(tenants.city),
    county: scopeOf(tenants.county),
    otherCounty: scopeOf(tenants.otherCounty),
    government: scopeOf(tenants.government),
  };
  caseId = uuidv7();
  await t.db.owner.query(
    "insert into supervision_case (city_code, id, kind, year, name) values ('510700', $1, 'topic', 2026, '示例议题')",
    [caseId],
  );
  for (const tenant of Object.values(tenants)) {
    await t.db.owner.query(
      'insert into track (city_code, case_id, tenant_id, body_id, level, kind) values ($1, $2, $3, $4, $5, $6)',
      [tenant.cityCode, caseId, tenant.id, tenant.bodyId, tenant.level, tenant.kind],
    );
  }
  await t.app.http.listen({ port: 0, host: '127.0.0.1' });
  // The proof: an HTTP server that listens on a port has an address of this shape.
  port = (t.app.http.server.address() as AddressInfo).port;
});
afterAll(() => t.close());
afterEach(() => {
  for (const request of open.splice(0)) request.destroy();
});

function scopeOf(tenant: Awaited<ReturnType<typeof smallLinkage>>['city']): Scope {
  const { cityCode, id: tenantId, bodyId, level, kind } = tenant;
  return { cityCode, tenantId, bodyId, level, kind, personId: uuidv7() };
}

type Stream = {
  status: number;
  text: () => string;
  heard: (caseId: string) => Promise<void>;
  lastId: () => string;
  ended: Promise<void>;
};

async function listen(login: string, lastEventId?: string): Promise<Stream> {
  const { cookie } = await t.signInAs(login);
  const headers = {
    cookie,
    accept: 'text/event-stream',
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/api/events', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', () => undefined);
      const ended = new Promise<void>((done) => response.on('end', done));
      resolve({
        status: response.statusCode ?? 0,
        text: () => text,
        heard: (id) => expect.poll(() => text, { timeout: 4000, interval: 20 }).toContain(id),
        lastId: () => [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? '',
        ended,
      });
    });
    request.on('error', reject);
    open.push(request);
  });
}

/** As a command does it: announced in the transaction, woken after the commit. */
async function change(scope: Scope, id: string, audience?: string[], reach: Reach = 'track'): Promise<void> {
  await inScope(t.db, scope, async (trx) =>
    announce(trx, { cityCode: scope.cityCode, caseIds: [id], reach, ...(audience === undefined ? {} : { audience }) }),
  );
  t.app.live.wake();
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('live updates', () => {
  test('reach the own tenant and whoever sees its track, and nobody else', async () => {
    const [county, city, otherCounty] = await Promise.all([listen('county'), listen('city'), listen('otherCounty')]);
    expect(county.status).toBe(200);
    await change(scopes.county, caseId);
    await Promise.all([county.heard(caseId), city.heard(caseId)]);
    await settled();
    expect(otherCounty.text()).not.toContain(caseId);
  });

  test('of its own alone reach the own tenant, and nobody who only sees its track', async () => {
    const [county, city] = await Promise.all([listen('county'), listen('city')]);
    await change(scopes.county, caseId, [], 'tenant');
    await county.heard(caseId);
    await settled();
    expect(city.text()).not.toContain(caseId);
  });

  test('reach an addressee who does not see the track', async () => {
    const otherCounty = await listen('otherCounty');
    const own = uuidv7();
    await change(scopes.county, own, [scopes.otherCounty.tenantId]);
    await otherCounty.heard(own);
  });

  test('are heard by other processes too', async () => {
    const city = await listen('city');
    const elsewhere = followLive(t.db, { warn: () => undefined });
    const own = uuidv7();
    await inScope(t.db, scopes.city, async (trx) =>
      announce(trx, { cityCode: '510700', caseIds: [own], reach: 'track' }),
    );
    elsewhere.wake();
    const from = Date.now();
    await city.heard(own);
    // Not by the look every two seconds but by the notification.
    expect(Date.now() - from).toBeLessThan(1000);
    await elsewhere.stop();
  });

  test('of a change that commits after a later one are not lost', async () => {
    const city = await listen('city');
    const slow = uuidv7();
    const fast = uuidv7();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const late = inScope(t.db, scopes.city, async (trx) => {
      // As an act does, it writes before it announces: its place among the transactions is fixed from here on.
      await trx.run('select pg_current_xact_id()');
      announce(trx, { cityCode: '510700', caseIds: [slow], reach: 'track' });
      await held;
    });
    await settled();
    await change(scopes.city, fast);
    await settled();
    expect(city.text()).not.toContain(fast);
    release();
    await late;
    await city.heard(fast);
    await city.heard(slow);
  });

  test('that were missed come after a reconnection', async () => {
    const first = await listen('city');
    await change(scopes.city, caseId);
    await first.heard(caseId);
    const lastId = first.lastId();
    const missed = uuidv7();
    await change(scopes.city, missed);
    const again = await listen('city', lastId);
    await again.heard(missed);
  });

  test('of a rolled-back change are never heard of', async () => {
    const city = await listen('city');
    const own = uuidv7();
    await inScope(t.db, scopes.city, async (trx) => {
      announce(trx, { cityCode: '510700', caseIds: [own], reach: 'track' });
      throw new Error('changed its mind');
    }).catch(() => t.app.live.wake());
    await settled();
    expect(city.text()).not.toContain(own);
  });

  test('need a sign-in', async () => {
    expect((await t.anonymous.get('/api/events')).statusCode).toBe(401);
  });

  test('survive the loss of the listening connection', async () => {
    const city = await listen('city');
    await t.db.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen liandu_live' and datname = current_database()",
    );
    const own = uuidv7();
    await change(scopes.city, own);
    await city.heard(own);
  });

  test('end when the server closes', async () => {
    const city = await listen('city');
    await t.app.http.close();
    await city.ended;
  });
});
