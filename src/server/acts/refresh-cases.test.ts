import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type TestApp, testApp } from '../../../test/test-app.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { importAsOperator } from '../cli/import.ts';
import { inScope } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { fictitiousCounties, fictitiousWorkbook } from '../organisations/fictitious-workbook.ts';
import { writeWorkbook } from '../organisations/workbook-write.ts';
import { jobTable } from '../worker.ts';
import { insertCase, insertTracks } from './case-store.ts';

const workbookOf = (cityCode: string) =>
  fictitiousWorkbook({
    cityCode,
    cityName: `示例${cityCode}市`,
    shortName: '示例',
    counties: fictitiousCounties(cityCode, 2),
    departments: ['民政局'],
  });
type Task = { stepId: string; state: string; due: string | null; why: string };

let t: TestApp;
let now = new Date('2026-10-20T01:00:00Z');

beforeAll(async () => {
  t = await testApp();
  for (const code of ['510700', '420100']) await importAsOperator(t.db, await writeWorkbook(workbookOf(code)), { now });
});
afterAll(() => t.close());

function moveTo(instant: string): void {
  now = new Date(instant);
  t.setTime(instant);
}

const workDaily = () => jobTable({ database: t.db, clock: () => now })['refresh-tasks']?.work({});

async function taskOf(client: Client, stepId: string): Promise<Task | undefined> {
  const { tasks } = (await client.get('/api/tasks')).json<{ tasks: Task[] }>();
  return tasks.find((task) => task.stepId === stepId);
}

/** Holds the city's tasks back until all requests wait: for these rows, or for one another. */
async function atTheSameTime<Answer>(caseId: string, ask: () => Promise<Answer>[]): Promise<Answer[]> {
  const holder = await t.db.owner.connect();
  try {
    await holder.query('begin');
    await holder.query("select 1 from task where case_id = $1 and step_id = 'record-consultation' for update", [
      caseId,
    ]);
    const asked = ask();
    await expect.poll(() => countWaiting(), { timeout: 10_000 }).toBe(asked.length);
    await holder.query('commit');
    return await Promise.all(asked);
  } finally {
    holder.release();
  }
}

async function countWaiting(): Promise<number> {
  const { rows } = await t.db.owner.query<{ waiting: number }>(
    `select count(distinct pid)::integer as waiting from pg_locks
     where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`,
  );
  return rows[0]?.waiting ?? 0;
}

/** A topic whose city session has closed, and whose results are due seven days later; its tasks are not made yet. */
async function topicAfterSession(cityCode: string, closes: string): Promise<void> {
  const { rows } = await t.db.owner.query<{ id: string }>(
    "select id from tenant where city_code = $1 and level = 'city' and kind = 'body'",
    [cityCode],
  );
  const tenantId = rows[0]?.id ?? '';
  const scope = { cityCode, tenantId, bodyId: tenantId, level: 'city', kind: 'body', personId: tenantId } as const;
  const id = uuidv7();
  const none = { domain: null, leadUnitId: null, leadUnitName: null, deliberationDate: null, bodyId: null };
  await inScope(t.db, scope, async (trx) => {
    await insertCase(trx, cityCode, { ...none, id, kind: 'topic', year: 2026, name: '停车' });
    await insertTracks(trx, cityCode, id, [{ ...scope, id: tenantId }]);
  });
  await t.db.owner.query('update track set session = $2 where case_id = $1', [
    id,
    { sessionId: uuidv7(), opens: closes, closes, state: 'closed' },
  ]);
}

test('a task that waited for its day is ready when the day has come, and late when it has passed', async () => {
  moveTo('2026-10-20T01:00:00Z');
  for (const code of ['510700', '420100']) {
    await (await t.signInAs(`${code}.office`)).post('/api/years', { year: 2027 });
  }
  const opening = async (code: string) =>
    (await taskOf(await t.signInAs(`${code}.office`), 'open-solicitation'))?.state;
  expect(await opening('510700')).toBe('waiting');
  moveTo('2026-10-31T16:01:00Z');
  await workDaily();
  expect(await opening('510700')).toBe('ready');
  moveTo('2026-12-31T15:59:00Z');
  await workDaily();
  expect(await opening('510700')).toBe('due-soon');
  moveTo('2026-12-31T16:01:00Z');
  await workDaily();
  for (const code of ['510700', '420100', '510721']) expect(await opening(code)).toBe('overdue');
});

test('a day that was refreshed is not refreshed again, and one that is over does not come back', async () => {
  moveTo('2027-01-10T01:00:00Z');
  await workDaily();
  const opening = async () => (await taskOf(await t.signInAs('510700.office'), 'open-solicitation'))?.why;
  await t.db.owner.query("update task set why = '未再计算' where city_code = '510700'");
  await workDaily();
  moveTo('2027-01-09T01:00:00Z');
  await workDaily();
  expect(await opening()).toBe('未再计算');
  moveTo('2027-01-11T01:00:00Z');
  await workDaily();
  expect(await opening()).not.toBe('未再计算');
});

test('of two counties that act at the same time the second sees the first: the city waits for neither', async () => {
  moveTo('2027-11-05T01:00:00Z');
  const city = await t.signInAs('510700.office');
  const { caseId } = (await city.post('/api/years', { year: 2028 })).json<{ caseId: string }>();
  const counties = await Promise.all(['510721', '510722'].map((code) => t.signInAs(`${code}.office`)));
  // An injected request begins when it is awaited.
  const take = async (client: Client, kind: string, payload: unknown) =>
    client.post(`/api/cases/${caseId}/acts/${kind}`, { payload });
  const invited = ['organs', 'deputies', 'public'];
  const call = {
    deadline: '2027-12-10',
    invited,
    notice: '征集通知，请于期限前报送。',
    publishedOn: '2027-11-03',
    channels: '门户网站',
  };
  const suggestion = {
    title: '停车',
    sources: ['deputies'],
    domain: 'social-governance',
    necessity: '涉及群众切身利益，代表建议集中反映。',
    feasibility: '已有工作基础，可以在一年内审议并跟踪。',
    author: { kind: 'deputy', name: '张示例' },
  };
  const lists: unknown[] = [];
  for (const county of counties) {
    await take(county, 'open-solicitation', call);
    await take(county, 'register-suggestion', suggestion);
    const { state } = (await county.get(`/api/cases/${caseId}`)).json<{ state: CaseState }>();
    const suggestionIds = state.year.suggestions.map(({ id }) => id);
    lists.push({ topics: [{ title: '停车', domain: 'social-governance', suggestionIds, reason: '代表建议集中。' }] });
  }
  const answers = await atTheSameTime(caseId, () =>
    counties.map((county, index) => take(county, 'propose-preliminary-list', lists[index])),
  );
  expect(answers.map((answer) => answer.json())).toMatchObject([{ state: 'recorded' }, { state: 'recorded' }]);
  const { rows } = await t.db.owner.query(
    "select why from task where case_id = $1 and step_id = 'record-consultation'",
    [caseId],
  );
  expect(rows[0]?.why).toMatch('先完成“提出初步建议”');
  expect(rows[0]?.why).not.toMatch('县（市、区）');
});

describe('stored tasks follow at once', () => {
  beforeAll(async () => {
    moveTo('2026-11-13T01:00:00Z');
    await topicAfterSession('510700', '2026-11-12');
    await topicAfterSession('420100', '2026-11-12');
    await t.db.owner.query('delete from task_refresh');
    await workDaily();
  });
  const handingOver = async (code: string) =>
    (await taskOf(await t.signInAs(`${code}.office`), 'hand-over-results'))?.due;

  test('a changed calendar, in its own linkage only', async () => {
    expect(await handingOver('510700')).toBe('2026-11-19');
    const system = await t.signInAs('510700.system');
    const days = [{ day: '2026-11-19', kind: 'holiday', name: '调休' }];
    const loaded = await system.post('/api/calendar-years', { year: 2026, source: '通知', days });
    expect(loaded.statusCode).toBe(201);
    expect(await handingOver('510700')).toBe('2026-11-20');
    expect(await handingOver('420100')).toBe('2026-11-19');
  });

  test('changed settings', async () => {
    const system = await t.signInAs('420100.system');
    const change = { version: 0, settings: { handOverDays: 11 }, basis: { handOverDays: '主任会议决定' } };
    expect((await system.post('/api/settings', change)).statusCode).toBe(201);
    expect(await handingOver('420100')).toBe('2026-11-23');
  });

  test('an imported name', async () => {
    const workbook = workbookOf('420100');
    const bodies = workbook.bodies.map((body) => ({ ...body, shortName: `${body.shortName}改` }));
    await importAsOperator(t.db, await writeWorkbook({ ...workbook, bodies }), { now });
    const waiting = await taskOf(await t.signInAs('420100.office'), 'record-consultation');
    expect(waiting?.why).toMatch(/改/);
  });
});
