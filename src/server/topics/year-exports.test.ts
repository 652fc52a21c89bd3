import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows, toldExports } from '../../../test/exported.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, markDone } from '../../../test/test-cases.ts';
import { addTopic, meetingOf, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let year: string;
let office: Client;
let clerk: Client;
let deputy: Client;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const { city, county, otherCounty } = linkage;
  year = await addCase(t.db, {
    kind: 'year',
    year: 2027,
    name: '2027年度联动监督议题',
    tenants: [city, county, otherCounty],
  });
  [office, clerk, deputy] = [await t.signInAs('office'), await t.signInAs('clerk'), await t.signInAs('deputy')];
});
afterAll(() => t.close());

const at = (rest: string) => `/api/cases/${year}/${rest}`;
const day = (text: string) => new Date(text);

/** What a body has of the year: as its own acts and the packages that it signed for leave it. */
async function knows({ id }: { id: string }, known: object): Promise<void> {
  const state = { ...emptyCaseState, year: { ...emptyCaseState.year, ...known } };
  await t.db.owner.query(
    `insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)
     on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
    [linkage.cityCode, year, id, JSON.stringify(state)],
  );
}

describe('S1.1–S1.5 how the year’s topics come about, as spreadsheets', () => {
  test('the steps: until when, and which counties have done what; a county has itself alone', async () => {
    await markDone(t.db, year, linkage.city, ['open-solicitation']);
    await markDone(t.db, year, linkage.county, ['open-solicitation']);
    const [titles, call] = await exportedRows(office, at('year-steps/export'));
    expect(titles).toEqual([
      '步骤',
      '依据',
      '期限',
      '市级',
      '市级：完成日期',
      '县级单位数',
      '已完成的县级单位',
      '尚未完成的县级单位',
      '逾期的县级单位',
    ]);
    expect(call).toEqual([
      '开展议题征集',
      'S1.1',
      day('2026-12-31'),
      '已完成',
      day('2026-01-05'),
      2,
      '甲县人大常委会',
      '乙县人大常委会',
      null,
    ]);
    const [, own] = await exportedRows(clerk, at('year-steps/export'));
    expect(own?.slice(3)).toEqual(['已完成', day('2026-01-05'), 1, '甲县人大常委会', null, null]);
    expect((await toldExports(t.db)).at(-1)).toEqual({
      subject: '2027年度联动监督议题',
      list: 'year-steps',
      name: '议题确定的进度 2027年度联动监督议题',
      rows: expect.any(Number),
    });
  });

  test('the calls of all bodies, with how many each has put forward as far as its list was signed for', async () => {
    await markDone(t.db, year, linkage.county, ['propose-preliminary-list']);
    await markDone(t.db, year, linkage.otherCounty, ['open-solicitation', 'propose-preliminary-list']);
    await knows(linkage.city, { countyLists: { [linkage.county.id]: [{}, {}] } });
    const [titles, ...rows] = await exportedRows(office, at('calls/export'));
    expect(titles?.slice(-2)).toEqual(['建议数', '说明']);
    expect(rows.map(([name, call, , , list, , , count, note]) => [name, call, list, count, note])).toEqual([
      ['市人大常委会', '已完成', '待办理', null, null],
      ['甲县人大常委会', '已完成', '已完成', 2, null],
      ['乙县人大常委会', '已完成', '已完成', null, '已报送，待签收'],
    ]);
    const counted = async (client: Client) =>
      (await exportedRows(client, at('calls/export'))).slice(1).map((row) => row[7] ?? null);
    expect(await counted(clerk)).toEqual([null, 0]);
    // Who reads no contents learns who is how far, and not with how many.
    expect(await counted(deputy)).toEqual([null, null]);
  });

  test('the matrix of the conferring: topics down, bodies across, who said it for whom', async () => {
    expect(await exportedRows(office, at('consultation/export'))).toHaveLength(1);
    const items = [
      { key: 'item-1', title: '城区停车管理', domain: 'social-governance', detail: '集中' },
      { key: 'item-2', title: '农村供水', domain: 'livelihood', detail: '群众关注' },
    ];
    expect((await office.post(at('consultation'), { version: 0, items })).statusCode).toBe(201);
    const says = (client: Client, tenantId: string, said: object) =>
      client.post(at('consultation/opinions'), { tenantId, stance: 'agrees', comment: '', version: 0, ...said });
    await says(clerk, linkage.county.id, { key: 'item-1', stance: 'agrees-with-changes', comment: '加上老旧小区' });
    await says(office, linkage.otherCounty.id, { key: 'item-1' });
    for (const client of [office, clerk]) {
      expect(await exportedRows(client, at('consultation/export'))).toEqual([
        ['会商议题', '领域', '理由', '市人大常委会', '甲县人大常委会', '乙县人大常委会'],
        ['城区停车管理', '社会管理', '集中', '未填写', '有修改意见：加上老旧小区', '同意（市办公室代填）'],
        ['农村供水', '民生事业', '群众关注', '未填写', '未填写', '未填写'],
      ]);
    }
  });

  test('S1.3 the recorded conferring says besides what each topic came to, and who was excused', async () => {
    await t.db.owner.query("update consultation set state = 'closed' where case_id = $1", [year]);
    const topics = [
      {
        key: 'item-1',
        name: '城区停车管理',
        domain: 'social-governance',
        result: 'include-changed',
        note: '扩大范围',
        opinions: [],
      },
      { key: 'item-2', name: '农村供水', domain: 'livelihood', result: 'drop', note: '', opinions: [] },
    ];
    const record = { date: '2026-12-05', topics, excusedIds: [linkage.city.id], conclusion: '列入一项。' };
    await knows(linkage.city, { consultation: record });
    const [titles, ...rows] = await exportedRows(office, at('consultation/export'));
    expect(titles?.slice(-2)).toEqual(['结果', '说明']);
    expect(rows.map((row) => [row[3], ...row.slice(-2)])).toEqual([
      ['请假', '修改后列入', '扩大范围'],
      ['请假', '不列入', null],
    ]);
  });

  test('S1.3 the joint plan’s topics, as the own unit has them; a county without one has none', async () => {
    const topic = {
      key: '1',
      name: '停车难',
      domain: 'livelihood',
      leadUnitId: 'nobody',
      deliberationDate: '2027-10-26',
    };
    await knows(linkage.city, { jointPlan: { version: 2, seq: 9, topics: [topic] } });
    expect(await exportedRows(office, at('joint-plan/export'))).toEqual([
      ['序号', '议题', '领域', '牵头委室', '审议时间'],
      ['1', '停车难', '民生事业', null, day('2027-10-26')],
    ]);
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ name: '计划建议方案（第2稿） 2027年度联动监督议题' });
    expect(await exportedRows(clerk, at('joint-plan/export'))).toHaveLength(1);
    expect((await deputy.get(at('joint-plan/export'))).statusCode).toBe(403);
  });

  test('S1.4 how each council stands to the joint plan: signed for, registered, agreed to, returned and why', async () => {
    const { city, county, otherCounty } = linkage;
    const standings = async (client: Client) =>
      (await exportedRows(client, at('approvals/export'))).map(([, ...standing]) => standing);
    const titles = ['情况', '会议日期', '退回理由'];
    expect(await standings(office)).toEqual([titles]);
    await markDone(t.db, year, city, ['propose-preliminary-list', 'record-consultation']);
    const topic = { name: '停车难', domain: 'livelihood', deliberationDate: '2027-10-26' };
    const topics = [{ ...topic, key: '1', leadUnitId: linkage.leadUnitId }];
    const reasons = { 'joint-plan/count': '先确定一项。' };
    const drafted = await office.post(at('acts/draft-joint-plan'), { payload: { topics, note: '' }, reasons });
    expect(drafted.statusCode).toBe(201);
    expect(await standings(office)).toEqual([
      titles,
      ['待审议', null, null],
      ['待签收', null, null],
      ['待签收', null, null],
    ]);
    const [packageId] = drafted.json<{ packageIds: string[] }>().packageIds;
    expect((await clerk.post(`/api/packages/${packageId}/receipt`, {})).statusCode).toBe(201);
    expect((await standings(office)).slice(2)).toEqual([
      ['待审议', null, null],
      ['待签收', null, null],
    ]);
    const meeting = meetingOf(linkage, 'county', '2026-11-24');
    const entered = await clerk.post(at('acts/decide-joint-plan'), { payload: { outcome: 'approved' }, meeting });
    expect(entered.json()).toMatchObject({ state: 'entered' });
    expect((await standings(clerk)).at(-1)).toEqual(['已登记待确认', null, null]);
    expect((await standings(office))[2]).toEqual(['待审议', null, null]);

    await markDone(t.db, year, city, ['decide-joint-plan']);
    const returned = { on: '2026-12-12', reason: '调整审议时间' };
    await knows(city, { returns: { [otherCounty.id]: returned } });
    await knows(county, { returns: { [county.id]: returned } });
    expect(await standings(office)).toEqual([
      titles,
      ['同意', day('2026-01-05'), null],
      ['待审议', null, null],
      ['退回', day('2026-12-12'), '调整审议时间'],
    ]);
    // A deputy is told how far the councils are, and nobody's reason.
    expect((await standings(deputy)).at(-1)).toEqual(['待签收', null, null]);
  });

  test('are not there in a case that is no year', async () => {
    const topic = await addTopic(t.db, linkage, { name: '停车', year: 2029, deliberationDate: '2029-10-26' });
    for (const list of ['year-steps', 'calls', 'joint-plan', 'approvals']) {
      expect([list, (await office.get(`/api/cases/${topic}/${list}/export`)).statusCode]).toEqual([list, 404]);
    }
  });
});

describe('the days of a year as spreadsheets', () => {
  beforeAll(() => addTopic(t.db, linkage, { name: '城区停车', year: 2028, deliberationDate: '2028-10-26' }));

  test('name what each topic has on which day, in order, of that year alone', async () => {
    const [titles, ...rows] = await exportedRows(office, '/api/year-events/export?year=2028');
    expect(titles).toEqual(['日期', '至', '事项', '议题', '情况']);
    expect(rows).toContainEqual([day('2028-10-26'), null, '计划审议', '城区停车', '计划']);
    const days = rows.map(([on]) => Number(on));
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    expect(await exportedRows(office, '/api/year-events/export?year=2031')).toHaveLength(1);
  });

  test('S3.1 tell the room that each topic leaves, in days', async () => {
    const [titles, row, ...more] = await exportedRows(office, '/api/slack/export?year=2028');
    const cells = Object.fromEntries((titles ?? []).map((title, index) => [title, row?.[index]]));
    expect(cells).toMatchObject({
      议题: '城区停车',
      市级审议: day('2028-10-26'),
      市级会期: '计划，会期待定',
      '距市级审议（天）': 702,
      县级单位数: 2,
      已定会期的县级单位数: 0,
      县级会议最迟: expect.any(Date),
      '余量（天）': null,
      '专题会议可用（天）': null,
    });
    expect(more).toEqual([]);
    expect((await toldExports(t.db)).at(-1)).toMatchObject({ list: 'slack', name: '2028年议题余量', year: 2028 });
  });
});
