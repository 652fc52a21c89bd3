import { daysBetween } from '../../../domain/calendar/counting.ts';
import { memberIdsOn, memberPosts, organsOfBody } from '../../../domain/organisation/facts.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import type { SessionItem } from '../../../domain/session/convene-session.ts';
import type { VoteRecord } from '../../../domain/session/named-vote.ts';
import type { Observer } from '../../../domain/session/session-state.ts';
import { numeral } from '../../organisations/fictitious-names.ts';
import { shifted } from './story-days.ts';
import { act, type CaseRef, refused, type Story, sign } from './telling.ts';

/** A sitting of one body as the story holds it. */
export type Sitting = {
  body: Tenant;
  session: CaseRef;
  opens: PlainDateText;
  closes: PlainDateText;
  items: readonly Item[];
};
type Item = SessionItem & { title: string };

export type Convening = {
  body: Tenant;
  yearCase: CaseRef;
  decidedOn: PlainDateText;
  opens: PlainDateText;
  closes: PlainDateText;
  items: readonly Item[];
  reasons?: Readonly<Record<string, string>>;
};

/** Sessions without a linked topic are not kept in the story, so the gap between those that are needs its reason (组织法 §51). */
const gap = { 'session/gap': '期间的常委会会议没有联动监督议题，未在本系统登记。' };

/** The council fixes the days of a session and what is on it (组织法 §54). */
export async function convene(story: Story, convening: Convening): Promise<Sitting> {
  const { body, yearCase, decidedOn, opens, closes, items, reasons } = convening;
  const number = await nameOf(story, convening);
  const payload = { number, opens, closes, items: items.map(({ topicId, purpose }) => ({ topicId, purpose })) };
  const [sessionId] = await act(story, {
    by: body,
    in: yearCase,
    kind: 'convene-session',
    on: decidedOn,
    payload,
    reasons: { ...gap, ...reasons },
  });
  if (sessionId === undefined) throw new Error(`${number}没有建立会议档案。`);
  return { body, session: { id: sessionId, kind: 'session' }, opens, closes, items };
}

/** Standing committees sit at least every two months (组织法 §51), and in between when there is need: so many days apart, on the whole. */
const usuallyApart = 45;

/** What a sitting is called: its place among those of the term, which are not all known here; no two of a body bear one name. */
async function nameOf({ cast }: Story, { body, opens }: Pick<Convening, 'body' | 'opens'>): Promise<string> {
  const office = await cast.of(body.id, 'office-clerk');
  const { cases } = await office.get<{ cases: { name: string }[] }>('/api/cases?kind=session');
  const taken = new Set(cases.map(({ name }) => name));
  const begins = cast.organisation.appointments
    .filter(({ tenantId, post }) => tenantId === body.id && memberPosts.includes(post))
    .map(({ from }) => from)
    .toSorted()[0];
  const name = (place: number) => `${body.name}第${numeral(place)}次会议`;
  let place = 1 + Math.max(0, Math.floor(daysBetween(begins ?? opens, opens) / usuallyApart));
  while (taken.has(name(place))) place += 1;
  return name(place);
}

/** Members in the room: all but one who is on leave, where the committee is large enough to spare one. */
export function presentIn({ cast }: Story, body: Tenant, day: PlainDateText): readonly string[] {
  const members = memberIdsOn(cast.organisation, body.id, day);
  return members.length > 5 ? members.slice(0, -1) : members;
}

/** Notice, opening and agenda; with trials, an opening without quorum and a vote of somebody who is not there are refused first. */
export async function openSitting(story: Story, sitting: Sitting, trials = false): Promise<void> {
  const { body, session, opens, items } = sitting;
  const members = memberIdsOn(story.cast.organisation, body.id, opens);
  const presentIds = presentIn(story, body, opens);
  const common = { by: body, in: session };
  const matters = items.map(({ title, topicId }) => ({ title, topicId }));
  await act(story, { ...common, kind: 'send-session-notice', on: shifted(opens, -9), payload: { matters, note: '' } });
  const opening = {
    at: '09:00',
    chairId: members[0],
    delegated: false,
    presentIds,
    excused: members.filter((id) => !presentIds.includes(id)).map((personId) => ({ personId, reason: '因公外出' })),
    observers: observersOf(story, body),
  };
  const open = { ...common, kind: 'open-session', on: opens };
  if (trials) {
    const few = presentIds.slice(0, Math.floor(members.length / 2));
    await refused(story, { ...open, payload: { ...opening, presentIds: few } }, 'session/no-quorum');
  }
  await act(story, { ...open, payload: opening });
  const agenda = { ...common, kind: 'adopt-agenda', on: opens };
  const vote = voteOf(story, body, opens, '09:10');
  if (trials && opening.excused.length > 0) {
    const absent = { ...vote, yes: [...vote.yes, ...opening.excused.map(({ personId }) => personId)] };
    await refused(story, { ...agenda, payload: { items: matters, vote: absent } }, 'vote/not-present');
  }
  await act(story, { ...agenda, payload: { items: matters, vote } });
}

/** A second day of a sitting: who is there is recorded anew. */
export async function nextDay(story: Story, { body, session, closes }: Sitting): Promise<void> {
  const arrivedIds = presentIn(story, body, closes);
  const payload = { at: '09:00', arrivedIds, leftIds: [], excused: [], observers: [] };
  await act(story, { by: body, in: session, kind: 'record-attendance', on: closes, payload });
}

export async function closeSitting(story: Story, { body, session, closes }: Sitting): Promise<void> {
  await act(story, { by: body, in: session, kind: 'close-session', on: closes, payload: { at: '17:00' } });
}

/** Who attends without a vote: heads of the organs (SES-09), and at a city's sitting a leader of every county's committee (S3.6). */
function observersOf({ cast, counties }: Story, body: Tenant): Observer[] {
  const organs = organsOfBody(cast.organisation, body.id);
  const heads = organs.map(({ id, shortName }) => ({
    name: `${shortName}负责人`,
    capacity: 'organ-head' as const,
    tenantId: id,
  }));
  if (body.level === 'county') return heads;
  const leaders = counties.map(({ id, shortName }) => ({
    name: `${shortName}人大常委会负责人`,
    capacity: 'county-leader' as const,
    tenantId: id,
  }));
  return [...heads, ...leaders];
}

/** Everybody present in favour, but for one against and one who abstains where the majority can spare them. */
export function voteOf(story: Story, body: Tenant, day: PlainDateText, at: string): VoteRecord {
  const members = memberIdsOn(story.cast.organisation, body.id, day).length;
  const present = presentIn(story, body, day);
  const spare = present.length > members / 2 + 3 ? 2 : 0;
  const yes = present.slice(0, present.length - spare);
  const [no, abstain] = present.slice(yes.length);
  return {
    at,
    members,
    yes,
    no: no === undefined ? [] : [no],
    abstain: abstain === undefined ? [] : [abstain],
    notPressed: [],
  };
}

/** A count on paper by two tellers (SAT-03): satisfied by far, or unsatisfied under every rule there is. */
export function paperCountOf(
  story: Story,
  body: Tenant,
  { day, at, satisfied }: { day: PlainDateText; at: string; satisfied: boolean },
) {
  const members = memberIdsOn(story.cast.organisation, body.id, day).length;
  const present = presentIn(story, body, day);
  const issued = present.length;
  const [good, fair] = satisfied ? [0.85, 0.1] : [0.2, 0.2];
  const counted = { satisfied: Math.floor(issued * good), basicallySatisfied: Math.floor(issued * fair) };
  const unsatisfied = issued - counted.satisfied - counted.basicallySatisfied;
  const count = { issued, returned: issued, ...counted, unsatisfied, invalid: 0 };
  return {
    at,
    members,
    present: present.length,
    ruleId: story.cast.settings.satisfactionRule,
    ruleVersion: 1,
    tallies: present.slice(1, 3).map((tellerId) => ({ tellerId, ...count })),
  };
}

/** Signs in every organ of a body that has been sent something. */
export async function signOrgans(
  story: Story,
  organs: readonly (Tenant | undefined)[],
  on: PlainDateText,
): Promise<void> {
  for (const organ of organs) if (organ !== undefined) await sign(story, organ, on);
}
