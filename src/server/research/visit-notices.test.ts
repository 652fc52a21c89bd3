import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase } from '../../../test/test-cases.ts';
import { type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { emptyCaseState } from '../../domain/case-state.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let lead: Client;
let county: Client;
let otherCounty: Client;
let caseId: string;

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  [lead, county, otherCounty] = [await t.signInAs('lead'), await t.signInAs('clerk'), await t.signInAs('county')];
});
afterAll(() => t.close());
beforeEach(async () => {
  caseId = await topic();
});

/** A topic with an approved plan and a team, as its acts would have left it. */
async function topic(): Promise<string> {
  const { city, county: own, otherCounty: other } = linkage;
  const id = await addCase(t.db, { kind: 'topic', name: '停车', tenants: [city, own, other] });
  await t.db.owner.query('update supervision_case set lead_unit_id = $2 where id = $1', [id, linkage.leadUnitId]);
  const team = {
    leaderId: linkage.people.citychair.personId,
    members: [{ personId: linkage.people.chair.personId, capacity: 'county-leader' }],
    experts: [],
  };
  const state = { ...emptyCaseState, research: { ...emptyCaseState.research, team, planApproved: true } };
  await t.db.owner.query('insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)', [
    linkage.cityCode,
    id,
    city.id,
    JSON.stringify(state),
  ]);
  return id;
}

const visitOf = (tenantId: string, day: string) => ({
  tenantId,
  day,
  leaderId: linkage.people.citychair.personId,
  places: '示例镇',
});
const tell = (visits: readonly object[], headers: Record<string, string> = {}) =>
  lead.post(
    `/api/cases/${caseId}/acts/send-visit-notice`,
    { payload: { visits, memberIds: [], prepare: '请准备汇报材料。' } },
    headers,
  );
type Notices = { notices: { caseId: string; notice: { visits: { day: string }[]; changes: string[] } }[] };
const known = async (client: Client) =>
  (await client.get('/api/visit-notices')).json<Notices>().notices.filter((one) => one.caseId === caseId);

async function signAll(client: Client): Promise<number> {
  const query = '?box=in&receipt=waiting&kind=visit-notice';
  const { packages } = (await client.get(`/api/packages${query}`)).json<{ packages: { id: string }[] }>();
  for (const { id } of packages) {
    expect((await client.post(`/api/packages/${id}/receipt`, {})).statusCode).toBe(201);
  }
  return packages.length;
}

describe('S2.4 a county is told of the joint team’s visit to it', () => {
  test('and of no other: it is told by a sealed package, knows it once signed for, and has it in its calendar', async () => {
    const sent = await tell([visitOf(linkage.county.id, '2026-12-01'), visitOf(linkage.otherCounty.id, '2026-12-02')]);
    expect(sent.statusCode).toBe(201);
    expect(await known(county)).toEqual([]);
    expect(await signAll(county)).toBe(1);
    expect((await known(county)).map(({ notice }) => notice.visits.map(({ day }) => day))).toEqual([['2026-12-01']]);
    expect(await known(otherCounty)).toEqual([]);
    const { path } = (await county.post('/api/me/calendar-feed')).json<{ path: string }>();
    const { body } = await t.anonymous.get(path);
    expect(body).toContain('联合调研组到本级调研');
    expect(body).toContain('20261201');
  });

  test('again when its day is moved, with what has changed; whose visit stays is not written to', async () => {
    const other = visitOf(linkage.otherCounty.id, '2026-12-02');
    await tell([visitOf(linkage.county.id, '2026-12-01'), other]);
    await signAll(county);
    await signAll(otherCounty);
    expect((await tell([visitOf(linkage.county.id, '2026-12-08'), other])).statusCode).toBe(201);
    expect(await signAll(otherCounty)).toBe(0);
    expect(await signAll(county)).toBe(1);
    const [told] = await known(county);
    expect(told?.notice.visits.map(({ day }) => day)).toEqual(['2026-12-08']);
    expect(told?.notice.changes).toEqual(['调研日期由2026-12-01改为2026-12-08。']);
  });

  test('once where the same sheet is sent twice under one key, and not again where nothing is new', async () => {
    const visits = [visitOf(linkage.county.id, '2026-12-01')];
    const key = { 'idempotency-key': `visit-${caseId}` };
    const first = await tell(visits, key);
    expect((await tell(visits, key)).json()).toEqual(first.json());
    expect((await tell(visits)).json()).toMatchObject({ refusals: [{ code: 'visit-notice/nothing-new' }] });
    expect(await signAll(county)).toBe(1);
  });

  test('not by a county, nor by an office of the city', async () => {
    const body = { payload: { visits: [visitOf(linkage.county.id, '2026-12-01')], memberIds: [], prepare: '' } };
    const url = `/api/cases/${caseId}/acts/send-visit-notice`;
    expect((await county.post(url, body)).json()).toMatchObject({ refusals: [{ code: 'act/not-for-this-tenant' }] });
    const office = await t.signInAs('office');
    expect((await office.post(url, body)).json()).toMatchObject({ refusals: [{ code: 'act/not-your-role' }] });
  });
});
