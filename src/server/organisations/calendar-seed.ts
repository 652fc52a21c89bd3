import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarDay, CalendarYear } from '../../domain/calendar/legal-days.ts';

/**
 * The official days of the years that the package `chinese-days` has taken from the notices of the State Council's office. A year
 * without a notice in it is not there at all, so it stays unloaded and dates in it are flagged instead of guessed.
 */
export function officialCalendarYears(): CalendarYear[] {
  const days = [...entriesOf(published.holidays, 'holiday'), ...entriesOf(published.workdays, 'workday')];
  const byYear = Map.groupBy(days, (entry) => Number(entry.day.slice(0, 4)));
  return [...byYear]
    .filter(([, entries]) => isWholeYear(entries))
    .map(([year, entries]) => ({ year, source: sourceOf(year), days: entries.sort(byDay) }))
    .sort((one, other) => one.year - other.year);
}

/** Every notice since 2004 covers the National Day; a year known only by a make-up day of its neighbour has no notice. */
function isWholeYear(entries: readonly CalendarDay[]): boolean {
  return entries.some((entry) => entry.kind === 'holiday' && entry.day.endsWith('-10-01'));
}

function entriesOf(days: Readonly<Record<string, string>>, kind: CalendarDay['kind']): CalendarDay[] {
  return Object.entries(days).map(([day, text]) => ({ day, kind, name: chineseNameOf(text) }));
}

/** The package writes `National Day,国庆节,3`. */
function chineseNameOf(text: string): string {
  return text.split(',')[1] ?? text;
}

function sourceOf(year: number): string {
  return `国务院办公厅关于${year}年部分节假日安排的通知（随软件预置，请与通知核对）`;
}

function byDay(one: CalendarDay, other: CalendarDay): number {
  return one.day < other.day ? -1 : 1;
}
