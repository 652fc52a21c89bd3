import { describe, expect, test } from 'vitest';
import { officialYears } from '../../../test/build/official-years.ts';
import { type CalendarDay, legalCalendarOf, nextWorkday } from '../../domain/calendar/legal-days.ts';
import { officialCalendarYears } from './calendar-seed.ts';

describe('the official calendar', () => {
  const years = officialCalendarYears();

  test('covers every year from 2004 to the last notice, and none beyond', () => {
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  test.each(officialYears.map((year) => [year.year, year] as const))('of %i equals the notice', (year, expected) => {
    const loaded = years.find((candidate) => candidate.year === year);
    expect(loaded?.days.map(dayAndKind)).toEqual(expected.days.map(dayAndKind));
  });

  test('names its source in every year and keeps each day in its own year', () => {
    for (const { year, source, days } of years) {
      expect(source).toContain(`${year}年`);
      expect(days.every(({ day }) => day.startsWith(`${year}-`))).toBe(true);
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    }
  });

  test('serves the domain as it is', () => {
    expect(nextWorkday(legalCalendarOf(years), '2020-01-24')).toBe('2020-02-03');
  });
});

/** In a joint break the notice does not say which day belongs to which festival. */
function dayAndKind({ day, kind }: CalendarDay): string {
  return `${day} ${kind}`;
}
