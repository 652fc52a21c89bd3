import { listMyTasks, listNotices } from '../../contract/tasks.ts';
import { type Actor, hasRole, readsContents } from '../../domain/organisation/actor.ts';
import type { Performer } from '../../domain/procedure/step.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { countWaiting, listTasks, listTenantNotices } from './task-queries.ts';

/** What the signed-in person has to do, by when and why. */
export function registerTaskRoutes(app: App): void {
  registerRoute(app, listMyTasks, async ({ actor, query, read }) =>
    read(async (trx) => {
      const tasks = await listTasks(trx, actor.cityCode, actor.tenantId, {
        performers: performersOf(actor),
        unitIds: actor.level === 'city' && actor.kind === 'body' ? actor.unitIds : null,
        limit: query.limit,
      });
      const waiting = await countWaiting(trx, actor.cityCode, actor.tenantId);
      return {
        tasks,
        packagesToSign: readsContents(actor) ? waiting.packages : 0,
        decisionsToConfirm: hasRole(actor, 'chairperson') ? waiting.decisions : 0,
      };
    }),
  );

  registerRoute(app, listNotices, async ({ actor, read }) =>
    read(async (trx) => ({ notices: await listTenantNotices(trx, actor.cityCode, actor.tenantId, 50) })),
  );
}

/** The office enters what council and session decide, so their steps are its work too; a chairperson watches the council's. */
function performersOf(actor: Actor): Performer[] {
  const performers = new Set<Performer>();
  if (hasRole(actor, 'office-clerk'))
    for (const performer of ['office', 'council-of-chairpersons', 'session'] as const) performers.add(performer);
  if (hasRole(actor, 'committee-clerk')) performers.add('lead-committee');
  if (hasRole(actor, 'chairperson')) performers.add('council-of-chairpersons');
  if (hasRole(actor, 'organ-clerk')) performers.add('organ');
  if (hasRole(actor, 'party-clerk')) performers.add('party-office');
  if (hasRole(actor, 'deputy')) performers.add('deputies');
  return [...performers];
}
