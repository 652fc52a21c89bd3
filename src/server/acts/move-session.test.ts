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
import type { Client, TestTenant } from '../../../test/test-app.ts';
import { addTopic, meetingOf } from '../../../test/working-linkage.ts';
import type { DateChange } from '../../contract/cases.ts';
import type { CasePast } from '../../domain/procedure/as-of.ts';

let slice: ActSlice;
const reason = '与全市重要会议冲突。';
const days = { opens: '2027-10-26', closes: '2027-10-27' };
const later = { opens: '2027-11-09', closes: '2027-11-10' };

beforeAll(async () => {
  slice = await actSlice();
});
afterAll(() => slice.t.close());

type Body = 'city' | 'county';
type Sitting = { sessionId: string; topicId: string; year: number; caseId: string };

/** A body's council convenes a sitting of 2027 on which a new topic is heard. */
async function convened(body: Body, on?: Sitting): Promise<Sitting> {
  const { as, db, linkage } = slice;
  const { year, caseId } = on ?? (await newYear(slice));
  const topic =
    on?.topicId ?? (await addTopic(db, linkage, { name: `停车${year}`, year, deliberationDate: days.opens }));
  const items = [{ topicId: topic, purpose: 'deliberation' }];
  const body_ = {
    payload: { number: '第二十次会议', ...days, items },
    meeting: meetingOf(linkage, body, '2026-11-23'),
  };
  const clerk = body === 'city' ? as.office : as.clerk;
  const answer = await take(clerk, caseId, 'convene-session', {
    ...body_,
    on: '2026-11-23',
    reasons: { 'session/gap': '期间另有会议。', 'session/within-seven-days': '会期所限。' },
  });
  const { createdCaseIds } = recordedBy(await confirm(body, recordedBy(answer).enteredId));
  return { sessionId: createdCaseIds[0] ?? '', topicId: topic, year, caseId };
}

function confirm(body: Body, enteredId: string, key?: string) {
  const chair = body === 'city' ? slice.as.citychair : slice.as.chair;
  return chair.post(
    `/api/entered-acts/${enteredId}/confirmation`,
    {},
    key === undefined ? {} : { 'idempotency-key': key },
  );
}

type Preview = { changes: DateChange[]; digest: string };

async function preview(client: Client, sessionId: string, moved = later): Promise<Preview> {
  const answer = await client.post(`/api/sessions/${sessionId}/move-preview`, moved);
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json<Preview>();
}

function move(client: Client, sessionId: string, payload: object, body: Body = 'city') {
  return take(client, sessionId, 'move-session', {
    payload: { ...later, reason, ...payload },
    meeting: meetingOf(slice.linkage, body, '2026-11-23'),
  });
}

/** The city's sitting moved as it should be: looked at, entered, confirmed. */
async function moved(sitting: Sitting): Promise<Preview> {
  const shown = await preview(slice.as.office, sitting.sessionId);
  const entered = recordedBy(await move(slice.as.office, sitting.sessionId, { seenChangeSet: shown.digest }));
  recordedBy(await confirm('city', entered.enteredId));
  return shown;
}

async function rowsOf<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await slice.db.owner.query<Row>(sql, values)).rows;
}

async function trackOf(caseId: string, tenant: TestTenant) {
  const rows = await rowsOf<{ session: object | null; version: number }>(
    'select session, version from track where case_id = $1 and tenant_id = $2',
    caseId,
    tenant.id,
  );
  return rows[0];
}

describe('组织法 §54 the preview of a move', () => {
  test('shows for every body which date becomes which, and changes nothing', async () => {
    const { linkage, as, db } = slice;
    const sitting = await convened('city');
    const before = await stateOf(db);
    const { changes, digest } = await preview(as.office, sitting.sessionId);
    expect(new Set(changes.map((change) => change.tenantId))).toEqual(
      new Set([linkage.city.id, linkage.county.id, linkage.otherCounty.id]),
    );
    const county = changes.find((one) => one.tenantId === linkage.county.id && one.stepKey === 'deliberate');
    expect(county).toMatchObject({ oldDue: '2027-10-19', newDue: '2027-11-02', clause: 'S3.1' });
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await stateOf(db)).toEqual(before);
  });

  test('names other days by another digest, the same days by the same', async () => {
    const { as } = slice;
    const { sessionId } = await convened('city');
    const first = await preview(as.office, sessionId);
    expect((await preview(as.office, sessionId)).digest).toBe(first.digest);
    const other = await preview(as.office, sessionId, { opens: '2027-11-10', closes: '2027-11-10' });
    expect(other.digest).not.toBe(first.digest);
  });

  test('of another body’s sitting is not there', async () => {
    const { as } = slice;
    const { sessionId } = await convened('county');
    const missing = await as.office.post('/api/sessions/01900000-0000-7000-8000-000000000000/move-preview', later);
    for (const client of [as.office, as.county, as.organ]) {
      const hidden = await client.post(`/api/sessions/${sessionId}/move-preview`, later);
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    }
  });
});

describe('a move is refused and changes nothing', () => {
  test.each([
    [
      'without the changes having been looked at',
      { seenChangeSet: '没有看过' },
      ['session/change-set-not-seen seenChangeSet'],
    ],
    ['to the days it has', { ...days }, ['session/not-moved opens']],
    ['to a day that closes before it opens', { closes: '2027-11-08' }, ['session/closes-before closes']],
    ['into the past', { opens: '2026-11-20', closes: '2026-11-20' }, ['session/in-past opens']],
  ])('%s', async (_title, payload: { seenChangeSet?: string; opens?: string; closes?: string }, refusals) => {
    const { as, db } = slice;
    const { sessionId } = await convened('city');
    const to = { ...later, ...payload };
    const { digest } = await preview(as.office, sessionId, { opens: to.opens, closes: to.closes });
    const before = await stateOf(db);
    const answer = await move(as.office, sessionId, { seenChangeSet: digest, ...payload });
    expect([answer.statusCode, ...refusalsOf(answer)]).toEqual([409, ...refusals]);
    expect(await stateOf(db)).toEqual(before);
  });

  test('without a reason, naming the field', async () => {
    const { as } = slice;
    const { sessionId } = await convened('city');
    const { digest } = await preview(as.office, sessionId);
    const answer = await move(as.office, sessionId, { seenChangeSet: digest, reason: ' ' });
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ path: 'payload.reason' }] });
  });

  test('when the changes are no longer those that were shown, at the entry and again at the confirmation', async () => {
    const { as, db } = slice;
    const sitting = await convened('city');
    const shown = await preview(as.office, sitting.sessionId);
    const entered = recordedBy(await move(as.office, sitting.sessionId, { seenChangeSet: shown.digest }));
    // As if the sitting had been moved by others in between: what was shown is no longer what would happen.
    await db.owner.query(
      `update track set session = jsonb_set(session, '{opens}', '"2027-10-25"') where case_id = $1 and session is not null`,
      [sitting.topicId],
    );
    const before = await stateOf(db);
    const stale = ['session/change-set-not-seen seenChangeSet'];
    expect(refusalsOf(await move(as.office, sitting.sessionId, { seenChangeSet: shown.digest }))).toEqual(stale);
    expect(refusalsOf(await confirm('city', entered.enteredId))).toEqual(stale);
    expect(await stateOf(db)).toEqual(before);
  });
});

describe('a move that is decided', () => {
  test('keeps every replaced date with the reason, exactly as it was shown', async () => {
    const sitting = await convened('city');
    const { changes } = await moved(sitting);
    const kept = await rowsOf(
      `select case_id as "caseId", tenant_id as "tenantId", step_key as "stepKey", old_due as "oldDue", new_due as "newDue"
       from superseded_date where reason = $1 and case_id = any($2) order by 1, 2, 3`,
      reason,
      [sitting.topicId, sitting.sessionId],
    );
    const shown = changes.map(({ caseId, tenantId, stepKey, oldDue, newDue }) => ({
      caseId,
      tenantId,
      stepKey,
      oldDue,
      newDue,
    }));
    const key = (one: object) => JSON.stringify(one);
    expect(kept.map(key).toSorted()).toEqual(shown.map(key).toSorted());
    await expectWholeChains(slice.db);
  });

  test('keeps the days that it replaced, so that the city and its counties can look back', async () => {
    const sitting = await convened('city');
    await moved(sitting);
    for (const client of [slice.as.office, slice.as.clerk]) {
      const { past } = (await client.get(`/api/cases/${sitting.topicId}/past`)).json<{ past: CasePast[] }>();
      expect(past).toMatchObject([
        { tenantId: slice.linkage.city.id, facts: { session: { opens: days.opens, closes: days.closes } } },
      ]);
    }
  });

  test('tells every body concerned once a case, each its own dates alone', async () => {
    const { linkage } = slice;
    const sitting = await convened('city');
    const { changes } = await moved(sitting);
    const told = await rowsOf<{ tenantId: string; text: string }>(
      'select tenant_id as "tenantId", text from notice where case_id = $1',
      sitting.topicId,
    );
    const bodies = [linkage.city.id, linkage.county.id, linkage.otherCounty.id];
    expect(told.map((one) => one.tenantId).toSorted()).toEqual(bodies.toSorted());
    for (const { tenantId, text } of told) {
      const own = changes.filter((one) => one.tenantId === tenantId && one.caseId === sitting.topicId);
      expect(text).toContain(`有${own.length}项日期变动`);
      expect(text).toContain(reason);
    }
  });

  test('gives the sitting and its topic the new days, and the tasks their new dates', async () => {
    const { linkage } = slice;
    const sitting = await convened('city');
    const { changes } = await moved(sitting);
    for (const caseId of [sitting.sessionId, sitting.topicId]) {
      expect(await trackOf(caseId, linkage.city)).toMatchObject({ session: later });
    }
    const tasks = await rowsOf<{ stepKey: string; due: string | null }>(
      'select step_key as "stepKey", due from task where case_id = $1 and tenant_id = $2',
      sitting.topicId,
      linkage.county.id,
    );
    const own = changes.filter((one) => one.tenantId === linkage.county.id && one.caseId === sitting.topicId);
    expect(own.length).toBeGreaterThan(0);
    for (const { stepKey, newDue } of own) expect(tasks).toContainEqual({ stepKey, due: newDue });
  });

  test('leaves other sittings, topics that are not on it, and other bodies’ own sittings as they are', async () => {
    const { linkage } = slice;
    const sitting = await convened('city');
    const other = await convened('city');
    const countys = await convened('county', sitting);
    const untouched = async () => [
      await trackOf(other.sessionId, linkage.city),
      await trackOf(other.topicId, linkage.city),
      await trackOf(countys.sessionId, linkage.county),
      await trackOf(sitting.topicId, linkage.county),
      await rowsOf('select step_key, due from task where case_id = $1 order by 1, 2', other.topicId),
    ];
    const before = await untouched();
    await moved(sitting);
    expect(await untouched()).toEqual(before);
  });

  test('of a county’s sitting changes no date of another body', async () => {
    const { as, linkage } = slice;
    const sitting = await convened('county');
    const shown = await preview(as.clerk, sitting.sessionId);
    const entered = recordedBy(await move(as.clerk, sitting.sessionId, { seenChangeSet: shown.digest }, 'county'));
    recordedBy(await confirm('county', entered.enteredId));
    const kept = await rowsOf<{ id: string }>(
      'select distinct tenant_id as id from superseded_date where case_id = any($1)',
      [sitting.topicId, sitting.sessionId],
    );
    const own = [linkage.county.id, linkage.countyGovernment.id];
    expect(kept.filter(({ id }) => !own.includes(id))).toEqual([]);
    expect(kept).toContainEqual({ id: linkage.county.id });
    expect(await trackOf(sitting.topicId, linkage.city)).toMatchObject({ session: null });
  });

  test('once under one key, and once when two chairpersons press together', async () => {
    const { as, db, linkage } = slice;
    const { sessionId } = await convened('city');
    const { digest } = await preview(as.office, sessionId);
    const { enteredId } = recordedBy(await move(as.office, sessionId, { seenChangeSet: digest }));
    const answers = await Promise.all([1, 2, 3].map(() => confirm('city', enteredId, 'move-together-01')));
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(await actsOf(db, linkage.city, sessionId)).toEqual(['begin-session', 'move-session']);
    expect(refusalsOf(await confirm('city', enteredId))).toEqual(['entered/settled']);
    await expectWholeChains(db);
  });

  test.each(['superseded_date', 'notice', 'track', 'task'] as const)(
    'leaves nothing when it fails at %s',
    async (table) => {
      const { as, db } = slice;
      const { sessionId } = await convened('city');
      const { digest } = await preview(as.office, sessionId);
      const { enteredId } = recordedBy(await move(as.office, sessionId, { seenChangeSet: digest }));
      const before = await stateOf(db);
      expect((await whileFailing(db, table, () => confirm('city', enteredId))).statusCode).toBe(500);
      expect(await stateOf(db)).toEqual(before);
      recordedBy(await confirm('city', enteredId));
    },
  );
});
