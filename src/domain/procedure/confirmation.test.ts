import { describe, expect, test } from 'vitest';
import { buildFacts, testOrganisation } from '../../../test/build/facts.ts';
import type { Role } from '../organisation/actor.ts';
import type { OrganisationFacts } from '../organisation/facts.ts';
import { checkConfirmer, checkWithdrawer } from './confirmation.ts';

const today = '2026-07-01';
const changedOn = (personId: string, change: { from?: string; until?: string }): OrganisationFacts => ({
  ...testOrganisation,
  appointments: testOrganisation.appointments.map((post) =>
    post.personId === personId ? { ...post, ...change } : post,
  ),
});

function codesOf(
  personId: string,
  organisation = testOrganisation,
  roles: readonly Role[] = ['chairperson'],
  enteredBy = 'city-clerk',
): readonly string[] {
  const { actor } = buildFacts({ personId, roles });
  return checkConfirmer(actor, enteredBy, organisation, today).map(({ code }) => code);
}

describe('监督法 §8 确认集体决定', () => {
  test('is for a chairperson in office, the secretary-general of a city included', () => {
    expect(codesOf('city-vice-1')).toEqual([]);
    expect(codesOf('city-secretary')).toEqual([]);
  });

  test('is not for a former chairperson whose role was never taken back', () => {
    expect(codesOf('city-vice-1', changedOn('city-vice-1', { until: '2026-06-30' }))).toEqual(['entered/not-council']);
    expect(codesOf('city-vice-1', changedOn('city-vice-1', { until: today }))).toEqual([]);
  });

  test('is for a chairperson who joined after the meeting, and not before the post begins', () => {
    expect(codesOf('city-vice-1', changedOn('city-vice-1', { from: today }))).toEqual([]);
    expect(codesOf('city-vice-1', changedOn('city-vice-1', { from: '2026-07-02' }))).toEqual(['entered/not-council']);
  });

  test('is not for a member, a chairperson of another body, or somebody without the role', () => {
    expect(codesOf('city-member-1')).toEqual(['entered/not-council']);
    expect(codesOf('county-1-chair')).toEqual(['entered/not-council']);
    expect(codesOf('city-chair', testOrganisation, ['office-clerk'])).toEqual(['entered/not-chairperson']);
  });

  test('is not for the one who entered it', () => {
    expect(codesOf('city-chair', testOrganisation, ['chairperson', 'office-clerk'], 'city-chair')).toEqual([
      'entered/own-entry',
    ]);
  });
});

describe('监督法 §8 撤回登记的集体决定', () => {
  const codes = (personId: string, roles: readonly Role[]) =>
    checkWithdrawer(buildFacts({ personId, roles }).actor, 'city-clerk').map(({ code }) => code);

  test('is for who entered it and for the office, and for nobody else', () => {
    expect(codes('city-clerk', [])).toEqual([]);
    expect(codes('city-member-1', ['office-clerk'])).toEqual([]);
    expect(codes('city-chair', ['chairperson'])).toEqual(['entered/not-yours']);
    expect(codes('city-member-1', ['committee-clerk'])).toEqual(['entered/not-yours']);
  });
});
