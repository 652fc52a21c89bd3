import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp, testPassword } from '../../../test/test-app.ts';

let t: TestApp;

beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const administrator = (login: string) => ({ personName: `${login}示例`, login, password: testPassword });
const setup = {
  cityCode: '510700',
  linkageName: '示例市联动域',
  bodyName: '示例市人大常委会',
  shortName: '示例市',
  systemAdministrator: administrator('xitong'),
  securityAdministrator: administrator('anquan'),
  auditAdministrator: administrator('shenji'),
};

describe('the first visit', () => {
  test('sets up a linkage and three administrators who can sign in', async () => {
    expect((await t.anonymous.get('/api/setup')).json()).toEqual({ needed: true });
    expect((await t.anonymous.post('/api/setup', setup)).statusCode).toBe(201);
    expect((await t.anonymous.get('/api/setup')).json()).toEqual({ needed: false });
    for (const [login, role] of [
      ['xitong', 'system-admin'],
      ['anquan', 'security-admin'],
      ['shenji', 'audit-admin'],
    ]) {
      const response = await t.anonymous.post('/api/sign-in', { login, password: testPassword });
      expect(response.json()).toMatchObject({
        roles: [role],
        tenantName: '示例市人大常委会',
        linkageName: '示例市联动域',
      });
    }
  });

  test('happens once, even when two come together', async () => {
    const both = await Promise.all([
      t.anonymous.post('/api/setup', setup),
      t.anonymous.post('/api/setup', { ...setup, cityCode: '510600', linkageName: '另一市' }),
    ]);
    expect(both.map((response) => response.statusCode).sort()).toEqual([201, 409]);
    expect((await t.anonymous.post('/api/setup', setup)).json()).toMatchObject({ code: 'setup/done' });
    const { rows } = await t.db.owner.query('select count(*)::int as count from account');
    expect(rows).toEqual([{ count: 3 }]);
  });

  test('refuses one person for two duties and a weak password, and leaves nothing', async () => {
    const same = { ...setup, auditAdministrator: setup.systemAdministrator };
    expect((await t.anonymous.post('/api/setup', same)).json()).toMatchObject({
      code: 'roles/administrators-separated',
      clause: 'SEC-03',
    });
    const weak = { ...setup, auditAdministrator: { ...setup.auditAdministrator, password: 'shenji-2026' } };
    expect((await t.anonymous.post('/api/setup', weak)).json()).toMatchObject({ code: 'password/contains-login' });
    expect((await t.anonymous.get('/api/setup')).json()).toEqual({ needed: true });
  });
});
