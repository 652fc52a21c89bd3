import type { Facts } from '../../domain/procedure/act.ts';
import { timeInChina } from '../lib/formats.ts';

/**
 * The time of what is recorded while the sitting is on, never before anybody was there; what is recorded afterwards has a time that only
 * those present know.
 */
export function timeNow({ view, state, sitting }: Facts, today: string): string | undefined {
  const held = view.kind === 'session' ? state.session : sitting?.state;
  const isOn = held?.state === 'open' && held.opens <= today && today <= held.closes;
  if (!isOn) return undefined;
  const now = timeInChina(new Date().toISOString());
  const [first] = held.presence.flatMap(({ day, from }) => (day === today ? [from] : [])).toSorted();
  return first !== undefined && first > now ? first : now;
}
