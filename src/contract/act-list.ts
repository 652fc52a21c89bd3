import { z } from 'zod';
import type { ActView } from './cases.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { holdsWords } from './list-rows.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

/** Which acts of a case: the same words in the address of its history and of the spreadsheet. */
export const actFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  /** Receipts are many and say little; they are there for whoever looks for them. */
  receipts: z.enum(['true']).optional(),
  /** Those of that day and before. */
  until: plainDate.optional(),
  sort: z.enum(['newest', 'oldest']).optional(),
});
export type ActFilter = z.output<typeof actFilter>;

export function isReceiptAct({ kind }: Pick<ActView, 'kind'>): boolean {
  return kind.startsWith('receive-package/');
}

/**
 * The acts that fit everything that is said, by the day they were done: what is registered afterwards stands where it belongs. The latest
 * first unless asked otherwise.
 */
export function actsShown(acts: readonly ActView[], filter: ActFilter): readonly ActView[] {
  const { text, receipts, until, sort } = filter;
  const shown = acts.filter(
    (act) =>
      (receipts !== undefined || !isReceiptAct(act)) &&
      (until === undefined || act.on <= until) &&
      holdsWords(text, act.title, act.actorName, ...act.packages.map(({ title }) => title)),
  );
  const earlier = (one: ActView, other: ActView) => one.on.localeCompare(other.on) || one.seq - other.seq;
  return shown.toSorted(sort === 'oldest' ? earlier : (one, other) => earlier(other, one));
}

export const exportCaseActs = defineRoute({
  ...file,
  path: '/api/cases/:caseId/history/export',
  id: 'exportCaseActs',
  summary: '导出本单位在一个事项中的法定行为，按屏幕上的筛选',
  params: z.object({ caseId: uuid }),
  query: actFilter,
});
