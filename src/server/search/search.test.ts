import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase } from '../../../test/test-cases.ts';
import { rebuildSearch } from './rebuild-search.ts';

let t: TestApp;
let topic: string;
let organ: Client;
let city: Client;
let county: Client;
let deputy: Client;

type Found = {
  total: number;
  entries: {
    kind: string;
    actTitle: string;
    heading: { text: string }[];
    excerpt: { text: string; isHit: boolean }[];
  }[];
  cases: { id: string }[];
};

beforeAll(async () => {
  t = await testApp();
  const tenants = await smallLinkage(t.db);
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  await addAccount(t.db, tenants.city, { login: 'city', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.city, { login: 'deputy', roles: ['deputy'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  [organ, city, deputy, county] = [
    await t.signInAs('organ'),
    await t.signInAs('city'),
    await t.signInAs('deputy'),
    await t.signInAs('county'),
  ];
  topic = await addCase(t.db, {
    kind: 'topic',
    name: '城区停车治理',
    tenants: [tenants.city, tenants.county, tenants.government],
  });
  const payload = {
    toIds: [tenants.city.id],
    about: 'contact',
    subject: '停车治理情况',
    text: '医院周边停车泊位不足，新增泊位三千个。',
  };
  const sent = await organ.post(`/api/cases/${topic}/acts/exchange`, { payload });
  expect(sent.statusCode, sent.body).toBe(201);
});
afterAll(() => t.close());

async function find(client: Client, text: string, more = ''): Promise<Found> {
  const response = await client.get(`/api/search?text=${encodeURIComponent(text)}${more}`);
  expect(response.statusCode).toBe(200);
  return response.json<Found>();
}

describe('what a tenant has recorded', () => {
  test('is found by its words in any order, with the words marked', async () => {
    const found = await find(organ, '泊位 医院');
    expect(found.total).toBe(1);
    expect(found.entries[0]).toMatchObject({ kind: 'other' });
    const hits = found.entries[0]?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text);
    expect(hits).toEqual(expect.arrayContaining(['医院', '泊位']));
  });

  test('is found by a piece of a sentence, wherever words end', async () => {
    expect((await find(organ, '边停车泊')).total).toBe(1);
    expect((await find(organ, '车泊 院周')).total).toBe(1);
    expect((await find(organ, '车泊 没有这样的话')).total).toBe(0);
    expect((await find(organ, '没有这样的话')).total).toBe(0);
  });

  test('is narrowed by kind and year', async () => {
    expect((await find(organ, '泊位', '&kind=finding')).total).toBe(0);
    expect((await find(organ, '泊位', '&kind=other&year=2026')).total).toBe(1);
    expect((await find(organ, '泊位', '&year=2025')).total).toBe(0);
  });

  test('is found by the addressee once it has signed, and by nobody else', async () => {
    expect((await find(city, '泊位')).total).toBe(0);
    const { packages } = (await city.get('/api/packages?box=in')).json<{ packages: { id: string }[] }>();
    expect((await city.post(`/api/packages/${packages[0]?.id}/receipt`, {})).statusCode).toBe(201);
    expect((await find(city, '泊位')).entries).toMatchObject([{ kind: 'package' }]);
    expect((await find(county, '泊位')).total).toBe(0);
    expect((await find(deputy, '泊位')).total).toBe(0);
  });

  test('S5.3 leaves as a spreadsheet for whoever may read it, and the audit log knows how much of what kind, not what was looked for', async () => {
    const at = (more = '') => `/api/search/export?text=${encodeURIComponent('泊位')}${more}`;
    expect((await exportedRows(organ, at())).map(([heading]) => heading)).toEqual(['标题', '停车治理情况']);
    expect(await exportedRows(organ, at('&content=finding'))).toHaveLength(1);
    expect(await exportedRows(county, at())).toHaveLength(1);
    expect((await deputy.get(at())).statusCode).toBe(403);
    const { rows } = await t.db.owner.query<{ detail: unknown }>(
      "select detail from audit_entry where action = 'list-exported' order by id limit 2",
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { list: 'search', name: '搜索结果', rows: 1 },
      { list: 'search', name: '搜索结果', rows: 0, content: 'finding' },
    ]);
  });

  test('is found on the last page when a page past the end is asked for', async () => {
    expect(await find(organ, '泊位', '&page=7')).toMatchObject({ total: 1, entries: [{ kind: 'other' }] });
    expect(await find(organ, '没有这样的话', '&page=7')).toMatchObject({ total: 0, entries: [] });
  });

  test('is cut into words when somebody looks for it, or at night, and once', async () => {
    const counted = async () => (await t.db.owner.query('select act_seq from search_entry')).rowCount;
    await t.db.owner.query('delete from search_entry');
    await rebuildSearch(t.db);
    const entries = await counted();
    expect(entries).toBeGreaterThan(0);
    await Promise.all([rebuildSearch(t.db), find(organ, '泊位'), find(organ, '泊位')]);
    expect(await counted()).toBe(entries);
    await t.db.owner.query('delete from search_entry');
    expect((await find(organ, '泊位')).total).toBe(1);
  });
});

describe('names of cases', () => {
  test('are found by everybody who sees the case, deputies too', async () => {
    for (const client of [city, deputy, organ]) {
      expect((await find(client, '停车治理')).cases).toMatchObject([{ id: topic }]);
    }
  });
});

test('an empty question has an empty answer; signs of a query language are text', async () => {
  expect(await find(organ, '')).toMatchObject({ total: 0, cases: [] });
  expect((await find(organ, "'泊位' | ! & :* \\")).total).toBe(1);
});
