import { expect, test } from 'vitest';
import { motionGroupsOf } from './motion-list.ts';

test('质询案 that wait for signatures, the council or a word on their answer stand first, then those the reader signed, whatever became of them', () => {
  const waiting = { isAgain: false, no: 1, words: [] };
  const motions = [
    { id: 'withdrawn', state: 'withdrawn', mine: 'none', open: null },
    { id: 'signing', state: 'signing', mine: 'none', open: null },
    { id: 'decided', state: 'decided', mine: 'signed', open: null },
    { id: 'lapsed', state: 'lapsed', mine: 'earlier', open: null },
    { id: 'answered', state: 'decided', mine: 'signed', open: waiting },
    { id: 'submitted', state: 'submitted', mine: 'signed', open: null },
  ] as const;
  const { open, mine, others } = motionGroupsOf(motions);
  const idsOf = (group: readonly { id: string }[]) => group.map(({ id }) => id);
  expect(idsOf(open)).toEqual(['signing', 'answered', 'submitted']);
  expect(idsOf(mine)).toEqual(['decided', 'lapsed']);
  expect(idsOf(others)).toEqual(['withdrawn']);
});
