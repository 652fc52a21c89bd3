import { describe, expect, test } from 'vitest';
import { differencesOf, faultsIn, sameCountOf, sortedPapers } from './paper-count.ts';

const count = { issued: 38, returned: 37, satisfied: 30, basicallySatisfied: 4, unsatisfied: 2, invalid: 1 };

describe('SAT-03 a count on paper by two tellers', () => {
  test('is one when both came to the same figures', () => {
    expect(sameCountOf([count, { ...count }])).toEqual(count);
    expect(differencesOf([count, { ...count }])).toEqual([]);
  });

  test('names each figure in which they differ, and by how much', () => {
    const texts = differencesOf([count, { ...count, satisfied: 29, unsatisfied: 3 }]).map(({ text }) => text);
    expect(texts).toEqual(['满意分别为30和29，相差1', '不满意分别为2和3，相差1']);
  });

  test('is none while they differ or one is still counting', () => {
    const { invalid: _open, ...counting } = count;
    expect(sameCountOf([count, { ...count, satisfied: 29 }])).toBeUndefined();
    expect(sameCountOf([count, counting])).toBeUndefined();
    expect(sameCountOf([count])).toBeUndefined();
  });

  test('compares only what both have written', () => {
    expect(differencesOf([count, { issued: 38 }])).toEqual([]);
    expect(differencesOf([count, { issued: 40 }])).toHaveLength(1);
  });
});

describe('SAT-03 the arithmetic of the papers', () => {
  test('holds where every paper that came back lies on one heap', () => {
    expect(faultsIn(count, 38)).toEqual([]);
    expect(sortedPapers(count)).toBe(37);
  });

  test('says at once that more came back than were given out', () => {
    expect(faultsIn({ issued: 39, returned: 40 }, 39)).toEqual([
      { code: 'assessment/returned', text: '收回40票多于发出39票，测评无效，请核对或者重新测评。' },
    ]);
  });

  test('says that more were given out than may vote', () => {
    expect(faultsIn({ issued: 39 }, 38)).toEqual([{ code: 'assessment/issued', text: '发出39票多于有权测评的38人。' }]);
  });

  test('calls heaps that are still growing wrong only once they are too high', () => {
    expect(faultsIn({ issued: 38, returned: 37, satisfied: 30 }, 38)).toEqual([]);
    expect(faultsIn({ issued: 38, returned: 37, satisfied: 38 }, 38)).toMatchObject([{ code: 'assessment/sum' }]);
    expect(faultsIn({ ...count, invalid: 0 }, 38)).toMatchObject([{ code: 'assessment/sum' }]);
  });
});
