import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { daysForward } from './counting.ts';
import { isRestDay, legalCalendarOf, nextWorkday, noteOfBackwardDay, settleForward } from './legal-days.ts';

const calendar = officialCalendar;

describe('rest days', () => {
  test('are holidays and plain weekends, not weekends worked to make up', () => {
    expect(isRestDay(calendar, '2024-10-01')).toBe(true);
    expect(isRestDay(calendar, '2024-10-08')).toBe(false);
    expect(isRestDay(calendar, '2024-10-12')).toBe(false);
    expect(isRestDay(calendar, '2024-10-13')).toBe(true);
    expect(isRestDay(calendar, '2025-09-28')).toBe(false);
  });

  test('of a year nobody loaded are unknown', () => {
    expect(isRestDay(calendar, '2027-10-01')).toBeUndefined();
    expect(nextWorkday(calendar, '2027-10-01')).toBeUndefined();
  });
});

describe('the next working day', () => {
  test('follows the whole break, and may be a Sunday that is worked', () => {
    expect(nextWorkday(calendar, '2024-02-10')).toBe('2024-02-18');
    expect(nextWorkday(calendar, '2025-10-01')).toBe('2025-10-09');
    expect(nextWorkday(calendar, '2026-02-15')).toBe('2026-02-24');
    expect(nextWorkday(calendar, '2026-05-09')).toBe('2026-05-09');
  });

  test('is looked for across the end of the year', () => {
    expect(nextWorkday(calendar, '2023-12-30')).toBe('2024-01-02');
    expect(nextWorkday(calendar, '2022-12-31')).toBeUndefined();
  });

  test('is never a rest day and never earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1400 }), (offset) => {
        const date = daysForward('2023-01-01', offset);
        const next = nextWorkday(calendar, date);
        if (next === undefined) return;
        expect(next >= date).toBe(true);
        expect(isRestDay(calendar, next)).toBe(false);
      }),
    );
  });
});

describe('the last day of a forward term', () => {
  test('moves from a Saturday to Monday and says why', () => {
    expect(settleForward(calendar, '2024-01-27', 'holidays-and-weekends')).toEqual({
      day: '2024-01-29',
      shift: { from: '2024-01-27', to: '2024-01-29', because: '星期六' },
    });
  });

  test('stays on a plain weekend where only holidays move it', () => {
    expect(settleForward(calendar, '2024-01-27', 'holidays')).toEqual({ day: '2024-01-27' });
    expect(settleForward(calendar, '2024-10-03', 'holidays').day).toBe('2024-10-08');
  });

  test('stays where nothing moves it', () => {
    expect(settleForward(calendar, '2024-10-03', 'none')).toEqual({ day: '2024-10-03' });
  });

  test('stays on a weekend that is worked to make up', () => {
    expect(settleForward(calendar, '2025-09-28', 'holidays-and-weekends')).toEqual({ day: '2025-09-28' });
  });

  test('is flagged and not moved in a year nobody loaded', () => {
    const settled = settleForward(calendar, '2027-01-30', 'holidays-and-weekends');
    expect(settled.day).toBe('2027-01-30');
    expect(settled.warning).toContain('2027年节假日安排尚未载入');
  });

  test('is flagged where the break runs into a year nobody loaded', () => {
    const only2022 = legalCalendarOf([
      { year: 2022, source: '通知', days: [{ day: '2022-12-31', kind: 'holiday', name: '元旦' }] },
    ]);
    const settled = settleForward(only2022, '2022-12-31', 'holidays-and-weekends');
    expect(settled).toMatchObject({ day: '2022-12-31', warning: expect.stringContaining('2023年') });
  });
});

test('a backward limit on a rest day stays and is noted', () => {
  expect(noteOfBackwardDay(calendar, '2023-10-05').note).toContain('国庆节');
  expect(noteOfBackwardDay(calendar, '2023-10-09')).toEqual({});
  expect(noteOfBackwardDay(calendar, '2028-10-09').warning).toContain('2028年');
});
