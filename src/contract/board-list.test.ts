import { expect, test } from 'vitest';
import { hasColumn, hasRow } from './board-list.ts';

test('organs have rows where they are asked for, standing committees always', () => {
  expect(hasRow({ kind: 'organ' }, { organs: 'shown' })).toBe(true);
  expect(hasRow({ kind: 'organ' }, { organs: 'hidden' })).toBe(false);
  expect(hasRow({ kind: 'body' }, { organs: 'hidden' })).toBe(true);
});

test('steps that need not be taken are left out where they are not asked for, unless they were taken', () => {
  const hidden = { optional: 'hidden' } as const;
  expect(hasColumn({ force: 'may', state: 'ready' }, hidden)).toBe(false);
  expect(hasColumn({ force: 'may', state: 'done' }, hidden)).toBe(true);
  expect(hasColumn({ force: 'must', state: 'waiting' }, hidden)).toBe(true);
  expect(hasColumn({ force: 'may', state: 'ready' }, { optional: 'shown' })).toBe(true);
});
