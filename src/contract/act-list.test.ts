import { expect, test } from 'vitest';
import { actsShown } from './act-list.ts';
import type { ActView } from './cases.ts';

function act(seq: number, on: string, change: Partial<ActView> = {}): ActView {
  return {
    seq,
    kind: 'exchange',
    title: '工作联系',
    clause: 'S5.3',
    on,
    recordedAt: `${on}T01:00:00Z`,
    actorName: '张示例',
    confirmedByName: null,
    meeting: null,
    departures: [],
    payload: {},
    hash: '',
    packages: [],
    ...change,
  };
}

const acts = [
  act(1, '2027-03-01', { packages: [{ id: 'package', title: '关于停车治理的联系', addresseeIds: [] }] }),
  act(2, '2027-03-02', { kind: 'receive-package/post', title: '签收工作联系' }),
  act(3, '2027-02-01'),
];
const numbers = (filter: Parameters<typeof actsShown>[1]) => actsShown(acts, filter).map(({ seq }) => seq);

test('acts stand by the day they were done, whenever they were registered, the latest first', () => {
  expect(numbers({})).toEqual([1, 3]);
  expect(numbers({ sort: 'oldest' })).toEqual([3, 1]);
});

test('receipts are shown to whoever asks for them; words of what was sent find an act; a day ends the list', () => {
  expect(numbers({ receipts: 'true' })).toEqual([2, 1, 3]);
  expect(numbers({ text: '停车治理' })).toEqual([1]);
  expect(numbers({ until: '2027-02-28', receipts: 'true' })).toEqual([3]);
});
