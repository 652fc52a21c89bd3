import type { Actor } from '../../domain/organisation/actor.ts';
import { performersFor } from '../../domain/procedure/performers.ts';

/** Which of the tenant's tasks are the person's: those of his roles, and of a lead committee's those of the topics it leads. */
export function ownTasks(actor: Pick<Actor, 'roles' | 'level' | 'kind' | 'unitIds'>) {
  return {
    performers: performersFor(actor.roles),
    unitIds: actor.level === 'city' && actor.kind === 'body' ? actor.unitIds : null,
  };
}

/** Whose work in the tenant a person hears reminders of: his own, and as the office of a body everybody's (S5.2). */
export function heardTasks(actor: Pick<Actor, 'roles' | 'level' | 'kind' | 'unitIds'>) {
  return actor.roles.includes('office-clerk') ? { performers: null, unitIds: null } : ownTasks(actor);
}
