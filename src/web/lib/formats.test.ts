import { expect, test } from 'vitest';
import { citedBases } from './formats.ts';

test('what a date or an act rests on is cited by clause and article, not by the numbers of our own tables', () => {
  expect(citedBases('S3.5', ['监督法 §15', 'REP-01'])).toEqual(['S3.5', '监督法 §15']);
  expect(citedBases('S2.1')).toEqual(['S2.1']);
});
