import { z } from 'zod';
import { type CaseView, sessionStateNames, type TrackSession, trackOf } from '../domain/procedure/case.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { holdsWords, type Orders, sortedRows } from './list-rows.ts';
import { defineRoute } from './route.ts';

/** Which sittings, and in what order: the same words in the address of the list and of its spreadsheet. */
export const sessionFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  state: z.enum(['convened', 'open', 'closed']).optional(),
  sort: z.string().max(40).optional(),
});
export type SessionFilter = z.output<typeof sessionFilter>;

export type SessionRow = { view: CaseView; sitting: TrackSession | undefined };

/** The orders of the list of sittings by their names; the latest first unless another is asked for. */
const orders: Orders<SessionRow> = {
  latest: { by: ({ sitting }) => sitting?.opens ?? '', descending: true },
  earliest: { by: ({ sitting }) => sitting?.opens ?? '9999' },
  name: { by: ({ view }) => view.name },
  state: { by: ({ sitting }) => (sitting === undefined ? 9 : Object.keys(sessionStateNames).indexOf(sitting.state)) },
};

/** A tenant's sittings that fit everything that is said, in the order asked for. */
export function sessionsShown(
  views: readonly CaseView[],
  tenantId: string,
  { text, state, sort = 'latest' }: SessionFilter,
): readonly SessionRow[] {
  const rows = views
    .map((view) => ({ view, sitting: trackOf(view, tenantId)?.session }))
    .filter(({ sitting }) => state === undefined || sitting?.state === state)
    .filter(({ view }) => holdsWords(text, view.name));
  return sortedRows(rows, orders, sort);
}

export const exportSessions = defineRoute({
  ...file,
  path: '/api/sessions/export',
  id: 'exportSessions',
  summary: '导出常委会会议清单',
  query: sessionFilter,
});
