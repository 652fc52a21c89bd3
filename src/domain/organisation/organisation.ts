import type { PlainDateText } from '../procedure/case.ts';
import type { Refusal } from '../refusal.ts';
import type { Role } from './actor.ts';
import type { Post } from './facts.ts';
import type { Level, OrganKind, TenantKind } from './tenant.ts';

/**
 * The whole organisation of a linkage by the names and numbers people use, before anything of it has an identifier: what a
 * workbook says, what the rules ORG-01…ORG-11 judge.
 */
export type Organisation = {
  tenants: readonly TenantRecord[];
  terms: readonly TermRecord[];
  parks: readonly ParkRecord[];
  posts: readonly PostRecord[];
  roles: readonly RoleRecord[];
};

export type TenantRecord = {
  name: string;
  kind: TenantKind;
  level: Level;
  /** The body of the same level and area: itself for a body. */
  body: string;
  organKind?: OrganKind;
  /** Residents (常住人口); it raises the legal upper bound of members. */
  population?: number;
};

/** One term (届) of a body with the number of members fixed for it. `until` is known when the next one was elected. */
export type TermRecord = { body: string; number: number; from: PlainDateText; until?: PlainDateText; quota: number };

export type ParkRecord = { name: string; tenant: string };

/** A post held from the first day to the last, both included. `person` is the number of the person in the customer's books. */
export type PostRecord = {
  person: string;
  personName: string;
  tenant: string;
  post: Post;
  from: PlainDateText;
  until?: PlainDateText;
};

export type RoleRecord = {
  person: string;
  personName: string;
  tenant: string;
  role: Role;
  /** The unit the role is held in, and its kind. */
  unit?: { name: string; kind: 'office' | 'committee' };
};

/** What is wrong, and with which record; the very object, so that the caller finds its row again. */
export type OrganisationFinding = Refusal & { about: TenantRecord | TermRecord | ParkRecord | PostRecord | RoleRecord };

/** Whether a post or term covers a day, both ends included. */
export function covers(period: { from: PlainDateText; until?: PlainDateText }, day: PlainDateText): boolean {
  return period.from <= day && (period.until === undefined || day <= period.until);
}

/** Whether two periods share a day. */
export function overlaps(
  one: { from: PlainDateText; until?: PlainDateText },
  other: { from: PlainDateText; until?: PlainDateText },
): boolean {
  return (one.until === undefined || other.from <= one.until) && (other.until === undefined || one.from <= other.until);
}
