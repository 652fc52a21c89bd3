import { expect, test } from 'vitest';
import { similarIndexOf } from '../../domain/topic/similar.ts';
import { similarGroupsOf } from '../../domain/topic/similar-groups.ts';
import { similarGroupsInThreads } from './similar-threads.ts';

const matters = [
  ['饮水', '管网', '水厂', '检修'],
  ['食堂', '食材', '招标', '学生'],
  ['停车', '收费', '路边', '小区'],
];
const list = Array.from({ length: 300 }, (_, at) => ({
  id: `${at}`.padStart(4, '0'),
  words: [...(matters[at % 3] ?? []), `事项${at % 7}`, `细节${at % 11}`],
  place: at % 2 === 0 ? '三台县' : '',
}));

test('S1.2 a long list is grouped in threads of its own as it is in one', async () => {
  const index = similarIndexOf(list);
  let others = 0;
  const ticking = setInterval(() => {
    others += 1;
  }, 1);
  const groups = await similarGroupsInThreads(index, 'apart', { from: 1 });
  clearInterval(ticking);
  expect(groups).toEqual(similarGroupsOf(index, 'apart'));
  expect(groups.length).toBeGreaterThan(3);
  // Whoever asks for something else meanwhile is served.
  expect(others).toBeGreaterThan(0);
});

test('a list of none or one has no groups, in threads too', async () => {
  for (const size of [0, 1]) {
    expect(await similarGroupsInThreads(similarIndexOf(list.slice(0, size)), 'across', { from: 0 })).toEqual([]);
  }
});
