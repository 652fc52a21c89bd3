import { type SuggestionRow, suggestionStandings } from '../domain/topic/suggestion-rows.ts';
import { topicDomainNames } from '../domain/topic/topic.ts';
import { type Orders, sortedRows } from './list-rows.ts';

type Row = Pick<SuggestionRow, 'title' | 'author' | 'place' | 'domain' | 'on' | 'standing'>;

/** The orders of the list of suggestions by their names, on the screen and in its spreadsheet. */
const orders: Orders<Row> = {
  title: { by: (row) => row.title },
  author: { by: (row) => row.author.name },
  place: { by: (row) => row.place },
  domain: { by: (row) => topicDomainNames[row.domain] },
  oldest: { by: (row) => row.on ?? '' },
  newest: { by: (row) => row.on ?? '', descending: true },
  standing: { by: (row) => suggestionStandings.indexOf(row.standing) },
};

/** The suggestions in the order asked for. */
export function orderedSuggestions<Given extends Row>(
  rows: readonly Given[],
  sort: string | undefined,
): readonly Given[] {
  return sortedRows(rows, orders as Orders<Given>, sort);
}
