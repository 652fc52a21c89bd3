import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import { markDone } from '../../../test/test-cases.ts';
import { addTopic, type CastName, cast, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import type { listNotices } from '../../contract/notices.ts';
import type { ReminderView } from '../../contract/reminders.ts';
import type { ResponseOf } from '../../contract/route.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let clients: Record<CastName, Client>;
let topic: string;

beforeAll(async () => {
  t = await testApp();
  t.setTime('2026-11-24T15:00:00Z');
  linkage = await workingLinkage(t.db);
  const signedIn = await Promise.all(Object.keys(cast).map(async (login) => [login, await t.signInAs(login)] as const));
  // The keys are those of the cast.
  clients = Object.fromEntries(signedIn) as Record<CastName, Client>;
});
afterAll(() => t.close());
beforeEach(async () => {
  t.setTime('2026-11-24T15:00:00Z');
  // Two months before the city's session were over in October: the counties' comments are late.
  topic = await addTopic(t.db, linkage, { name: '停车治理', year: 2026, deliberationDate: '2026-12-15' });
  await markDone(t.db, topic, linkage.city, ['draft-implementation-plan']);
});

const comment = () => ({ tenantId: linkage.county.id, stepKey: 'comment-on-plan' });
const remind = (login: CastName, step: object = comment(), headers: Record<string, string> = {}) =>
  clients[login].post(`/api/cases/${topic}/reminders`, step, headers);

async function remindersOf(login: CastName): Promise<ReminderView[]> {
  const response = await clients[login].get(`/api/reminders?caseId=${topic}`);
  expect(response.statusCode).toBe(200);
  return response.json<{ reminders: ReminderView[] }>().reminders;
}

async function noticesOf(login: CastName) {
  const { notices } = (await clients[login].get('/api/notices?kind=reminded')).json<ResponseOf<typeof listNotices>>();
  return notices.filter(({ caseId }) => caseId === topic);
}

describe('S5.2 a county that is late', () => {
  test('is reminded by the lead committee: step, date, days and clause, from whom; both keep it', async () => {
    const answer = await remind('lead');
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ title: '会同研究实施方案', clause: 'S2.1', due: '2026-10-15' });
    const [notice] = await noticesOf('staff');
    expect(notice?.text).toBe(
      `市人大常委会城环资工委（lead示例）催办：“停车治理”的“会同研究实施方案”，应于2026-10-15前完成，已逾期40日（S2.1）。`,
    );
    for (const login of ['lead', 'office', 'clerk', 'staff', 'chair'] as const) {
      expect(await remindersOf(login)).toMatchObject([{ stepKey: 'comment-on-plan', byName: 'lead示例' }]);
    }
  });

  test('has it in a spreadsheet as the one that reminded has, and nobody else of the linkage does', async () => {
    await remind('lead');
    const rowsOf = async (login: CastName) => {
      const rows = await exportedRows(clients[login], `/api/cases/${topic}/reminders/export`);
      return rows.slice(1).map(([title, , , by, , due]) => [title, by, due]);
    };
    const told = [['会同研究实施方案', 'lead示例', new Date('2026-10-15T00:00:00Z')]];
    expect(await rowsOf('lead')).toEqual(told);
    expect(await rowsOf('staff')).toEqual(told);
    expect(await rowsOf('county')).toEqual([]);
  });

  test('is told in its committee and its office, not to its chairpersons, and nobody else of the linkage hears of it', async () => {
    await remind('office');
    expect(await noticesOf('staff')).toHaveLength(1);
    expect(await noticesOf('clerk')).toHaveLength(1);
    for (const login of ['chair', 'county', 'ownorg', 'office', 'lead'] as const) {
      expect(await noticesOf(login), login).toEqual([]);
    }
    for (const login of ['county', 'ownorg', 'organ'] as const) expect(await remindersOf(login), login).toEqual([]);
  });

  test('is reminded of a step once a day, whoever asks, and again on the next', async () => {
    expect((await remind('lead')).statusCode).toBe(201);
    const second = await remind('office');
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: 'reminder/today-already' });
    expect(await noticesOf('staff')).toHaveLength(1);
    // Midnight in Beijing has passed.
    t.setTime('2026-11-24T16:10:00Z');
    expect((await remind('office')).statusCode).toBe(201);
    expect(await remindersOf('clerk')).toHaveLength(2);
  });

  test('of two who remind at once one is told, and one notice goes out', async () => {
    const answers = await Promise.all([remind('lead'), remind('office')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect(await noticesOf('staff')).toHaveLength(1);
  });

  test('a repeated request is answered as the first', async () => {
    const key = { 'idempotency-key': `reminding-${topic}` };
    const first = await remind('lead', comment(), key);
    const again = await remind('lead', comment(), key);
    expect(again.json()).toEqual(first.json());
    expect(await remindersOf('lead')).toHaveLength(1);
  });
});

describe('who may not be reminded', () => {
  test.each([
    ['chair', 'reminder/not-your-role'],
    ['ownorg', 'reminder/not-your-role'],
    ['clerk', 'reminder/own-work'],
  ] as const)('%s is refused: %s', async (login, code) => {
    const step = { tenantId: linkage.county.id, stepKey: 'hand-over-collected-opinions' };
    await markDone(t.db, topic, linkage.county, ['name-responsible-organs']);
    await t.db.owner.query(
      "insert into track (city_code, case_id, tenant_id, body_id, level, kind) values ($1, $2, $3, $4, 'county', 'organ')",
      [linkage.cityCode, topic, linkage.countyGovernment.id, linkage.county.id],
    );
    expect((await remind(login, step)).json()).toMatchObject({ code });
    expect(await remindersOf('lead')).toEqual([]);
  });

  test('a county does not remind the city', async () => {
    const step = { tenantId: linkage.city.id, stepKey: 'approve-implementation-plan' };
    expect((await remind('clerk', step)).json()).toMatchObject({ code: 'reminder/not-concerned' });
  });

  test('who waits for others is not reminded in their place', async () => {
    await t.db.owner.query("update track set done = '{}' where case_id = $1", [topic]);
    const refused = await remind('office');
    expect(refused.json()).toMatchObject({ code: 'reminder/waits' });
    expect(refused.body).toContain('请先催办市人大常委会');
  });

  test('what is done is owed by nobody', async () => {
    await markDone(t.db, topic, linkage.county, ['comment-on-plan']);
    expect((await remind('lead')).json()).toMatchObject({ code: 'reminder/nothing-owed' });
  });

  test('another county does not see whose step it is, nor that there is one', async () => {
    const hidden = await remind('county');
    expect(hidden.statusCode).toBe(404);
    expect(await remindersOf('county')).toEqual([]);
  });
});

test('the office reminds the own lead committee, and only that committee and the office hear of it', async () => {
  await t.db.owner.query("update track set done = '{}' where case_id = $1", [topic]);
  const step = { tenantId: linkage.city.id, stepKey: 'draft-implementation-plan' };
  expect((await remind('office', step)).statusCode).toBe(201);
  expect(await noticesOf('lead')).toHaveLength(1);
  expect(await noticesOf('citychair')).toEqual([]);
});
