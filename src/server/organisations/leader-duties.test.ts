import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { formOf } from '../../../test/form.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let office: Client;
let county: Client;
let otherCounty: Client;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  [office, county, otherCounty] = [await t.signInAs('office'), await t.signInAs('clerk'), await t.signInAs('county')];
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.owner.query('delete from leader_duty');
});

const url = '/api/leader-duties';
const days = { from: '2027-03-20', until: '2027-03-24', matter: '出席省人大会议' };
type Listed = {
  own: { id: string; who: string; matter: string; version: number }[];
  told: { who: string; from: string; matter?: string }[];
};
const listed = async (client: Client, query = '') => (await client.get(`${url}${query}`)).json<Listed>();
const add = async (client: Client, personIds: readonly string[], changes: object = {}) =>
  client.post(url, { ...days, personIds, ...changes });

describe('S1.3 the register of leaders’ other duties', () => {
  test('is kept for several leaders at once, corrected on the version that was seen, and removed', async () => {
    const { personId } = linkage.people.citychair;
    const { ids } = (await add(office, [personId, linkage.people.lead.personId, personId])).json<{ ids: string[] }>();
    expect(ids).toHaveLength(2);
    const [id = ''] = ids;
    const correct = (version: number, matter: string) =>
      office.request('PUT', `${url}/${id}`, { ...days, matter, personId, version });
    expect((await correct(1, '赴京学习')).json()).toEqual({ version: 2 });
    expect((await correct(1, '别的')).json()).toMatchObject({ code: 'duty/changed' });
    expect((await listed(office)).own.map(({ matter }) => matter).toSorted()).toEqual(['出席省人大会议', '赴京学习']);
    expect((await office.request('DELETE', `${url}/${id}?version=1`)).json()).toMatchObject({ code: 'duty/changed' });
    expect((await office.request('DELETE', `${url}/${id}?version=2`)).statusCode).toBe(204);
    expect((await office.request('DELETE', `${url}/${id}?version=2`)).statusCode).toBe(404);
    expect((await listed(office)).own).toHaveLength(1);
  });

  test('of two who correct at once one is told; sent twice under one key it is entered once', async () => {
    const personIds = [linkage.people.citychair.personId];
    const key = { 'idempotency-key': 'duty-once' };
    const first = await office.post(url, { ...days, personIds }, key);
    expect((await office.post(url, { ...days, personIds }, key)).json()).toEqual(first.json());
    const { own } = await listed(office);
    expect(own).toHaveLength(1);
    const [row] = own;
    const answers = await Promise.all(
      ['甲事', '乙事'].map((matter) =>
        office.request('PUT', `${url}/${row?.id}`, { ...days, matter, personId: personIds[0], version: 1 }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  test('is asked for by period; a duty that reaches into it counts', async () => {
    await add(office, [linkage.people.citychair.personId]);
    expect((await listed(office, '?from=2027-03-24')).own).toHaveLength(1);
    expect((await listed(office, '?from=2027-03-25')).own).toEqual([]);
    expect((await listed(office, '?until=2027-03-19')).own).toEqual([]);
  });

  test.each([
    ['duty/days', { until: '2027-03-19' }],
    ['duty/not-own-person', { personIds: ['00000000-0000-4000-8000-000000000000'] }],
  ])('is refused with %s, and nothing is kept', async (code, changes) => {
    const answer = await add(office, [linkage.people.citychair.personId], changes);
    expect(answer.json()).toMatchObject({ refusals: [{ code, clause: 'S1.3' }] });
    expect((await listed(office)).own).toEqual([]);
  });
});

describe('what a county’s leaders do stays the county’s', () => {
  test('neither the city nor another county learns of a duty that the county does not tell', async () => {
    await add(county, [linkage.people.chair.personId]);
    expect(await listed(office)).toEqual({ own: [], told: [] });
    expect(await listed(otherCounty)).toEqual({ own: [], told: [] });
  });

  test('of what it tells the city learns who and when, never what for; taken back or removed it is gone', async () => {
    const { personId } = linkage.people.chair;
    const { ids } = (await add(county, [personId], { isTold: true })).json<{ ids: string[] }>();
    const answer = await office.get(url);
    expect(answer.json<Listed>().told).toMatchObject([{ personId, from: days.from, until: days.until }]);
    expect(answer.body).not.toContain(days.matter);
    expect((await listed(otherCounty)).told).toEqual([]);
    const change = { ...days, personId, version: 1, isTold: false };
    expect((await county.request('PUT', `${url}/${ids[0]}`, change)).statusCode).toBe(200);
    expect((await listed(office)).told).toEqual([]);
    await county.request('PUT', `${url}/${ids[0]}`, { ...change, version: 2, isTold: true });
    expect((await listed(office)).told).toHaveLength(1);
    await county.request('DELETE', `${url}/${ids[0]}?version=3`);
    expect((await listed(office)).told).toEqual([]);
  });
});

describe('the register as a spreadsheet', () => {
  const take = async (client: Client, rows: readonly (readonly string[])[]) => {
    const data = rows.map((row) => row.map((value) => ({ value, type: String })));
    const bytes = await writeXlsxFile([{ sheet: '领导其他公务', data }]).toBuffer();
    const { body, type } = await formOf('公务.xlsx', bytes);
    return (await client.request('POST', `${url}/import`, body, { 'content-type': type })).json<{
      problems: string[];
      added: number;
      unchanged: number;
    }>();
  };
  const titles = ['姓名', '单位', '开始日期', '结束日期', '公务事项'];
  const nameOf = async (personId: string) =>
    (await t.db.owner.query<{ name: string }>('select name from person where id = $1', [personId])).rows[0]?.name ?? '';

  test('goes out and comes in: the same file adds nothing twice', async () => {
    const name = await nameOf(linkage.people.citychair.personId);
    const rows = [titles, [name, '', '2027-03-20', '2027年3月24日', '学习']];
    expect(await take(office, rows)).toEqual({ problems: [], added: 1, unchanged: 0 });
    expect(await take(office, rows)).toEqual({ problems: [], added: 0, unchanged: 1 });
    const sheet = await readXlsxFile((await office.get(`${url}/export`)).rawPayload);
    expect(JSON.stringify(sheet)).toContain('学习');
    const blank = await readXlsxFile((await office.get(`${url}/export?blank=yes`)).rawPayload);
    expect(JSON.stringify(blank)).toContain('公务事项');
    expect(JSON.stringify(blank)).not.toContain('学习');
  });

  test('holds the lines of the screen: of the person and the days that are asked for', async () => {
    const { citychair, lead } = linkage.people;
    await add(office, [citychair.personId], { matter: '学习' });
    await add(office, [citychair.personId, lead.personId], { from: '2027-05-20', until: '2027-05-21', matter: '会议' });
    const mattersIn = async (query: string) =>
      (await exportedRows(office, `${url}/export?${query}`)).slice(1).map((row) => row[4]);
    expect(await mattersIn('from=2027-03-01')).toEqual(['学习', '会议', '会议']);
    expect(await mattersIn(`from=2027-03-01&person=${citychair.personId}`)).toEqual(['学习', '会议']);
    expect(await mattersIn(`until=2027-04-30&person=${lead.personId}`)).toEqual([]);
    const told = await toldExports(t.db);
    expect(told.at(-1)).toMatchObject({ list: 'leader-duties', until: '2027-04-30', rows: 0 });
    expect(JSON.stringify(told)).not.toContain(lead.personId);
  });

  test('tells the city whose days a county has told it, and no matter', async () => {
    const { chair, citychair } = linkage.people;
    await add(county, [chair.personId], { isTold: true });
    expect(await exportedRows(office, `${url}/told/export?person=${chair.personId}`)).toEqual([
      ['人员', '自', '至'],
      [expect.stringContaining('chair示例'), new Date('2027-03-20'), new Date('2027-03-24')],
    ]);
    expect(await exportedRows(office, `${url}/told/export?person=${citychair.personId}`)).toHaveLength(1);
    expect(await exportedRows(county, `${url}/told/export`)).toHaveLength(1);
  });

  test('with one wrong row nothing is entered, and each is named with its place', async () => {
    const name = await nameOf(linkage.people.citychair.personId);
    const rows = [
      titles,
      [name, '', '2027-03-20', '2027-03-24', '学习'],
      ['无此人', '', '2027-03-20', '2027-03-24', '学习'],
      [name, '', '三月', '2027-03-24', ''],
      [name, '', '2027-03-24', '2027-03-20', '学习'],
    ];
    const { problems, added } = await take(office, rows);
    expect(added).toBe(0);
    expect(problems).toEqual([
      expect.stringMatching(/^第3行“姓名”列：.+没有“无此人”。$/),
      expect.stringMatching(/^第4行“开始日期”列：/),
      '第4行“公务事项”列：未填写。',
      expect.stringContaining('结束日期2027-03-20早于开始日期2027-03-24'),
    ]);
    expect((await listed(office)).own).toEqual([]);
  });

  test('without its columns, or no spreadsheet at all, it says so', async () => {
    expect((await take(office, [['姓名']])).problems[0]).toContain('缺少“开始日期”');
    const { body, type } = await formOf('公务.xlsx', '不是表格');
    const answer = await office.request('POST', `${url}/import`, body, { 'content-type': type });
    expect(answer.json<{ problems: string[] }>().problems[0]).toContain('.xlsx');
  });
});
