import { describe, expect, test } from 'vitest';
import { buildFacts, type FactsOverrides } from '../../../test/build/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { emptyRound } from './handling-state.ts';
import {
  checkDraftable,
  checkKeeper,
  checkSigner,
  checkSubmission,
  checkSubmitter,
  followsMotions,
  signingOf,
  submissionDays,
} from './interpellation-motion.ts';

const assessment = {
  ruleId: 'majority',
  ruleVersion: 1,
  members: 11,
  present: 9,
  count: { issued: 9, returned: 9, satisfied: 1, basicallySatisfied: 2, unsatisfied: 6, invalid: 0 },
  grade: 'unsatisfied' as const,
  explanation: '',
};
const sittings = [
  { name: '第十二次会议', opens: '2027-02-25', closes: '2027-02-26' },
  { name: '第十三次会议', opens: '2027-04-27', closes: '2027-04-28' },
];
const unsatisfied = (overrides: FactsOverrides = {}): Facts => ({
  ...buildFacts({
    on: '2027-03-01',
    today: '2027-03-01',
    done: ['assess-handling@1'],
    state: { handling: { rounds: [{ ...emptyRound(1, null), assessment }] } },
    ...overrides,
  }),
  sessions: sittings,
});
const by = (personId: string, roles: Facts['actor']['roles'] = ['member'], facts = unsatisfied()): Facts => ({
  ...facts,
  actor: { ...facts.actor, personId, roles },
});
const signed = (count: number, bodyId = 'city') =>
  Array.from({ length: count }, (_none, index) => ({
    personId: `${bodyId}-member-${index + 1}`,
    personName: '张示例',
    signedAt: '2027-02-26T02:00:00Z',
  }));
const codesOf = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('监督法 §51 who knows of a motion', () => {
  test('members by their posts and the office; no committee, no deputy, nobody of an organ', () => {
    expect(followsMotions(by('city-member-1'))).toBe(true);
    expect(followsMotions(by('city-chair', ['chairperson']))).toBe(true);
    expect(followsMotions(by('city-clerk', ['office-clerk']))).toBe(true);
    expect(followsMotions(by('city-clerk', ['committee-clerk']))).toBe(false);
    expect(followsMotions(by('somebody', ['member']))).toBe(false);
    expect(followsMotions(by('city-member-1', ['member'], unsatisfied({ tenantId: 'city-housing' })))).toBe(false);
  });
});

describe('监督法 §51 signing', () => {
  test('counts members alone, and says who is none any more and how many are needed (INQ-01, INQ-02)', () => {
    const former = { personId: 'former', personName: '李样本', signedAt: '' };
    const memberIds = signed(4).map(({ personId }) => personId);
    const signing = signingOf([...signed(4), former], { level: 'city', memberIds });
    expect(signing).toMatchObject({ needed: 5, missing: 1, ended: [former] });
    expect(signing.explain).toContain('5人以上');
    expect(signingOf(signed(3, 'county-1'), { level: 'county', memberIds: [] })).toMatchObject({
      needed: 3,
      missing: 3,
    });
  });

  test('is the member’s own, while the motion is out for it', () => {
    expect(checkSigner({ state: 'signing' }, by('city-member-1'))).toEqual([]);
    expect(codesOf(checkSigner({ state: 'signing' }, by('city-clerk', ['office-clerk'])))).toEqual([
      'interpellation/not-member',
    ]);
    expect(codesOf(checkSigner({ state: 'submitted' }, by('city-member-1')))).toEqual(['interpellation/not-signing']);
  });

  test('a motion is kept by who drafted it; the office keeps its own, and what a former member left behind', () => {
    const ofMember = { state: 'signing', draftedById: 'city-member-1' } as const;
    const ofOffice = { state: 'signing', draftedById: 'city-clerk' } as const;
    expect(checkKeeper(ofMember, by('city-member-1'))).toEqual([]);
    expect(codesOf(checkKeeper(ofMember, by('city-clerk', ['office-clerk'])))).toEqual(['interpellation/not-drafter']);
    expect(codesOf(checkKeeper(ofMember, by('city-member-2')))).toEqual(['interpellation/not-drafter']);
    expect(checkKeeper(ofOffice, by('another-clerk', ['office-clerk']))).toEqual([]);
    const left = { state: 'signing', draftedById: 'former' } as const;
    expect(checkKeeper(left, by('city-clerk', ['office-clerk']))).toEqual([]);
    expect(codesOf(checkKeeper({ ...ofMember, state: 'withdrawn' }, by('city-member-1')))).toEqual([
      'interpellation/not-signing',
    ]);
  });
});

describe('监督法 §51 putting it', () => {
  const put = (change: object = {}, facts = unsatisfied()) =>
    codesOf(checkSubmission({ on: '2027-02-26', signatures: signed(5), state: 'signing', ...change }, facts));

  test('is for who signed it, or the office', () => {
    expect(checkSubmitter(signed(5), by('city-member-1'))).toEqual([]);
    expect(checkSubmitter(signed(5), by('city-clerk', ['office-clerk']))).toEqual([]);
    expect(codesOf(checkSubmitter(signed(4), by('city-member-5')))).toEqual(['interpellation/not-signatory']);
  });

  test('takes five members of the city and three of a county (INQ-01, INQ-02)', () => {
    expect(put()).toEqual([]);
    expect(put({ signatures: signed(4) })).toEqual(['interpellation/signatories']);
    const county = unsatisfied({ tenantId: 'county-1' });
    expect(put({ signatures: signed(3, 'county-1') }, county)).toEqual([]);
    expect(put({ signatures: signed(5, 'city') }, county)).toEqual(['interpellation/signatories']);
  });

  test('happens in a session, after it was not satisfied, and not in days to come (INQ-03)', () => {
    expect(put({ on: '2027-02-27' })).toEqual(['interpellation/not-in-session']);
    expect(put({ on: '2027-04-27' })).toEqual(['interpellation/day']);
    const assessedLater = {
      ...unsatisfied(),
      own: { ...unsatisfied().own, done: { 'assess-handling@1': { on: '2027-02-27', seq: 1 } } },
    };
    expect(put({}, assessedLater)).toEqual(['interpellation/day']);
    expect(submissionDays(unsatisfied())).toEqual(['2027-02-25', '2027-02-26']);
  });

  test('once, and not after it was withdrawn', () => {
    for (const state of ['submitted', 'withdrawn', 'decided', 'lapsed']) {
      expect(put({ state })).toEqual(['interpellation/not-signing']);
    }
  });
});

describe('S4.5 drafting', () => {
  test('where the session was not satisfied and nothing has been chosen', () => {
    expect(checkDraftable(unsatisfied())).toEqual([]);
    const chosen = unsatisfied({ state: { handling: { rounds: [{ ...emptyRound(2, null) }] } } });
    expect(codesOf(checkDraftable(chosen))).toEqual(['next-step/not-unsatisfied']);
    const closed = { ...unsatisfied(), own: { ...unsatisfied().own, closedOn: '2027-03-01' } };
    expect(codesOf(checkDraftable(closed))).toEqual(['interpellation/closed']);
  });
});
