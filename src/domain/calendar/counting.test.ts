import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  daysBack,
  daysBetween,
  daysForward,
  exceedsMonths,
  isAtLeastDaysBefore,
  isLeapYear,
  isPlainDate,
  isWithinMonths,
  lastDayOfMonth,
  monthsBack,
  monthsForward,
  ordinalOf,
  textOf,
  weekdayOf,
} from './counting.ts';

/** Any day of the years 1800–2200, as Temporal writes it. */
const day = fc.integer({ min: -62_091, max: 84_371 }).map((ordinal) => epoch.add({ days: ordinal }).toString());
const epoch = Temporal.PlainDate.from('1970-01-01');
const some = { numRuns: 500 };

describe('counting days', () => {
  test('does not count the opening day', () => {
    expect(daysBack('2023-10-26', 20)).toBe('2023-10-06');
    expect(daysForward('2023-10-27', 7)).toBe('2023-11-03');
  });

  test('crosses year ends and leap days', () => {
    expect(daysBack('2024-01-05', 7)).toBe('2023-12-29');
    expect(daysBack('2024-03-01', 1)).toBe('2024-02-29');
    expect(daysBack('2023-03-01', 1)).toBe('2023-02-28');
    expect(daysForward('2023-12-31', 1)).toBe('2024-01-01');
  });

  test('equals Temporal for any day and distance', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4000 }), (date, days) => {
        const temporal = Temporal.PlainDate.from(date);
        expect(daysBack(date, days)).toBe(temporal.subtract({ days }).toString());
        expect(daysForward(date, days)).toBe(temporal.add({ days }).toString());
        expect(weekdayOf(date)).toBe(temporal.dayOfWeek);
      }),
      some,
    );
  });

  test('measures the distance it counted', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, daysForward(date, days))).toBe(days);
      }),
      some,
    );
  });
});

describe('counting months', () => {
  test('ends on the same day, or on the last day of a shorter month', () => {
    expect(monthsBack('2023-10-26', 2)).toBe('2023-08-26');
    expect(monthsForward('2023-10-27', 3)).toBe('2024-01-27');
    expect(monthsBack('2023-12-31', 1)).toBe('2023-11-30');
    expect(monthsForward('2023-11-30', 3)).toBe('2024-02-29');
    expect(monthsForward('2022-11-30', 3)).toBe('2023-02-28');
    expect(monthsBack('2024-04-30', 2)).toBe('2024-02-29');
    expect(monthsBack('2024-02-29', 12)).toBe('2023-02-28');
  });

  test('crosses the end of the year both ways', () => {
    expect(monthsBack('2024-01-15', 2)).toBe('2023-11-15');
    expect(monthsForward('2023-11-15', 2)).toBe('2024-01-15');
    expect(monthsForward('2023-12-31', 12)).toBe('2024-12-31');
  });

  test('equals Temporal for any day and number of months', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const temporal = Temporal.PlainDate.from(date);
        expect(monthsBack(date, months)).toBe(temporal.subtract({ months }).toString());
        expect(monthsForward(date, months)).toBe(temporal.add({ months }).toString());
      }),
      some,
    );
  });

  test('never leaves the month it aims at, and clamps only to its last day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 36 }), (date, months) => {
        const later = monthsForward(date, months);
        const [year, month, dayOfMonth] = later.split('-').map(Number) as [number, number, number];
        const asked = Number(date.slice(8));
        expect(dayOfMonth).toBe(Math.min(asked, lastDayOfMonth(year, month)));
      }),
      some,
    );
  });
});

describe('以上, 以内 and 超过', () => {
  test('seven days before includes the seventh', () => {
    expect(isAtLeastDaysBefore('2023-10-19', '2023-10-26', 7)).toBe(true);
    expect(isAtLeastDaysBefore('2023-10-20', '2023-10-26', 7)).toBe(false);
  });

  test('within two months includes the last day, which does not exceed them', () => {
    expect(isWithinMonths('2023-12-31', '2024-02-29', 2)).toBe(true);
    expect(exceedsMonths('2023-12-31', '2024-02-29', 2)).toBe(false);
    expect(exceedsMonths('2023-12-31', '2024-03-01', 2)).toBe(true);
  });
});

describe('plain dates', () => {
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(textOf(ordinalOf(date))).toBe(date);
      }),
      some,
    );
  });

  test('of no calendar are refused', () => {
    for (const text of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '2023/01/01', '', '2023-10-26T00:00']) {
      expect(isPlainDate(text)).toBe(false);
      expect(() => ordinalOf(text)).toThrow(RangeError);
    }
    expect(isPlainDate('2024-02-29')).toBe(true);
  });

  test('know leap years by the Gregorian rule', () => {
    expect([1900, 2000, 2023, 2024, 2100].filter(isLeapYear)).toEqual([2000, 2024]);
  });
});
