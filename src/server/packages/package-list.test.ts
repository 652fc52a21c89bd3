import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { type Sealed, sealAs } from '../../../test/sealed.ts';
import {
  addAccount,
  type Client,
  smallLinkage,
  type TestApp,
  type TestTenant,
  testApp,
} from '../../../test/test-app.ts';
import { addCase } from '../../../test/test-cases.ts';
import type { listPackages } from '../../contract/packages.ts';
import type { ResponseOf } from '../../contract/route.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let city: Client;
let county: Client;
let topic: string;
let otherTopic: string;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  await addAccount(t.db, tenants.city, { login: 'city', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  [city, county] = [await t.signInAs('city'), await t.signInAs('county')];
  const everybody = [tenants.city, tenants.county, tenants.otherCounty, tenants.government];
  topic = await addCase(t.db, { kind: 'topic', name: '停车治理', tenants: everybody });
  otherTopic = await addCase(t.db, { kind: 'topic', name: '河湖保护', tenants: everybody });
  for (let day = 1; day <= 5; day += 1) {
    await seal(tenants.county, { to: [tenants.city], title: `第${day}号报告`, on: `2026-03-0${day}` });
  }
  await seal(tenants.otherCounty, { to: [tenants.city], title: '乙县意见', on: '2026-02-01', kind: 'plan-comment' });
  await seal(tenants.otherCounty, {
    to: [tenants.city, tenants.county],
    title: 'PM2.5通报',
    on: '2026-04-01',
    of: otherTopic,
  });
  await markReceived('第5号报告', tenants.city);
  await markReceived('PM2.5通报', tenants.county);
});
afterAll(() => t.close());

async function seal(from: TestTenant, { of = topic, ...sealed }: Omit<Sealed, 'of'> & { of?: string }): Promise<void> {
  await sealAs(t.db, from, { ...sealed, of });
}

async function markReceived(title: string, tenant: TestTenant): Promise<void> {
  await t.db.owner.query(
    `update package_addressee set received_at = '2026-04-02T01:00:00Z', received_on = '2026-04-02'
     where tenant_id = $2 and package_id = (select id from package where title = $1)`,
    [title, tenant.id],
  );
}

type Listed = ResponseOf<typeof listPackages>;

async function listed(query: string, client = city): Promise<Listed> {
  const response = await client.get(`/api/packages?${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<Listed>();
}
const titles = ({ packages }: Listed) => packages.map(({ title }) => title);

describe('the inbox', () => {
  test('a page past the end is the last page', async () => {
    const first = await listed('pageSize=4');
    const past = await listed('pageSize=4&page=99');
    expect(past.packages.map(({ title }) => title)).toEqual(
      (await listed('pageSize=4&page=2')).packages.map(({ title }) => title),
    );
    expect([first.total, past.total, past.packages.length]).toEqual([7, 7, 3]);
  });

  test('begins with what waits for a signature, newest first, and counts all of it', async () => {
    const all = await listed('box=in');
    expect(titles(all)).toEqual([
      'PM2.5通报',
      '第4号报告',
      '第3号报告',
      '第2号报告',
      '第1号报告',
      '乙县意见',
      '第5号报告',
    ]);
    expect(all).toMatchObject({ total: 7, waiting: 6, pageSize: 20 });
  });

  test('comes page by page, without a gap and without doubles', async () => {
    const pages = [await listed('pageSize=3'), await listed('pageSize=3&page=2'), await listed('pageSize=3&page=3')];
    expect(pages.map(({ packages }) => packages.length)).toEqual([3, 3, 1]);
    expect(pages.flatMap(titles)).toEqual(titles(await listed('')));
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7]);
  });

  test.each([
    ['receipt=received', ['第5号报告']],
    ['receipt=waiting&sort=oldest', ['乙县意见', '第1号报告', '第2号报告', '第3号报告', '第4号报告', 'PM2.5通报']],
    ['kind=plan-comment', ['乙县意见']],
    ['from=2026-03-02&until=2026-03-03&sort=oldest', ['第2号报告', '第3号报告']],
    ['text=pm2', ['PM2.5通报']],
    [`text=${encodeURIComponent('甲县')}&sort=title&pageSize=1`, ['第1号报告']],
    [`text=${encodeURIComponent('100%')}`, []],
  ])('answers %s', async (query, expected) => {
    expect(titles(await listed(query))).toEqual(expected);
  });

  test('can be asked for one topic or one sender', async () => {
    expect(titles(await listed(`caseId=${otherTopic}`))).toEqual(['PM2.5通报']);
    expect(titles(await listed(`partyId=${tenants.otherCounty.id}&sort=oldest`))).toEqual(['乙县意见', 'PM2.5通报']);
  });

  test('refuses an order or a kind that does not exist', async () => {
    expect((await city.get('/api/packages?sort=sealed_at;drop')).statusCode).toBe(400);
    expect((await city.get('/api/packages?kind=letter')).statusCode).toBe(400);
    expect((await city.get('/api/packages?pageSize=201')).statusCode).toBe(400);
  });
});

describe('the outbox', () => {
  test('holds what was sent and shows whose signature is missing', async () => {
    const sent = await listed('box=out', county);
    expect(sent).toMatchObject({ total: 5, waiting: 4 });
    expect(titles(sent).at(-1)).toBe('第5号报告');
    expect(titles(await listed(`box=out&partyId=${tenants.city.id}&receipt=received`, county))).toEqual(['第5号报告']);
    expect(titles(await listed(`box=out&partyId=${tenants.government.id}`, county))).toEqual([]);
  });

  test('is empty for whoever sent nothing', async () => {
    expect(await listed('box=out')).toMatchObject({ total: 0, packages: [] });
  });
});

test('the choices are what occurs in a box, and nothing of another’s', async () => {
  const choices = (await city.get('/api/packages/choices?box=in')).json<Record<string, { name: string }[]>>();
  expect(choices.kinds?.map(({ name }) => name)).toEqual(['工作联系', '实施方案修改意见']);
  expect(choices.cases?.map(({ name }) => name).toSorted()).toEqual(['停车治理', '河湖保护'].toSorted());
  expect(choices.parties?.map(({ name }) => name)).toEqual(['甲县人大常委会', '乙县人大常委会']);
  const own = (await county.get('/api/packages/choices?box=in')).json<Record<string, { name: string }[]>>();
  expect(own.parties?.map(({ name }) => name)).toEqual(['乙县人大常委会']);
});

describe('the list as a file', () => {
  test('has the rows that fit, in the order of the screen, and is an entry in the audit log', async () => {
    const at = `/api/packages/export?receipt=waiting&sort=oldest&text=${encodeURIComponent('报告')}`;
    const sheet = await exportedRows(city, at);
    expect(sheet.map(([title]) => title)).toEqual(['标题', '第1号报告', '第2号报告', '第3号报告', '第4号报告']);
    expect(sheet[1]?.slice(1, 6)).toEqual(['工作联系', '停车治理', new Date('2026-03-01'), '甲县人大常委会', null]);
    const { rows } = await t.db.owner.query<{ detail: unknown }>(
      "select category, detail from audit_entry where action = 'list-exported'",
    );
    expect(rows).toEqual([
      {
        category: 'export',
        detail: { list: 'packages', name: '收到的报送件', rows: 4, box: 'in', receipt: 'waiting' },
      },
    ]);
  });

  test('of what was sent names who has not signed', async () => {
    const response = await county.get('/api/packages/export?box=out');
    expect(response.headers['content-disposition']).toContain(encodeURIComponent('发出的报送件-2026-11-24.xlsx'));
    const sheet = await exportedRows(county, '/api/packages/export?box=out&sort=oldest');
    expect(sheet[1]?.slice(4, 6)).toEqual(['市人大常委会', '市人大常委会']);
    expect(sheet.at(-1)?.slice(4, 6)).toEqual(['市人大常委会', null]);
  });
});
