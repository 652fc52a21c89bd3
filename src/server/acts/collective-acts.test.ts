import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ActSlice,
  actSlice,
  actsOf,
  expectWholeChains,
  newYear,
  recordedBy,
  refusalsOf,
  stateOf,
  take,
  whileFailing,
} from '../../../test/act-slices.ts';
import { addAccount, type Client } from '../../../test/test-app.ts';
import { appoint, markDone } from '../../../test/test-cases.ts';
import { meetingOf } from '../../../test/working-linkage.ts';

let slice: ActSlice;
let twoHats: Client;
const unknownId = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  slice = await actSlice();
  const { db, linkage, t } = slice;
  const { personId } = await addAccount(db, linkage.county, { login: 'hats', roles: ['office-clerk', 'chairperson'] });
  await appoint(db, linkage.county, { personId, post: 'vice-chair' });
  await addAccount(db, linkage.county, { login: 'left', roles: ['chairperson'] });
  twoHats = await t.signInAs('hats');
});
afterAll(() => slice.t.close());

/** The office of 甲县 enters that its council fixed a sitting. */
async function enter(caseId: string, number: string, client = slice.as.clerk): Promise<string> {
  const payload = { number, opens: '2027-03-16', closes: '2027-03-17', items: [] };
  const meeting = meetingOf(slice.linkage, 'county', '2026-11-23');
  return recordedBy(await take(client, caseId, 'convene-session', { on: '2026-11-23', payload, meeting })).enteredId;
}

async function enteredNew(number: string) {
  const { caseId } = await newYear(slice);
  return { caseId, enteredId: await enter(caseId, number) };
}

const confirm = (client: Client, enteredId: string, key?: string) =>
  client.post(`/api/entered-acts/${enteredId}/confirmation`, {}, key === undefined ? {} : { 'idempotency-key': key });
const sendBack = (client: Client, enteredId: string, reason = '出席人员有误') =>
  client.post(`/api/entered-acts/${enteredId}/return`, { reason });

const withdraw = (client: Client, enteredId: string) => client.post(`/api/entered-acts/${enteredId}/withdrawal`, {});

async function settled(enteredId: string) {
  const { rows } = await slice.db.owner.query(
    'select state, act_seq as seq, send_back_reason as reason from entered_act where id = $1',
    [enteredId],
  );
  return rows[0];
}

describe('监督法 §8 a decision of the council', () => {
  test('is only entered by the office: nothing enters the ledger', async () => {
    const { db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第一次会议');
    expect(await actsOf(db, linkage.county, caseId)).toEqual([]);
    expect(await settled(enteredId)).toEqual({ state: 'waiting', seq: null, reason: null });
  });

  test('is recorded when a chairperson confirms it, as entered by the one and confirmed by the other', async () => {
    const { as, db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第二次会议');
    const { seq, createdCaseIds } = recordedBy(await confirm(as.chair, enteredId));
    const { rows } = await db.owner.query(
      'select kind, happened_on, actor_id, confirmed_by, meeting from act where case_id = $1',
      [caseId],
    );
    expect(rows).toEqual([
      {
        kind: 'convene-session',
        happened_on: '2026-11-23',
        actor_id: linkage.people.clerk.personId,
        confirmed_by: linkage.people.chair.personId,
        meeting: meetingOf(linkage, 'county', '2026-11-23'),
      },
    ]);
    expect(await settled(enteredId)).toEqual({ state: 'confirmed', seq, reason: null });
    expect(await actsOf(db, linkage.county, createdCaseIds[0])).toEqual(['begin-session']);
    await expectWholeChains(db);
  });

  test('is found by its title and its case, page by page, in either order', async () => {
    const { as } = slice;
    const { caseId } = await enteredNew('第三次会议');
    await enter(caseId, '第四次会议');
    type Page = { entered: { id: string; enteredAt: string }[]; total: number; pageSize: number };
    const ask = async (query: string) => (await as.chair.get(`/api/entered-acts?${query}`)).json<Page>();
    const all = await ask('pageSize=200&sort=oldest');
    const [first, second] = [await ask('pageSize=1'), await ask('pageSize=1&page=2')];
    expect(first).toMatchObject({ total: all.total, pageSize: 1 });
    expect([first.entered[0]?.id, second.entered[0]?.id]).toEqual(
      all.entered
        .toReversed()
        .slice(0, 2)
        .map(({ id }) => id),
    );
    expect((await ask('text=会期')).total).toBe(all.total);
    expect(await ask('text=没有这样的决定')).toMatchObject({ total: 0, entered: [] });
  });

  test('that is sent back stays out of the ledger with the reason, and can be entered anew', async () => {
    const { as, db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第三次会议');
    const answer = await sendBack(as.chair, enteredId, '出席人员有误');
    expect([answer.statusCode, answer.json()]).toEqual([200, { state: 'sent-back' }]);
    expect(await settled(enteredId)).toEqual({ state: 'sent-back', seq: null, reason: '出席人员有误' });
    expect(await actsOf(db, linkage.county, caseId)).toEqual([]);
    recordedBy(await confirm(as.chair, await enter(caseId, '第三次会议')));
  });

  test('is withdrawn by the office before it is confirmed, stays out of the ledger and can be entered anew', async () => {
    const { as, db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第三次会议');
    const answer = await withdraw(as.clerk, enteredId);
    expect([answer.statusCode, answer.json()]).toEqual([200, { state: 'withdrawn' }]);
    expect(await settled(enteredId)).toEqual({ state: 'withdrawn', seq: null, reason: null });
    expect(await actsOf(db, linkage.county, caseId)).toEqual([]);
    recordedBy(await confirm(as.chair, await enter(caseId, '第三次会议')));
  });

  test('is withdrawn by nobody but who entered it and the office', async () => {
    const { as } = slice;
    const { enteredId } = await enteredNew('第三次会议');
    const before = await stateOf(slice.db);
    for (const client of [as.chair, as.staff, as.deputy, as.admin]) {
      expect(refusalsOf(await withdraw(client, enteredId))).toEqual(['entered/not-yours']);
    }
    for (const client of [as.countychair, as.citychair, as.organ]) {
      const [hidden, missing] = [await withdraw(client, enteredId), await withdraw(client, unknownId)];
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    }
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('is withdrawn once, and not after it was settled', async () => {
    const { as } = slice;
    for (const first of [withdraw, sendBack]) {
      const { enteredId } = await enteredNew('第三次会议');
      await first(first === withdraw ? as.clerk : as.chair, enteredId);
      const before = await stateOf(slice.db);
      expect(refusalsOf(await withdraw(as.clerk, enteredId))).toEqual(['entered/settled']);
      expect(await stateOf(slice.db)).toEqual(before);
    }
  });

  test('withdrawn while a chairperson confirms it: one of both is told that it is settled', async () => {
    const { as, db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第三次会议');
    const answers = await Promise.all([confirm(as.chair, enteredId), withdraw(as.clerk, enteredId)]);
    expect(answers.filter(({ statusCode }) => statusCode === 409).flatMap(refusalsOf)).toEqual(['entered/settled']);
    const recorded = answers[0].statusCode === 201;
    expect(await actsOf(db, linkage.county, caseId)).toEqual(recorded ? ['convene-session'] : []);
    expect(await settled(enteredId)).toMatchObject({ state: recorded ? 'confirmed' : 'withdrawn' });
  });

  test('that can be taken once waits once', async () => {
    const { as, db, linkage } = slice;
    const { caseId } = await newYear(slice);
    await markDone(db, caseId, linkage.city, ['settle-topics']);
    await markDone(db, caseId, linkage.county, ['decide-joint-plan']);
    const body = {
      payload: { outcome: 'approved', title: '监督工作计划', topicIds: [] },
      meeting: meetingOf(linkage, 'county', '2026-11-23'),
      reasons: {},
    };
    recordedBy(await take(as.clerk, caseId, 'adopt-annual-plan', body));
    const before = await stateOf(db);
    expect(refusalsOf(await take(as.clerk, caseId, 'adopt-annual-plan', body))).toEqual(['act/already-entered']);
    // It is said before anything is filled in, and stands as entered for everybody who reads the committee's papers; for nobody else.
    const { acts } = (await as.clerk.get(`/api/cases/${caseId}/available-acts`)).json<{
      acts: { kind: string; refusals: { code: string }[] }[];
    }>();
    const offered = acts.find(({ kind }) => kind === 'adopt-annual-plan');
    expect(offered?.refusals.map(({ code }) => code)).toContain('act/already-entered');
    const enteredIn = async (client: Client) =>
      (await client.get(`/api/cases/${caseId}`)).json<{ enteredSteps: string[] }>().enteredSteps;
    expect(await enteredIn(as.clerk)).toEqual(['adopt-annual-plan']);
    expect(await enteredIn(as.chair)).toEqual(['adopt-annual-plan']);
    expect(await enteredIn(as.deputy)).toEqual([]);
    expect(await enteredIn(as.office)).toEqual([]);
    expect(await stateOf(db)).toEqual(before);
  });
});

describe('a confirmation is refused and changes nothing', () => {
  const ways = [
    ['confirmed', confirm],
    ['sent back', (client: Client, enteredId: string) => sendBack(client, enteredId)],
  ] as const;

  test.each(ways)('%s by somebody who is no chairperson', async (_way, settle) => {
    const { enteredId } = await enteredNew('第四次会议');
    const before = await stateOf(slice.db);
    for (const client of [slice.as.clerk, slice.as.staff, slice.as.deputy, slice.as.admin]) {
      const answer = await settle(client, enteredId);
      expect([answer.statusCode, ...refusalsOf(answer)]).toEqual([409, 'entered/not-chairperson']);
    }
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test.each(ways)('%s by who entered it', async (_way, settle) => {
    const { caseId } = await newYear(slice);
    const enteredId = await enter(caseId, '第五次会议', twoHats);
    const before = await stateOf(slice.db);
    expect(refusalsOf(await settle(twoHats, enteredId))).toEqual(['entered/own-entry']);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test.each(ways)('%s by a chairperson who holds no post of the council', async (_way, settle) => {
    const { enteredId } = await enteredNew('第五次会议');
    const before = await stateOf(slice.db);
    expect(refusalsOf(await settle(await slice.t.signInAs('left'), enteredId))).toEqual(['entered/not-council']);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test.each(ways)('%s after it was settled, one way or the other', async (_way, settle) => {
    for (const first of [confirm, sendBack]) {
      const { enteredId } = await enteredNew('第六次会议');
      expect((await first(slice.as.chair, enteredId)).statusCode).toBeLessThan(300);
      const before = await stateOf(slice.db);
      expect(refusalsOf(await settle(slice.as.chair, enteredId))).toEqual(['entered/settled']);
      expect(await stateOf(slice.db)).toEqual(before);
    }
  });

  test.each(ways)('%s by another body’s chairperson: for him there is no such decision', async (_way, settle) => {
    const { enteredId } = await enteredNew('第七次会议');
    const before = await stateOf(slice.db);
    for (const client of [slice.as.countychair, slice.as.citychair, slice.as.organ]) {
      const [hidden, missing] = [await settle(client, enteredId), await settle(client, unknownId)];
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    }
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('where what was decided has become impossible in the meantime; it stays waiting', async () => {
    const { as } = slice;
    const { caseId } = await newYear(slice);
    const [first, second] = [await enter(caseId, '第八次会议'), await enter(caseId, '第八次会议')];
    recordedBy(await confirm(as.chair, first));
    const before = await stateOf(slice.db);
    expect(refusalsOf(await confirm(as.chair, second))).toEqual(['session/same-name number']);
    expect(await stateOf(slice.db)).toEqual(before);
    expect(await settled(second)).toMatchObject({ state: 'waiting' });
    expect((await sendBack(as.chair, second)).statusCode).toBe(200);
  });

  test('sent back without a reason, naming the field', async () => {
    const { enteredId } = await enteredNew('第九次会议');
    const answer = await sendBack(slice.as.chair, enteredId, '  ');
    expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid', fields: [{ path: 'reason' }] });
    expect(await settled(enteredId)).toMatchObject({ state: 'waiting' });
  });
});

describe('a confirmation repeated', () => {
  test('under one key has one answer and one entry', async () => {
    const { as, db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第十次会议');
    const first = await confirm(as.chair, enteredId, 'confirm-again-01');
    const again = await confirm(as.chair, enteredId, 'confirm-again-01');
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(await actsOf(db, linkage.county, caseId)).toEqual(['convene-session']);
  });

  test('at the same moment is recorded once', async () => {
    const { as, db, linkage } = slice;
    const { caseId, enteredId } = await enteredNew('第十一次会议');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => confirm(as.chair, enteredId)));
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(await actsOf(db, linkage.county, caseId)).toEqual(['convene-session']);
    await expectWholeChains(db);
  });

  test('while another chairperson sends it back: one of both is told that it is settled', async () => {
    const { as, db, linkage } = slice;
    for (const number of ['第十二次会议', '第十三次会议', '第十四次会议']) {
      const { caseId, enteredId } = await enteredNew(number);
      const answers = await Promise.all([confirm(as.chair, enteredId), sendBack(as.chair, enteredId)]);
      const refused = answers.filter((answer) => answer.statusCode === 409);
      expect(refused.flatMap(refusalsOf)).toEqual(['entered/settled']);
      const recorded = answers[0].statusCode === 201;
      expect(await actsOf(db, linkage.county, caseId)).toEqual(recorded ? ['convene-session'] : []);
      expect(await settled(enteredId)).toMatchObject({ state: recorded ? 'confirmed' : 'sent-back' });
    }
    await expectWholeChains(db);
  });

  test.each(['act', 'supervision_case', 'live_event', 'entered_act'] as const)(
    'after it failed at %s finds the decision waiting and nothing left of the first time',
    async (table) => {
      const { as, db } = slice;
      const { enteredId } = await enteredNew('第十五次会议');
      const before = await stateOf(db);
      const failed = await whileFailing(db, table, () => confirm(as.chair, enteredId));
      expect(failed.json()).toMatchObject({ status: 500 });
      expect(await stateOf(db)).toEqual(before);
      recordedBy(await confirm(as.chair, enteredId));
    },
  );
});
