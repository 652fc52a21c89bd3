import { daysBetween } from '../calendar/counting.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Actor } from './actor.ts';
import { type Appointment, appointmentsOn, councilPosts, type OrganisationFacts, postNames } from './facts.ts';

/** Days on which a leader is bound elsewhere (其他公务): both ends counted. */
export type DutyDays = { personId: string; from: PlainDateText; until: PlainDateText };
/** As the office writes it down. `isTold`: a county tells the city the days, never the matter. */
export type LeaderDuty = DutyDays & { matter: string; isTold: boolean };
/** A duty as it is spoken of. Without a matter: the days are known, what for is not. */
export type SpokenDuty = DutyDays & {
  bodyId: string;
  /** “副主任张示例”; “甲县主任李样本” of another body. */
  who: string;
  matter?: string;
};

/** A duty of more days is a post, not a journey. */
export const longestDuty = 180;

/** The days are a working paper of the own body: its offices and committees keep them. */
export function checkDutyKeeper(actor: Pick<Actor, 'kind' | 'roles'>): readonly Refusal[] {
  const keeps = actor.roles.includes('office-clerk') || actor.roles.includes('committee-clerk');
  if (actor.kind === 'body' && keeps) return [];
  return [refuse('duty/not-staff', 'S1.3', '领导其他公务由本级人大常委会办公室、委室登记。')];
}

/** What is wrong with a duty. Whose it may be: the own body's people, and in the city whoever a joint team may need (S2.3). */
export function checkDuty(
  { personId, from, until }: DutyDays,
  actor: Pick<Actor, 'kind' | 'roles' | 'bodyId' | 'level'>,
  organisation: Pick<OrganisationFacts, 'appointments'>,
): readonly Refusal[] {
  const who = checkDutyKeeper(actor);
  if (who.length > 0) return who;
  const length = daysBetween(from, until) + 1;
  const days =
    length < 1 ? `结束日期${until}早于开始日期${from}，请更正。` : `一次公务至多${longestDuty}天，请分次登记。`;
  return [
    ...(isKnownTo(actor, personId, organisation)
      ? []
      : [refuse('duty/not-own-person', 'S1.3', '只登记本级人员的公务，请从名单中选择。', 'personId')]),
    ...(length < 1 || length > longestDuty ? [refuse('duty/days', 'S1.3', days, 'until')] : []),
  ];
}

function isKnownTo(
  { bodyId, level }: Pick<Actor, 'bodyId' | 'level'>,
  personId: string,
  { appointments }: Pick<OrganisationFacts, 'appointments'>,
): boolean {
  return appointments.some((one) => one.personId === personId && (level === 'city' || one.tenantId === bodyId));
}

/** The people whose days a body keeps: those of its council of chairpersons first, then its other members and heads; each once. */
export function dutyPeopleOn(
  organisation: OrganisationFacts,
  bodyId: string,
  day: PlainDateText,
): readonly { personId: string; personName: string; isLeader: boolean; who: string }[] {
  const posts = [...councilPosts, 'member', 'committee-head', 'office-head'] as const;
  const held = appointmentsOn(organisation, bodyId, day);
  const ordered = posts.flatMap((post) => held.filter((one) => one.post === post));
  const once = new Map<string, Appointment>();
  for (const one of ordered) if (!once.has(one.personId)) once.set(one.personId, one);
  return [...once.values()].map(({ personId, personName, post }) => ({
    personId,
    personName,
    isLeader: (councilPosts as readonly string[]).includes(post),
    who: `${postNames[post]}${personName}`,
  }));
}

/** A duty with the name and post of whose it is, and of which body where it is another one's. */
export function spokenDuty(
  duty: DutyDays & { bodyId: string; matter?: string },
  organisation: OrganisationFacts,
  ownBodyId: string,
): SpokenDuty {
  const { personId, from, until, bodyId, matter } = duty;
  const own = organisation.appointments.filter((one) => one.personId === personId);
  const inBodies = own.filter(({ post }) => (councilPosts as readonly string[]).includes(post));
  const held = inBodies.find(({ until: end }) => end === undefined || end >= from) ?? inBodies[0];
  const home = held?.tenantId ?? own[0]?.tenantId ?? bodyId;
  const body = home === ownBodyId ? undefined : organisation.tenants.find(({ id }) => id === home);
  const post = held === undefined ? '' : postNames[held.post];
  const name = own[0]?.personName ?? '';
  return {
    personId,
    from,
    until,
    bodyId: home,
    who: `${body?.shortName ?? ''}${post}${name}`,
    ...(matter === undefined ? {} : { matter }),
  };
}

/** Duties that fall into a period, the earliest first. */
export function dutiesWithin<Duty extends DutyDays>(
  duties: readonly Duty[],
  from: PlainDateText,
  until: PlainDateText,
): readonly Duty[] {
  return duties
    .filter((duty) => duty.from <= until && from <= duty.until)
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

/** “出席省人大会议，2027-03-20至2027-03-24”; where what for is not known, the days alone. */
export function dutyInWords({ from, until, matter }: Pick<SpokenDuty, 'from' | 'until' | 'matter'>): string {
  return `${matter === undefined ? '' : `${matter}，`}${from === until ? from : `${from}至${until}`}`;
}
