import { type Refusal, refuse } from '../refusal.ts';
import { type Actor, administratorRoles, type Role } from './actor.ts';
import type { TenantKind } from './tenant.ts';

export const roleNames = {
  'office-clerk': '办公室工作人员',
  'committee-clerk': '委室工作人员',
  chairperson: '主任会议组成人员',
  member: '组成人员',
  deputy: '代表',
  'organ-clerk': '机关工作人员',
  'party-clerk': '党委工作人员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} satisfies Record<Role, string>;

const rolesOfKind = {
  body: ['office-clerk', 'committee-clerk', 'chairperson', 'member', 'deputy', ...administratorRoles],
  organ: ['organ-clerk', 'deputy', ...administratorRoles],
  'party-office': ['party-clerk', 'deputy', ...administratorRoles],
} satisfies Record<TenantKind, readonly Role[]>;

/** Administrators are three people, and none of them is a clerk, a member, a chairperson or a deputy (SEC-03). */
export function isAdministratorRole(role: Role): boolean {
  return administratorRoles.some((administrator) => administrator === role);
}

/**
 * SEC-03: whether one person may hold all these roles together, counted over all tenants. A tenant gives only roles of its kind.
 */
export function checkRolesOfPerson(held: readonly { role: Role; kind: TenantKind }[]): readonly Refusal[] {
  const administrators = [...new Set(held.map(({ role }) => role).filter(isAdministratorRole))];
  const others = held.filter(({ role }) => !isAdministratorRole(role));
  const foreign = held.filter(({ role, kind }) => !rolesOfKind[kind].some((allowed) => allowed === role));
  return [
    ...(administrators.length > 1
      ? [
          refuse(
            'roles/administrators-separated',
            'SEC-03',
            '系统管理员、安全管理员、审计管理员必须是三个人，一人不能兼任。',
            'grants',
          ),
        ]
      : []),
    ...(administrators.length > 0 && others.length > 0
      ? [
          refuse(
            'roles/administrator-is-nothing-else',
            'SEC-03',
            '管理员不能同时担任工作人员、组成人员、主任会议组成人员或代表。',
            'grants',
          ),
        ]
      : []),
    ...foreign.map(({ role }) =>
      refuse('roles/not-of-this-tenant', 'SEC-03', `“${roleNames[role]}”不是这类单位的角色。`, 'grants'),
    ),
  ];
}

/** Roles are granted by a security administrator alone, and never to himself (SEC-03). */
export function checkGranting(actor: Actor, grantee: { personId: string }): readonly Refusal[] {
  if (!actor.roles.includes('security-admin')) {
    return [refuse('roles/not-security-admin', 'SEC-03', '角色由安全管理员授予。')];
  }
  if (actor.personId === grantee.personId) {
    return [refuse('roles/own-roles', 'SEC-03', '安全管理员不能给自己授予或撤销角色。')];
  }
  return [];
}

/**
 * Whose accounts an administrator looks after: the city body's administrators the whole linkage; another body's its own and its organs'; an
 * organ's its own. Looking after accounts never opens contents.
 */
export function mayAdminister(actor: Actor, tenant: { id: string; bodyId: string }): boolean {
  if (actor.kind === 'body' && actor.level === 'city') return true;
  if (actor.kind === 'body') return tenant.bodyId === actor.tenantId;
  return tenant.id === actor.tenantId;
}
