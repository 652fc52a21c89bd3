import { refuse } from '../refusal.ts';
import { memberPosts, type Post, postNames } from './facts.ts';
import { type Organisation, type OrganisationFinding, overlaps, type PostRecord } from './organisation.ts';
import { type TenantKind, tenantKindNames } from './tenant.ts';

const homeOf = {
  chair: 'body',
  'acting-chair': 'body',
  'vice-chair': 'body',
  'secretary-general': 'body',
  member: 'body',
  'committee-head': 'body',
  'committee-staff': 'body',
  'office-head': 'body',
  'office-staff': 'body',
  deputy: 'body',
  'organ-head': 'organ',
  'organ-staff': 'organ',
  'party-staff': 'party-office',
} satisfies Record<Post, TenantKind>;

/** ORG-04, ORG-05 of the dossier §12.1, and that every post is one its tenant has. */
export function checkPosts(organisation: Organisation): OrganisationFinding[] {
  const byPerson = Map.groupBy(organisation.posts, (post) => post.person);
  const kinds = new Map(organisation.tenants.map((tenant) => [tenant.name, tenant.kind]));
  return organisation.posts.flatMap((post) => {
    const others = byPerson.get(post.person) ?? [];
    return [
      ...checkHome(post, kinds.get(post.tenant)),
      ...checkDeputy(post, others),
      ...checkIncompatible(post, others, kinds),
    ];
  });
}

function checkHome(post: PostRecord, kind: TenantKind | undefined): OrganisationFinding[] {
  if (kind === undefined || kind === homeOf[post.post]) return [];
  const text = `${named(post)}的职务“${postNames[post.post]}”只能在${tenantKindNames[homeOf[post.post]]}担任，而“${post.tenant}”是${tenantKindNames[kind]}。`;
  return [{ ...refuse('organisation/post-in-wrong-tenant', '地方组织法 §47', text, 'post'), about: post }];
}

/** ORG-04: members are elected from the deputies of the same congress, so they are deputies as long as they are members. */
function checkDeputy(post: PostRecord, others: readonly PostRecord[]): OrganisationFinding[] {
  if (!memberPosts.includes(post.post)) return [];
  const seats = others.filter((other) => other.post === 'deputy' && other.tenant === post.tenant);
  if (seats.some((seat) => seat.from <= post.from && lastsAsLongAs(seat, post))) return [];
  const text =
    seats.length === 0
      ? `${named(post)}任${post.tenant}${postNames[post.post]}，但不是同级人大代表；请在“任职”表补充其代表资格，或者更正职务。`
      : `${named(post)}任${post.tenant}${postNames[post.post]}的期间超出其代表资格的期间；请核对两行的起止日期。`;
  return [{ ...refuse('organisation/member-not-deputy', '地方组织法 §47', text, 'post'), about: post }];
}

function lastsAsLongAs(seat: PostRecord, post: PostRecord): boolean {
  return seat.until === undefined || (post.until !== undefined && post.until <= seat.until);
}

/** ORG-05: a member holds no post in an administrative, supervisory, judicial or procuratorial organ at the same time. */
function checkIncompatible(
  post: PostRecord,
  others: readonly PostRecord[],
  kinds: ReadonlyMap<string, TenantKind>,
): OrganisationFinding[] {
  if (!memberPosts.includes(post.post)) return [];
  const clash = others.find((other) => kinds.get(other.tenant) === 'organ' && overlaps(post, other));
  if (clash === undefined) return [];
  const text = `${named(post)}任${post.tenant}${postNames[post.post]}期间，又在“${clash.tenant}”任${postNames[clash.post]}；常委会组成人员不得担任行政、监察、审判、检察机关的职务，必须辞去其一。`;
  return [{ ...refuse('organisation/incompatible-posts', '地方组织法 §47', text, 'tenant'), about: post }];
}

function named(post: PostRecord): string {
  return `${post.personName}（${post.person}）`;
}
