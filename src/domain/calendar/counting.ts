import type { PlainDateText } from '../procedure/case.ts';

/**
 * Counting of days and months as the domain dossier §12 fixes it: the opening day is not counted, months end on the same day or the
 * month's last, 以上 and 以内 include their figure, 超过 does not (民法典 §1259 by analogy).
 *
 * Ten bodies' schedules are computed on every act and on every screen, so days are plain integers here; `counting.test.ts` proves
 * them equal to `Temporal.PlainDate` over four centuries.
 */

/** Days since 1970-01-01, Gregorian. */
export type OrdinalDay = number;

/** Days of a whole Gregorian cycle of 400 years, and from 0000-03-01 to 1970-01-01. */
const daysPerCycle = 146_097;
const daysToEpoch = 719_468;

/** The day a text names. A text that is no calendar day is a bug of the caller: RangeError. */
export function ordinalOf(text: PlainDateText): OrdinalDay {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const wellFormed = text.length === 10 && text[4] === '-' && text[7] === '-';
  if (!wellFormed || !(month >= 1 && month <= 12) || !(day >= 1 && day <= lastDayOfMonth(year, month))) {
    throw new RangeError(`${text} is not a calendar day of the form YYYY-MM-DD.`);
  }
  return ordinalOfParts(year, month, day);
}

/** 'YYYY-MM-DD' of an ordinal day of the years 0000–9999. */
export function textOf(ordinal: OrdinalDay): PlainDateText {
  const { year, month, day } = partsOf(ordinal);
  return textOfParts(year, month, day);
}

export function isPlainDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return false;
  return Number(day) <= lastDayOfMonth(Number(year), Number(month));
}

/** The day `days` calendar days before; the day counted from is not counted (至迟在该日办理). */
export function daysBack(date: PlainDateText, days: number): PlainDateText {
  return textOf(ordinalOf(date) - days);
}

/** The day `days` calendar days after; the day counted from is not counted. */
export function daysForward(date: PlainDateText, days: number): PlainDateText {
  return textOf(ordinalOf(date) + days);
}

/** The same day `months` earlier, or the last day of that month when it is shorter. */
export function monthsBack(date: PlainDateText, months: number): PlainDateText {
  return shiftMonths(date, -months);
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function monthsForward(date: PlainDateText, months: number): PlainDateText {
  return shiftMonths(date, months);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDateText, to: PlainDateText): number {
  return ordinalOf(to) - ordinalOf(from);
}

/** Every day from one to another, both counted; none when `to` is earlier. */
export function daysThrough(from: PlainDateText, to: PlainDateText): readonly PlainDateText[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_none, ahead) => daysForward(from, ahead));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: PlainDateText): number {
  return weekdayOfOrdinal(ordinalOf(date));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOfOrdinal(ordinal: OrdinalDay): number {
  // 1970-01-01 was a Thursday.
  return ((((ordinal + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: PlainDateText): number {
  return Number(date.slice(0, 4));
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** n 日前: the day `days` before `base` still keeps the term. */
export function isAtLeastDaysBefore(date: PlainDateText, base: PlainDateText, days: number): boolean {
  return daysBetween(date, base) >= days;
}

/** n 个月内: the last day of the term still keeps it. */
export function isWithinMonths(from: PlainDateText, date: PlainDateText, months: number): boolean {
  return date <= monthsForward(from, months);
}

/** 超过 n 个月: strictly later than the last day of the term. */
export function exceedsMonths(from: PlainDateText, date: PlainDateText, months: number): boolean {
  return !isWithinMonths(from, date, months);
}

function shiftMonths(date: PlainDateText, months: number): PlainDateText {
  const { year, month, day } = partsOf(ordinalOf(date));
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return textOfParts(targetYear, targetMonth, Math.min(day, lastDayOfMonth(targetYear, targetMonth)));
}

// Years run from 1 March here, so that the leap day is the last of its year and needs no case of its own.
function ordinalOfParts(year: number, month: number, day: number): OrdinalDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * daysPerCycle + dayOfCycle - daysToEpoch;
}

function partsOf(ordinal: OrdinalDay): { year: number; month: number; day: number } {
  const shifted = ordinal + daysToEpoch;
  const cycle = Math.floor(shifted / daysPerCycle);
  const dayOfCycle = shifted - cycle * daysPerCycle;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day };
}

function textOfParts(year: number, month: number, day: number): PlainDateText {
  const monthText = month < 10 ? `0${month}` : month;
  const dayText = day < 10 ? `0${day}` : day;
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${monthText}-${dayText}`;
}
