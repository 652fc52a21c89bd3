import { exportMyTasks, tasksShown } from '../../contract/task-list.ts';
import { listMyTasks } from '../../contract/tasks.ts';
import { hasRole, signsForPackages } from '../../domain/organisation/actor.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, tableRowLimit } from '../http/table-file.ts';
import { ownTasks } from './own-tasks.ts';
import { taskColumns } from './task-columns.ts';
import { countWaiting, listTasks } from './task-queries.ts';
import { waitingSteps } from './waiting-steps.ts';

/** What the signed-in person has to do, by when and why. */
export function registerTaskRoutes(app: App): void {
  registerRoute(app, listMyTasks, async ({ actor, query, read }) =>
    read(async (trx) => {
      const { cityCode, tenantId } = actor;
      const [tasks, waiting, awaited] = await Promise.all([
        listTasks(trx, cityCode, tenantId, { ...ownTasks(actor), limit: query.limit }),
        countWaiting(trx, cityCode, tenantId),
        waitingSteps(trx, actor),
      ]);
      const entered = new Set(awaited.map(({ caseId, stepId }) => `${caseId}/${stepId}`));
      return {
        tasks: tasks.map((task) => ({ ...task, isEntered: entered.has(`${task.caseId}/${task.stepId}`) })),
        packagesToSign: signsForPackages(actor) ? waiting.packages : 0,
        decisionsToConfirm: hasRole(actor, 'chairperson') ? waiting.decisions : 0,
      };
    }),
  );

  registerRoute(app, exportMyTasks, async (call) =>
    call.read(async (trx) => {
      const { cityCode, tenantId } = call.actor;
      const all = await listTasks(trx, cityCode, tenantId, { ...ownTasks(call.actor), limit: tableRowLimit + 1 });
      const table = { name: '我的工作', columns: taskColumns, rows: tasksShown(all, call.query) };
      return sendTable(trx, call, table, { list: 'tasks', detail: call.query });
    }),
  );
}
