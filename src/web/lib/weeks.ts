import { daysBetween, daysForward, weekdayOf } from '../../domain/calendar/counting.ts';

/** The whole weeks, each from Monday to Sunday, that hold the days from one to another. */
export function weeksOf(from: string, until: string): readonly (readonly string[])[] {
  const monday = daysForward(from, 1 - weekdayOf(from));
  const count = Math.floor(daysBetween(monday, until) / 7) + 1;
  return Array.from({ length: count }, (_week, week) =>
    Array.from({ length: 7 }, (_day, at) => daysForward(monday, 7 * week + at)),
  );
}
