import { exportReminders, listReminders, remind } from '../../contract/reminders.ts';
import { loadCase, ownTrack } from '../acts/act-facts.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { momentCell, sendTable, type TableColumn, tableRowLimit } from '../http/table-file.ts';
import { remindOf } from './reminder-commands.ts';
import { listReminderRows, type StoredReminder } from './reminder-store.ts';

const reminderColumns: readonly TableColumn<StoredReminder>[] = [
  { title: '步骤', width: 44, value: ({ title }) => title },
  { title: '时间', width: 18, value: ({ at }) => momentCell(at) },
  { title: '催办单位', width: 30, value: ({ fromName }) => fromName },
  { title: '催办人', width: 14, value: ({ byName }) => byName },
  { title: '承办单位', width: 18, value: ({ tenantName }) => tenantName },
  { title: '期限', width: 12, kind: 'date', value: ({ due }) => due },
  { title: '依据', width: 14, value: ({ clause }) => clause },
];

/** Who reminded whom of which step (催办): kept for both sides. */
export function registerReminderRoutes(app: App): void {
  registerRoute(app, listReminders, async ({ actor, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => ({
      reminders: await listReminderRows(trx, actor, { caseId: query.caseId ?? null, limit: query.limit }),
    }));
  });

  registerRoute(app, exportReminders, async (call) => {
    const { actor, params } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { view } = await loadCase(trx, actor.cityCode, params.caseId);
      ownTrack(view, actor);
      const rows = await listReminderRows(trx, actor, { caseId: view.id, limit: tableRowLimit + 1 });
      const table = { name: `催办记录 ${view.name}`, columns: reminderColumns, rows };
      return sendTable(trx, call, table, { list: 'reminders', subject: view.name });
    });
  });

  registerRoute(app, remind, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    mustFollowProgress(actor);
    return write((trx) => remindOf(trx, actor, { caseId: params.caseId, ...body }, { at, today }));
  });
}
