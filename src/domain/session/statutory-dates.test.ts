import { describe, expect, test } from 'vitest';
import {
  countyPlanOf,
  gapExceeded,
  handlingTermEnd,
  nextSessionLatest,
  noticeDayOf,
  reportDatesOf,
  specialMeetingInterval,
} from './statutory-dates.ts';

describe('the dates of a session of 26 October 2023', () => {
  test('count back to draft, final report and distribution (监督法 §15)', () => {
    expect(reportDatesOf('2023-10-26')).toEqual({
      draft: '2023-10-06',
      final: '2023-10-16',
      distribution: '2023-10-19',
    });
  });

  test('ask for notice a week before', () => {
    expect(noticeDayOf('2023-10-26')).toBe('2023-10-19');
  });

  test('bound every county, whose own draft follows twenty days earlier', () => {
    expect(countyPlanOf('2023-10-26')).toEqual({
      sessionLatest: '2023-10-19',
      draftLatest: '2023-09-29',
      comfortable: '2023-10-12',
    });
  });

  test('leave the special meeting the days between the sessions', () => {
    expect(specialMeetingInterval(['2023-10-17', '2023-10-19', '2023-10-18'], '2023-10-26')).toEqual({
      from: '2023-10-19',
      until: '2023-10-25',
    });
    expect(specialMeetingInterval(['2023-10-26'], '2023-10-26')).toBeUndefined();
    expect(specialMeetingInterval([], '2023-10-26')).toBeUndefined();
  });
});

describe('two months between sessions', () => {
  test('the day two months on still keeps the term', () => {
    expect(gapExceeded('2023-08-31', '2023-10-31')).toBe(false);
    expect(gapExceeded('2023-08-31', '2023-11-01')).toBe(true);
  });

  test('a month end clamps, in leap years too', () => {
    expect(nextSessionLatest('2023-12-31')).toBe('2024-02-29');
    expect(nextSessionLatest('2022-12-31')).toBe('2023-02-28');
    expect(gapExceeded('2023-12-30', '2024-02-29')).toBe(false);
  });
});

test('three months after a session clamp to the month end', () => {
  expect(handlingTermEnd('2023-10-27')).toBe('2024-01-27');
  expect(handlingTermEnd('2023-11-30')).toBe('2024-02-29');
});
