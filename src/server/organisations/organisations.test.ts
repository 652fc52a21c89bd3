import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { importAsOperator } from '../cli/import.ts';
import { fictitiousCounties, fictitiousWorkbook } from './fictitious-workbook.ts';
import { parseWorkbook } from './workbook-read.ts';
import type { WorkbookRows } from './workbook-sheets.ts';
import { writeWorkbook } from './workbook-write.ts';

const now = new Date('2026-06-01T01:00:00Z');
const city = (cityCode: string) =>
  fictitiousWorkbook({
    cityCode,
    cityName: `示例${cityCode}市`,
    shortName: '示例',
    counties: fictitiousCounties(cityCode, 2),
    departments: ['民政局'],
  });

let t: TestApp;
let system: Client;
let security: Client;
let audit: Client;
let clerk: Client;
let countyClerk: Client;
let deputy: Client;
let elsewhere: Client;

beforeAll(async () => {
  t = await testApp();
  t.setTime(now.toISOString());
  for (const code of ['510700', '420100']) await importAsOperator(t.db, await writeWorkbook(city(code)), { now });
  system = await t.signInAs('510700.system');
  security = await t.signInAs('510700.security');
  audit = await t.signInAs('510700.audit');
  clerk = await t.signInAs('510700.office');
  countyClerk = await t.signInAs('510721.office');
  deputy = await t.signInAs('510700.deputy1');
  elsewhere = await t.signInAs('420100.system');
});
afterAll(() => t.close());

const upload = async (client: Client, path: string, rows: WorkbookRows | Buffer) => {
  const bytes = Buffer.isBuffer(rows) ? rows : await writeWorkbook(rows);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), '组织信息.xlsx');
  const request = new Request('http://liandu.test', { method: 'POST', body: form });
  return client.request('POST', path, Buffer.from(await request.arrayBuffer()), {
    'content-type': request.headers.get('content-type') ?? '',
  });
};
const exported = async (client = system): Promise<WorkbookRows> => {
  const { rawPayload } = await client.get('/api/organisation/workbook');
  const parsed = await parseWorkbook(rawPayload);
  // A cast: the rows of each sheet, without their numbers.
  return Object.fromEntries(
    Object.entries(parsed.rows).map(([key, rows]) => [key, rows.map(({ values }) => values)]),
  ) as unknown as WorkbookRows;
};
type Plan = {
  problems: { sentence: string }[];
  notes: { sentence: string }[];
  added: unknown[];
  changed: unknown[];
  missing: unknown[];
};
const tenantId = async (name: string, client = clerk) =>
  (await client.get('/api/organisation'))
    .json<{ tenants: { id: string; name: string }[] }>()
    .tenants.find((tenant) => tenant.name === name)?.id ?? '';

describe('the organisation', () => {
  test('is known to everybody in the linkage, and to nobody outside', async () => {
    for (const client of [clerk, countyClerk, deputy, audit]) {
      const response = await client.get('/api/organisation');
      expect(response.statusCode).toBe(200);
      expect(response.json()).toMatchObject({ cityCode: '510700', shortName: '示例' });
    }
    const names = (await elsewhere.get('/api/organisation'))
      .json<{ tenants: { name: string }[] }>()
      .tenants.map(({ name }) => name);
    expect(names.some((name) => name.includes('510700'))).toBe(false);
    expect((await t.anonymous.get('/api/organisation')).statusCode).toBe(401);
  });

  test('says how many members are in office today', async () => {
    const { tenants } = (await clerk.get('/api/organisation')).json<{
      tenants: { kind: string; level: string; incumbents: number | null }[];
    }>();
    expect(tenants.find(({ kind, level }) => kind === 'body' && level === 'city')?.incumbents).toBe(41);
    expect(tenants.find(({ kind }) => kind === 'organ')?.incumbents).toBeNull();
  });
});

describe('the workbook over HTTP', () => {
  test('is for system and security administrators of the city body alone', async () => {
    for (const client of [clerk, countyClerk, deputy, audit]) {
      expect((await client.get('/api/organisation/workbook')).statusCode).toBe(403);
      expect((await upload(client, '/api/organisation/workbook/dry-run', city('510700'))).statusCode).toBe(403);
      expect((await upload(client, '/api/organisation/workbook', city('510700'))).statusCode).toBe(403);
    }
    const response = await system.get('/api/organisation/workbook');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-disposition']).toContain('attachment');
  });

  test('exported and imported unchanged, changes nothing', async () => {
    const response = await upload(system, '/api/organisation/workbook', await exported());
    expect(response.json<{ applied: boolean; plan: Plan }>()).toMatchObject({
      applied: true,
      plan: { problems: [], added: [], changed: [], missing: [] },
    });
  });

  test('a dry run shows changes and problems and writes nothing', async () => {
    const rows = await exported();
    rows.parks.push({ name: '示例园区', tenant: '示例510700市人大常委会' });
    const response = await upload(system, '/api/organisation/workbook/dry-run', rows);
    expect(response.json<Plan>()).toMatchObject({ problems: [], added: [{ sheet: '园区', row: 2, key: '示例园区' }] });
    expect((await exported()).parks).toEqual([]);
  });

  test('an import makes accounts with first-use links; roles wait for the security administrator', async () => {
    const rows = await exported();
    const body = '示例510700市人大常委会';
    rows.people.push({ number: 'N1', name: '张示例新', tenant: body });
    rows.posts.push({
      person: 'N1',
      personName: undefined,
      tenant: body,
      unit: '办公室',
      post: 'office-staff',
      from: '2026-05-01',
      until: undefined,
    });
    rows.roles.push({
      person: 'N1',
      personName: undefined,
      tenant: body,
      role: 'office-clerk',
      unit: '办公室',
      login: 'newclerk',
    });
    const bySystem = (await upload(system, '/api/organisation/workbook', rows)).json<{
      plan: Plan;
      accounts: { login: string; path: string }[];
    }>();
    expect(bySystem.accounts).toMatchObject([{ login: 'newclerk', path: expect.stringContaining('/first-use#') }]);
    expect(bySystem.plan.notes.map(({ sentence }) => sentence)).toContain(
      '工作表“角色”：有1行新增或改动，须由安全管理员用同一工作簿导入，本次不写入。',
    );
    expect((await exported()).roles.some(({ person }) => person === 'N1')).toBe(false);

    const bySecurity = (await upload(security, '/api/organisation/workbook', rows)).json<{
      applied: boolean;
      plan: Plan;
    }>();
    expect(bySecurity).toMatchObject({ applied: true, plan: { added: [{ sheet: '角色' }] } });
    expect((await exported()).roles.find(({ person }) => person === 'N1')?.login).toBe('newclerk');
  });

  test('of another linkage, or no workbook at all, is answered with what is wrong', async () => {
    const other = (await upload(system, '/api/organisation/workbook', city('420100'))).json<{
      applied: boolean;
      plan: Plan;
    }>();
    expect(other.applied).toBe(false);
    expect(other.plan.problems[0]?.sentence).toContain('“420100”不是本联动域的代码510700');
    const none = (await upload(system, '/api/organisation/workbook/dry-run', Buffer.from('x'))).json<Plan>();
    expect(none.problems.map(({ sentence }) => sentence)).toEqual([
      '文件不是可读取的 .xlsx 工作簿；请用模板填写，并以 .xlsx 格式保存。',
    ]);
  });

  test('the template is a workbook to fill in', async () => {
    const parsed = await parseWorkbook((await clerk.get('/api/organisation/workbook-template')).rawPayload);
    expect([parsed.problems, parsed.absent]).toEqual([[], []]);
  });

  test('exports and imports stand in the audit log', async () => {
    const { rows } = await t.db.owner.query(
      "select distinct action from audit_entry where city_code = '510700' and action like 'organisation-%' order by action",
    );
    expect(rows.map(({ action }) => action)).toEqual(['organisation-exported', 'organisation-imported']);
  });
});

describe('appointments', () => {
  const post = async (over: Record<string, unknown>, client = system) =>
    client.post('/api/appointments', {
      person: { number: `P${Math.floor(performance.now() * 1000)}`, name: '李样本新' },
      tenantId: await tenantId('示例510700市人大常委会'),
      post: 'deputy',
      from: '2026-05-01',
      ...over,
    });

  test('are added and ended by the system administrator; others read them', async () => {
    const added = await post({});
    expect(added.statusCode).toBe(201);
    const { id, personId } = added.json<{ id: string; personId: string }>();
    const ended = await system.post(`/api/appointments/${id}/end`, { until: '2026-05-31' });
    expect(ended.json()).toMatchObject({ until: '2026-05-31' });
    const again = await system.post(`/api/appointments/${id}/end`, { until: '2026-05-31' });
    expect(again.json()).toMatchObject({ refusals: [{ code: 'appointment/unchanged', field: 'until' }] });
    const before = await system.post(`/api/appointments/${id}/end`, { until: '2026-04-30' });
    expect(before.json()).toMatchObject({ refusals: [{ code: 'appointment/ends-before-it-begins' }] });
    const listed = (await countyClerk.get(`/api/appointments?personId=${personId}`)).json<{
      appointments: unknown[];
    }>();
    expect(listed.appointments).toHaveLength(1);
    for (const client of [clerk, security, audit, deputy]) expect((await post({}, client)).statusCode).toBe(403);
    expect((await elsewhere.post(`/api/appointments/${id}/end`, { until: '2026-05-31' })).statusCode).toBe(404);
  });

  test('a last day that was mistaken is corrected or taken back, and the log keeps what it was', async () => {
    const { id } = (await post({ until: '2026-06-30' })).json<{ id: string }>();
    const end = (until: string | null) => system.post(`/api/appointments/${id}/end`, { until });
    expect((await end('2026-07-31')).json()).toMatchObject({ until: '2026-07-31' });
    expect((await end(null)).json()).toMatchObject({ until: null });
    expect((await end(null)).statusCode).toBe(409);
    const { rows } = await t.db.owner.query<{ detail: unknown }>(
      "select detail from audit_entry where action = 'appointment-ended' order by id desc limit 2",
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { from: '2026-05-01', until: 'held', was: '2026-07-31' },
      { from: '2026-05-01', until: '2026-07-31', was: '2026-06-30' },
    ]);
  });

  test('that end within 90 days are found over all tenants, and so are those that have ended', async () => {
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const soon = (await post({ until: inDays(60) })).json<{ id: string }>();
    const later = (await post({ until: inDays(120) })).json<{ id: string }>();
    const ended = (await post({ until: '2026-05-20' })).json<{ id: string; tenantId: string }>();
    const found = async (query: string) =>
      (await clerk.get(`/api/appointments?${query}`))
        .json<{ appointments: { id: string }[] }>()
        .appointments.map((one) => one.id);
    expect(await found('standing=ending')).toContain(soon.id);
    expect(await found('standing=ending')).not.toContain(later.id);
    expect(await found(`tenantId=${ended.tenantId}`)).not.toContain(ended.id);
    expect(await found(`tenantId=${ended.tenantId}&standing=all`)).toEqual(
      expect.arrayContaining([soon.id, later.id, ended.id]),
    );
  });

  test('leave as a spreadsheet, of one tenant or of all that the system administrator looks after', async () => {
    const at = '/api/appointments/export';
    const body = await tenantId('示例一县人大常委会');
    const ofOne = await exportedRows(system, `${at}?tenantId=${body}&post=chair`);
    expect(ofOne.map((row) => row.slice(1, 3))).toEqual([
      ['单位', '职务'],
      ['示例一县人大常委会', '主任'],
    ]);
    expect((await exportedRows(system, at)).length).toBeGreaterThan(ofOne.length);
    expect((await security.get(at)).statusCode).toBe(403);
    expect((await clerk.get(at)).statusCode).toBe(403);
  });

  test('are refused with the article when the organisation would break a rule', async () => {
    const { personId } = (await post({})).json<{ personId: string }>();
    const response = await post({
      person: { id: personId },
      post: 'member',
      tenantId: await tenantId('示例一县人大常委会'),
    });
    expect(response.statusCode).toBe(409);
    const { refusals } = response.json<{ refusals: { code: string; clause: string }[] }>();
    expect(refusals).toContainEqual(
      expect.objectContaining({ code: 'organisation/member-not-deputy', clause: '地方组织法 §47' }),
    );
  });

  test('a chair’s last day and the successor are recorded one after the other', async () => {
    const body = await tenantId('示例二县人大常委会');
    const { appointments } = (await clerk.get(`/api/appointments?tenantId=${body}`)).json<{
      appointments: { id: string; personId: string; post: string }[];
    }>();
    const chair = appointments.find((appointment) => appointment.post === 'chair');
    const vice = appointments.find((appointment) => appointment.post === 'vice-chair');
    const acting = { person: { id: vice?.personId }, tenantId: body, post: 'acting-chair', from: '2026-05-21' };
    expect((await post(acting)).statusCode).toBe(409);
    expect((await system.post(`/api/appointments/${chair?.id}/end`, { until: '2026-05-20' })).statusCode).toBe(200);
    expect((await post(acting)).statusCode).toBe(201);
  });
});

describe('settings', () => {
  test('begin as defaults; a version is added with its basis, and everybody computes by it', async () => {
    expect((await clerk.get('/api/settings')).json()).toMatchObject({
      current: { version: 0, settings: { handOverDays: 7 } },
      earlier: [],
    });
    const change = {
      version: 0,
      settings: { handOverDays: 10 },
      basis: { handOverDays: '主任会议2026年第3次会议决定' },
    };
    expect((await clerk.post('/api/settings', change)).statusCode).toBe(403);
    expect((await security.post('/api/settings', change)).statusCode).toBe(403);
    const silent = await system.post('/api/settings', { ...change, basis: {} });
    expect(silent.json()).toMatchObject({ code: 'settings/no-basis' });
    expect((await system.post('/api/settings', change)).statusCode).toBe(201);
    expect((await countyClerk.get('/api/settings')).json()).toMatchObject({
      current: { version: 1, settings: { handOverDays: 10 }, basis: { handOverDays: '主任会议2026年第3次会议决定' } },
    });
    expect((await system.post('/api/settings', change)).json()).toMatchObject({ code: 'settings/changed' });
  });

  test('leave as a spreadsheet, every version with what each item rests on', async () => {
    const [titles, ...lines] = await exportedRows(security, '/api/settings/export');
    expect(titles).toEqual(['版本', '效力', '项目', '设置', '依据', '形成时间', '修改人']);
    const handOver = lines.filter(([, , item]) => item === '交办期限（日）');
    expect(handOver.map((line) => [...line.slice(0, 2), ...line.slice(3, 5)])).toEqual([
      [1, '现行', '10', '主任会议2026年第3次会议决定'],
    ]);
    expect(lines.every(([version]) => version === 1)).toBe(true);
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ list: 'settings', rows: lines.length });
  });
});

describe('calendar years', () => {
  const year = {
    year: 2031,
    source: '国务院办公厅关于2031年部分节假日安排的通知（示例）',
    days: [
      { day: '2031-01-01', kind: 'holiday', name: '元旦' },
      { day: '2031-01-04', kind: 'workday', name: '元旦' },
    ],
  };

  test('are loaded by the system administrator, once or corrected, and known to all at once', async () => {
    const known = async () =>
      (await countyClerk.get('/api/calendar-years')).json<{ years: { year: number; days: unknown[] }[] }>().years;
    expect((await known()).some((loaded) => loaded.year === 2031)).toBe(false);
    expect((await clerk.post('/api/calendar-years', year)).statusCode).toBe(403);
    expect((await system.post('/api/calendar-years', year)).statusCode).toBe(201);
    expect((await known()).find((loaded) => loaded.year === 2031)?.days).toHaveLength(2);
    expect((await system.post('/api/calendar-years', { ...year, days: year.days.slice(0, 1) })).statusCode).toBe(201);
    expect((await known()).find((loaded) => loaded.year === 2031)?.days).toHaveLength(1);
  });

  test('leave as a spreadsheet day by day, the latest year first', async () => {
    const [titles, latest, ...earlier] = await exportedRows(countyClerk, '/api/calendar-years/export');
    expect(titles).toEqual(['年份', '日期', '安排', '节日', '通知']);
    expect(latest).toEqual([2031, new Date('2031-01-01'), '放假', '元旦', year.source]);
    expect(earlier[0]?.[0]).toBeLessThan(2031);
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ list: 'calendar-years' });
  });

  test('with days of another year, or make-up days on working days, are refused', async () => {
    const days = [
      { day: '2032-01-01', kind: 'holiday', name: '元旦' },
      { day: '2031-01-03', kind: 'workday', name: '元旦' },
    ];
    const { refusals } = (await system.post('/api/calendar-years', { ...year, days })).json<{
      refusals: { code: string }[];
    }>();
    expect(refusals.map(({ code }) => code)).toEqual(['calendar/other-year', 'calendar/no-rest-day']);
  });
});
