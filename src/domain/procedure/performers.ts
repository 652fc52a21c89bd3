import type { Role } from '../organisation/actor.ts';
import type { Performer } from './step.ts';

/**
 * Whose steps are a person's own work. The office enters what council and session decide (监督法 §8), so their steps are its work too; a
 * chairperson watches the council's.
 */
export function performersFor(roles: readonly Role[]): Performer[] {
  const performers = new Set<Performer>();
  if (roles.includes('office-clerk'))
    for (const performer of ['office', 'council-of-chairpersons', 'session'] as const) performers.add(performer);
  if (roles.includes('committee-clerk')) performers.add('lead-committee');
  if (roles.includes('chairperson')) performers.add('council-of-chairpersons');
  if (roles.includes('organ-clerk')) performers.add('organ');
  if (roles.includes('party-clerk')) performers.add('party-office');
  if (roles.includes('deputy')) performers.add('deputies');
  return [...performers];
}

/** Whether a person of these roles fills in the acts of a performer; a chairperson only watches and confirms what the office entered. */
export function fillsInFor(roles: readonly Role[], performer: string): boolean {
  const own: readonly string[] = performersFor(roles.filter((role) => role !== 'chairperson'));
  return own.includes(performer) || (performer === 'deputies' && roles.includes('member'));
}
