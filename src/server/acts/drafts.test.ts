import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';

let t: TestApp;
let caseId: string;
let clerk: Client;
let colleague: Client;
let other: Client;
let city: Client;
let deputy: Client;
let secondDeputy: Client;
let member: Client;

beforeAll(async () => {
  t = await testApp();
  const tenants = await smallLinkage(t.db);
  await addAccount(t.db, tenants.city, { login: 'city', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.county, { login: 'clerk', roles: ['office-clerk'], name: '张示例' });
  await addAccount(t.db, tenants.county, { login: 'colleague', roles: ['office-clerk'], name: '李样本' });
  await addAccount(t.db, tenants.county, { login: 'deputy', roles: ['deputy'] });
  await addAccount(t.db, tenants.county, { login: 'deputy2', roles: ['deputy'] });
  await addAccount(t.db, tenants.county, { login: 'member', roles: ['member'] });
  await addAccount(t.db, tenants.otherCounty, { login: 'other', roles: ['office-clerk'] });
  city = await t.signInAs('city');
  clerk = await t.signInAs('clerk');
  colleague = await t.signInAs('colleague');
  other = await t.signInAs('other');
  deputy = await t.signInAs('deputy');
  secondDeputy = await t.signInAs('deputy2');
  member = await t.signInAs('member');
  caseId = (await city.post('/api/years', { year: 2027 })).json<{ caseId: string }>().caseId;
});
afterAll(() => t.close());

const at = (kind: string) => `/api/cases/${caseId}/drafts/${kind}`;
const typed = (text: string) => ({ payload: { notice: text } });

describe('an act that is still being filled in', () => {
  test('is kept, and read again by the person who filled it in; nobody else sees a personal one', async () => {
    expect((await clerk.get(at('open-solicitation'))).json()).toEqual({ draft: null });
    const saved = await clerk.request('PUT', at('open-solicitation'), { version: 0, typed: typed('征集通知') });
    expect(saved.json()).toMatchObject({ version: 1, savedByName: '张示例', isShared: false });
    expect((await clerk.get(at('open-solicitation'))).json()).toMatchObject({ draft: { typed: typed('征集通知') } });
    expect((await colleague.get(at('open-solicitation'))).json()).toEqual({ draft: null });
    expect((await clerk.get('/api/drafts')).json()).toMatchObject({
      drafts: [{ caseId, kind: 'open-solicitation', title: '开展议题征集', clause: 'S1.1', isShared: false }],
    });
    expect((await colleague.get('/api/drafts')).json()).toEqual({ drafts: [] });
  });

  test('S1.2 a list is written together: two clerks who save on the same version lose nothing', async () => {
    const list = at('propose-preliminary-list');
    expect((await clerk.request('PUT', list, { version: 0, typed: typed('甲') })).json()).toMatchObject({ version: 1 });
    expect((await colleague.get(list)).json()).toMatchObject({ draft: { version: 1, isShared: true } });
    const answers = await Promise.all(
      [clerk, colleague].map((client, index) =>
        client.request('PUT', list, { version: 1, typed: typed(`第${index}人`) }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const lost = answers.find(({ statusCode }) => statusCode === 409);
    expect(lost?.json()).toMatchObject({ code: 'draft/changed' });
    const winner = answers.findIndex(({ statusCode }) => statusCode === 200);
    expect((await clerk.get(list)).json()).toMatchObject({ draft: { version: 2, typed: typed(`第${winner}人`) } });
  });

  test('is hidden from another body: neither the city nor another county reads or changes it', async () => {
    const list = at('propose-preliminary-list');
    for (const stranger of [city, other]) {
      expect((await stranger.get(list)).json()).toEqual({ draft: null });
      await stranger.request('PUT', list, { version: 0, typed: typed('别家') });
      await stranger.request('DELETE', list);
    }
    expect((await clerk.get(list)).json()).toMatchObject({ draft: { version: 2 } });
  });

  test('S5.4 a deputy keeps his own and finds none of another deputy’s or of the office’s', async () => {
    await deputy.request('PUT', at('suggest-topic'), { version: 0, typed: typed('停车难') });
    expect((await secondDeputy.get(at('suggest-topic'))).json()).toEqual({ draft: null });
    expect((await deputy.get('/api/drafts')).json<{ drafts: unknown[] }>().drafts).toHaveLength(1);
  });

  test('written together is listed for those who may go on with it: a member does not learn that it exists', async () => {
    expect((await colleague.get('/api/drafts')).json<{ drafts: unknown[] }>().drafts).toHaveLength(1);
    expect((await member.get('/api/drafts')).json()).toEqual({ drafts: [] });
  });

  test('is refused to somebody who could not take the act, and for an act that is not of this case', async () => {
    expect((await deputy.get(at('open-solicitation'))).json()).toMatchObject({ code: 'act/not-your-role' });
    expect((await clerk.get(at('record-visit'))).statusCode).toBe(404);
    expect((await clerk.get(at('no-such-act'))).statusCode).toBe(400);
  });

  test('is gone when the act is taken, kept when it is refused, and given up on demand', async () => {
    const payload = {
      deadline: '2026-12-20',
      invited: ['organs'],
      notice: '通知',
      publishedOn: '2026-11-03',
      channels: '门户网站',
    };
    const act = `/api/cases/${caseId}/acts/open-solicitation`;
    expect((await clerk.post(act, { payload })).json()).toMatchObject({ code: 'solicitation/audience' });
    expect((await clerk.get(at('open-solicitation'))).json()).toMatchObject({ draft: { version: 1 } });
    await clerk.post(act, { payload: { ...payload, invited: ['organs', 'deputies'] } });
    expect((await clerk.get(at('open-solicitation'))).json()).toEqual({ draft: null });
    expect((await deputy.request('DELETE', at('suggest-topic'))).statusCode).toBe(204);
    expect((await deputy.get(at('suggest-topic'))).json()).toEqual({ draft: null });
  });
});
