import { expect, test } from 'vitest';
import { type Listed, withRead } from './read-at-once.ts';

const notice = (id: string, isRead: boolean): Listed['notices'][number] => ({
  id,
  kind: 'reminded',
  caseId: null,
  subjectId: null,
  text: '请尽快办理',
  at: '2026-11-27T08:00:00Z',
  isRead,
});
const listed: Listed = {
  notices: [notice('a', false), notice('b', false), notice('c', true)],
  total: 9,
  unread: 5,
  pageSize: 3,
};

test('a notice that is marked is read, and one fewer is unread', () => {
  const after = withRead(listed, { ids: ['b'] });
  expect(after.notices.map(({ isRead }) => isRead)).toEqual([false, true, true]);
  expect([after.total, after.unread]).toEqual([9, 4]);
});

test('the count in the menu follows though its list does not hold the notice', () => {
  expect(withRead({ ...listed, notices: [notice('a', false)] }, { ids: ['z'] })).toMatchObject({
    unread: 4,
    notices: [{ id: 'a', isRead: false }],
  });
});

test('all are read at once, those of other pages too', () => {
  const after = withRead(listed, { all: true });
  expect(after.notices.every(({ isRead }) => isRead)).toBe(true);
  expect(after.unread).toBe(0);
});
