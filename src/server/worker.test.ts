import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, smallLinkage, type TestApp, testApp } from '../../test/test-app.ts';
import { jobTable } from './worker.ts';

let t: TestApp;

beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t.close());

test('the nightly sweep forgets what has ended and keeps what is in use', async () => {
  const { city } = await smallLinkage(t.db);
  const { accountId } = await addAccount(t.db, city, { login: 'clerk', roles: [] });
  for (const [age, key] of [
    ['2 days', 'old'],
    ['1 hour', 'new'],
  ]) {
    await t.db.owner.query(
      `insert into idempotency_key (city_code, tenant_id, account_id, key, request_digest, made_at) values ('510700', $1, $2, $3, '', now() - $4::interval)`,
      [city.id, accountId, key, age],
    );
    await t.db.owner.query(
      "insert into live_event (city_code, id, tenant_id, at) values ('510700', gen_random_uuid(), $1, now() - $2::interval)",
      [city.id, age],
    );
  }
  for (const age of ['40 days', '1 hour']) {
    await t.db.owner.query(
      `insert into sign_in (token_digest, id, account_id, created_at, last_seen_at, expires_at, user_agent, address)
       values (decode(md5($2), 'hex'), gen_random_uuid(), $1, now() - $2::interval, now(), now() - $2::interval + interval '1 day', '', '')`,
      [accountId, age],
    );
  }
  await jobTable({ database: t.db, clock: () => new Date() })['sweep-ended']?.work({});
  const { rows } = await t.db.owner.query(
    `select (select array_agg(key) from idempotency_key) as keys, (select count(*)::int from live_event) as events,
       (select count(*)::int from sign_in) as "signIns"`,
  );
  expect(rows).toEqual([{ keys: ['new'], events: 1, signIns: 1 }]);
});
