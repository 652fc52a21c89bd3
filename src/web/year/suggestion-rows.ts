import { type Orders, sortedRows } from '../../contract/list-rows.ts';
import type { CandidateView } from '../../contract/suggestions.ts';
import { type SuggestionRow as RowOf, suggestionStandings } from '../../domain/topic/suggestion-rows.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';

/** A suggestion as the list shows it, with the candidate it was merged into. */
export type SuggestionRow = RowOf<CandidateView>;

/** The rows in the order asked for. */
export function orderedRows(rows: readonly SuggestionRow[], sort: string | undefined): readonly SuggestionRow[] {
  return sortedRows(rows, orders, sort);
}

const orders: Orders<SuggestionRow> = {
  title: { by: (row) => row.title },
  author: { by: (row) => row.author.name },
  place: { by: (row) => row.place },
  domain: { by: (row) => topicDomainNames[row.domain] },
  oldest: { by: (row) => row.on ?? '' },
  newest: { by: (row) => row.on ?? '', descending: true },
  standing: { by: (row) => suggestionStandings.indexOf(row.standing) },
};

export type Group = { ids: readonly string[]; words: readonly string[]; places: readonly string[] };
export type RowGroup = Group & { rows: readonly SuggestionRow[] };

/** The groups with those of their rows that are shown, in the order of the list; one row alone is no group. */
export function groupedRows(groups: readonly Group[], rows: readonly SuggestionRow[]): readonly RowGroup[] {
  const groupOf = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const)));
  const rowsOfGroup = Map.groupBy(rows, ({ id }) => groupOf.get(id));
  return groups
    .map((group) => ({ ...group, rows: rowsOfGroup.get(group) ?? [] }))
    .filter(({ rows: own }) => own.length > 1);
}
