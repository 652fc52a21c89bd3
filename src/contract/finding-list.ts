import { z } from 'zod';
import type { FindingRow } from '../domain/handling/finding-rows.ts';
import { problemStandings } from '../domain/handling/problem-line.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { holdsWords, type Orders, sortedRows } from './list-rows.ts';
import { defineRoute, uuid } from './route.ts';

/** Which findings of a topic, and in what order: the same words in the address of the list and of its spreadsheet. */
export const findingFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  /** Who found it. */
  body: uuid.optional(),
  /** Where, by its name. */
  place: z.string().trim().max(limits.shortText).optional(),
  severity: z.enum(['prominent', 'general']).optional(),
  stands: z.enum(problemStandings).optional(),
  sort: z.string().max(40).optional(),
});
export type FindingFilter = z.output<typeof findingFilter>;

/** The orders of the list of findings by their names; as they were recorded unless another is asked for. */
const orders: Orders<FindingRow> = {
  title: { by: ({ finding }) => finding.title },
  'title-down': { by: ({ finding }) => finding.title, descending: true },
  source: { by: ({ source }) => source },
  'source-down': { by: ({ source }) => source, descending: true },
  place: { by: ({ place }) => place },
  'place-down': { by: ({ place }) => place, descending: true },
  severity: { by: gravity },
  'severity-down': { by: gravity, descending: true },
  standing: { by: ({ stands }) => problemStandings.indexOf(stands) },
  'standing-down': { by: ({ stands }) => problemStandings.indexOf(stands), descending: true },
};

function gravity({ finding }: FindingRow): number {
  return finding.severity === 'prominent' ? 0 : 1;
}

/** The findings that fit everything that is said, in the order asked for. */
export function findingsShown(rows: readonly FindingRow[], filter: FindingFilter): readonly FindingRow[] {
  const { text, body, place, severity, stands, sort } = filter;
  const fits = (row: FindingRow) =>
    (body === undefined || row.bodyId === body) &&
    (place === undefined || row.place === place) &&
    (severity === undefined || row.finding.severity === severity) &&
    (stands === undefined || row.stands === stands) &&
    holdsWords(text, row.finding.title, row.finding.description, row.place, row.source);
  return sortedRows(rows.filter(fits), orders, sort);
}

export const exportFindings = defineRoute({
  ...file,
  path: '/api/cases/:caseId/findings/export',
  id: 'exportFindings',
  summary: '导出一个议题发现的问题，按屏幕上的筛选和排序',
  params: z.object({ caseId: uuid }),
  query: findingFilter,
});
