import { expect, test } from 'vitest';
import { yearsToOpen } from './open-year.ts';

test('S1.1 from November on the coming year is the next one; the running year can be brought in', () => {
  expect(yearsToOpen([], '2026-11-01')).toEqual({ next: 2027, earlier: [2026, 2025, 2024, 2023, 2022, 2021] });
  expect(yearsToOpen([2025, 2026], '2026-12-31')).toEqual({ next: 2027, earlier: [2024, 2023, 2022, 2021] });
});

test('S1.1 before November the running year is the next one, then the coming one', () => {
  expect(yearsToOpen([], '2026-10-31').next).toBe(2026);
  expect(yearsToOpen([2026], '2026-10-31').next).toBe(2027);
});

test('S1.1 a year that is open is not offered again', () => {
  expect(yearsToOpen([2026, 2027], '2026-11-27').next).toBeUndefined();
  expect(yearsToOpen([2026, 2027], '2026-03-01').next).toBeUndefined();
});
