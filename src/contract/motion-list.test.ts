import { expect, test } from 'vitest';
import { motionGroupsOf } from './motion-list.ts';

test('质询案 that wait for signatures or the council stand first, then those the reader signed, whatever became of them', () => {
  const motions = [
    { id: 'withdrawn', state: 'withdrawn', mine: 'none' },
    { id: 'signing', state: 'signing', mine: 'none' },
    { id: 'decided', state: 'decided', mine: 'signed' },
    { id: 'lapsed', state: 'lapsed', mine: 'earlier' },
    { id: 'submitted', state: 'submitted', mine: 'signed' },
  ] as const;
  const { open, mine, others } = motionGroupsOf(motions);
  const idsOf = (group: readonly { id: string }[]) => group.map(({ id }) => id);
  expect(idsOf(open)).toEqual(['signing', 'submitted']);
  expect(idsOf(mine)).toEqual(['decided', 'lapsed']);
  expect(idsOf(others)).toEqual(['withdrawn']);
});
