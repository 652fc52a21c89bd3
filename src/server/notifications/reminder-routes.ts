import { listReminders, remind } from '../../contract/reminders.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { remindOf } from './reminder-commands.ts';
import { listReminderRows } from './reminder-store.ts';

/** Who reminded whom of which step (催办): kept for both sides. */
export function registerReminderRoutes(app: App): void {
  registerRoute(app, listReminders, async ({ actor, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => ({
      reminders: await listReminderRows(trx, actor, { caseId: query.caseId ?? null, limit: query.limit }),
    }));
  });

  registerRoute(app, remind, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    mustFollowProgress(actor);
    return write((trx) => remindOf(trx, actor, { caseId: params.caseId, ...body }, { at, today }));
  });
}
