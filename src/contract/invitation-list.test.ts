import { describe, expect, test } from 'vitest';
import { invitationsShown } from './invitation-list.ts';

const invited = (name: string, more: object = {}) => ({
  personId: name,
  name,
  outcome: null,
  reason: '',
  cameAt: null,
  ...more,
});
const came = invited('张示例', { outcome: 'accepted' as const, cameAt: '2026-11-25T01:00:00.000Z' });
const declined = invited('李样本', { outcome: 'declined' as const, reason: '出差' });
const silent = invited('王示例');
const first = { id: 'first', invited: [came, declined] };
const second = { id: 'second', invited: [silent] };

const namesOf = (filter: object) =>
  invitationsShown([first, second], filter).map(({ invitation, shown }) => [
    invitation.id,
    ...shown.map(({ name }) => name),
  ]);

describe('the roster of invited deputies', () => {
  test('has all of them while nothing is asked for', () => {
    expect(namesOf({})).toEqual([
      ['first', '张示例', '李样本'],
      ['second', '王示例'],
    ]);
  });

  test('is narrowed by name, answer and attendance, all at once; an invitation without any of them stays out', () => {
    expect(namesOf({ text: '示例' })).toEqual([
      ['first', '张示例'],
      ['second', '王示例'],
    ]);
    expect(namesOf({ answer: 'declined' })).toEqual([['first', '李样本']]);
    expect(namesOf({ answer: 'none' })).toEqual([['second', '王示例']]);
    expect(namesOf({ attendance: 'came' })).toEqual([['first', '张示例']]);
    expect(namesOf({ attendance: 'absent', text: '李' })).toEqual([['first', '李样本']]);
    expect(namesOf({ attendance: 'came', answer: 'none' })).toEqual([]);
  });
});
