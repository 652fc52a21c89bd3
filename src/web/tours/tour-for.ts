import type { Me } from '../../contract/sign-in.ts';
import type { Tour } from '../../contract/tours.ts';
import { isAdministrator } from '../../domain/organisation/actor.ts';
import { has, isOnlyDeputy } from '../lib/me.ts';

/** Which way round suits a person: by what he mostly does here. Undefined for somebody who has no role yet. */
export function tourFor(me: Me): Tour | undefined {
  if (me.mustAddSecondFactor) return undefined;
  if (isAdministrator(me)) return 'administrator';
  if (has(me, 'organ-clerk')) return 'organ';
  if (has(me, 'party-clerk')) return 'party-office';
  if (has(me, 'office-clerk')) return 'office';
  if (has(me, 'committee-clerk')) return 'committee';
  if (has(me, 'chairperson')) return 'chairperson';
  if (has(me, 'member')) return 'member';
  return isOnlyDeputy(me) ? 'deputy' : undefined;
}
