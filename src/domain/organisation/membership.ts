import type { PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { memberPosts, type Post } from './facts.ts';
import { covers } from './organisation.ts';
import type { Level, Tenant } from './tenant.ts';

const countyCouncilPosts = ['chair', 'acting-chair', 'vice-chair'] as const satisfies readonly Post[];
const cityCouncilPosts = [...countyCouncilPosts, 'secretary-general'] as const satisfies readonly Post[];

/** Posts of the council of chairpersons: a city's includes the secretary-general, a county has none (组织法 §54). */
export function councilPostsOf(level: Level): readonly Post[] {
  return level === 'city' ? cityCouncilPosts : countyCouncilPosts;
}

type Held = { post: Post; from: PlainDateText; until?: PlainDateText };

/** Who of a body's posts makes a person a member on that day. Count persons, not posts: N of quorum and majority (组织法 §51). */
export function membersOn<Record extends Held>(posts: readonly Record[], day: PlainDateText): Record[] {
  return posts.filter((record) => memberPosts.includes(record.post) && covers(record, day));
}

/** Who of a body's posts sits in its council of chairpersons on that day. */
export function councilOn<Record extends Held>(posts: readonly Record[], level: Level, day: PlainDateText): Record[] {
  const wanted = councilPostsOf(level);
  return posts.filter((record) => wanted.includes(record.post) && covers(record, day));
}

/** How long before its last day a post counts as ending soon, for the administrator who has to see to a successor. */
export const endingSoonDays = 90;

/** ORG-09: opinions, resolutions and interpellations go to organs the body itself supervises (监督法 §6). Undefined means it may. */
export function mayAddress(from: Tenant, organ: Tenant): Refusal | undefined {
  if (organ.kind === 'organ' && organ.bodyId === from.id) return undefined;
  return refuse(
    'organisation/other-level',
    '监督法 §6',
    `“${organ.name}”不是${from.name}监督的同级机关；审议意见、决议决定和质询案只能发给本级人民政府、监察委员会、人民法院、人民检察院及其部门。`,
  );
}
