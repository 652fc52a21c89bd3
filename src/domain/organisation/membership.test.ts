import { expect, test } from 'vitest';
import type { Post } from './facts.ts';
import { councilOn, membersOn } from './membership.ts';

const held = (person: string, post: Post, from = '2021-10-29', until?: string) => ({
  person,
  post,
  from,
  ...(until === undefined ? {} : { until }),
});
const posts = [
  held('主任', 'chair'),
  held('副主任', 'vice-chair'),
  held('秘书长', 'secretary-general'),
  held('委员', 'member'),
  held('离任委员', 'member', '2021-10-29', '2024-05-31'),
  held('新任委员', 'member', '2024-06-02'),
  held('代表', 'deputy'),
  held('委室负责人', 'committee-head'),
];
const names = (records: readonly { person: string }[]) => records.map(({ person }) => person);

test('members are those who hold a member’s post on the day, first and last day included', () => {
  expect(names(membersOn(posts, '2024-05-31'))).toEqual(['主任', '副主任', '秘书长', '委员', '离任委员']);
  expect(names(membersOn(posts, '2024-06-01'))).toEqual(['主任', '副主任', '秘书长', '委员']);
  expect(names(membersOn(posts, '2024-06-02'))).toEqual(['主任', '副主任', '秘书长', '委员', '新任委员']);
});

test('a city’s council of chairpersons includes the secretary-general, a county’s does not', () => {
  expect(names(councilOn(posts, 'city', '2024-06-01'))).toEqual(['主任', '副主任', '秘书长']);
  expect(names(councilOn(posts, 'county', '2024-06-01'))).toEqual(['主任', '副主任']);
});
