import type { CandidateView } from '../../contract/suggestions.ts';
import { plannedRowOf } from '../../domain/topic/suggestion-course.ts';
import type { ListedSuggestion } from '../../domain/topic/suggestion-list.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import { type Orders, sortedRows } from '../lib/list-rows.ts';

/** A suggestion as the list shows it: with the candidate it was merged into, and the row of the joint plan that grew from it. */
export type SuggestionRow = ListedSuggestion & { candidate: CandidateView | undefined; planned: string | undefined };

export type SuggestionFilter = {
  text: string;
  domain: string | undefined;
  author: string | undefined;
  standing: string | undefined;
  sort: string | undefined;
};

/** Whether a text fits what was typed; with pinyin once that is loaded. */
export type Fits = (text: string, typed: string) => boolean;

export const authorNames = {
  organ: '机关',
  deputy: '代表',
  member: '组成人员',
  office: '办公室、委室',
  citizen: '公民',
  county: '县级人大',
} satisfies Record<ListedSuggestion['author']['kind'], string>;

export function rowsOf(
  listed: readonly ListedSuggestion[],
  candidates: readonly CandidateView[],
  planned: Parameters<typeof plannedRowOf>[1],
): readonly SuggestionRow[] {
  const merged = new Map(candidates.flatMap((one) => one.suggestionIds.map((id) => [id, one] as const)));
  return listed.map((row) => ({ ...row, candidate: merged.get(row.id), planned: plannedRowOf(row.id, planned)?.name }));
}

/** The rows asked for, in the order asked for. */
export function chosenRows(
  rows: readonly SuggestionRow[],
  filter: SuggestionFilter,
  fits: Fits,
): readonly SuggestionRow[] {
  const typed = filter.text.trim();
  const kept = rows.filter(
    (row) =>
      (filter.domain === undefined || row.domain === filter.domain) &&
      (filter.author === undefined || row.author.kind === filter.author) &&
      (filter.standing === undefined || (filter.standing === 'merged') === (row.candidate !== undefined)) &&
      (typed === '' || fits(`${row.title} ${row.author.name}`, typed) || row.necessity.includes(typed)),
  );
  return sortedRows(kept, orders, filter.sort);
}

const orders: Orders<SuggestionRow> = {
  title: { by: (row) => row.title },
  author: { by: (row) => row.author.name },
  domain: { by: (row) => topicDomainNames[row.domain] },
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
