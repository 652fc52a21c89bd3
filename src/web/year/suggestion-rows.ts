import type { CandidateView } from '../../contract/suggestions.ts';
import type { SuggestionRow as RowOf } from '../../domain/topic/suggestion-rows.ts';

/** A suggestion as the list shows it, with the candidate it was merged into. */
export type SuggestionRow = RowOf<CandidateView>;

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
