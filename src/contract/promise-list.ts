import { z } from 'zod';
import { type PromiseRow, promiseStandings } from '../domain/handling/promises.ts';
import { exportFile as file } from './export-file.ts';
import { type Orders, sortedRows } from './list-rows.ts';
import { defineRoute, uuid } from './route.ts';

/** Which demands by how their promises stand, and in what order: the same words in the address of the list and of its spreadsheet. */
export const promiseFilter = z.object({
  promise: z.enum(promiseStandings).optional(),
  sort: z.string().max(40).optional(),
});
export type PromiseFilter = z.output<typeof promiseFilter>;

/** The orders of the list by their names; that of the opinion unless another is asked for. What has no day comes last. */
function ordersWith(nameOf: (tenantId: string) => string): Orders<PromiseRow> {
  return {
    due: { by: ({ due }) => due ?? '9999' },
    'due-late': { by: ({ due }) => due ?? '', descending: true },
    organ: { by: ({ demand }) => nameOf(demand.organId) },
    standing: { by: ({ standing }) => promiseStandings.indexOf(standing) },
  };
}

/** The demands that fit what is said, in the order asked for. */
export function promisesShown(
  rows: readonly PromiseRow[],
  { promise, sort }: PromiseFilter,
  nameOf: (tenantId: string) => string,
): readonly PromiseRow[] {
  const fitting = rows.filter(({ standing }) => promise === undefined || standing === promise);
  return sortedRows(fitting, ordersWith(nameOf), sort);
}

export const exportPromises = defineRoute({
  ...file,
  path: '/api/cases/:caseId/promises/export',
  id: 'exportPromises',
  summary: '导出审议要求的整改承诺、到期情况、佐证和评价，按屏幕上的筛选和排序',
  params: z.object({ caseId: uuid }),
  query: promiseFilter,
});
