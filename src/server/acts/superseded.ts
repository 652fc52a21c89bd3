import { dayText } from '../../domain/calendar/day-text.ts';
import type { SharedChange } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { changeSetOf, type DateChange } from '../../domain/procedure/change-set.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleOf } from '../../domain/procedure/schedule.ts';
import type { Trx } from '../db/database.ts';
import type { LinkageFacts } from '../organisations/linkage-facts-queries.ts';
import { insertNotices } from '../tasks/notice-store.ts';
import { insertSuperseded } from './superseded-store.ts';

type Superseding = {
  before: CaseView;
  after: CaseView;
  linkage: LinkageFacts;
  changes: readonly SharedChange[];
  newId: () => string;
};

/** When a session or the deliberation time moved: keeps every replaced date with the reason, and tells each tenant concerned. */
export async function keepSuperseded(trx: Trx, superseding: Superseding): Promise<void> {
  const { before, after, linkage, newId } = superseding;
  const reason = reasonOf(superseding.changes);
  if (reason === undefined) return;
  const moved = datesMoved(before, after, linkage);
  const rows = moved.map(({ tenantId, key, oldDue, newDue }) => ({
    id: newId(),
    tenantId,
    stepKey: key,
    oldDue: oldDue ?? null,
    newDue: newDue ?? null,
  }));
  await insertSuperseded(trx, after.cityCode, after.id, reason, rows);
  await insertNotices(trx, after.cityCode, noticesOf(after, moved, reason, newId));
}

/** Every date of a case that differs between two views of it. */
export function datesMoved(before: CaseView, after: CaseView, { calendar, settings }: LinkageFacts): DateChange[] {
  return changeSetOf(scheduleOf(before, steps, calendar, settings), scheduleOf(after, steps, calendar, settings));
}

function reasonOf(changes: readonly SharedChange[]): string | undefined {
  for (const change of changes) {
    if (change.kind === 'move-session') return change.reason;
    if (change.kind === 'change-topic' && change.deliberationDate !== undefined) return '议题调整：审议时间变更';
  }
  return undefined;
}

function dueText(due: string | undefined): string {
  return due === undefined ? '未定' : dayText(due);
}

function noticesOf(view: CaseView, moved: readonly DateChange[], reason: string, newId: () => string) {
  const tenantIds = [...new Set(moved.map((change) => change.tenantId))];
  return tenantIds.map((tenantId) => {
    const own = moved.filter((change) => change.tenantId === tenantId);
    const first = own[0];
    const example =
      first === undefined ? '' : `，其中“${first.title}”${dueText(first.oldDue)}改为${dueText(first.newDue)}`;
    return {
      id: newId(),
      kind: 'date-moved' as const,
      tenantId,
      caseId: view.id,
      text: `“${view.name}”有${own.length}项日期变动${example}。原因：${reason}`,
    };
  });
}
