import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { buildSitting, membersOf } from '../../../test/build/sitting.ts';
import { absencesOf, absentAtOpening, absentInSitting, presenceGroups } from './presence.ts';

const members = membersOf('city');
const [first = '', second = '', third = ''] = members;
const facts = buildFacts({ on: '2026-10-26' });

describe('SES-08 SES-12 who was there when', () => {
  test('is told once for all who came and went together', () => {
    const presence = [
      { personId: first, day: '2026-10-26', from: '09:00', until: null },
      { personId: second, day: '2026-10-26', from: '09:00', until: '11:20' },
      { personId: third, day: '2026-10-26', from: '09:00', until: null },
    ];
    expect(presenceGroups(presence)).toEqual([
      { day: '2026-10-26', from: '09:00', until: '11:20', personIds: [second] },
      { day: '2026-10-26', from: '09:00', until: null, personIds: [first, third] },
    ]);
  });

  test('whoever is not present at the opening is absent', () => {
    expect(absentAtOpening(facts, members.slice(1))).toEqual([first]);
    expect(absentAtOpening(facts, members)).toEqual([]);
  });

  test('later, those who leave and those who never came without a known reason are asked for theirs', () => {
    const { state } = buildSitting('city', {
      presence: members.slice(2).map((personId) => ({ personId, day: '2026-10-26', from: '09:00', until: null })),
      excused: [{ personId: first, reason: '病假' }],
    });
    expect(absentInSitting(facts, state, { arrivedIds: [], leftIds: [third] })).toEqual([second, third]);
    expect(absentInSitting(facts, state, { arrivedIds: [second], leftIds: [] })).toEqual([]);
  });

  test('a reason that is typed stays with its person', () => {
    expect(absencesOf([first, second], [{ personId: second, reason: '病假' }])).toEqual([
      { personId: first, reason: '' },
      { personId: second, reason: '病假' },
    ]);
  });
});
