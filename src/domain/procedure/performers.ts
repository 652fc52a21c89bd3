import type { Actor, Role } from '../organisation/actor.ts';
import type { CaseView } from './case.ts';
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

/**
 * Whether the step is the person's own to do: of his roles, and of the city's lead committee only where he is in it (S1.3). Where it is
 * not, a screen says whose it is.
 */
export function isOwnStep(
  { roles, level, kind, unitIds }: Pick<Actor, 'roles' | 'level' | 'kind' | 'unitIds'>,
  { leadUnitId }: Pick<CaseView, 'leadUnitId'>,
  performer: string,
): boolean {
  if (!fillsInFor(roles, performer)) return false;
  if (performer !== 'lead-committee' || kind !== 'body' || level === 'county' || leadUnitId === undefined) return true;
  return unitIds.includes(leadUnitId);
}

/** Whether a person of these roles fills in the acts of a performer; a chairperson only watches and confirms what the office entered. */
export function fillsInFor(roles: readonly Role[], performer: string): boolean {
  const own: readonly string[] = performersFor(roles.filter((role) => role !== 'chairperson'));
  return own.includes(performer) || (performer === 'deputies' && roles.includes('member'));
}
