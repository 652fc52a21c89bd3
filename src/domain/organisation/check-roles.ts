import type { PlainDateText } from '../procedure/case.ts';
import { refuse } from '../refusal.ts';
import type { Role } from './actor.ts';
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
import { checkRolesOfPerson, roleNames } from './separation.ts';

const unitKindNames = { office: '办公室', committee: '委室' };

/**
 * Who may hold which role: a role belongs to a kind of tenant, elected roles to those elected, and the three administrators are
 * three people who do nothing else (SEC-03).
 */
export function checkRoles(organisation: Organisation, on: PlainDateText): OrganisationFinding[] {
  const tenants = new Map(organisation.tenants.map((tenant) => [tenant.name, tenant]));
  const postsByPerson = Map.groupBy(organisation.posts, (post) => post.person);
  const rolesByPerson = Map.groupBy(organisation.roles, (role) => role.person);
  const single = organisation.roles.flatMap((role) => {
    const tenant = tenants.get(role.tenant);
    if (tenant === undefined) return [];
    const posts = (postsByPerson.get(role.person) ?? []).filter((post) => covers(post, on) || post.from > on);
    return [...checkUnit(role), ...checkElected(role, tenant, posts), ...checkBothFamilies(role, posts)];
  });
  return [...single, ...[...rolesByPerson.values()].flatMap((roles) => checkSeparation(roles, tenants))];
}

/** Clerks act for the office or committee they sit in. */
function checkUnit(role: RoleRecord): OrganisationFinding[] {
  const kind = unitKindOf(role.role);
  if (kind === undefined || role.unit?.kind === kind) return [];
  const actual = role.unit === undefined ? '' : `，“${role.unit.name}”是${unitKindNames[role.unit.kind]}`;
  const text = `${named(role)}的角色“${roleNames[role.role]}”须填写所在${unitKindNames[kind]}${actual}。`;
  return [{ ...refuse('organisation/role-without-unit', '监督法 §8', text, 'unit'), about: role }];
}

function unitKindOf(role: Role): 'office' | 'committee' | undefined {
  if (role === 'office-clerk') return 'office';
  return role === 'committee-clerk' ? 'committee' : undefined;
}

function checkElected(role: RoleRecord, tenant: TenantRecord, posts: readonly PostRecord[]): OrganisationFinding[] {
  const wanted = electedPostsOf(role.role, tenant);
  if (wanted === undefined || posts.some((post) => post.tenant === tenant.name && wanted.includes(post.post)))
    return [];
  const text = `${named(role)}的角色“${roleNames[role.role]}”须有${tenant.name}的相应任职；请在“任职”表补充，或者删去该角色。`;
  return [{ ...refuse('organisation/role-without-post', '地方组织法 §47、§54', text, 'role'), about: role }];
}

function electedPostsOf(role: Role, tenant: TenantRecord): readonly Post[] | undefined {
  if (tenant.kind !== 'body') return undefined;
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

/** SEC-03 over everything a person holds: told once, at the last of the rows that clash. */
function checkSeparation(
  roles: readonly RoleRecord[],
  tenants: ReadonlyMap<string, TenantRecord>,
): OrganisationFinding[] {
  const last = roles.at(-1);
  const held = roles.flatMap(({ role, tenant }) => {
    const kind = tenants.get(tenant)?.kind;
    return kind === undefined ? [] : [{ role, kind }];
  });
  if (last === undefined) return [];
  return checkRolesOfPerson(held).map((refusal) => ({
    ...refusal,
    text: `${named(last)}：${refusal.text}`,
    field: 'role',
    about: last,
  }));
}

function named(role: RoleRecord): string {
  return `${role.personName}（${role.person}）`;
}
