import { describe, expect, test } from 'vitest';
import type { PaperCount } from './satisfaction.ts';
import { findSatisfactionRule, gradeOf } from './satisfaction-rule.ts';

function count(satisfied: number, basicallySatisfied: number, unsatisfied: number, invalid = 0): PaperCount {
  const returned = satisfied + basicallySatisfied + unsatisfied + invalid;
  return { issued: returned, returned, satisfied, basicallySatisfied, unsatisfied, invalid };
}

function graded(ruleId: string, papers: PaperCount, members: number, present: number) {
  const rule = findSatisfactionRule(ruleId, 1);
  if (rule === undefined) throw new Error(`No rule ${ruleId}.`);
  return gradeOf(rule, papers, members, present);
}

describe('majority of all members (41: 21)', () => {
  test.each([
    [count(21, 0, 9), 'satisfied'],
    [count(20, 1, 9), 'basically-satisfied'],
    [count(20, 0, 9), 'unsatisfied'],
    [count(0, 21, 9), 'basically-satisfied'],
  ] as const)('%o is %s', (papers, grade) => {
    expect(graded('majority-of-members', papers, 41, 30).grade).toBe(grade);
  });

  test('shows its working', () => {
    expect(graded('majority-of-members', count(20, 1, 9), 41, 30).explanation).toBe(
      '全体组成人员41，过半数为21；满意20，满意与基本满意合计21，合计过半数，评定为基本满意。',
    );
  });
});

describe('majority of those present', () => {
  test('16 of 30 suffice where 21 of 41 would be needed', () => {
    expect(graded('majority-of-present', count(16, 0, 14), 41, 30).grade).toBe('satisfied');
    expect(graded('majority-of-members', count(16, 0, 14), 41, 30).grade).toBe('unsatisfied');
  });

  test('exactly half is not a majority', () => {
    expect(graded('majority-of-present', count(15, 0, 15), 41, 30).grade).toBe('unsatisfied');
  });
});

describe('rate of valid papers', () => {
  test('80 % and 60 % are reached exactly; invalid papers do not count', () => {
    expect(graded('rate-of-valid', count(16, 8, 6, 2), 41, 32).grade).toBe('satisfied');
    expect(graded('rate-of-valid', count(12, 6, 12), 41, 30).grade).toBe('basically-satisfied');
    expect(graded('rate-of-valid', count(12, 5, 13), 41, 30).grade).toBe('unsatisfied');
  });

  test('no valid paper takes the lower grade', () => {
    expect(graded('rate-of-valid', count(0, 0, 0, 3), 41, 30).grade).toBe('unsatisfied');
  });
});

describe('counts only', () => {
  test('says every count with its share of the valid papers, and grades nobody', () => {
    expect(graded('counts-only', count(16, 8, 6, 2), 41, 32)).toEqual({
      grade: null,
      explanation: '有效票30，满意16（53.33%）、基本满意8（26.67%）、不满意6（20.00%）；按规则只公布票数，不评定等次。',
    });
    expect(graded('counts-only', count(0, 0, 30), 41, 30).grade).toBeNull();
  });

  test('of no valid paper is no division by nothing', () => {
    expect(graded('counts-only', count(0, 0, 0, 3), 41, 30).explanation).toContain('满意0（0.00%）');
  });
});

describe('only 不满意 over half has an effect', () => {
  test('21 of 41 dissatisfied', () => {
    expect(graded('veto', count(5, 5, 21), 41, 31).grade).toBe('unsatisfied');
    expect(graded('veto', count(5, 5, 20), 41, 31).grade).toBe('satisfied');
  });
});
