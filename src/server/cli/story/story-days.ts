import { daysBack, daysForward, weekdayOf } from '../../../domain/calendar/counting.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';

/** The day `offset` days after (or before) another. */
export function shifted(day: PlainDateText, offset: number): PlainDateText {
  return offset < 0 ? daysBack(day, -offset) : daysForward(day, offset);
}

/** The day itself, or the Monday after a weekend. */
export function workdayFrom(day: PlainDateText): PlainDateText {
  const weekday = weekdayOf(day);
  return weekday <= 5 ? day : shifted(day, 8 - weekday);
}

/** Days on which standing committees usually sit, late enough in the year for a plan two months before (S2.2). */
const usualDays = ['06-25', '08-27', '10-28'] as const;

/** A story ends within so many days after the city's session: term of handling, first assessment, second round. */
const storyTakes = 240;

/** The latest usual day of a city session whose whole story, second round included, lies before `today`, in a year that is free. */
export function finishedSessionDay(today: PlainDateText, takenYears: readonly number[]): PlainDateText {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 6 }, (_, index) => thisYear - index);
  const days = years
    .filter((year) => !takenYears.includes(year))
    .flatMap((year) => usualDays.map((day) => `${year}-${day}`));
  const past = days.filter((day) => shifted(day, storyTakes) <= today).toSorted();
  const last = past.at(-1);
  if (last === undefined) throw new Error('近几年的年度都已建立，没有可以演示的年度。');
  return last;
}

/** The next day of a session whose research is under way on `today`: more than its plan's two months may be gone, T−20 is not. */
export function comingSessionDay(today: PlainDateText): PlainDateText {
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear, thisYear + 1].flatMap((year) =>
    ['04-27', ...usualDays, '12-28'].map((day) => `${year}-${day}`),
  );
  return days.find((day) => day >= shifted(today, 30)) ?? `${thisYear + 1}-06-25`;
}
