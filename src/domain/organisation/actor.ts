import type { Level, TenantKind } from './tenant.ts';

/**
 * What a person may do inside the tenant he or she is signed in for. Roles come from the workbook or an administrator;
 * none of them lets a single person decide for a body (监督法 §8): a chairperson only confirms what a meeting decided.
 */
export const roles = [
  'office-clerk',
  'committee-clerk',
  'chairperson',
  'member',
  'deputy',
  'organ-clerk',
  'party-clerk',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];

export const administratorRoles = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

/** The signed-in person acting for one tenant. Built from the sign-in alone, never from what a request claims. */
export type Actor = {
  accountId: string;
  personId: string;
  personName: string;
  cityCode: string;
  tenantId: string;
  /** The standing committee of the actor's own level: itself, or the one that supervises the actor's organ. */
  bodyId: string;
  level: Level;
  kind: TenantKind;
  roles: readonly Role[];
  /** Committees and offices the person belongs to. */
  unitIds: readonly string[];
};

export function hasRole(actor: Pick<Actor, 'roles'>, role: Role): boolean {
  return actor.roles.includes(role);
}

/** Whoever may sign for what is sent to the tenant (签收): its clerks. */
export function signsForPackages(actor: Pick<Actor, 'roles'>): boolean {
  const clerks = ['office-clerk', 'committee-clerk', 'organ-clerk', 'party-clerk'] as const;
  return clerks.some((role) => hasRole(actor, role));
}

/** Members of a standing committee are elected from among the deputies (地方组织法 §47) and take a deputy's part with no role besides. */
export function actsAsDeputy(actor: Pick<Actor, 'kind' | 'roles'>): boolean {
  return actor.kind === 'body' && (actor.roles.includes('deputy') || actor.roles.includes('member'));
}

/** Whoever holds an administrator's role holds no other (SEC-03): he looks after the system, and supervision is not his to follow. */
export function isAdministrator(actor: Pick<Actor, 'roles'>): boolean {
  return administratorRoles.some((role) => hasRole(actor, role));
}

/** Staff and members read their tenant's papers; deputies see progress only, administrators neither. */
export function readsContents(actor: Actor): boolean {
  const reading = ['office-clerk', 'committee-clerk', 'chairperson', 'member', 'organ-clerk', 'party-clerk'] as const;
  return reading.some((role) => hasRole(actor, role));
}
