import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  explainFifth,
  explainInterpellation,
  explainMajority,
  explainMotion,
  explainQuorum,
  fifthOf,
  interpellationSignatories,
  isMajority,
  majorityOf,
  mayAskAgain,
  motionSignatories,
  quorumOf,
} from './thresholds.ts';

const memberCount = fc.integer({ min: 1, max: 200 });

describe('41 members', () => {
  test('need 21 present, 21 in favour, and 9 to propose an inquiry', () => {
    expect([quorumOf(41), majorityOf(41), fifthOf(41)]).toEqual([21, 21, 9]);
  });
});

test('half of an even number is no majority', () => {
  expect(isMajority(20, 40)).toBe(false);
  expect(isMajority(21, 40)).toBe(true);
});

test('a fifth includes the figure itself', () => {
  expect([fifthOf(40), fifthOf(41), fifthOf(45), fifthOf(1)]).toEqual([8, 9, 9, 1]);
});

test('a majority is always more than half and the least such number', () => {
  fc.assert(
    fc.property(memberCount, (n) => {
      expect(majorityOf(n) * 2).toBeGreaterThan(n);
      expect((majorityOf(n) - 1) * 2).toBeLessThanOrEqual(n);
    }),
  );
});

test('a fifth is always at least a fifth and the least such number', () => {
  fc.assert(
    fc.property(memberCount, (n) => {
      expect(fifthOf(n) * 5).toBeGreaterThanOrEqual(n);
      expect((fifthOf(n) - 1) * 5).toBeLessThan(n);
    }),
  );
});

test('interpellations and motions need five members in the city, three in a county', () => {
  expect(interpellationSignatories).toEqual({ city: 5, county: 3 });
  expect(motionSignatories).toEqual({ city: 5, county: 3 });
});

test('a second answer needs more than half of the signatories dissatisfied', () => {
  expect(mayAskAgain(3, 6)).toBe(false);
  expect(mayAskAgain(4, 6)).toBe(true);
});

test('every threshold explains itself with its number and article', () => {
  for (const { needed, explain } of [
    explainQuorum(41),
    explainMajority(41),
    explainFifth(41),
    explainInterpellation('city'),
    explainMotion('county'),
  ]) {
    expect(explain).toContain(String(needed));
    expect(explain).toMatch(/第.+条/);
  }
});
