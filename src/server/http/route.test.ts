import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { defineRoute } from '../../contract/route.ts';
import { departsFrom, refuse } from '../../domain/refusal.ts';
import { ConflictError, RefusedError } from '../errors.ts';
import { registerRoute } from './route.ts';

let t: TestApp;
let clerk: Client;
let other: Client;
let runs = 0;

const append = defineRoute({
  method: 'POST',
  path: '/api/test/parks/:name',
  id: 'appendTestPark',
  summary: '测试',
  tag: '测试',
  access: 'signed-in',
  status: 201,
  params: z.object({ name: z.string() }),
  body: z.object({ text: z.string().min(1, '请填写内容'), count: z.int().optional() }),
  response: z.object({ run: z.int(), text: z.string() }),
});

beforeAll(async () => {
  t = await testApp({}, (app) =>
    registerRoute(app, append, (call) =>
      call.write(async (trx) => {
        const { name } = call.params;
        if (name === 'refused')
          throw new RefusedError([
            refuse('test/no', 'S2.2', '不行。', 'text'),
            departsFrom('test/unless', 'S2.3', '原则上不行。'),
          ]);
        if (name === 'conflict') throw new ConflictError('test/changed', '已有变动。');
        if (name === 'bug') throw new Error('secret inside');
        await trx.rows('select pg_sleep(0.05)');
        runs += 1;
        // One too much on purpose in the case of "loose": what the contract does not name never leaves.
        return { run: runs, text: name === 'loose' ? (7 as unknown as string) : call.body.text, hidden: 'x' };
      }),
    ),
  );
  const { city } = await smallLinkage(t.db);
  await addAccount(t.db, city, { login: 'clerk', roles: ['office-clerk'] });
  await addAccount(t.db, city, { login: 'other', roles: ['office-clerk'] });
  clerk = await t.signInAs('clerk');
  other = await t.signInAs('other');
});
afterAll(() => t.close());

const post = (client: Client, name: string, body: unknown, key?: string) =>
  client.post(`/api/test/parks/${name}`, body, key === undefined ? {} : { 'idempotency-key': key });

describe('an answer', () => {
  test('has the status and only the fields of its contract', async () => {
    const response = await post(clerk, 'good', { text: '内容' });
    expect(response.statusCode).toBe(201);
    expect(Object.keys(response.json()).sort()).toEqual(['run', 'text']);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('that breaks its contract is a failure outside production', async () => {
    expect((await post(clerk, 'loose', { text: '内容' })).statusCode).toBe(500);
  });
});

describe('a problem', () => {
  test('names each wrong field in Chinese', async () => {
    const response = await post(clerk, 'good', { count: 'x' });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      code: 'request/invalid',
      fields: [{ path: 'text' }, { path: 'count', text: expect.stringMatching(/[\u4e00-\u9fff]/) }],
    });
  });

  test('carries every refusal with clause and field', async () => {
    const response = await post(clerk, 'refused', { text: '内容' });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toEqual({
      type: 'urn:liandu:problem:test/no',
      title: '不能办理',
      status: 409,
      code: 'test/no',
      detail: '不行。',
      clause: 'S2.2',
      refusals: [
        { code: 'test/no', force: 'must', clause: 'S2.2', text: '不行。', field: 'text' },
        { code: 'test/unless', force: 'in-principle', clause: 'S2.3', text: '原则上不行。' },
      ],
    });
  });

  test('of a conflict says what would help', async () => {
    expect((await post(clerk, 'conflict', { text: '内容' })).json()).toMatchObject({
      status: 409,
      code: 'test/changed',
      detail: '已有变动。',
    });
  });

  test('of a bug tells nothing of the inside', async () => {
    const response = await post(clerk, 'bug', { text: '内容' });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret inside');
    expect(response.json()).toMatchObject({ code: 'server/failed' });
  });

  test('comes before validation for somebody who is not signed in', async () => {
    expect((await post(t.anonymous, 'good', {})).json()).toMatchObject({ status: 401, code: 'sign-in/required' });
  });

  test('answers malformed JSON, too much of it, other formats and unknown addresses', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await clerk.request('POST', '/api/test/parks/x', '{"text":', headers)).json()).toMatchObject({
      status: 400,
      code: 'request/malformed',
    });
    expect((await post(clerk, 'x', { text: 'x'.repeat(1_100_000) })).json()).toMatchObject({
      status: 413,
      code: 'request/too-large',
    });
    expect(
      (await clerk.request('POST', '/api/test/parks/x', 'a', { 'content-type': 'application/xml' })).json(),
    ).toMatchObject({ status: 415 });
    expect((await clerk.get('/api/nothing')).json()).toMatchObject({ status: 404, code: 'page/not-found' });
  });
});

describe('an Idempotency-Key', () => {
  test('brings the same answer and runs the command once', async () => {
    const first = await post(clerk, 'good', { text: '一次' }, 'key-same-0001');
    const again = await post(clerk, 'good', { text: '一次' }, 'key-same-0001');
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  test('runs once also when both come together', async () => {
    const before = runs;
    const all = await Promise.all([1, 2, 3].map(() => post(clerk, 'good', { text: '同时' }, 'key-together-1')));
    expect(all.map((response) => response.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(all.map((response) => response.body)).size).toBe(1);
    expect(runs).toBe(before + 1);
  });

  test('of another request is refused', async () => {
    await post(clerk, 'good', { text: '甲' }, 'key-other-0001');
    const response = await post(clerk, 'good', { text: '乙' }, 'key-other-0001');
    expect(response.json()).toMatchObject({ status: 422, code: 'idempotency/other-request' });
  });

  test('belongs to the account', async () => {
    const mine = await post(clerk, 'good', { text: '各自' }, 'key-account-01');
    const theirs = await post(other, 'good', { text: '各自' }, 'key-account-01');
    expect(theirs.json<{ run: number }>().run).toBe(mine.json<{ run: number }>().run + 1);
  });

  test('of a refused command is free again', async () => {
    await post(clerk, 'refused', { text: '内容' }, 'key-refused-01');
    expect((await post(clerk, 'good', { text: '内容' }, 'key-refused-01')).statusCode).toBe(201);
  });

  test('is forgotten after a day', async () => {
    await post(clerk, 'good', { text: '昨天' }, 'key-day-000001');
    t.setTime('2026-11-25T01:00:01Z');
    const client = await t.signInAs('clerk');
    expect((await post(client, 'good', { text: '今天' }, 'key-day-000001')).statusCode).toBe(201);
    t.setTime('2026-11-24T01:00:00Z');
  });
});

test('a flood of sign-ins from one address is slowed, an office is not', async () => {
  for (let request = 0; request < 300; request += 1) {
    expect((await t.anonymous.post('/api/sign-in', {})).statusCode).toBe(400);
  }
  expect((await t.anonymous.post('/api/sign-in', {})).json()).toMatchObject({ status: 429, code: 'request/too-many' });
});

test('the health answer is 503 as long as a migration is missing', async () => {
  expect((await t.anonymous.get('/healthz')).json()).toEqual({ state: 'ready' });
  await t.db.owner.query("update migration set name = 'x' || name where name like '0002%'");
  expect((await t.anonymous.get('/healthz')).json()).toMatchObject({ status: 503, code: 'server/not-ready' });
  await t.db.owner.query("update migration set name = substr(name, 2) where name like 'x%'");
});

test('pages load scripts of their own origin only, and nothing frames them', async () => {
  const { headers } = await t.anonymous.get('/healthz');
  expect(headers['content-security-policy']).toMatch(/script-src 'self'; .*frame-ancestors 'none'/);
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('in production an answer is serialised by its compiled schema and still holds only what the contract names', async () => {
  const production = await testApp({ production: true }, (app) =>
    registerRoute(app, append, async () => ({ run: 1, text: '内容', hidden: 'x' })),
  );
  try {
    const { city } = await smallLinkage(production.db);
    await addAccount(production.db, city, { login: 'root', roles: ['system-admin'] });
    const client = await production.signInAs('root');
    expect((await client.post('/api/test/parks/x', { text: '内容' })).body).toBe('{"run":1,"text":"内容"}');
    expect((await client.get('/api/accounts')).json()).toMatchObject({
      total: 1,
      accounts: [
        { login: 'root', lastSignInAt: '2026-11-24T01:00:00.000Z', grants: [{ role: 'system-admin', unitId: null }] },
      ],
    });
    expect((await client.get('/api/accounts?page=x')).json()).toMatchObject({
      status: 400,
      fields: [{ path: 'page' }],
    });
    expect((await production.anonymous.get('/api/accounts')).json()).toMatchObject({
      status: 401,
      code: 'sign-in/required',
    });
  } finally {
    await production.close();
  }
});
