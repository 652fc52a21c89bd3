import { join } from 'node:path';
import { buildApp } from './app.ts';
import { type Config, configOf } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open-database.ts';
import { httpConfigOf } from './http/http-config.ts';
import { startJobs } from './jobs/boss.ts';
import { jobTable } from './worker.ts';

const root = join(import.meta.dirname, '..', '..');

/** A running installation; `stop` ends server, jobs and embedded database in this order and may be called twice. */
export type Running = { url: string; stop: () => Promise<void> };

/** Starts everything: database (embedded or given), migrations, HTTP server, worker. What was started is stopped again when a later part fails. */
export async function start(config: Config, env: Readonly<Record<string, string | undefined>>): Promise<Running> {
  const httpConfig = await httpConfigOf(env, {
    dataDirectory: config.dataDirectory,
    webDirectory: join(root, 'dist', 'web'),
  });
  const database = await openDatabase(config);
  const stops = [database.close];
  const stop = once(async () => {
    for (const part of stops.toReversed()) await part();
  });
  try {
    await migrate(database.owner, join(root, 'migrations'));
    const clock = () => new Date();
    const app = await buildApp({ database, config: httpConfig, clock });
    stops.push(async () => app.http.close());
    const jobs = await startJobs({ owner: database.owner, jobs: jobTable({ database, clock }), log: app.http.log });
    // After the server, which may still add a job, and before the database.
    stops.splice(1, 0, jobs.stop);
    const url = await app.http.listen({ port: config.port, host: config.host });
    return { url: httpConfig.publicUrl ?? url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** Runs until the process is asked to end (Ctrl-C, a service manager), then stops cleanly; asked twice, it leaves at once. */
export function stopOnSignal(running: Running): void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`停止时出错：${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

if (import.meta.main) {
  try {
    const running = await start(configOf(process.env), process.env);
    stopOnSignal(running);
    process.stdout.write(`联督已启动：${running.url}\n`);
  } catch (error) {
    process.stderr.write(`联督没有启动：${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
