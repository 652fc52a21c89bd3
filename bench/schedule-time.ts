import type { CalendarYear } from '../src/domain/calendar/legal-days.ts';
import { legalCalendarOf } from '../src/domain/calendar/legal-days.ts';
import type { CaseView } from '../src/domain/procedure/case.ts';
import { steps } from '../src/domain/procedure/procedure.ts';
import { scheduleOf } from '../src/domain/procedure/schedule.ts';
import type { Settings } from '../src/domain/procedure/settings.ts';
import { median } from './measure.ts';
import type { Clerk } from './people.ts';

/** Milliseconds of `scheduleOf` for all bodies of one topic: the first time in a process, and once it is warm. */
export async function scheduleTime(
  url: string,
  clerk: Clerk,
): Promise<{ first: number; warm: number; bodies: number }> {
  const get = async <Body>(path: string) => {
    const response = await fetch(url + path, { headers: { cookie: clerk.cookie } });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
    return (await response.json()) as Body;
  };
  const { cases } = await get<{ cases: CaseView[] }>('/api/cases?kind=topic');
  // The one that has gone furthest: every date of it is known.
  const [whole] = cases.toSorted((one, other) => stepsDone(other) - stepsDone(one));
  if (whole === undefined) throw new Error('There is no topic.');
  const { settings, calendarYears } = await get<{ settings: Settings; calendarYears: CalendarYear[] }>('/api/linkage');
  const view = { ...whole, tracks: whole.tracks.filter(({ kind }) => kind === 'body') };
  const calendar = legalCalendarOf(calendarYears);
  const times = Array.from({ length: 301 }, () => {
    const before = performance.now();
    scheduleOf(view, steps, calendar, settings);
    return performance.now() - before;
  });
  const [first = Number.NaN, ...later] = times;
  return { first, warm: median(later.slice(-200)), bodies: view.tracks.length };
}

function stepsDone({ tracks }: CaseView): number {
  return tracks.reduce((sum, { done }) => sum + Object.keys(done).length, 0);
}
