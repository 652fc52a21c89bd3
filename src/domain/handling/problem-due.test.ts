import { expect, test } from 'vitest';
import { dueStandingOf } from './problem-due.ts';

test('a line is overdue, due within a week, due later, or has no day', () => {
  const of = (due: string | undefined) => dueStandingOf({ due, stands: 'promised' }, '2026-11-27');
  expect([of('2026-11-26'), of('2026-11-27'), of('2026-12-04'), of('2026-12-05'), of(undefined)]).toEqual([
    ...['overdue', 'soon', 'soon', 'later', 'none'],
  ]);
});

test('what has been shown waits for the committee: its day is not missed', () => {
  expect(dueStandingOf({ due: '2026-11-20', stands: 'evidenced' }, '2026-11-27')).toBe('soon');
});
