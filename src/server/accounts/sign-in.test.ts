import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { addAccount, clientOf, smallLinkage, type TestApp, testApp, testPassword } from '../../../test/test-app.ts';
import { digestOfToken, newToken, signInCookie } from '../http/sign-in-cookie.ts';

let t: TestApp;
let login = '';
let count = 0;
let city: Awaited<ReturnType<typeof smallLinkage>>['city'];

beforeAll(async () => {
  t = await testApp();
  ({ city } = await smallLinkage(t.db));
});
afterAll(() => t.close());
beforeEach(async () => {
  t.setTime('2026-11-24T01:00:00Z');
  count += 1;
  login = `clerk${count}`;
  await addAccount(t.db, city, { login, roles: ['office-clerk'] });
});

const signIn = (body: Record<string, unknown>, headers?: Record<string, string>) =>
  t.anonymous.post('/api/sign-in', body, headers);
const cookieOf = (response: Awaited<ReturnType<typeof signIn>>): string => {
  const token = response.cookies.find((cookie) => cookie.name === signInCookie)?.value ?? '';
  return `${signInCookie}=${token}`;
};

describe('signing in', () => {
  test('answers who it is and sets a cookie that scripts cannot read', async () => {
    const response = await signIn({ login: login.toUpperCase(), password: testPassword });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      login,
      roles: ['office-clerk'],
      tenantId: city.id,
      kind: 'body',
      level: 'city',
    });
    expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/);
    const me = await clientOf(t.app, cookieOf(response)).get('/api/me');
    expect(me.json()).toMatchObject({ login, tenantName: '市人大常委会', mustAddSecondFactor: false });
  });

  test('a wrong password and an unknown login read the same', async () => {
    const wrong = await signIn({ login, password: 'wrong' });
    const unknown = await signIn({ login: 'nobody-here', password: 'wrong' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json()).toMatchObject({ code: 'sign-in/wrong', status: 401, title: '没有登录成功' });
  });

  test('five failures lock the account for a quarter of an hour, and only this account', async () => {
    for (let failure = 0; failure < 5; failure += 1) await signIn({ login, password: 'wrong' });
    expect((await signIn({ login, password: testPassword })).json()).toMatchObject({ code: 'sign-in/locked' });
    await addAccount(t.db, city, { login: `${login}b`, roles: [] });
    expect((await signIn({ login: `${login}b`, password: testPassword })).statusCode).toBe(200);
    t.setTime('2026-11-24T01:15:01Z');
    expect((await signIn({ login, password: testPassword })).statusCode).toBe(200);
  });

  test('failures at the same time are all counted', async () => {
    await Promise.all(Array.from({ length: 5 }, () => signIn({ login, password: 'wrong' })));
    expect((await signIn({ login, password: testPassword })).json()).toMatchObject({ code: 'sign-in/locked' });
  });

  test('a disabled account signs in no more, and its open sign-ins end', async () => {
    const client = await t.signInAs(login);
    await t.db.owner.query('update account set disabled_at = now() where login = $1', [login]);
    expect((await signIn({ login, password: testPassword })).json()).toMatchObject({ code: 'sign-in/disabled' });
    expect((await client.get('/api/me')).statusCode).toBe(401);
  });

  test('an account that was never used has no password to guess', async () => {
    await t.db.owner.query('update account set password_hash = null where login = $1', [login]);
    expect((await signIn({ login, password: testPassword })).json()).toMatchObject({ code: 'sign-in/wrong' });
  });

  test('a request from a foreign page, or from nowhere, is refused', async () => {
    const body = { login, password: testPassword };
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://liandu.test' },
      { origin: 'null' },
    ]) {
      expect((await signIn(body, headers)).json()).toMatchObject({ status: 403, code: 'request/foreign-origin' });
    }
    const bare = await t.app.http.inject({ method: 'POST', url: '/api/sign-in', payload: body });
    expect(bare.statusCode).toBe(403);
  });

  test('every outcome is in the audit log with address and time', async () => {
    await signIn({ login, password: 'wrong' });
    await signIn({ login, password: testPassword });
    const { rows } = await t.db.owner.query('select action, address from audit_entry where subject = $1 order by id', [
      login,
    ]);
    expect(rows).toEqual([
      { action: 'sign-in-failed', address: '127.0.0.1' },
      { action: 'signed-in', address: '127.0.0.1' },
    ]);
  });
});

describe('a sign-in', () => {
  test('lies idle for eight hours at most, counted from the last request', async () => {
    const client = await t.signInAs(login);
    t.setTime('2026-11-24T08:59:00Z');
    expect((await client.get('/api/me')).statusCode).toBe(200);
    t.setTime('2026-11-24T16:58:00Z');
    expect((await client.get('/api/me')).statusCode).toBe(200);
    t.setTime('2026-11-25T00:58:01Z');
    expect((await client.get('/api/me')).json()).toMatchObject({ code: 'sign-in/required' });
  });

  test('of an administrator lies idle for half an hour', async () => {
    await addAccount(t.db, city, { login: `admin${count}`, roles: ['audit-admin'] });
    const client = await t.signInAs(`admin${count}`);
    t.setTime('2026-11-24T01:30:00Z');
    expect((await client.get('/api/me')).statusCode).toBe(401);
  });

  test('ends after a day whatever happens', async () => {
    const client = await t.signInAs(login);
    for (const hour of [6, 12, 18]) {
      t.setTime(new Date(Date.UTC(2026, 10, 24, 1 + hour)).toISOString());
      expect((await client.get('/api/me')).statusCode).toBe(200);
    }
    t.setTime('2026-11-25T01:00:00Z');
    expect((await client.get('/api/me')).statusCode).toBe(401);
  });

  test('is listed and revoked at once, one or all', async () => {
    const office = await t.signInAs(login);
    const phone = await t.signInAs(login);
    const { signIns } = (await office.get('/api/me/sign-ins')).json<{ signIns: { id: string; isThis: boolean }[] }>();
    const other = signIns.find((candidate) => !candidate.isThis);
    expect(signIns).toHaveLength(2);
    expect((await office.request('DELETE', `/api/me/sign-ins/${other?.id}`)).statusCode).toBe(204);
    expect((await phone.get('/api/me')).statusCode).toBe(401);
    expect((await office.get('/api/me')).statusCode).toBe(200);
    expect((await office.request('DELETE', '/api/me/sign-ins')).statusCode).toBe(204);
    expect((await office.get('/api/me')).statusCode).toBe(401);
  });

  test('is a line of a spreadsheet of the own ones: program, address, both times', async () => {
    const office = await t.signInAs(login);
    t.setTime('2026-11-24T02:00:00Z');
    const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/153.0 Safari/537.36' };
    const elsewhere = clientOf(t.app, cookieOf(await signIn({ login, password: testPassword }, agent)));
    expect(await exportedRows(elsewhere, '/api/me/sign-ins/export')).toEqual([
      ['程序', '地址', '登录时间', '最近使用', '说明'],
      ['Chrome 153，Windows', '127.0.0.1', '2026-11-24 10:00', '2026-11-24 10:00', '本次登录'],
      [expect.any(String), '127.0.0.1', '2026-11-24 09:00', '2026-11-24 09:00', null],
    ]);
    expect((await exportedRows(office, '/api/me/sign-ins/export')).map((row) => row[4])).toContain('本次登录');
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ list: 'my-sign-ins', rows: 2 });
  });

  test("of somebody else is not one's own to revoke", async () => {
    await addAccount(t.db, city, { login: `${login}x`, roles: [] });
    await t.signInAs(`${login}x`);
    const { rows } = await t.db.owner.query<{ id: string }>(
      'select sign_in.id from sign_in join account on account.id = account_id where login = $1',
      [`${login}x`],
    );
    const mine = await t.signInAs(login);
    expect((await mine.request('DELETE', `/api/me/sign-ins/${rows[0]?.id}`)).statusCode).toBe(404);
  });

  test('ends with signing out', async () => {
    const client = await t.signInAs(login);
    expect((await client.request('DELETE', '/api/sign-in')).statusCode).toBe(204);
    expect((await client.get('/api/me')).statusCode).toBe(401);
  });
});

describe('a second factor', () => {
  const codeAt = (secret: string, instant: string) => generateSync({ secret, epoch: Date.parse(instant) / 1000 });
  const addFactor = async (): Promise<string> => {
    const client = await t.signInAs(login);
    const { secret } = (await client.post('/api/me/second-factor', { password: testPassword })).json<{
      secret: string;
    }>();
    const code = codeAt(secret, '2026-11-24T01:00:00Z');
    expect((await client.post('/api/me/second-factor/confirmation', { code })).statusCode).toBe(204);
    t.setTime('2026-11-24T01:02:00Z');
    return secret;
  };

  test('is asked for after the password, and its code is accepted once', async () => {
    const secret = await addFactor();
    expect((await signIn({ login, password: testPassword })).json()).toMatchObject({ code: 'sign-in/code-required' });
    const code = codeAt(secret, '2026-11-24T01:02:00Z');
    expect((await signIn({ login, password: testPassword, code })).statusCode).toBe(200);
    expect((await signIn({ login, password: testPassword, code })).json()).toMatchObject({
      code: 'sign-in/wrong-code',
    });
    t.setTime('2026-11-24T01:02:30Z');
    const next = codeAt(secret, '2026-11-24T01:02:30Z');
    expect((await signIn({ login, password: testPassword, code: next })).statusCode).toBe(200);
  });

  test('of two sign-ins with one code at the same time lets one in', async () => {
    const secret = await addFactor();
    const code = codeAt(secret, '2026-11-24T01:02:00Z');
    const both = await Promise.all([
      signIn({ login, password: testPassword, code }),
      signIn({ login, password: testPassword, code }),
    ]);
    expect(both.map((response) => response.statusCode).sort()).toEqual([200, 401]);
  });

  test('is stored encrypted', async () => {
    const secret = await addFactor();
    const { rows } = await t.db.owner.query<{ totp_secret: Buffer }>(
      'select totp_secret from account where login = $1',
      [login],
    );
    expect(rows[0]?.totp_secret.includes(Buffer.from(secret))).toBe(false);
  });

  test('is removed with password and code', async () => {
    const secret = await addFactor();
    const client = await t.signInAs(login);
    const code = codeAt(secret, '2026-11-24T01:02:00Z');
    expect((await client.post('/api/me/second-factor/removal', { password: 'wrong', code })).json()).toMatchObject({
      code: 'password/wrong',
    });
    expect((await client.post('/api/me/second-factor/removal', { password: testPassword, code })).statusCode).toBe(204);
    expect((await signIn({ login, password: testPassword })).statusCode).toBe(200);
  });

  test('where it is required, an administrator does nothing else before', async () => {
    const strict = await testApp({ requiresSecondFactor: true });
    try {
      const linkage = await smallLinkage(strict.db);
      await addAccount(strict.db, linkage.city, { login: 'root', roles: ['system-admin'] });
      const client = await strict.signInAs('root');
      expect((await client.get('/api/me')).json()).toMatchObject({ mustAddSecondFactor: true });
      expect((await client.get('/api/accounts')).json()).toMatchObject({ code: 'sign-in/second-factor-required' });
    } finally {
      await strict.close();
    }
  });
});

describe('the password', () => {
  test('is changed with the present one, and other sign-ins end', async () => {
    const client = await t.signInAs(login);
    const other = await t.signInAs(login);
    const next = '新的-口令-2027-9';
    expect((await client.post('/api/me/password', { current: 'wrong', next })).json()).toMatchObject({
      code: 'password/wrong',
    });
    expect((await client.post('/api/me/password', { current: testPassword, next })).statusCode).toBe(204);
    expect((await client.get('/api/me')).statusCode).toBe(200);
    expect((await other.get('/api/me')).statusCode).toBe(401);
    expect((await signIn({ login, password: next })).statusCode).toBe(200);
  });

  test('is not short, not the login, not a row of the keyboard', async () => {
    const client = await t.signInAs(login);
    const codes = await Promise.all(
      ['short', `my-${login}-secret`, 'aaaaaaaaaaaa', 'qwertyuiop99'].map(async (next) =>
        (await client.post('/api/me/password', { current: testPassword, next })).json<{ code: string }>(),
      ),
    );
    expect(codes.map(({ code }) => code)).toEqual([
      'request/invalid',
      'password/contains-login',
      'password/too-simple',
      'password/too-simple',
    ]);
  });
});

describe('a first-use link', () => {
  const addLink = async (expires: string): Promise<string> => {
    const { token } = newToken();
    await t.db.owner.query(
      'insert into first_use_link (digest, account_id, made_at, expires_at) select $1, id, now(), $2 from account where login = $3',
      [digestOfToken(token), expires, login],
    );
    return token;
  };

  test('sets the password once', async () => {
    const token = await addLink('2026-12-01T00:00:00Z');
    const password = '第一次-使用-2026';
    expect((await t.anonymous.post('/api/first-use/reading', { token })).json()).toMatchObject({ login });
    const both = await Promise.all([1, 2].map(() => t.anonymous.post('/api/first-use', { token, password })));
    expect(both.map((response) => response.statusCode).sort()).toEqual([204, 404]);
    expect((await signIn({ login, password })).statusCode).toBe(200);
    expect((await t.anonymous.post('/api/first-use/reading', { token })).statusCode).toBe(404);
  });

  test('is nothing after its day', async () => {
    const token = await addLink('2026-11-24T00:59:59Z');
    expect((await t.anonymous.post('/api/first-use', { token, password: '第一次-使用-2026' })).statusCode).toBe(404);
  });
});
