import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

let t: TestApp;
let caseId: string;
let city: Client;
let colleague: Client;
let county: Client;
let other: Client;
let organ: Client;
let deputy: Client;
let ids: { city: string; county: string; other: string };
let year = 2027;

const items = [
  { key: 'item-1', title: '城区停车管理', domain: 'social-governance', detail: '集中' },
  { key: 'item-2', title: '农村供水', domain: 'livelihood', detail: '群众关注' },
];
const at = (rest = '') => `/api/cases/${caseId}/consultation${rest}`;
const convene = (version = 0, conferredOn: readonly object[] = items) =>
  city.post(at(), { version, items: conferredOn });
const says = (client: Client, tenantId: string, said: object = {}) =>
  client.post(at('/opinions'), { tenantId, key: 'item-1', stance: 'agrees', comment: '', version: 0, ...said });
const seen = async (client: Client) =>
  (await client.get(at())).json<{ consultation: { version: number; opinions: object[] } | null }>().consultation;

beforeAll(async () => {
  t = await testApp();
  const tenants = await smallLinkage(t.db);
  ids = { city: tenants.city.id, county: tenants.county.id, other: tenants.otherCounty.id };
  await addAccount(t.db, tenants.city, { login: 'city', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.city, { login: 'colleague', roles: ['office-clerk'], name: '李样本' });
  await addAccount(t.db, tenants.city, { login: 'deputy', roles: ['deputy'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'], name: '张示例' });
  await addAccount(t.db, tenants.otherCounty, { login: 'other', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  [city, colleague, county, other, organ, deputy] = [
    await t.signInAs('city'),
    await t.signInAs('colleague'),
    await t.signInAs('county'),
    await t.signInAs('other'),
    await t.signInAs('organ'),
    await t.signInAs('deputy'),
  ];
});
afterAll(() => t.close());

beforeEach(async () => {
  caseId = (await city.post('/api/years', { year })).json<{ caseId: string }>().caseId;
  year += 1;
});

describe('S1.3 the city calls all bodies to confer', () => {
  test('every body sees on what, is told, and what each says all see at once', async () => {
    expect(await seen(county)).toBeNull();
    expect((await convene()).statusCode).toBe(201);
    const { notices } = (await county.get('/api/notices')).json<{ notices: { kind: string; caseId: string }[] }>();
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'consultation-opened', caseId }));
    expect((await says(county, ids.county)).statusCode).toBe(201);
    const against = { key: 'item-2', stance: 'disagrees', comment: '已列入本级专题询问' };
    expect((await says(other, ids.other, against)).statusCode).toBe(201);
    for (const reader of [city, colleague, county, other]) {
      expect((await seen(reader))?.opinions).toMatchObject(
        [
          { tenantId: ids.county, stance: 'agrees', enteredBy: 'own', saidByName: '张示例' },
          { tenantId: ids.other, ...against, enteredBy: 'own' },
        ].toSorted((one, next) => one.tenantId.localeCompare(next.tenantId)),
      );
    }
  });

  test('is hidden from an organ and from deputies, and nobody but the city’s office calls', async () => {
    await convene();
    expect((await organ.get(at())).statusCode).toBe(404);
    expect((await deputy.get(at())).statusCode).toBe(403);
    expect((await county.post(at(), { version: 1, items })).json()).toMatchObject({
      code: 'consultation/not-convener',
    });
  });

  test('a second call is a conflict; changed items forget what was said to other words', async () => {
    await convene();
    expect((await convene()).json()).toMatchObject({ status: 409, code: 'consultation/outdated' });
    await says(county, ids.county);
    await says(county, ids.county, { key: 'item-2' });
    const changed = [{ ...items[0], title: '城区停车秩序' }, items[1]];
    expect((await convene(1, changed as object[])).statusCode).toBe(201);
    expect((await seen(other))?.opinions).toMatchObject([{ key: 'item-2' }]);
    expect((await convene(2, [])).json()).toMatchObject({ code: 'consultation/nothing' });
  });

  test('of two who call at once one does', async () => {
    const answers = await Promise.all([convene(), colleague.post(at(), { version: 0, items })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });
});

describe('S1.3 what a body says', () => {
  test('is its own office’s; the city enters what one said on the phone, and never over its own words', async () => {
    await convene();
    expect((await says(county, ids.other)).json()).toMatchObject({ code: 'consultation/not-own' });
    expect((await says(city, ids.other)).statusCode).toBe(201);
    expect((await seen(other))?.opinions).toMatchObject([{ tenantId: ids.other, enteredBy: 'city' }]);
    const own = { stance: 'agrees-with-changes', comment: '宜改到下半年', version: 1 };
    expect((await says(other, ids.other, own)).statusCode).toBe(201);
    expect((await says(city, ids.other, { version: 2 })).json()).toMatchObject({ code: 'consultation/own-voice' });
  });

  test('needs words unless it agrees, and an item that is asked', async () => {
    await convene();
    const silent = await says(county, ids.county, { stance: 'disagrees', comment: '  ' });
    expect(silent.json()).toMatchObject({ code: 'consultation/no-comment' });
    expect((await says(county, ids.county, { key: 'item-9' })).json()).toMatchObject({
      code: 'consultation/unknown-item',
    });
  });

  test('is not written over unseen: the later of two on the same version is a conflict and changes nothing', async () => {
    await convene();
    const [one, two] = await Promise.all([
      says(county, ids.county),
      says(county, ids.county, { stance: 'disagrees', comment: '另有安排' }),
    ]);
    expect([one.statusCode, two.statusCode].toSorted()).toEqual([201, 409]);
    expect((await seen(city))?.opinions).toHaveLength(1);
    expect((await says(county, ids.county)).json()).toMatchObject({ code: 'consultation/said' });
  });

  test('is refused while nothing is open', async () => {
    expect((await says(county, ids.county)).json()).toMatchObject({ code: 'consultation/closed' });
  });
});

describe('S1.3 TOP-06 the record', () => {
  const taken = async (payload: object) =>
    city.post(`/api/cases/${caseId}/acts/record-consultation`, { payload, reasons });
  const reasons = { 'order/counties-missing': '样例', 'order/late': '样例', 'order/before-predecessor': '样例' };
  const said = (tenantId: string, key: string) => ({ tenantId, key, stance: 'agrees', comment: '', enteredBy: 'own' });
  const everything = () => ({
    date: '2026-11-24',
    items,
    opinions: [ids.city, ids.county, ids.other].flatMap((id) => items.map(({ key }) => said(id, key))),
    excusedIds: [],
    results: items.map(({ key }) => ({ key, result: 'include', note: '' })),
    conclusion: '一致同意。',
  });

  beforeEach(async () => {
    const state = { ...emptyCaseState };
    await t.db.owner.query(
      `insert into case_state (city_code, case_id, tenant_id, state) values ('510700', $1, $2, $3) on conflict do nothing`,
      [caseId, ids.city, JSON.stringify(state)],
    );
    await t.db.owner.query(
      `update track set done = done || '{"propose-preliminary-list": {"on": "2026-01-05", "seq": 1}}' where case_id = $1`,
      [caseId],
    );
  });

  test('is the matrix as it stands, closes it, and reaches every county', async () => {
    expect((await taken(everything())).json()).toMatchObject({ code: 'consultation/not-open' });
    await convene();
    for (const [client, id] of [
      [city, ids.city],
      [county, ids.county],
      [other, ids.other],
    ] as const) {
      for (const { key } of items) await says(client, id, { key });
    }
    const forged = everything();
    const other2 = forged.opinions.map((one) => (one.tenantId === ids.county ? { ...one, enteredBy: 'city' } : one));
    expect((await taken({ ...forged, opinions: other2 })).json()).toMatchObject({ code: 'consultation/changed' });
    expect((await taken(everything())).json()).toMatchObject({ state: 'recorded' });
    expect((await says(county, ids.county, { version: 1 })).json()).toMatchObject({ code: 'consultation/closed' });
    expect((await convene()).json()).toMatchObject({ code: 'consultation/recorded' });
    const { packages } = (await county.get('/api/packages?box=in')).json<{
      packages: { kind: string; id: string; caseId: string }[];
    }>();
    const record = packages.find((one) => one.kind === 'consultation-record' && one.caseId === caseId);
    expect((await county.post(`/api/packages/${record?.id}/receipt`, {})).statusCode).toBe(201);
    const { state } = (await county.get(`/api/cases/${caseId}`)).json<{ state: { year: { consultation: object } } }>();
    expect(state.year.consultation).toMatchObject({ conclusion: '一致同意。', topics: [{ result: 'include' }, {}] });
  });
});
