import type { PlainDateText } from '../procedure/case.ts';
import { refuse } from '../refusal.ts';
import { administratorRoles, type Role, roleNames } from './actor.ts';
import { memberPosts, type Post } from './facts.ts';
import { councilPostsOf } from './membership.ts';
import {
  covers,
  type Organisation,
  type OrganisationFinding,
  type PostRecord,
  type RoleRecord,
  type TenantRecord,
} from './organisation.ts';
import { type TenantKind, tenantKindNames } from './tenant.ts';

type Needs = { kind: TenantKind; unit?: 'office' | 'committee' };

const needs = {
  'office-clerk': { kind: 'body', unit: 'office' },
  'committee-clerk': { kind: 'body', unit: 'committee' },
  chairperson: { kind: 'body' },
  member: { kind: 'body' },
  deputy: { kind: 'body' },
  'organ-clerk': { kind: 'organ' },
  'party-clerk': { kind: 'party-office' },
  'system-admin': { kind: 'body' },
  'security-admin': { kind: 'body' },
  'audit-admin': { kind: 'body' },
} satisfies Record<Role, Needs>;

const unitKindNames = { office: '办公室', committee: '委室' };

/**
 * Who may hold which role: a role belongs to a kind of tenant, elected roles to those elected, and the three administrators are
 * three people who do nothing else (三员分立, GB/T 22239-2019).
 */
export function checkRoles(organisation: Organisation, on: PlainDateText): OrganisationFinding[] {
  const tenants = new Map(organisation.tenants.map((tenant) => [tenant.name, tenant]));
  const postsByPerson = Map.groupBy(organisation.posts, (post) => post.person);
  const rolesByPerson = Map.groupBy(organisation.roles, (role) => role.person);
  return organisation.roles.flatMap((role) => {
    const tenant = tenants.get(role.tenant);
    if (tenant === undefined) return [];
    const posts = (postsByPerson.get(role.person) ?? []).filter((post) => covers(post, on) || post.from > on);
    return [
      ...checkHome(role, tenant),
      ...checkElected(role, tenant, posts),
      ...checkBothFamilies(role, posts),
      ...checkAdministrator(role, rolesByPerson.get(role.person) ?? []),
    ];
  });
}

function checkHome(role: RoleRecord, tenant: TenantRecord): OrganisationFinding[] {
  const need: Needs = needs[role.role];
  if (tenant.kind !== need.kind) {
    const text = `${named(role)}的角色“${roleNames[role.role]}”只能在${tenantKindNames[need.kind]}设置，而“${tenant.name}”是${tenantKindNames[tenant.kind]}。`;
    return [{ ...refuse('organisation/role-in-wrong-tenant', '监督法 §8', text, 'role'), about: role }];
  }
  if (need.unit === undefined || role.unit?.kind === need.unit) return [];
  const text = `${named(role)}的角色“${roleNames[role.role]}”须填写所在${unitKindNames[need.unit]}${role.unit === undefined ? '' : `，“${role.unit.name}”是${unitKindNames[role.unit.kind]}`}。`;
  return [{ ...refuse('organisation/role-without-unit', '监督法 §8', text, 'unit'), about: role }];
}

function checkElected(role: RoleRecord, tenant: TenantRecord, posts: readonly PostRecord[]): OrganisationFinding[] {
  const wanted = electedPostsOf(role.role, tenant);
  if (wanted === undefined || posts.some((post) => post.tenant === tenant.name && wanted.includes(post.post)))
    return [];
  const text = `${named(role)}的角色“${roleNames[role.role]}”须有${tenant.name}的相应任职；请在“任职”表补充，或者删去该角色。`;
  return [{ ...refuse('organisation/role-without-post', '地方组织法 §47、§54', text, 'role'), about: role }];
}

function electedPostsOf(role: Role, tenant: TenantRecord): readonly Post[] | undefined {
  if (role === 'chairperson') return councilPostsOf(tenant.level);
  if (role === 'member') return memberPosts;
  return role === 'deputy' ? ['deputy'] : undefined;
}

/** ORG-05: nobody acts for a standing committee and for an organ at once, in the system either. */
function checkBothFamilies(role: RoleRecord, posts: readonly PostRecord[]): OrganisationFinding[] {
  const seat = role.role === 'organ-clerk' ? posts.find((post) => memberPosts.includes(post.post)) : undefined;
  if (seat === undefined) return [];
  const text = `${named(role)}是${seat.tenant}组成人员，不能同时为“${role.tenant}”办理机关事项。`;
  return [{ ...refuse('organisation/incompatible-roles', '地方组织法 §47', text, 'role'), about: role }];
}

function checkAdministrator(role: RoleRecord, all: readonly RoleRecord[]): OrganisationFinding[] {
  if (!isAdministrator(role.role)) return [];
  const other = all.find((candidate) => candidate.role !== role.role);
  if (other === undefined) return [];
  const text = `${named(role)}是${roleNames[role.role]}，不能同时担任“${roleNames[other.role]}”；系统、安全、审计管理员须由三人分任，并不兼任其他角色。`;
  return [{ ...refuse('organisation/administrators-separate', 'GB/T 22239-2019 8.1.4.2', text, 'role'), about: role }];
}

function isAdministrator(role: Role): boolean {
  return administratorRoles.some((administrator) => administrator === role);
}

function named(role: RoleRecord): string {
  return `${role.personName}（${role.person}）`;
}
