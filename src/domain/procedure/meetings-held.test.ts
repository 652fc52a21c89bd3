import { describe, expect, test } from 'vitest';
import { meetingsHeld } from './meetings-held.ts';

const meeting = (date: string, name = '主任会议', presentIds: readonly string[] = ['chair', 'vice-1']) => ({
  date,
  name,
  chairId: 'chair',
  presentIds,
});

describe('监督法 §8 meetings that may be named again', () => {
  test('each is offered once, the newest first, as it was registered last', () => {
    const registered = [
      meeting('2026-11-27', '第八次主任会议', ['chair', 'vice-1', 'vice-2']),
      meeting('2026-11-20', '第七次主任会议'),
      meeting('2026-11-27', '第八次主任会议'),
    ];
    expect(meetingsHeld(registered, '2026-11-27')).toEqual([registered[0], registered[1]]);
  });

  test('none is offered that lies weeks back or in the future', () => {
    expect(meetingsHeld([meeting('2026-11-12'), meeting('2026-11-28')], '2026-11-27')).toEqual([]);
  });
});
