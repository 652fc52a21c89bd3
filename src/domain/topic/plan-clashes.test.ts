import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { clashesOfPlan, type DatedTopic, type FixedSitting } from './plan-clashes.ts';

const rules = { calendar: officialCalendar };
const topic = (key: string, day: string | undefined, leadUnitId = `unit-${key}`): DatedTopic => ({
  key,
  name: `议题${key}`,
  leadUnitId,
  leadUnitName: '城环资工委',
  ...(day === undefined ? {} : { day }),
});
const said = (topics: readonly DatedTopic[], sittings: readonly FixedSitting[] = []) =>
  clashesOfPlan(topics, sittings, rules).map(({ clause, keys }) => `${clause} ${keys.join('+')}`);
const sitting = (opens: string, closes = opens): FixedSitting => ({
  tenantId: 'county-1',
  shortName: '涪城',
  level: 'county',
  opens,
  closes,
});

describe('S1.3 审议时间', () => {
  test('on working days, far apart, each with a committee of its own, nothing is said', () => {
    expect(said([topic('1', '2024-04-25'), topic('2', '2024-06-26'), topic('3', undefined)])).toEqual([]);
  });

  test('on National Day or a Sunday it is said, and that a year which is not loaded was not checked', () => {
    expect(clashesOfPlan([topic('1', '2024-10-01')], [], rules)[0]?.text).toContain('国庆节');
    expect(said([topic('1', '2024-06-23')])).toEqual(['S1.3 1']);
    // Weekends and fixed holidays are known before the year's notice is.
    expect(clashesOfPlan([topic('1', '2099-06-24')], [], rules).map(({ text }) => text)).toEqual([
      expect.stringContaining('尚未载入'),
    ]);
    expect(said([topic('1', '2099-10-02'), topic('2', '2099-06-27')])).toEqual(['S1.3 1', 'S1.3 2', 'S1.3 1+2']);
  });

  test('S3.1 two on one day, or within two weeks, are crowded; two weeks apart are not', () => {
    expect(said([topic('1', '2024-06-26'), topic('2', '2024-06-26')])).toEqual(['S3.1 1+2']);
    expect(said([topic('1', '2024-06-13'), topic('2', '2024-06-26')])).toEqual(['S3.1 1+2']);
    expect(said([topic('1', '2024-06-12'), topic('2', '2024-06-26')])).toEqual([]);
  });

  test('S2.1 one committee that leads three topics, or two within two weeks', () => {
    const days = ['2024-04-25', '2024-06-26', '2024-08-27'];
    expect(said(days.map((day, index) => topic(`${index}`, day, 'unit')))).toEqual(['S2.1 0+1+2']);
    expect(said([topic('1', '2024-06-19', 'unit'), topic('2', '2024-06-26', 'unit')])).toEqual([
      'S3.1 1+2',
      'S2.1 1+2',
    ]);
  });

  test('S3.1 S3.6 a county that sits on that day, or within the seven days before', () => {
    const day = [topic('1', '2024-06-26')];
    expect(said(day, [sitting('2024-06-26')])).toEqual(['S3.6 1']);
    expect(said(day, [sitting('2024-06-20', '2024-06-21')])).toEqual(['S3.1 1']);
    expect(said(day, [sitting('2024-06-18', '2024-06-19')])).toEqual([]);
    expect(said(day, [{ ...sitting('2024-06-26'), level: 'city' }])).toEqual([]);
  });
});
