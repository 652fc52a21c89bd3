import type { PlainDateText } from '../procedure/case.ts';
import type { Tenant, Unit } from './tenant.ts';

export const posts = [
  'chair',
  'acting-chair',
  'vice-chair',
  'secretary-general',
  'member',
  'committee-head',
  'committee-staff',
  'office-head',
  'office-staff',
  'deputy',
  'organ-head',
  'organ-staff',
  'party-staff',
] as const;
export type Post = (typeof posts)[number];

export const postNames = {
  chair: '主任',
  'acting-chair': '代理主任',
  'vice-chair': '副主任',
  'secretary-general': '秘书长',
  member: '委员',
  'committee-head': '委室负责人',
  'committee-staff': '委室工作人员',
  'office-head': '办公室负责人',
  'office-staff': '办公室工作人员',
  deputy: '代表',
  'organ-head': '机关负责人',
  'organ-staff': '机关工作人员',
  'party-staff': '党委办公室工作人员',
} satisfies Record<Post, string>;

/** Posts that make a person a member (组成人员) of the standing committee (组织法 §47). */
export const memberPosts: readonly Post[] = ['chair', 'acting-chair', 'vice-chair', 'secretary-general', 'member'];
/** Posts of the council of chairpersons (组织法 §54); a county has no secretary-general. */
export const councilPosts: readonly Post[] = ['chair', 'acting-chair', 'vice-chair', 'secretary-general'];

/** A person's post in a tenant; both days included, an open end is a post still held. */
export type Appointment = {
  personId: string;
  personName: string;
  tenantId: string;
  unitId?: string;
  post: Post;
  from: PlainDateText;
  until?: PlainDateText;
};

export type Park = { id: string; tenantId: string; name: string };

/** What a linkage is made of, without its people: enough for dates, places and the names of bodies. */
export type OrganisationStructure = {
  tenants: readonly Tenant[];
  units: readonly Unit[];
  parks: readonly Park[];
};

/** The public organisation of a linkage, as rules need it. */
export type OrganisationFacts = OrganisationStructure & { appointments: readonly Appointment[] };

function heldOn(appointment: Appointment, day: PlainDateText): boolean {
  return appointment.from <= day && (appointment.until === undefined || day <= appointment.until);
}

/** Posts held in a tenant on a day. */
export function appointmentsOn(facts: OrganisationFacts, tenantId: string, day: PlainDateText): readonly Appointment[] {
  return facts.appointments.filter((appointment) => appointment.tenantId === tenantId && heldOn(appointment, day));
}

function personIdsWith(
  facts: OrganisationFacts,
  tenantId: string,
  day: PlainDateText,
  wanted: readonly Post[],
): readonly string[] {
  const held = appointmentsOn(facts, tenantId, day).filter((appointment) => wanted.includes(appointment.post));
  return [...new Set(held.map((appointment) => appointment.personId))];
}

/** Incumbent members of a standing committee on a day: N of every quorum and majority (组织法 §51). */
export function memberIdsOn(facts: OrganisationFacts, bodyId: string, day: PlainDateText): readonly string[] {
  return personIdsWith(facts, bodyId, day, memberPosts);
}

/** The council of chairpersons on a day (组织法 §54). */
export function councilIdsOn(facts: OrganisationFacts, bodyId: string, day: PlainDateText): readonly string[] {
  return personIdsWith(facts, bodyId, day, councilPosts);
}

/** Deputies of a body's people's congress on a day. */
export function deputyIdsOn(facts: OrganisationFacts, bodyId: string, day: PlainDateText): readonly string[] {
  return personIdsWith(facts, bodyId, day, ['deputy']);
}

/** The organs that a body supervises: those of its own level (监督法 §6). */
export function organsOfBody({ tenants }: OrganisationStructure, bodyId: string | undefined): readonly Tenant[] {
  return tenants.filter((tenant) => tenant.kind === 'organ' && tenant.bodyId === bodyId);
}

export function personNameOf(facts: OrganisationFacts, personId: string): string {
  return facts.appointments.find((appointment) => appointment.personId === personId)?.personName ?? personId;
}

export function tenantNameOf(facts: OrganisationStructure, tenantId: string): string {
  return facts.tenants.find((tenant) => tenant.id === tenantId)?.name ?? tenantId;
}
