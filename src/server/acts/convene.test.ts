import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, appoint } from '../../../test/test-cases.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { inScope, type Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { confirmEntered, momentOf } from './act-commands.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let office: Client;
let chair: Client;
let chairperson: Actor;
const years: Record<number, string> = {};

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  const { city } = tenants;
  await addAccount(t.db, city, { login: 'office', roles: ['office-clerk'] });
  const { accountId, personId } = await addAccount(t.db, city, { login: 'chair', roles: ['chairperson'] });
  await appoint(t.db, city, { personId, post: 'chair' });
  [office, chair] = [await t.signInAs('office'), await t.signInAs('chair')];
  const { cityCode, id: tenantId, bodyId, level, kind } = city;
  const who = { accountId, personId, personName: '主任', roles: ['chairperson'] as const, unitIds: [] };
  chairperson = { ...who, cityCode, tenantId, bodyId, level, kind };
  for (const year of [2025, 2026, 2027]) {
    years[year] = await addCase(t.db, { kind: 'year', year, name: `${year}年度`, tenants: [city] });
  }
});
afterAll(() => t.close());

/** The office enters that the council fixed a sitting of one day. */
function enter(year: number, number: string, day: string, reasons: Record<string, string> = {}) {
  const date = `${year - 1}-12-20` < '2026-11-24' ? `${year - 1}-12-20` : '2026-11-24';
  const meeting = { date, name: '主任会议', chairId: chairperson.personId, presentIds: [chairperson.personId] };
  const payload = { number, opens: day, closes: day, items: [] };
  return office.post(`/api/cases/${years[year]}/acts/convene-session`, { on: date, payload, meeting, reasons });
}

async function convene(year: number, number: string, day: string): Promise<void> {
  const { enteredId } = (await enter(year, number, day)).json<{ enteredId: string }>();
  const confirmed = await chair.post(`/api/entered-acts/${enteredId}/confirmation`);
  expect(confirmed.json()).toMatchObject({ state: 'recorded' });
}

describe('SES-01 组织法 §51 across the year’s end', () => {
  test('the first sitting of a year counts from the last of the year before', async () => {
    await convene(2026, '第一次会议', '2026-01-15');
    const late = await enter(2027, '第二次会议', '2027-01-20');
    expect(late.json()).toMatchObject({ code: 'session/gap', clause: '组织法 §51' });
    expect(late.body).toContain('2026-03-15');
    const reasons = { 'session/gap': '上次会议后另有未登记的会议。' };
    expect((await enter(2027, '第二次会议', '2027-01-20', reasons)).json()).toMatchObject({ state: 'entered' });
  });
});

describe('REP-04 a sitting called out of turn', () => {
  test('and a topic put on it tell so to everybody who sees the track; the reports are due when it opens', async () => {
    await t.db.owner.query(
      `insert into settings_version (city_code, id, version, value, basis) values ('510700', $1, 1, $2, '{}')`,
      [uuidv7(), JSON.stringify({ extraordinaryReports: 'waived' })],
    );
    await t.db.owner.query('update linkage set organisation_version = organisation_version + 1');
    const topicId = await addCase(t.db, { kind: 'topic', year: 2027, tenants: [tenants.city] });
    const meeting = { date: '2026-11-24', name: '主任会议', chairId: chairperson.personId };
    const payload = {
      number: '临时会议',
      opens: '2026-12-01',
      closes: '2026-12-01',
      extraordinary: true,
      items: [{ topicId, purpose: 'deliberation', unplanned: true }],
    };
    const entered = await office.post(`/api/cases/${years[2027]}/acts/convene-session`, {
      payload,
      meeting: { ...meeting, presentIds: [chairperson.personId] },
      reasons: { 'session/gap': '上次会议未登记。' },
    });
    const { enteredId } = entered.json<{ enteredId: string }>();
    const confirmed = await chair.post(`/api/entered-acts/${enteredId}/confirmation`);
    const [sessionId] = confirmed.json<{ createdCaseIds: string[] }>().createdCaseIds;
    const trackOf = async (id: string | undefined) =>
      (await office.get(`/api/cases/${id}`)).json<{ view: { tracks: unknown[] } }>().view.tracks[0];
    expect(await trackOf(topicId)).toMatchObject({ session: { sessionId, extraordinary: true, unplanned: true } });
    expect(await trackOf(sessionId)).toMatchObject({ session: { sessionId, extraordinary: true } });
    const { rows } = await t.db.owner.query(
      "select due from task where case_id = $1 and step_id = 'distribute-report'",
      [topicId],
    );
    expect(rows).toEqual([{ due: '2026-12-01' }]);
  });
});

describe('监督法 §8 the chain of a convened sitting', () => {
  test('has the sitting’s first act right after the convening one, under one lock', async () => {
    await convene(2025, '第八次会议', '2025-01-03');
    const { enteredId } = (await enter(2025, '第九次会议', '2025-01-10')).json<{ enteredId: string }>();
    const statements: string[] = [];
    const moment = momentOf({ at: '2026-11-24T01:00:00.000Z', today: '2026-11-24' });
    await inScope(t.db, chairperson, (trx) => confirmEntered(heard(trx, statements), chairperson, enteredId, moment));
    expect(statements.filter((sql) => /from chain\b.*for update/s.test(sql))).toHaveLength(1);
    const { rows } = await t.db.owner.query('select seq, kind, prev_hash, hash from act order by seq desc limit 2');
    expect(rows).toMatchObject([{ kind: 'begin-session', prev_hash: rows[1].hash }, { kind: 'convene-session' }]);
    expect(rows[0].seq).toBe(rows[1].seq + 1);
  });
});

/** The same transaction, with every statement written down. */
function heard(trx: Trx, statements: string[]): Trx {
  return new Proxy(trx, {
    get(target, method: keyof Trx) {
      return (text: string, values?: readonly unknown[]) => {
        statements.push(text);
        return target[method](text, values);
      };
    },
  });
}
