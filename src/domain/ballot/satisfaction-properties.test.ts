import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { buildSitting, talliesOf } from '../../../test/build/sitting.ts';
import { assessmentOf, checkPaperAssessment, type PaperAssessment } from './paper-assessment.ts';
import type { Grade, PaperCount } from './satisfaction.ts';
import { gradeOf, satisfactionRules } from './satisfaction-rule.ts';

const order: readonly Grade[] = ['unsatisfied', 'basically-satisfied', 'satisfied'];
const rankOf = (grade: Grade | null) => (grade === null ? Number.NaN : order.indexOf(grade));
const gradingRules = satisfactionRules.filter((rule) => rule.grading.kind !== 'counts-only');

/** Papers of up to 61 members: each satisfied, basically, not, or invalid; some members absent. */
const ballots = fc
  .record({
    satisfied: fc.nat(61),
    basicallySatisfied: fc.nat(61),
    unsatisfied: fc.nat(61),
    invalid: fc.nat(5),
    absent: fc.nat(61),
  })
  .map(({ absent, ...papers }) => {
    const returned = papers.satisfied + papers.basicallySatisfied + papers.unsatisfied + papers.invalid;
    const count: PaperCount = { ...papers, issued: returned, returned };
    return { count, present: returned, members: returned + absent };
  });

describe.each(satisfactionRules)('$name', (rule) => {
  test('a result says the same when it is computed again from what it kept', () => {
    fc.assert(
      fc.property(ballots, ({ count, members, present }) => {
        const payload: PaperAssessment = {
          at: '10:00',
          members,
          present,
          ruleId: rule.id,
          ruleVersion: rule.version,
          tallies: talliesOf(count),
        };
        const kept = assessmentOf(payload);
        expect(gradeOf(rule, kept.count, kept.members, kept.present)).toEqual({
          grade: kept.grade,
          explanation: kept.explanation,
        });
        expect(kept.explanation).toContain(kept.grade === null ? '不评定等次' : '评定为');
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(gradingRules)('$name', (rule) => {
  test('a better opinion never gives a worse grade', () => {
    fc.assert(
      fc.property(ballots, ({ count, members, present }) => {
        fc.pre(count.unsatisfied > 0);
        const better = { ...count, unsatisfied: count.unsatisfied - 1, satisfied: count.satisfied + 1 };
        const before = gradeOf(rule, count, members, present).grade;
        expect(rankOf(gradeOf(rule, better, members, present).grade)).toBeGreaterThanOrEqual(rankOf(before));
      }),
      { numRuns: 100 },
    );
  });

  test('unanimity is satisfied, or dissatisfied', () => {
    const papers = { basicallySatisfied: 0, invalid: 0, issued: 61, returned: 61 };
    expect(gradeOf(rule, { ...papers, satisfied: 61, unsatisfied: 0 }, 61, 61).grade).toBe('satisfied');
    expect(gradeOf(rule, { ...papers, satisfied: 0, unsatisfied: 61 }, 61, 61).grade).toBe('unsatisfied');
  });
});

describe('tiers at their edge', () => {
  const graded = (ruleId: string, satisfied: number, basicallySatisfied: number, members: number) => {
    const rule = satisfactionRules.find((candidate) => candidate.id === ruleId);
    if (rule === undefined) throw new Error(`No rule ${ruleId}.`);
    const unsatisfied = members - satisfied - basicallySatisfied;
    const count = { issued: members, returned: members, satisfied, basicallySatisfied, unsatisfied, invalid: 0 };
    return gradeOf(rule, count, members, members).grade;
  };

  test.each([
    [30, 0, 60, 'unsatisfied'],
    [30, 1, 60, 'basically-satisfied'],
    [31, 0, 60, 'satisfied'],
    [30, 0, 61, 'unsatisfied'],
    [31, 0, 61, 'satisfied'],
    [0, 0, 0, 'unsatisfied'],
  ])('a majority: %i and %i of %i are %s', (satisfied, basically, members, grade) => {
    expect(graded('majority-of-members', satisfied, basically, members)).toBe(grade);
  });

  test.each([
    [39, 0, 60, 'unsatisfied'],
    [39, 1, 60, 'basically-satisfied'],
    [40, 0, 60, 'satisfied'],
    [40, 0, 61, 'unsatisfied'],
    [41, 0, 61, 'satisfied'],
    [0, 0, 0, 'unsatisfied'],
  ])('two thirds: %i and %i of %i are %s', (satisfied, basically, members, grade) => {
    expect(graded('two-thirds-of-members', satisfied, basically, members)).toBe(grade);
  });
});

describe('SAT-07: the rule is set before the papers are counted', () => {
  const ballot: PaperAssessment = {
    at: '10:00',
    members: 11,
    present: 11,
    ruleId: 'veto',
    ruleVersion: 1,
    tallies: talliesOf({ issued: 11, returned: 11, satisfied: 11, basicallySatisfied: 0, unsatisfied: 0, invalid: 0 }),
  };
  const check = (satisfactionRule: 'veto' | 'majority-of-members') =>
    checkPaperAssessment(
      ballot,
      buildFacts({ on: '2026-10-26', sitting: buildSitting(), settings: { satisfactionRule } }),
      'S4.4',
    );

  test('another than the one that is set asks for its basis', () => {
    expect(check('veto')).toEqual([]);
    expect(check('majority-of-members')).toMatchObject([{ code: 'assessment/other-rule', force: 'in-principle' }]);
  });
});
