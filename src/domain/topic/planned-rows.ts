import { countyRowsOf } from './suggestion-list.ts';
import { type PlannedTopic, sameName, type TopicProposal } from './topic.ts';
import type { YearState } from './year-state.ts';

/** What of a row of the joint plan is known before the city confers on it; lead committee and time are not. */
export type PlannedRow = Pick<PlannedTopic, 'key' | 'name' | 'domain'> & { suggestionIds: readonly string[] };

/**
 * The rows that a joint plan begins with: what the city proposes (its preliminary list, or its candidate topics), each with what it grew
 * from. A county's row of the same name is part of it as well.
 */
export function plannedRowsOf(
  proposals: readonly Pick<TopicProposal, 'title' | 'domain' | 'suggestionIds'>[],
  year: Pick<YearState, 'countyLists'>,
): readonly PlannedRow[] {
  const counties = countyRowsOf(year);
  return proposals.map(({ title, domain, suggestionIds }, index) => {
    const alike = counties.filter((topic) => sameName(topic.title, title)).map(({ id }) => id);
    return { key: `${index + 1}`, name: title, domain, suggestionIds: [...new Set([...suggestionIds, ...alike])] };
  });
}

/** The rows that a joint plan begins with, from the record alone: what the conferring included, else what the city put forward. */
export function plannedItemsOf({
  consultation,
  preliminary,
  countyLists,
}: Pick<YearState, 'consultation' | 'preliminary' | 'countyLists'>): readonly PlannedRow[] {
  if (consultation === null) return plannedRowsOf(preliminary, { countyLists });
  const included = consultation.topics.filter(({ result }) => result !== 'drop');
  const proposals = included.map(({ name, domain }) => {
    const own = preliminary.filter((row) => sameName(row.title, name));
    return { title: name, domain, suggestionIds: own.flatMap(({ suggestionIds }) => suggestionIds) };
  });
  return plannedRowsOf(proposals, { countyLists });
}
