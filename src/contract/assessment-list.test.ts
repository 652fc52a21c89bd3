import { expect, test } from 'vitest';
import { assessmentsShown, trendsOf, unsatisfiedShare } from './assessment-list.ts';
import type { AssessmentEntry } from './assessments.ts';

function entry(change: Partial<AssessmentEntry>): AssessmentEntry {
  return {
    caseId: 'topic',
    topicName: '停车',
    year: 2027,
    bodyId: 'city',
    of: 'report',
    round: null,
    on: '2027-10-26',
    members: 41,
    present: 40,
    satisfied: 30,
    basicallySatisfied: 6,
    unsatisfied: 3,
    invalid: 1,
    grade: 'satisfied',
    explanation: '',
    ...change,
  };
}

test('SAT-03 the dissatisfied share is of the valid papers', () => {
  expect(unsatisfiedShare(entry({}))).toBe(7.69);
  expect(unsatisfiedShare(entry({ satisfied: 0, basicallySatisfied: 0, unsatisfied: 0 }))).toBe(0);
});

test('a list is narrowed by everything that is said and stands in the order asked for', () => {
  const list = [entry({}), entry({ bodyId: 'county', unsatisfied: 9 }), entry({ of: 'handling', unsatisfied: 1 })];
  const shown = (filter: Parameters<typeof assessmentsShown>[2]) =>
    assessmentsShown(list, 'city', filter).map(({ unsatisfied }) => unsatisfied);
  expect(shown({ sort: 'unsatisfied' })).toEqual([9, 3, 1]);
  expect(shown({ counties: 'hidden' })).toEqual([3, 1]);
  expect(shown({ of: 'handling', text: '停车' })).toEqual([1]);
});

test('the trend of a body runs from its first ballot to its last, without one that has no day', () => {
  const list = [
    entry({ bodyId: 'county', on: '2027-09-01' }),
    entry({ on: '2028-03-01' }),
    entry({ on: '2027-10-26' }),
    entry({ bodyId: 'county', on: null }),
  ];
  expect(trendsOf(list, 'city').map(({ bodyId, points }) => [bodyId, points.map(({ on }) => on)])).toEqual([
    ['city', ['2027-10-26', '2028-03-01']],
    ['county', ['2027-09-01']],
  ]);
});
