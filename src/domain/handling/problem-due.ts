import { daysBetween } from '../calendar/counting.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { dueSoonDays } from '../procedure/worklist.ts';
import type { ProblemLine } from './problem-line.ts';

/** How a line stands to its day. */
export const dueStandings = ['overdue', 'soon', 'later', 'none'] as const;
export type DueStanding = (typeof dueStandings)[number];

export const dueStandingNames = {
  overdue: '已过期限',
  soon: '7日内到期',
  later: '以后到期',
  none: '没有期限',
} satisfies Record<DueStanding, string>;

/** What has been shown waits for the committee, not for its day. */
export function dueStandingOf({ due, stands }: Pick<ProblemLine, 'due' | 'stands'>, today: PlainDateText): DueStanding {
  if (due === undefined) return 'none';
  if (due < today && stands !== 'evidenced') return 'overdue';
  return daysBetween(today, due) <= dueSoonDays ? 'soon' : 'later';
}
