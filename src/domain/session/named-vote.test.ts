import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { buildSitting, buildVote, membersOf } from '../../../test/build/sitting.ts';
import { checkVote, isPassed, namedVoteOf, type VoteRecord } from './named-vote.ts';
import { presentAt } from './quorum.ts';
import type { Presence } from './session-state.ts';
import { majorityOf, quorumOf } from './thresholds.ts';

const members = membersOf('city');
const facts = (sitting = buildSitting()) => buildFacts({ on: '2026-10-26', sitting });
const codesOf = (vote: VoteRecord, given = facts()) => checkVote(vote, given, 'S3.7').map((refusal) => refusal.code);
const textOf = (vote: VoteRecord, given = facts()) =>
  checkVote(vote, given, 'S3.7')
    .map((refusal) => refusal.text)
    .join();

/** A body of n members, each in one of the five states: for, against, abstaining, silent, absent. */
const ballots = fc
  .array(fc.constantFrom('yes', 'no', 'abstain', 'notPressed', 'absent'), { minLength: 0, maxLength: 61 })
  .map((states) => {
    const of = (state: string) => states.flatMap((held, index) => (held === state ? [`m-${index}`] : []));
    const record: VoteRecord = {
      at: '10:00',
      members: states.length,
      yes: of('yes'),
      no: of('no'),
      abstain: of('abstain'),
      notPressed: of('notPressed'),
    };
    return { record, absent: of('absent').length };
  });

describe('VOT-01, VOT-02: a vote by name', () => {
  test('passes exactly when more than half of all members are in favour, whoever is absent', () => {
    fc.assert(
      fc.property(ballots, ({ record, absent }) => {
        const vote = namedVoteOf(record, '审议意见', '2026-10-26');
        expect(vote.passed).toBe(record.yes.length * 2 > record.members);
        expect(vote.yes.length + vote.no.length + vote.abstain.length + vote.notPressed.length).toBe(vote.present);
        expect(vote.present + absent).toBe(vote.members);
        expect(vote.explanation).toContain(`过半数${majorityOf(record.members)}票`);
      }),
      { numRuns: 200 },
    );
  });

  test('is the same whenever it is computed again from the record', () => {
    fc.assert(
      fc.property(ballots, ({ record }) => {
        const kept = namedVoteOf(record, '决议', '2026-10-26');
        const { at, members: all, yes, no, abstain, notPressed } = kept;
        expect(namedVoteOf({ at, members: all, yes, no, abstain, notPressed }, kept.matter, kept.on)).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [0, 0, false],
    [1, 1, true],
    [10, 5, false],
    [10, 6, true],
    [41, 20, false],
    [41, 21, true],
    [61, 30, false],
    [61, 31, true],
    [61, 61, true],
  ])('of %i members with %i in favour: passed is %s', (all, inFavour, passed) => {
    const yes = Array.from({ length: inFavour }, (_none, index) => `m-${index}`);
    expect(isPassed({ at: '10:00', members: all, yes, no: [], abstain: [], notPressed: [] })).toBe(passed);
  });

  test('says its working as a chair announces it', () => {
    const ids = (name: string, count: number) => Array.from({ length: count }, (_none, index) => `${name}-${index}`);
    const record = {
      at: '10:00',
      members: 41,
      yes: ids('a', 30),
      no: ids('b', 2),
      abstain: ids('c', 2),
      notPressed: ids('d', 1),
    };
    expect(namedVoteOf(record, '审议意见', '2026-10-26').explanation).toBe(
      '组成人员41人，出席35人，赞成30票，反对2票，弃权2票，未按1人；通过需全体组成人员过半数21票，通过。',
    );
  });

  test('is taken by members in the room, each in one list', () => {
    expect(codesOf(buildVote())).toEqual([]);
    expect(codesOf(buildVote('city', { notPressed: ['city-member-7'], abstain: ['city-member-6'] }))).toEqual([]);
  });

  test('refuses a member who is not there, and an observer (SES-11): absence is no abstention', () => {
    const left = buildSitting('city', {
      presence: members.map((personId) => ({
        personId,
        day: '2026-10-26',
        from: '09:00',
        until: personId === 'city-member-7' ? '09:40' : null,
      })),
    });
    expect(codesOf(buildVote(), facts(left))).toEqual(['vote/not-present']);
    expect(textOf(buildVote('city', { abstain: ['city-member-7'] }), facts(left))).toContain('示例市member-7');
    expect(codesOf(buildVote('city', { yes: [...members, 'county-1-chair'] }))).toEqual(['vote/not-present']);
  });

  test('refuses to lose somebody who is in the room, or to count him twice', () => {
    expect(codesOf(buildVote('city', { yes: members.slice(1) }))).toEqual(['vote/missing']);
    expect(codesOf(buildVote('city', { yes: members, no: ['city-chair'] }))).toEqual(['vote/twice']);
  });

  test('refuses another number of members than there are on the day', () => {
    expect(textOf(buildVote('city', { members: 12 }))).toContain('实有11人');
  });

  test('refuses without a quorum at that minute, whoever was there before (SES-08)', () => {
    const few = buildSitting('city', {
      presence: members.map((personId, index) => ({
        personId,
        day: '2026-10-26',
        from: '09:00',
        until: index < 5 ? null : '09:30',
      })),
    });
    const yes = members.slice(0, 5);
    expect(codesOf(buildVote('city', { yes }), facts(few))).toEqual(['sitting/no-quorum']);
    expect(codesOf(buildVote('city', { at: '09:20' }), facts(few))).toEqual([]);
  });

  test('refuses outside the sitting', () => {
    expect(codesOf(buildVote(), facts(buildSitting('city', { state: 'convened' })))).toEqual(['sitting/not-open']);
    expect(codesOf(buildVote(), buildFacts({ on: '2026-10-28', sitting: buildSitting() }))).toEqual([
      'sitting/outside',
    ]);
    expect(codesOf(buildVote(), buildFacts({ on: '2026-10-26' }))).toEqual(['sitting/none']);
  });
});

describe('SES-08: who is in the room', () => {
  const minute = fc.integer({ min: 0, max: 599 });
  const at = (minutes: number) =>
    `${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

  test('from the minute of arrival, up to but without the minute of leaving', () => {
    fc.assert(
      fc.property(minute, minute, minute, (one, other, asked) => {
        const [from, until] = one < other ? [one, other] : [other, one];
        const presence: Presence[] = [{ personId: 'm', day: '2026-10-26', from: at(from), until: at(until) }];
        const there = presentAt({ ...buildSitting().state, presence }, '2026-10-26', at(asked)).has('m');
        expect(there).toBe(from <= asked && asked < until);
      }),
      { numRuns: 200 },
    );
  });

  test('on the day itself, not on another', () => {
    expect(presentAt(buildSitting().state, '2026-10-28', '10:00').size).toBe(0);
  });

  test('a quorum can always decide when it is of one mind, and nothing less can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 61 }), (all) => {
        const quorum = Array.from({ length: quorumOf(all) }, (_none, index) => `m-${index}`);
        const vote = (yes: readonly string[]) => ({
          at: '10:00',
          members: all,
          yes,
          no: [],
          abstain: [],
          notPressed: [],
        });
        expect(isPassed(vote(quorum))).toBe(true);
        expect(isPassed(vote(quorum.slice(1)))).toBe(false);
      }),
    );
  });
});
