import { readHealth } from '../../contract/health.ts';
import type { App } from './app-parts.ts';
import { isMigrated } from './health-queries.ts';
import { problem, sendProblem } from './problems.ts';
import { registerRoute } from './route.ts';

/** 200 only when the database answers and every migration this version knows is applied. */
export function registerHealthRoutes(app: App, migrations: readonly string[]): void {
  registerRoute(app, readHealth, async ({ reply, request }) => {
    const ready = await isMigrated(app.database, migrations).catch((error: unknown) => {
      request.log.warn({ err: error }, 'the database does not answer');
      return false;
    });
    if (!ready)
      sendProblem(reply, problem(503, 'server/not-ready', '系统尚未就绪', '数据库不可达，或者结构不是最新。'));
    return { state: 'ready' as const };
  });
}
