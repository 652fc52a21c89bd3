import { daysBetween } from '../calendar/counting.ts';
import type { MeetingRecord } from './act.ts';
import type { PlainDateText } from './case.ts';

export type HeldMeeting = MeetingRecord;

/** A meeting older than this is not offered again. */
const offeredFor = 14;
const offeredAtMost = 3;

/**
 * Meetings of the council that were registered for a decision lately, the newest first, each once as it was registered last: a meeting takes
 * several decisions and is the same meeting with the same presence for all of them (监督法 §8).
 */
export function meetingsHeld(registered: readonly MeetingRecord[], today: PlainDateText): readonly HeldMeeting[] {
  const byMeeting = new Map<string, MeetingRecord>();
  for (const { date, name, chairId, presentIds } of registered) {
    const key = `${date} ${name}`;
    const isLately = date <= today && daysBetween(date, today) <= offeredFor;
    if (isLately && !byMeeting.has(key)) byMeeting.set(key, { date, name, chairId, presentIds });
  }
  return [...byMeeting.values()].toSorted((one, other) => other.date.localeCompare(one.date)).slice(0, offeredAtMost);
}
