import { expect, test } from 'vitest';
import { fillsInFor, performersFor } from './performers.ts';

test('a chairperson watches what the council owes, and the office fills it in', () => {
  expect(performersFor(['chairperson', 'member'])).toContain('council-of-chairpersons');
  expect(fillsInFor(['chairperson', 'member'], 'council-of-chairpersons')).toBe(false);
  expect(fillsInFor(['office-clerk'], 'council-of-chairpersons')).toBe(true);
});

test('a deputy and a committee clerk fill in what is theirs alone', () => {
  expect(fillsInFor(['deputy'], 'deputies')).toBe(true);
  expect(fillsInFor(['deputy'], 'lead-committee')).toBe(false);
  expect(fillsInFor(['committee-clerk'], 'office')).toBe(false);
});
