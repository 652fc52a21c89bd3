import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { outsideTenancy } from '../db/database.ts';
import { type Jobs, startJobs } from './boss.ts';

let database: TestDatabase;
let jobs: Jobs;
const worked: unknown[] = [];
const failures: object[] = [];
let attempts = 0;
const started: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  jobs = await startJobs({
    owner: database.ownerConfig,
    log: { warn: () => undefined, error: (facts) => failures.push(facts) },
    pollingSeconds: 0.5,
    jobs: {
      remember: { work: async (data) => void worked.push(data) },
      stumble: {
        retries: 1,
        retryAfter: 0,
        work: async () => {
          attempts += 1;
          throw new Error('the printer is on fire');
        },
      },
      opening: { atStart: true, work: async (data) => void started.push(data) },
      nightly: { cron: '5 0 * * *', work: async () => undefined },
    },
  });
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not happen within 15 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a job that comes at the start is worked once', async () => {
  await until(() => started.length > 0);
  expect(started).toEqual([{}]);
});

describe('a job enqueued in a transaction', () => {
  test('is worked once when the transaction commits', async () => {
    await outsideTenancy(database, (trx) => jobs.enqueue(trx, 'remember', { topicId: 'a' }));
    await until(() => worked.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(worked).toEqual([{ topicId: 'a' }]);
  });

  test('never was when the transaction rolls back', async () => {
    const failing = outsideTenancy(database, async (trx) => {
      await jobs.enqueue(trx, 'remember', { topicId: 'never' });
      throw new Error('after the enqueueing');
    });
    await expect(failing).rejects.toThrow('after the enqueueing');
    const { rows } = await database.owner.query("select 1 from pgboss.job where data->>'topicId' = 'never'");
    expect(rows).toEqual([]);
  });

  test('of a kind that nobody works is refused', async () => {
    const enqueuing = outsideTenancy(database, (trx) => jobs.enqueue(trx, 'unheard-of', {}));
    await expect(enqueuing).rejects.toThrow('unheard-of');
  });
});

test('a job that keeps failing lies in the dead letters with its data, and every attempt is logged', async () => {
  await outsideTenancy(database, (trx) => jobs.enqueue(trx, 'stumble', { sessionId: 's' }));
  const dead = async () => {
    const { rows } = await database.owner.query("select data from pgboss.job where name = 'dead-letters'");
    return rows;
  };
  await until(async () => (await dead()).length > 0);
  expect(await dead()).toEqual([{ data: { sessionId: 's' } }]);
  expect(attempts).toBe(2);
  expect(failures).toHaveLength(2);
});

test('a scheduled job is kept in the time of Shanghai, and its schedule ends with its line in the table', async () => {
  const schedules = () => database.owner.query('select name, cron, timezone from pgboss.schedule');
  expect((await schedules()).rows).toEqual([{ name: 'nightly', cron: '5 0 * * *', timezone: 'Asia/Shanghai' }]);
  const later = await startJobs({
    owner: database.ownerConfig,
    jobs: {},
    log: { warn: () => undefined, error: () => undefined },
  });
  await later.stop();
  expect((await schedules()).rows).toEqual([]);
});

test.each([
  ['read', 'select data from pgboss.job_common'],
  ['change', "update pgboss.job_common set data = '{}'"],
  ['remove', 'delete from pgboss.job_common'],
])('the application may not %s jobs', async (_what, statement) => {
  await expect(database.pool.query(statement)).rejects.toThrow('permission denied');
});
