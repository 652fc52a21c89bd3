import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ActSlice,
  actSlice,
  actsOf,
  expectWholeChains,
  newYear,
  opening,
  recordedBy,
  refusalsOf,
  stateOf,
  suggestion,
  take,
  whileFailing,
} from '../../../test/act-slices.ts';
import { exportedRows } from '../../../test/exported.ts';
import type { CastName } from '../../../test/working-linkage.ts';
import { addTopic } from '../../../test/working-linkage.ts';

let slice: ActSlice;

beforeAll(async () => {
  slice = await actSlice();
});
afterAll(() => slice.t.close());

const post = (toIds: string[]) => ({ payload: { toIds, about: 'contact', subject: '事由', text: '内容' } });

async function newTopic(): Promise<string> {
  return addTopic(slice.db, slice.linkage, { name: '停车', year: 2027, deliberationDate: '2027-10-26' });
}

describe('an act that is allowed', () => {
  test('leaves with the others of its case as a spreadsheet of its own tenant', async () => {
    const { as, linkage } = slice;
    const caseId = await newTopic();
    await take(as.clerk, caseId, 'exchange', post([linkage.city.id]));
    const at = `/api/cases/${caseId}/history/export`;
    const rows = await exportedRows(as.clerk, at);
    expect(rows.map((row) => [row[2], row[7]])).toEqual([
      ['法定行为', '发出的报送件'],
      ['工作联系、信息报送、问题及整改情况反馈', '事由'],
    ]);
    expect(await exportedRows(as.office, at)).toHaveLength(1);
  });

  test('stands in the chain of its tenant with who took it, and in no other', async () => {
    const { db, as, linkage } = slice;
    const { year, caseId } = await newYear(slice);
    const recorded = recordedBy(await take(as.clerk, caseId, 'open-solicitation', opening(year)));
    expect(recorded.state).toBe('recorded');
    const { rows } = await db.owner.query(
      'select tenant_id, seq, kind, happened_on, actor_id, confirmed_by from act where case_id = $1',
      [caseId],
    );
    const actor_id = linkage.people.clerk.personId;
    const common = { happened_on: '2026-11-24', actor_id, confirmed_by: null };
    expect(rows).toEqual([{ ...common, tenant_id: linkage.county.id, seq: recorded.seq, kind: 'open-solicitation' }]);
    await expectWholeChains(db);
  });

  test('does its task, gives the organ its track and keeps the recorded reason', async () => {
    const { db, as, linkage } = slice;
    const { year, caseId } = await newYear(slice);
    await take(as.clerk, caseId, 'open-solicitation', opening(year));
    const { rows: tasks } = await db.owner.query<{ step: string }>(
      'select step_id as step from task where case_id = $1 and tenant_id = $2',
      [caseId, linkage.county.id],
    );
    const steps = tasks.map(({ step }) => step);
    expect(steps).toContain('propose-preliminary-list');
    expect(steps).not.toContain('open-solicitation');
    const { rows: tracks } = await db.owner.query('select tenant_id from track where case_id = $1 and kind = $2', [
      caseId,
      'organ',
    ]);
    expect(tracks).toEqual([{ tenant_id: linkage.countyGovernment.id }]);
    const { rows: departures } = await db.owner.query('select departures from act where case_id = $1', [caseId]);
    expect(departures).toMatchObject([
      { departures: [{ code: 'solicitation/early', clause: 'S1.1', reason: '按工作安排提前开展。' }] },
    ]);
  });

  test('seals its package to the addressee alone and tells him', async () => {
    const { as, db, linkage } = slice;
    const topic = await newTopic();
    const { packageIds } = recordedBy(await take(as.clerk, topic, 'exchange', post([linkage.city.id])));
    const { rows } = await db.owner.query(
      'select tenant_id, received_at from package_addressee where package_id = any($1)',
      [packageIds],
    );
    expect(rows).toEqual([{ tenant_id: linkage.city.id, received_at: null }]);
    expect((await as.office.get(`/api/packages/${packageIds[0]}`)).statusCode).toBe(200);
    expect((await as.county.get(`/api/packages/${packageIds[0]}`)).statusCode).toBe(404);
    const { rows: told } = await db.owner.query('select audience from live_event where case_id = $1', [topic]);
    expect(told).toEqual([{ audience: [linkage.city.id] }]);
  });

  test('is read afterwards beside what it sent', async () => {
    const { as, linkage } = slice;
    const topic = await newTopic();
    const { packageIds } = recordedBy(await take(as.clerk, topic, 'exchange', post([linkage.city.id])));
    await take(as.clerk, topic, 'flag-major-matter', { payload: { matter: '重大事项' } });
    const { acts } = (await as.clerk.get(`/api/cases/${topic}/acts`)).json<{
      acts: { kind: string; packages: { id: string }[] }[];
    }>();
    expect(acts.map(({ kind, packages }) => [kind, packages.map(({ id }) => id)])).toEqual([
      ['exchange', packageIds],
      ['flag-major-matter', []],
    ]);
  });
});

describe('an act is refused and changes nothing', () => {
  type Refused = {
    title: string;
    by: CastName;
    kind: string;
    body: (year: number) => unknown;
    refusals: string[];
    status?: number;
  };
  const early = (year: number) => ({ ...opening(year), reasons: {} });
  const council = { payload: { number: '第九次会议', opens: '2027-03-16', closes: '2027-03-17', items: [] } };
  const cases: readonly Refused[] = [
    {
      title: 'of a role that is not his',
      by: 'staff',
      kind: 'open-solicitation',
      body: opening,
      refusals: ['act/not-your-role'],
    },
    {
      title: 'of a chairperson, who alone decides nothing',
      by: 'chair',
      kind: 'convene-session',
      body: () => council,
      refusals: ['act/not-your-role'],
    },
    {
      title: 'of the other level',
      by: 'clerk',
      kind: 'settle-topics',
      body: () => ({ payload: { keys: ['1'] } }),
      refusals: ['act/not-for-this-tenant'],
    },
    {
      title: 'out of order',
      by: 'office',
      kind: 'settle-topics',
      body: () => ({ payload: { keys: ['1'] } }),
      refusals: ['order/step-missing', 'order/counties-missing'],
    },
    {
      title: 'before what its own rule wants',
      by: 'clerk',
      kind: 'register-suggestion',
      body: () => suggestion,
      refusals: ['suggestion/no-solicitation'],
    },
    {
      title: 'on a day that has not come',
      by: 'clerk',
      kind: 'open-solicitation',
      body: (year) => ({ ...opening(year), on: '2026-11-25' }),
      refusals: ['act/in-future on'],
    },
    {
      title: 'without the reason of a departure',
      by: 'clerk',
      kind: 'open-solicitation',
      body: early,
      refusals: ['solicitation/early'],
    },
    {
      title: 'with an empty reason',
      by: 'clerk',
      kind: 'open-solicitation',
      body: (year) => ({ ...early(year), reasons: { 'solicitation/early': '  ' } }),
      refusals: ['solicitation/early'],
    },
    {
      title: 'with a reason for something else',
      by: 'clerk',
      kind: 'open-solicitation',
      body: (year) => ({ ...early(year), reasons: { 'session/gap': '理由' } }),
      refusals: ['solicitation/early'],
    },
    {
      title: 'of a council without its meeting',
      by: 'clerk',
      kind: 'convene-session',
      body: () => council,
      refusals: ['meeting/missing meeting'],
    },
    {
      title: 'filled in on an older version',
      by: 'clerk',
      kind: 'open-solicitation',
      body: (year) => ({ ...opening(year), version: 7 }),
      refusals: ['case/changed'],
    },
    {
      title: 'of a topic in a year',
      by: 'clerk',
      kind: 'flag-major-matter',
      body: () => ({ payload: { matter: '事项' } }),
      refusals: ['act/not-found'],
      status: 404,
    },
    {
      title: 'of a kind that is not there',
      by: 'clerk',
      kind: 'decide-alone',
      body: () => ({}),
      refusals: ['page/not-found'],
      status: 404,
    },
    {
      title: 'of the server’s own, which no form takes',
      by: 'clerk',
      kind: 'begin-session',
      body: () => ({}),
      refusals: ['page/not-found'],
      status: 404,
    },
  ];

  test.each(cases)('$title', async ({ by, kind, body, refusals, status = 409 }) => {
    const { year, caseId } = await newYear(slice);
    const before = await stateOf(slice.db);
    const answer = await take(slice.as[by], caseId, kind, body(year));
    expect([answer.statusCode, ...refusalsOf(answer)]).toEqual([status, ...refusals]);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('a second time', async () => {
    const { year, caseId } = await newYear(slice);
    recordedBy(await take(slice.as.clerk, caseId, 'open-solicitation', opening(year)));
    const before = await stateOf(slice.db);
    expect(refusalsOf(await take(slice.as.clerk, caseId, 'open-solicitation', opening(year)))).toEqual([
      'act/already-done',
    ]);
    expect(await stateOf(slice.db)).toEqual(before);
  });

  test('with a payload that does not fit, naming each field', async () => {
    const { caseId } = await newYear(slice);
    const before = await stateOf(slice.db);
    const payload = {
      deadline: '2027-02-30',
      invited: [],
      notice: ' ',
      publishedOn: '2026-11-03',
      channels: '门户网站',
    };
    const answer = await take(slice.as.clerk, caseId, 'open-solicitation', { payload, on: 'yesterday' });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
    const paths = answer.json<{ fields: { path: string }[] }>().fields.map((field) => field.path);
    expect(paths.toSorted()).toEqual(['on', 'payload.deadline', 'payload.invited', 'payload.notice']);
    expect(await stateOf(slice.db)).toEqual(before);
  });
});

describe('an act in a case that is hidden', () => {
  test('is answered as in one that nobody has', async () => {
    const { as } = slice;
    const topic = await newTopic();
    const hidden = await take(as.organ, topic, 'exchange', post([]));
    const missing = await take(as.organ, '01900000-0000-7000-8000-000000000000', 'exchange', post([]));
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body).toBe(missing.body);
  });
});

describe('a repeated act', () => {
  test('under one key has one answer and one entry', async () => {
    const { as, db, linkage } = slice;
    const topic = await newTopic();
    const first = await take(as.clerk, topic, 'exchange', post([linkage.city.id]), 'act-repeated-01');
    const again = await take(as.clerk, topic, 'exchange', post([linkage.city.id]), 'act-repeated-01');
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(await actsOf(db, linkage.county, topic)).toEqual(['exchange']);
  });

  test('under one key with another text is refused', async () => {
    const { as, db, linkage } = slice;
    const topic = await newTopic();
    await take(as.clerk, topic, 'exchange', post([linkage.city.id]), 'act-other-text-1');
    const other = await take(as.clerk, topic, 'exchange', post([linkage.countyGovernment.id]), 'act-other-text-1');
    expect([other.statusCode, ...refusalsOf(other)]).toEqual([422, 'idempotency/other-request']);
    expect(await actsOf(db, linkage.county, topic)).toEqual(['exchange']);
  });

  test('under the key of one that was refused is judged anew', async () => {
    const { as, db, linkage } = slice;
    const { year, caseId } = await newYear(slice);
    const early = { ...opening(year), reasons: {} };
    expect((await take(as.clerk, caseId, 'open-solicitation', early, 'act-refused-001')).statusCode).toBe(409);
    recordedBy(await take(as.clerk, caseId, 'open-solicitation', opening(year), 'act-refused-001'));
    expect(await actsOf(db, linkage.county, caseId)).toEqual(['open-solicitation']);
  });
});

describe('acts at the same moment', () => {
  const times = [1, 2, 3, 4, 5, 6];

  test('of which one may be: one is recorded, the others are refused for it', async () => {
    const { as, db, linkage } = slice;
    const { year, caseId } = await newYear(slice);
    const answers = await Promise.all(times.map(() => take(as.clerk, caseId, 'open-solicitation', opening(year))));
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    const refused = answers.filter((answer) => answer.statusCode === 409).flatMap(refusalsOf);
    expect(new Set(refused)).toEqual(new Set(['act/already-done']));
    expect(await actsOf(db, linkage.county, caseId)).toEqual(['open-solicitation']);
    await expectWholeChains(db);
  });

  test('under one key: one is recorded and all have its answer', async () => {
    const { as, db, linkage } = slice;
    const topic = await newTopic();
    const answers = await Promise.all(
      times.map(() => take(as.clerk, topic, 'exchange', post([linkage.city.id]), 'act-together-01')),
    );
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(await actsOf(db, linkage.county, topic)).toEqual(['exchange']);
    await expectWholeChains(db);
  });

  test('on one version of a case: one is recorded, the others are told that it changed', async () => {
    const { as, db, linkage } = slice;
    const topic = await newTopic();
    const body = { ...post([linkage.city.id]), version: 1 };
    const answers = await Promise.all(times.map(() => take(as.clerk, topic, 'exchange', body)));
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    const refused = answers.filter((answer) => answer.statusCode === 409).flatMap(refusalsOf);
    expect(new Set(refused)).toEqual(new Set(['case/changed']));
    expect(await actsOf(db, linkage.county, topic)).toEqual(['exchange']);
  });

  test('in different cases of a body: all are recorded, one after the other in one chain', async () => {
    const { as, db, linkage } = slice;
    const topics = await Promise.all(times.map(newTopic));
    const answers = await Promise.all(
      topics.map((topic) => take(as.clerk, topic, 'exchange', post([linkage.city.id]))),
    );
    const seqs = answers.map((answer) => recordedBy(answer).seq).toSorted((left, right) => left - right);
    expect(seqs).toEqual(times.map((_one, index) => (seqs[0] ?? 0) + index));
    await expectWholeChains(db);
  });
});

describe('a command that fails in its midst', () => {
  test.each(['chain', 'case_state', 'package_addressee', 'track', 'task', 'live_event', 'idempotency_key'] as const)(
    'at %s leaves nothing, and its key is free',
    async (table) => {
      const { as, db, linkage } = slice;
      const { year, caseId } = await newYear(slice);
      const topic = await newTopic();
      await take(as.clerk, caseId, 'open-solicitation', opening(year));
      const key = `act-failing-${table}`;
      const work = () =>
        table === 'track' || table === 'task'
          ? take(as.county, caseId, 'open-solicitation', opening(year), key)
          : take(as.clerk, topic, 'exchange', post([linkage.city.id]), key);
      const before = await stateOf(db);
      expect((await whileFailing(db, table, work)).json()).toMatchObject({ status: 500, code: 'server/failed' });
      expect(await stateOf(db)).toEqual(before);
      recordedBy(await work());
      await expectWholeChains(db);
    },
  );
});
