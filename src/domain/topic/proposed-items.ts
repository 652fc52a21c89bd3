import type { ConsultationItem } from './consultation.ts';
import { countyRowsOf } from './suggestion-list.ts';
import { sameName } from './topic.ts';
import type { YearState } from './year-state.ts';

/** What may be conferred on in a year: the own list and what the counties put forward, each name once (S1.2, S1.3). */
export function proposedItemsOf(year: Pick<YearState, 'preliminary' | 'countyLists'>): readonly ConsultationItem[] {
  const rows = [
    ...year.preliminary.map(({ title, domain, reason }) => ({ title, domain, detail: reason })),
    ...countyRowsOf(year).map(({ title, domain, reason }) => ({ title, domain, detail: reason })),
  ];
  const once = rows.filter((row, index) => rows.findIndex((other) => sameName(other.title, row.title)) === index);
  return once.map((row, index) => ({ key: `item-${index + 1}`, ...row }));
}
