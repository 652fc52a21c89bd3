import pg from 'pg';
import { type DatabaseOptions, type Job, PgBoss } from 'pg-boss';
import type { Trx } from '../db/database.ts';

/** What travels with a job: ids and plain values, never contents of a tenant. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/**
 * How one kind of job is done. The work may run twice (a process may die between doing and saying so) and must bear that. `cron` makes
 * it come by itself, in the time of Asia/Shanghai; one that fell due while nothing ran comes once when something runs again.
 */
export type JobDefinition = {
  work: (data: JobData) => Promise<void>;
  cron?: string;
  /** Comes once more whenever a process starts: for work that finds out by itself whether it is due. */
  atStart?: boolean;
  /** Attempts after the first; 5 when not said. Then the job lies in the dead letters, with its error. */
  retries?: number;
  /** Seconds before the first retry, growing from one to the next; 10 when not said. */
  retryAfter?: number;
};

export type JobTable = Readonly<Record<string, JobDefinition>>;

export type Jobs = {
  /** Adds a job in the caller's transaction: it exists if and only if the change commits. */
  enqueue: (trx: Trx, name: string, data: JobData) => Promise<void>;
  /** Lets running work end (ten seconds at most) and takes no more. */
  stop: () => Promise<void>;
};

/** What jobs tell of their trouble; a Fastify or pino log fits. */
export type JobLog = { warn: (facts: object, text: string) => void; error: (facts: object, text: string) => void };

const deadLetters = 'dead-letters';
const zone = 'Asia/Shanghai';

/**
 * Works the jobs of the table until stopped. The queue's tables (schema pgboss) belong to the owner, as whom two connections work; the
 * application's role may add a job and nothing else. Any number of processes share the work.
 */
export async function startJobs(options: {
  owner: pg.ClientConfig;
  jobs: JobTable;
  log: JobLog;
  pollingSeconds?: number;
}): Promise<Jobs> {
  const boss = new PgBoss({
    ...connectionOf(options.owner),
    application_name: 'liandu-jobs',
    max: 2,
    schema: 'pgboss',
    openTelemetry: { enabled: false },
    registerInstance: false,
  });
  boss.on('error', (error) => options.log.error({ err: error }, 'the job queue has trouble with its database'));
  boss.on('warning', (warning) => options.log.warn({ warning }, 'the job queue warns'));
  await boss.start();
  try {
    await makeQueues(boss, options.jobs);
    await grantEnqueueing(options.owner);
    await keepSchedules(boss, options.jobs);
    for (const [name, job] of Object.entries(options.jobs)) {
      const polling = { pollingIntervalSeconds: options.pollingSeconds ?? 2 };
      await boss.work<JobData>(name, polling, (taken) => workAll(name, job, taken, options.log));
      if (job.atStart === true) await boss.send(name);
    }
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  return {
    enqueue: (trx, name, data) => enqueue(boss, trx, { name, data }),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

async function enqueue(boss: PgBoss, trx: Trx, job: { name: string; data: JobData }): Promise<void> {
  const db = { executeSql: async (text: string, values: unknown[] = []) => ({ rows: await trx.rows(text, values) }) };
  const id = await boss.send(job.name, job.data, { db });
  if (id === null) throw new Error(`Job ${job.name} was not taken into its queue.`);
}

async function workAll(name: string, job: JobDefinition, taken: Job<JobData>[], log: JobLog): Promise<void> {
  for (const { id, data } of taken) {
    try {
      // A scheduled job without data arrives with null.
      await job.work(data ?? {});
    } catch (error) {
      log.error({ err: error, job: name, id }, 'a job failed');
      throw error;
    }
  }
}

async function makeQueues(boss: PgBoss, jobs: JobTable): Promise<void> {
  await boss.createQueue(deadLetters, { retentionSeconds: 90 * 86_400 });
  for (const [name, job] of Object.entries(jobs)) {
    const queue = {
      deadLetter: deadLetters,
      retryLimit: job.retries ?? 5,
      retryDelay: job.retryAfter ?? 10,
      retryBackoff: true,
      retryDelayMax: 3600,
    };
    // Creating leaves an existing queue as it is; what the table says now is the rule.
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
  }
}

/** The schedule is what the table says: one that is no longer in it ends. */
async function keepSchedules(boss: PgBoss, jobs: JobTable): Promise<void> {
  for (const schedule of await boss.getSchedules()) {
    if (jobs[schedule.name]?.cron === undefined) await boss.unschedule(schedule.name);
  }
  for (const [name, job] of Object.entries(jobs)) {
    if (job.cron !== undefined) await boss.schedule(name, job.cron, {}, { tz: zone, missed: 'once' });
  }
}

/** Adding needs the queue's settings and the new row's id; nobody but the owner reads, changes or takes a job. */
async function grantEnqueueing(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connectionOf(owner));
  await client.connect();
  try {
    await client.query(`grant usage on schema pgboss to liandu_app;
      grant select on pgboss.queue to liandu_app;
      grant insert, select (id) on pgboss.job_common to liandu_app`);
  } finally {
    await client.end();
  }
}

/** pg-boss wants dates as dates: only who and where is handed on, not our own reading of types. */
function connectionOf(owner: pg.ClientConfig): DatabaseOptions {
  const { host, port, user, password, database, connectionString, ssl } = owner;
  const given = Object.entries({ host, port, user, password, database, connectionString, ssl });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
