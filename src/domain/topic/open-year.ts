import type { Actor } from '../organisation/actor.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** So far back an office may bring in a year that it worked through on paper. */
const broughtIn = 5;

/** The first month of the call for the next year's topics (S1.1). */
const firstMonth = 11;

/**
 * The years that the linkage may still open on a day. `next`: the one whose topics are to be called for, none where it is open already;
 * from November on that is the coming year (S1.1), before it the running one and then the coming one. `earlier`: what lacks behind it.
 */
export function yearsToOpen(
  opened: readonly number[],
  today: PlainDateText,
): { next: number | undefined; earlier: readonly number[] } {
  const [running = 0, month = 0] = today.split('-').map(Number);
  const lacks = (year: number) => !opened.includes(year);
  const wanted = month >= firstMonth ? [running + 1] : [running, running + 1];
  const next = wanted.find(lacks);
  const behind = Array.from({ length: broughtIn + 1 }, (_, index) => running - index);
  return { next, earlier: behind.filter((year) => lacks(year) && year !== next) };
}

/** S1.1: one office opens the year for the whole linkage. */
export function checkYearOpener(actor: Pick<Actor, 'kind' | 'level' | 'roles'>): readonly Refusal[] {
  if (actor.kind === 'body' && actor.level === 'city' && actor.roles.includes('office-clerk')) return [];
  return [refuse('year/not-city-office', 'S1.1', '年度由市人大常委会办公室建立。')];
}
