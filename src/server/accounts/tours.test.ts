import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';

let t: TestApp;

beforeAll(async () => {
  t = await testApp();
  const { city } = await smallLinkage(t.db);
  await addAccount(t.db, city, { login: 'clerk', roles: ['office-clerk'] });
  await addAccount(t.db, city, { login: 'colleague', roles: ['office-clerk'] });
});
afterAll(() => t.close());

describe('a way round', () => {
  test('is remembered for the person, at every further sign-in, and for nobody else', async () => {
    const clerk = await t.signInAs('clerk');
    expect((await clerk.get('/api/me/tours')).json()).toEqual({ seen: [] });
    expect((await clerk.request('PUT', '/api/me/tours', { tours: ['office'] })).json()).toEqual({ seen: ['office'] });
    expect((await (await t.signInAs('clerk')).get('/api/me/tours')).json()).toEqual({ seen: ['office'] });
    expect((await (await t.signInAs('colleague')).get('/api/me/tours')).json()).toEqual({ seen: [] });
  });

  test('that is told twice, or of another role, is one of those seen', async () => {
    const clerk = await t.signInAs('clerk');
    const tell = (tour: string) => clerk.request('PUT', '/api/me/tours', { tours: [tour] });
    await Promise.all([tell('member'), tell('member')]);
    expect((await tell('office')).json()).toEqual({ seen: ['member', 'office'] });
  });

  test('that nobody knows is refused', async () => {
    const clerk = await t.signInAs('clerk');
    expect((await clerk.request('PUT', '/api/me/tours', { tours: ['citizen'] })).statusCode).toBe(400);
    expect((await t.anonymous.get('/api/me/tours')).statusCode).toBe(401);
  });
});
