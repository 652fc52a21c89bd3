import { expect, test } from 'vitest';
import { fillsInFor, isOwnStep, performersFor } from './performers.ts';

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

test('S1.3 the step of the city’s lead committee is its own alone; a county has no such committee', () => {
  const clerk = { roles: ['committee-clerk'], level: 'city', kind: 'body', unitIds: ['economy'] } as const;
  expect(isOwnStep(clerk, { leadUnitId: 'economy' }, 'lead-committee')).toBe(true);
  expect(isOwnStep(clerk, { leadUnitId: 'livelihood' }, 'lead-committee')).toBe(false);
  expect(isOwnStep({ ...clerk, level: 'county' }, { leadUnitId: 'livelihood' }, 'lead-committee')).toBe(true);
  expect(isOwnStep(clerk, { leadUnitId: 'economy' }, 'office')).toBe(false);
});
