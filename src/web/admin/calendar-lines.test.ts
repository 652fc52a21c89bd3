import { describe, expect, test } from 'vitest';
import { changesOfYear, readCalendarLines } from './calendar-lines.ts';

describe('the lines of a notice on holidays', () => {
  test('become days, a span at a time', () => {
    const { days, errors } = readCalendarLines('2027-02-05至2027-02-07 放假 春节\n\n2027-01-30 上班 春节', 2027);
    expect(errors).toEqual([]);
    expect(days.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2027-02-05 holiday',
      '2027-02-06 holiday',
      '2027-02-07 holiday',
      '2027-01-30 workday',
    ]);
  });

  test.each([
    ['2027-02-30 放假 春节', '第1行：日期不存在，或者截止早于起始'],
    ['2026-02-05 放假 春节', '第1行：日期不在2027年'],
    ['2027-02-05 休息 春节', '第1行：格式应为“日期（至日期） 放假或上班 节日名称”'],
    ['2027-02-05至2027-05-05 放假 春节', '第1行：一段有90天，请核对起止日期；一段最多15天'],
  ])('are not cut or guessed: %s', (line, error) => {
    expect(readCalendarLines(line, 2027)).toEqual({ days: [], errors: [error] });
  });
});

test('what a year loaded again changes is told day by day', () => {
  const before = [
    { day: '2027-02-05', kind: 'holiday', name: '春节' },
    { day: '2027-02-06', kind: 'holiday', name: '春节' },
  ] as const;
  const after = [
    { day: '2027-02-06', kind: 'holiday', name: '春节' },
    { day: '2027-01-30', kind: 'workday', name: '春节' },
  ] as const;
  expect(changesOfYear(before, after)).toEqual([
    { day: '2027-01-30', text: '不列→春节调休上班' },
    { day: '2027-02-05', text: '春节放假→不列' },
  ]);
  expect(changesOfYear(before, before)).toEqual([]);
});
