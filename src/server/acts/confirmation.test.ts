import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, appoint } from '../../../test/test-cases.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let office: Client;
let chair: Client;
let former: Client;
let chairId: string;

/** Today is 2026-11-24: a chair in office, and a vice-chair until yesterday whose account still has the role. */
beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  await addAccount(t.db, tenants.city, { login: 'office', roles: ['office-clerk'] });
  chairId = (await addAccount(t.db, tenants.city, { login: 'chair', roles: ['chairperson'] })).personId;
  const formerId = (await addAccount(t.db, tenants.city, { login: 'former', roles: ['chairperson'] })).personId;
  await appoint(t.db, tenants.city, { personId: chairId, post: 'chair' });
  await appoint(t.db, tenants.city, { personId: formerId, post: 'vice-chair', until: '2026-11-23' });
  [office, chair, former] = [await t.signInAs('office'), await t.signInAs('chair'), await t.signInAs('former')];
});
afterAll(() => t.close());

/** The annual plan, returned by a council of one and entered by the office; answers the entry. */
async function enterPlan(year: number): Promise<{ caseId: string; enteredId: string }> {
  const { city, county } = tenants;
  const caseId = await addCase(t.db, { kind: 'year', year, tenants: [city, county] });
  const meeting = { date: '2026-11-24', name: '主任会议', chairId, presentIds: [chairId] };
  const payload = { outcome: 'returned', title: '监督工作计划', topicIds: [] };
  const done = { 'settle-topics': { on: '2026-11-20', seq: 1 }, 'decide-joint-plan': { on: '2026-11-20', seq: 2 } };
  await t.db.owner.query('update track set done = $2 where case_id = $1', [caseId, JSON.stringify(done)]);
  const entered = await office.post(`/api/cases/${caseId}/acts/adopt-annual-plan`, { payload, meeting });
  expect(entered.json()).toMatchObject({ state: 'entered' });
  return { caseId, enteredId: entered.json<{ enteredId: string }>().enteredId };
}

const stateOf = async (enteredId: string) =>
  (await t.db.owner.query('select state from entered_act where id = $1', [enteredId])).rows[0];

describe('监督法 §8 a decision that waits', () => {
  test('is confirmed by a chairperson in office and enters the ledger', async () => {
    const { enteredId } = await enterPlan(2027);
    const confirmed = await chair.post(`/api/entered-acts/${enteredId}/confirmation`);
    expect(confirmed.json()).toMatchObject({ state: 'recorded' });
    expect(await stateOf(enteredId)).toEqual({ state: 'confirmed' });
  });

  test('is not confirmed by a former chairperson whose role was never taken back', async () => {
    const { caseId, enteredId } = await enterPlan(2028);
    const refused = await former.post(`/api/entered-acts/${enteredId}/confirmation`);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'entered/not-council', clause: '组织法 §54' });
    expect(await stateOf(enteredId)).toEqual({ state: 'waiting' });
    expect((await t.db.owner.query('select kind from act where case_id = $1', [caseId])).rows).toEqual([]);
  });

  test('is not sent back by a former chairperson either; one in office may', async () => {
    const { enteredId } = await enterPlan(2029);
    const back = `/api/entered-acts/${enteredId}/return`;
    expect((await former.post(back, { reason: '退回' })).json()).toMatchObject({ code: 'entered/not-council' });
    expect(await stateOf(enteredId)).toEqual({ state: 'waiting' });
    expect((await chair.post(back, { reason: '会议名称有误' })).statusCode).toBe(200);
    expect(await stateOf(enteredId)).toEqual({ state: 'sent-back' });
  });
});

test('decisions leave as a spreadsheet, those of one state, and nobody gets another body’s', async () => {
  const sentBack = await exportedRows(office, '/api/entered-acts/export?confirmation=sent-back');
  expect(sentBack[0]?.slice(0, 3)).toEqual(['决定', '事项', '决定日期']);
  expect(sentBack.slice(1).map((row) => row.slice(-2))).toEqual([['已退回', '会议名称有误']]);
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  expect(await exportedRows(await t.signInAs('county'), '/api/entered-acts/export')).toHaveLength(1);
});
