import type { PlainDateText } from '../procedure/case.ts';
import type { Settings } from '../procedure/settings.ts';
import { ordinalOf, textOf, weekdayOf, weekdayOfOrdinal, yearOf } from './counting.ts';

/** A day that differs from Monday-to-Friday: off by notice of the State Council's office, or worked to make up (调休上班). */
export type CalendarDay = { day: PlainDateText; kind: 'holiday' | 'workday'; name: string };

/** One loaded year; `source` names the notice it was taken from. */
export type CalendarYear = { year: number; source: string; days: readonly CalendarDay[] };

/** The official days of the loaded years. A year is known whole or not at all. */
export type LegalCalendar = {
  readonly sources: ReadonlyMap<number, string>;
  readonly days: ReadonlyMap<PlainDateText, CalendarDay>;
};

/** A due day after the rule of rest days. `warning` says that nothing could be checked, and so nothing was moved. */
export type SettledDay = {
  day: PlainDateText;
  shift?: { from: PlainDateText; to: PlainDateText; because: string };
  warning?: string;
};

const weekdayNames = ['', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];

export function weekdayNameOf(day: PlainDateText): string {
  return weekdayNames[weekdayOf(day)] ?? '';
}

export function legalCalendarOf(years: readonly CalendarYear[]): LegalCalendar {
  return {
    sources: new Map(years.map(({ year, source }) => [year, source])),
    days: new Map(years.flatMap(({ days }) => days.map((entry) => [entry.day, entry] as const))),
  };
}

export function isYearLoaded(calendar: LegalCalendar, date: PlainDateText): boolean {
  return calendar.sources.has(yearOf(date));
}

/** What is said wherever a date falls in a year nobody has loaded. */
export function unloadedYearWarning(date: PlainDateText): string {
  return `${yearOf(date)}年节假日安排尚未载入，无法核对是否为休息日，日期未作顺延；请管理员载入国务院办公厅通知后重新计算。`;
}

/** Statutory holiday by notice, weekends that were not made working days included. Undefined when the year is not loaded. */
export function isRestDay(calendar: LegalCalendar, date: PlainDateText): boolean | undefined {
  if (!isYearLoaded(calendar, date)) return undefined;
  return restNameOf(calendar, date) !== undefined;
}

/** Why nobody works that day (国庆节, 星期六), or undefined on a working day. Only to be asked of a loaded year. */
export function restNameOf(calendar: LegalCalendar, date: PlainDateText): string | undefined {
  const official = calendar.days.get(date);
  if (official !== undefined) return official.kind === 'holiday' ? `${official.name}假期` : undefined;
  const weekday = weekdayOf(date);
  return weekday >= 6 ? weekdayNames[weekday] : undefined;
}

/** Holidays that stand on the same days every year, before any notice says what is worked for them (全国年节及纪念日放假办法第二条). */
const standingHolidays: ReadonlyMap<string, string> = new Map([
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
]);

/**
 * As `restNameOf`, and for a year that nobody has loaded yet what can be known without its notice: weekends and the holidays of fixed
 * days. For planning only; no term is counted by it.
 */
export function foreseenRestNameOf(calendar: LegalCalendar, date: PlainDateText): string | undefined {
  if (isYearLoaded(calendar, date)) return restNameOf(calendar, date);
  const holiday = standingHolidays.get(date.slice(5));
  if (holiday !== undefined) return `${holiday}假期`;
  const weekday = weekdayOf(date);
  return weekday >= 6 ? weekdayNames[weekday] : undefined;
}

/** The first working day on or after a day; undefined when the search leaves the loaded years. */
export function nextWorkday(calendar: LegalCalendar, date: PlainDateText): PlainDateText | undefined {
  const first = ordinalOf(date);
  // No break has ever lasted a month; the bound keeps bad data from looping for ever.
  for (let ordinal = first; ordinal < first + 31; ordinal += 1) {
    const day = textOf(ordinal);
    if (!isYearLoaded(calendar, day)) return undefined;
    const official = calendar.days.get(day);
    if (official === undefined ? weekdayOfOrdinal(ordinal) < 6 : official.kind === 'workday') return day;
  }
  return undefined;
}

/**
 * Last day of a period that runs forward: on a rest day it ends on the next working day (民法典 §203 by analogy), as far as the
 * setting goes. `holidays` leaves a plain weekend alone, because whether it is a 法定休假日 in public law is open (dossier §12.7).
 */
export function settleForward(
  calendar: LegalCalendar,
  date: PlainDateText,
  restDayShift: Settings['restDayShift'],
): SettledDay {
  if (restDayShift === 'none') return { day: date };
  if (!isYearLoaded(calendar, date)) return { day: date, warning: unloadedYearWarning(date) };
  const because = restNameOf(calendar, date);
  if (because === undefined) return { day: date };
  if (restDayShift === 'holidays' && calendar.days.get(date)?.kind !== 'holiday') return { day: date };
  const next = nextWorkday(calendar, date);
  if (next === undefined) return { day: date, warning: unloadedYearWarning(`${yearOf(date) + 1}-01-01`) };
  return { day: next, shift: { from: date, to: next, because } };
}

/**
 * Last day on which something may still be done before a session. It never moves: 民法典 §203 prolongs a period that ends on a rest
 * day, while here the period ends with the session and a later day would eat into it. That the day is a rest day is said instead.
 */
export function noteOfBackwardDay(calendar: LegalCalendar, date: PlainDateText): { note?: string; warning?: string } {
  if (!isYearLoaded(calendar, date)) return { warning: unloadedYearWarning(date) };
  const rest = restNameOf(calendar, date);
  return rest === undefined ? {} : { note: `当日为休息日（${rest}），向前计算的期限不顺延，请提前办理。` };
}
