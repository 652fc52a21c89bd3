import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { addTopic, type CastName, type WorkingLinkage, workingLinkage } from '../../../test/working-linkage.ts';
import { uuidv7 } from '../db/uuid.ts';
import { sendDigests } from './digest.ts';

let t: TestApp;
let linkage: WorkingLinkage;
let topic: string;

/** 07:30 in Beijing. */
const morning = new Date('2026-11-23T23:30:00Z');

beforeAll(async () => {
  t = await testApp();
  linkage = await workingLinkage(t.db);
  const organs = [linkage.government, linkage.countyGovernment];
  topic = await addTopic(t.db, linkage, { name: '停车治理', year: 2027, deliberationDate: '2027-10-26', organs });
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.owner.query('delete from task');
  await t.db.owner.query('delete from notice');
  await t.db.owner.query('delete from package_addressee');
});

type Task = { performer: string; state: string; due: string; title?: string; leadUnitId?: string | null };

async function owe(tenant: { id: string }, { performer, state, due, title = '送交报告', leadUnitId }: Task) {
  const key = uuidv7();
  await t.db.owner.query(
    `insert into task (city_code, case_id, tenant_id, step_key, step_id, performer, lead_unit_id, state, due, force, clause, title, why, case_name)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, 'must', 'S2.6', $9, '', '停车治理')`,
    [linkage.cityCode, topic, tenant.id, key, performer, leadUnitId ?? null, state, due, title],
  );
}

async function digestsOf(login: CastName): Promise<string[]> {
  const { rows } = await t.db.owner.query<{ text: string }>(
    "select text from notice where kind = 'digest' and person_id = $1 order by digest_on",
    [linkage.people[login].personId],
  );
  return rows.map(({ text }) => text);
}

describe('the digest of the morning', () => {
  test('tells each person what of the own work is late or due within a week, and the next of it', async () => {
    await owe(linkage.county, { performer: 'office', state: 'overdue', due: '2026-11-20' });
    await owe(linkage.county, { performer: 'session', state: 'due-soon', due: '2026-11-30' });
    await owe(linkage.county, { performer: 'office', state: 'due-soon', due: '2026-11-27', title: '报送调研报告' });
    await owe(linkage.county, { performer: 'office', state: 'ready', due: '2027-01-10' });
    await owe(linkage.county, { performer: 'lead-committee', state: 'overdue', due: '2026-11-19' });
    await sendDigests(t.db, morning);
    expect(await digestsOf('clerk')).toEqual([
      '今天：1项已逾期，2项七日内到期。最近到期：2026-11-27，“停车治理”报送调研报告。',
    ]);
    expect(await digestsOf('staff')).toEqual(['今天：1项已逾期。']);
  });

  test('is not sent to somebody for whom nothing waits', async () => {
    await owe(linkage.county, { performer: 'office', state: 'overdue', due: '2026-11-20' });
    expect(await sendDigests(t.db, morning)).toBe(1);
    for (const login of ['deputy', 'admin', 'county', 'office', 'party'] as const) {
      expect(await digestsOf(login)).toEqual([]);
    }
  });

  test('is sent once a person and day, however often and however many at once send it', async () => {
    await owe(linkage.county, { performer: 'office', state: 'overdue', due: '2026-11-20' });
    const sent = await Promise.all([sendDigests(t.db, morning), sendDigests(t.db, morning)]);
    expect(sent[0] + sent[1]).toBe(1);
    expect(await sendDigests(t.db, new Date('2026-11-24T09:00:00Z'))).toBe(0);
    expect(await sendDigests(t.db, new Date('2026-11-24T23:30:00Z'))).toBe(1);
    expect(await digestsOf('clerk')).toHaveLength(2);
  });

  test('counts packages for who signs for them and decisions for who confirms them', async () => {
    const office = await t.signInAs('office');
    const payload = { toIds: [linkage.county.id], about: 'contact', subject: '来件', text: '正文' };
    expect((await office.post(`/api/cases/${topic}/acts/exchange`, { payload })).statusCode).toBe(201);
    await t.db.owner.query(
      `insert into entered_act (city_code, id, tenant_id, case_id, kind, happened_on, payload, reasons, entered_by, entered_by_name)
       values ($1, $2, $3, $4, 'deliberate', '2026-11-20', '{}', '{}', $5, '')`,
      [linkage.cityCode, uuidv7(), linkage.county.id, topic, linkage.people.clerk.personId],
    );
    await sendDigests(t.db, morning);
    expect(await digestsOf('clerk')).toEqual(['今天：1件报送件待签收。']);
    expect(await digestsOf('chair')).toEqual(['今天：1项集体决定待确认。']);
    await t.db.owner.query('delete from entered_act');
  });

  test('leaves a committee of the city the topics that it leads', async () => {
    await owe(linkage.city, { performer: 'lead-committee', state: 'overdue', due: '2026-11-20', leadUnitId: uuidv7() });
    await sendDigests(t.db, morning);
    expect(await digestsOf('lead')).toEqual([]);
    await owe(linkage.city, {
      performer: 'lead-committee',
      state: 'overdue',
      due: '2026-11-20',
      leadUnitId: linkage.leadUnitId,
    });
    await sendDigests(t.db, morning);
    expect(await digestsOf('lead')).toEqual(['今天：1项已逾期。']);
  });

  test('is one person’s: a colleague of the same office does not read it', async () => {
    await owe(linkage.county, { performer: 'lead-committee', state: 'overdue', due: '2026-11-20' });
    await sendDigests(t.db, morning);
    const read = async (login: CastName) => (await (await t.signInAs(login)).get('/api/notices?kind=digest')).body;
    expect(await read('staff')).toContain('1项已逾期');
    expect(await read('clerk')).not.toContain('1项已逾期');
  });

  test('is not sent to who declined it, nor to an account that is disabled', async () => {
    await owe(linkage.county, { performer: 'office', state: 'overdue', due: '2026-11-20' });
    await owe(linkage.county, { performer: 'lead-committee', state: 'overdue', due: '2026-11-20' });
    const clerk = await t.signInAs('clerk');
    await clerk.request('PUT', '/api/me/notice-kinds', { declined: ['digest'] });
    await t.db.owner.query("update account set disabled_at = now() where login = 'staff'");
    expect(await sendDigests(t.db, morning)).toBe(0);
    await clerk.request('PUT', '/api/me/notice-kinds', { declined: [] });
    await t.db.owner.query("update account set disabled_at = null where login = 'staff'");
  });
});
