import { z } from 'zod';
import type { CaseState } from '../domain/case-state.ts';
import { dueStandingOf, dueStandings } from '../domain/handling/problem-due.ts';
import {
  type DemandLine,
  demandLinesOf,
  type ProblemLine,
  problemLinesOf,
  problemStandings,
} from '../domain/handling/problem-line.ts';
import { exportFile as file } from './export-file.ts';
import { type Orders, sortedRows } from './list-rows.ts';
import { defineRoute, uuid } from './route.ts';

/** Which problems, and in what order: the same words in the address of the list and of its spreadsheet. */
export const problemFilter = z.object({
  organ: uuid.optional(),
  due: z.enum(dueStandings).optional(),
  stands: z.enum(problemStandings).optional(),
  /** Only those that stand again. */
  repeat: z.enum(['only']).optional(),
  /** Read from the demands' end: each demand once, with all the findings it rests on. */
  view: z.enum(['demands']).optional(),
  sort: z.string().max(40).optional(),
});
export type ProblemFilter = z.output<typeof problemFilter>;

/** What the lines themselves do not say. */
export type ProblemsAbout = {
  today: string;
  nameOf: (tenantId: string) => string;
  isRepeat: (line: ProblemLine) => boolean;
};

/** The orders of the list of problems by their names; as they were recorded unless another is asked for. */
function ordersWith(nameOf: ProblemsAbout['nameOf']): Orders<ProblemLine> {
  return {
    due: { by: ({ due }) => due ?? '9999' },
    'due-late': { by: ({ due }) => due ?? '', descending: true },
    // Lines without an organ come last.
    organ: { by: ({ demand }) => (demand === undefined ? '\uffff' : nameOf(demand.organId)) },
    stands: { by: ({ stands }) => problemStandings.indexOf(stands) },
  };
}

/** The lines that fit everything that is said, in the order asked for. */
export function problemsShown(
  lines: readonly ProblemLine[],
  { organ, due, stands, repeat, sort }: ProblemFilter,
  { today, nameOf, isRepeat }: ProblemsAbout,
): readonly ProblemLine[] {
  const fits = (line: ProblemLine) =>
    (organ === undefined || line.demand?.organId === organ) &&
    (due === undefined || dueStandingOf(line, today) === due) &&
    (stands === undefined || line.stands === stands) &&
    (repeat === undefined || isRepeat(line));
  return sortedRows(lines.filter(fits), ordersWith(nameOf), sort);
}

type ShownLines = { all: readonly ProblemLine[]; shown: readonly ProblemLine[]; sort: string | undefined };

/** The demands of the lines that are shown, each with all its findings: in the order of the opinion, else in that of the lines. */
export function demandsShown(state: CaseState, { all, shown, sort }: ShownLines): readonly DemandLine[] {
  const placeOf = (demandId: string) => shown.findIndex(({ demand }) => demand?.id === demandId);
  return demandLinesOf(state, all)
    .filter(({ demand }) => placeOf(demand.id) >= 0)
    .toSorted((one, other) => (sort === undefined ? 0 : placeOf(one.demand.id) - placeOf(other.demand.id)));
}

/** The lines of a case's list of problems, from whichever end it is read. */
export function problemLinesShown(
  state: CaseState,
  filter: ProblemFilter,
  about: ProblemsAbout,
): readonly ProblemLine[] {
  const all = problemLinesOf(state);
  const shown = problemsShown(all, filter, about);
  if (filter.view === undefined) return shown;
  return demandsShown(state, { all, shown, sort: filter.sort }).flatMap(({ line, findings }) =>
    findings.length === 0 ? [line] : findings,
  );
}

export const exportProblems = defineRoute({
  ...file,
  path: '/api/cases/:caseId/problems/export',
  id: 'exportProblems',
  summary: '导出问题清单，从发现问题到审议要求、整改承诺和评价，按屏幕上的筛选和排序',
  params: z.object({ caseId: uuid }),
  query: problemFilter,
});
