import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase } from '../../../test/test-cases.ts';
import { type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { daysForward, weekdayOf } from '../../domain/calendar/counting.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let lead: Client;
let office: Client;
let county: Client;
let caseId: string;
let leaderId: string;
let memberId: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  leaderId = linkage.people.citychair.personId;
  memberId = linkage.people.chair.personId;
  [lead, office, county] = [await t.signInAs('lead'), await t.signInAs('office'), await t.signInAs('clerk')];
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.owner.query('delete from itinerary');
  await t.db.owner.query('delete from leader_duty');
  caseId = await topic('停车');
});

/** A topic whose joint team is formed, as its acts would have left it. */
async function topic(name: string): Promise<string> {
  const { city, county: own, otherCounty } = linkage;
  const id = await addCase(t.db, { kind: 'topic', name, tenants: [city, own, otherCounty] });
  await t.db.owner.query('update supervision_case set lead_unit_id = $2 where id = $1', [id, linkage.leadUnitId]);
  const team = { leaderId, members: [{ personId: memberId, capacity: 'county-leader' }], experts: [] };
  const state = { ...emptyCaseState, research: { ...emptyCaseState.research, team } };
  await t.db.owner.query('insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)', [
    linkage.cityCode,
    id,
    city.id,
    JSON.stringify(state),
  ]);
  return id;
}

/** The first Monday on or after a day that lies ahead. */
function mondayAhead(): string {
  const day = daysForward(new Date().toISOString().slice(0, 10), 14);
  return daysForward(day, (8 - weekdayOf(day)) % 7);
}
const from = mondayAhead();
const planOf = (changes: object = {}) => ({
  from,
  until: daysForward(from, 25),
  perDay: 1,
  leaderIds: [leaderId],
  stops: [] as { placeId: string; day: string; leaderId: string; isFixed: boolean }[],
  ...changes,
});
const stop = (placeId: string, day: string, isFixed = false) => ({ placeId, day, leaderId, isFixed });
const at = (rest = 'itinerary', id = caseId) => `/api/cases/${id}/${rest}`;
const save = (client: Client, version: number, plan: object, id = caseId) =>
  client.request('PUT', at('itinerary', id), { version, plan });
type Suggestion = { stops: { placeId: string; day: string; isFixed: boolean }[]; unplaced: string[]; days: number };
const suggest = (plan: object, placeIds: readonly string[]) =>
  lead.request('POST', at('itinerary-suggestion'), { plan, placeIds });

describe('S2.4 the itinerary of a joint research', () => {
  test('is saved by the lead committee and read again; nothing is there before', async () => {
    expect((await lead.get(at())).json()).toMatchObject({ saved: null });
    const plan = planOf({ stops: [stop(linkage.county.id, from, true)] });
    expect((await save(lead, 0, plan)).json()).toMatchObject({ version: 1, plan });
    expect((await lead.get(at())).json()).toMatchObject({ saved: { version: 1, plan } });
  });

  test('S2.4 leaves as a spreadsheet, day by day, with what speaks against a visit and what is not planned yet', async () => {
    const plan = planOf({ stops: [stop(linkage.otherCounty.id, daysForward(from, 5)), stop(linkage.county.id, from)] });
    await save(lead, 0, plan);
    const rows = await exportedRows(lead, at('itinerary/export'));
    expect(rows[0]).toEqual(['日期', '星期', '地点', '类别', '带队人', '固定', '情况', '冲突']);
    expect(rows.slice(1).map((row) => [row[1], row[3], row[4], row[6], row[7]])).toEqual([
      ['星期一', '县（市、区）', 'citychair示例', '已安排', null],
      ['星期六', '县（市、区）', 'citychair示例', '有冲突', '星期六，不是工作日'],
    ]);
    expect(rows[1]?.[0]).toEqual(new Date(`${from}T00:00:00Z`));
    await save(lead, 1, planOf());
    const empty = await exportedRows(lead, at('itinerary/export'));
    expect(empty.slice(1).map((row) => [row[0], row[6]])).toEqual([
      [null, '未安排'],
      [null, '未安排'],
    ]);
    const { rows: entries } = await t.db.owner.query(
      "select subject, detail from audit_entry where action = 'list-exported' order by id desc limit 1",
    );
    expect(entries).toEqual([{ subject: '停车', detail: { list: 'itinerary', name: '调研行程 停车', rows: 2 } }]);
  });

  test('of two who save on the same version one is told; the other stands', async () => {
    const answers = await Promise.all([1, 2].map((perDay) => save(lead, 0, planOf({ perDay }))));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const lost = answers.find(({ statusCode }) => statusCode === 409);
    expect(lost?.json()).toMatchObject({ code: 'itinerary/changed' });
    expect((await save(lead, 7, planOf())).json()).toMatchObject({ code: 'itinerary/changed' });
  });

  test('is hidden from another body and refused to whoever does not record visits', async () => {
    await save(lead, 0, planOf());
    for (const [client, code] of [
      [office, 'act/not-your-role'],
      [county, 'act/not-for-this-tenant'],
    ] as const) {
      for (const answer of [await client.get(at()), await save(client, 1, planOf())]) {
        expect(answer.json()).toMatchObject({ refusals: [{ code }] });
      }
    }
    const { rows } = await t.db.owner.query('select tenant_id from itinerary where case_id = $1', [caseId]);
    expect(rows).toEqual([{ tenant_id: linkage.city.id }]);
  });

  test.each([
    ['itinerary/period', () => planOf({ until: daysForward(from, -1) })],
    ['itinerary/period', () => planOf({ until: daysForward(from, 400) })],
    ['itinerary/not-in-team', () => planOf({ leaderIds: [linkage.people.lead.personId] })],
    ['itinerary/unknown-place', () => planOf({ stops: [stop(linkage.government.id, from)] })],
  ])('is refused with %s, and nothing is kept', async (code, plan) => {
    const answer = await save(lead, 0, plan());
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ refusals: [{ code, clause: 'S2.4' }] });
    expect((await lead.get(at())).json()).toMatchObject({ saved: null });
  });
});

describe('S2.4 a suggested itinerary', () => {
  test('visits every county once, on working days, and leaves the fixed visit where it is', async () => {
    const fixed = stop(linkage.county.id, daysForward(from, 3), true);
    const answer = await suggest(planOf({ stops: [fixed] }), [linkage.county.id, linkage.otherCounty.id]);
    const { stops, unplaced, days } = answer.json<Suggestion>();
    expect(unplaced).toEqual([]);
    expect(days).toBe(2);
    expect(stops).toContainEqual(fixed);
    expect(stops.map(({ placeId }) => placeId).toSorted()).toEqual(
      [linkage.county.id, linkage.otherCounty.id].toSorted(),
    );
    expect((await lead.get(at())).json()).toMatchObject({ saved: null });
  });

  test('keeps off what another topic has planned: the leader is there, not here', async () => {
    const other = await topic('供水');
    await save(lead, 0, planOf({ stops: [stop(linkage.otherCounty.id, from)] }), other);
    const found = (await lead.get(at())).json<{ taken: object[] }>();
    expect(found.taken).toEqual([{ placeId: linkage.otherCounty.id, day: from, leaderId, caseName: '供水' }]);
    const { stops } = (await suggest(planOf({ until: daysForward(from, 1) }), [linkage.county.id])).json<Suggestion>();
    expect(stops.map(({ day }) => day)).toEqual([daysForward(from, 1)]);
  });

  test('names the places for which there is no day', async () => {
    const duty = { personIds: [leaderId], from, until: from, matter: '出席省人大会议' };
    expect((await office.post('/api/leader-duties', duty)).statusCode).toBe(201);
    const plan = planOf({ until: from });
    expect((await lead.get(at())).json()).toMatchObject({ duties: [{ personId: leaderId, matter: '出席省人大会议' }] });
    expect((await suggest(plan, [linkage.county.id])).json()).toMatchObject({
      stops: [],
      unplaced: [linkage.county.id],
      days: 0,
    });
  });

  test.each([
    ['itinerary/nobody', () => planOf({ leaderIds: [] })],
    ['itinerary/over', () => planOf({ from: '2026-01-05', until: '2026-01-09' })],
  ])('is refused with %s', async (code, plan) => {
    expect((await suggest(plan(), [linkage.county.id])).json()).toMatchObject({ refusals: [{ code }] });
  });
});
