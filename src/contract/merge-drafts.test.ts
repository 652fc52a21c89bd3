import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeDrafts, withValueAt } from './merge-drafts.ts';

const base = { payload: { focus: '重点', talks: '座谈', rows: [{ text: '一' }, { text: '二' }] } };

describe('two clerks at one form', () => {
  test('what each changed alone is kept, down to the row', () => {
    const mine = { payload: { ...base.payload, focus: '新的重点', rows: [{ text: '一改' }, { text: '二' }] } };
    const theirs = { payload: { ...base.payload, talks: '新的座谈', rows: [{ text: '一' }, { text: '二改' }] } };
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      merged: { payload: { focus: '新的重点', talks: '新的座谈', rows: [{ text: '一改' }, { text: '二改' }] } },
      conflicts: [],
    });
  });

  test('a place that both changed differently stands as mine and is named', () => {
    const mine = { payload: { ...base.payload, focus: '甲' } };
    const theirs = { payload: { ...base.payload, focus: '乙' } };
    const { merged, conflicts } = mergeDrafts(base, mine, theirs);
    expect(merged).toEqual(mine);
    expect(conflicts).toEqual([{ path: ['payload', 'focus'], mine: '甲', theirs: '乙' }]);
    expect(withValueAt(merged, ['payload', 'focus'], '乙')).toEqual(theirs);
  });

  test('a row that one added while the other changed one is a conflict of the whole list', () => {
    const mine = { payload: { ...base.payload, rows: [...base.payload.rows, { text: '三' }] } };
    const theirs = { payload: { ...base.payload, rows: [{ text: '一改' }, { text: '二' }] } };
    expect(mergeDrafts(base, mine, theirs).conflicts).toMatchObject([{ path: ['payload', 'rows'] }]);
  });

  test('one who changed nothing never stands in the way; both the same is no conflict', () => {
    const form = fc
      .dictionary(fc.string(), fc.jsonValue())
      // As it comes over the wire: no −0, no member without a value.
      .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
    fc.assert(
      fc.property(form, form, (one, other) => {
        expect(mergeDrafts(one, one, other)).toEqual({ merged: other, conflicts: [] });
        expect(mergeDrafts(one, other, one)).toEqual({ merged: other, conflicts: [] });
        expect(mergeDrafts(one, other, other).conflicts).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
