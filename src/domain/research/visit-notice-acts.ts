import { personNameOf } from '../organisation/facts.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { countyTracksOf, type PlainDateText, type Track, trackOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { teamCapacityNames, teamIdsOf } from './team-acts.ts';
import { noticeOf, planDue, type ToldPlan, type VisitNotice, visitsAhead } from './visit-notice.ts';
import { withResearch } from './with-research.ts';

export type PlannedVisit = { tenantId: string; day: PlainDateText; leaderId: string; places: string };
export type SendVisitNotice = { visits: readonly PlannedVisit[]; memberIds: readonly string[]; prepare: string };

/**
 * S2.4: each county is told of its own visit and of nobody else's. What is sent is all that lies ahead: who is no longer in it learns that
 * the visit is called off, and whose visit stays as it was learns nothing.
 */
const sendVisitNotice = defineAct<SendVisitNotice>({
  kind: 'send-visit-notice',
  case: 'topic',
  title: '告知联合调研安排',
  clause: 'S2.4',
  law: ['S2.3', 'S2.5'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: checkTime,
  check: (payload, facts) => {
    const wrong = [...checkVisits(payload, facts), ...checkPeople(payload, facts)];
    if (wrong.length > 0 || visitNotices(payload, facts).length > 0) return wrong;
    const text = '各县（市、区）已经知道的安排没有变动，不必再告知。';
    return [refuse('visit-notice/nothing-new', 'S2.4', text, 'visits')];
  },
  evolve: (state, payload, stamp) => {
    const { visitsTold } = state.research;
    const due = plansDue(payload, visitsTold, stamp.on);
    return withResearch(state, { visitsTold: { ...visitsTold, ...Object.fromEntries(due) } });
  },
  effects: (payload, facts) => ({
    packages: visitNotices(payload, facts).map(({ track, notice }) => ({
      kind: 'visit-notice',
      title: `“${facts.view.name}”联合调研安排${notice.version === 1 ? '' : `（第${notice.version}次告知）`}`,
      addresseeIds: [track.tenantId],
      content: notice,
    })),
  }),
});

/** S2.2, S2.3: there is an approved plan to carry out and a team that travels. */
function checkTime({ own, state }: Facts): readonly Refusal[] {
  const { planApproved, team } = state.research;
  if (own.done['conclude-joint-research'] !== undefined) {
    return [refuse('research/concluded', 'S2.4', '联合调研已经完成，不再告知调研安排。')];
  }
  return [
    ...(planApproved ? [] : [refuse('visit-notice/plan-not-approved', 'S2.2', '实施方案尚未经主任会议审定。')]),
    ...(team === null ? [refuse('visit-notice/no-team', 'S2.3', '联合调研组尚未成立，请先成立联合调研组。')] : []),
  ];
}

function checkVisits({ visits }: SendVisitNotice, { view, on }: Facts): readonly Refusal[] {
  const counties = new Set(countyTracksOf(view).map(({ tenantId }) => tenantId));
  const keys = visits.map(({ tenantId, day }) => `${tenantId}/${day}`);
  return visits.flatMap(({ tenantId, day }, index) => {
    const name = trackOf(view, tenantId)?.shortName ?? tenantId;
    return [
      ...(counties.has(tenantId)
        ? []
        : [refuse('visit-notice/not-county', 'S2.4', `${name}不是承担本议题的县（市、区）。`, 'visits')]),
      ...(day >= on
        ? []
        : [refuse('visit-notice/past', 'S2.4', `到${name}的日期${day}已过，已经开展的请登记调研活动。`, 'visits')]),
      ...(keys.indexOf(`${tenantId}/${day}`) === index
        ? []
        : [refuse('visit-notice/twice', 'S2.4', `${day}到${name}的调研重复列入。`, 'visits')]),
    ];
  });
}

function checkPeople({ visits, memberIds }: SendVisitNotice, { state, organisation }: Facts): readonly Refusal[] {
  const team = new Set(teamIdsOf(state.research.team));
  const ids = [...visits.map(({ leaderId }) => leaderId), ...memberIds];
  const strangers = [...new Set(ids.filter((id) => !team.has(id)))];
  if (strangers.length === 0) return [];
  const names = strangers.map((id) => personNameOf(organisation, id)).join('、');
  const text = `${names}不是联合调研组成员，请核对，或者先调整联合调研组。`;
  return [refuse('visit-notice/not-in-team', 'S2.3', text, 'memberIds')];
}

/** By county: what it has to be told now. */
function plansDue(
  { visits, memberIds, prepare }: SendVisitNotice,
  told: Readonly<Record<string, ToldPlan>>,
  on: PlainDateText,
): readonly (readonly [county: string, plan: ToldPlan])[] {
  const counties = new Set([...Object.keys(told), ...visits.map(({ tenantId }) => tenantId)]);
  return [...counties].flatMap((county) => {
    const own = visits
      .filter(({ tenantId }) => tenantId === county)
      .map(({ day, leaderId, places }) => ({ day, leaderId, places: places.trim() }))
      .toSorted((one, other) => one.day.localeCompare(other.day));
    const leaders = new Set(own.map(({ leaderId }) => leaderId));
    const others = own.length === 0 ? [] : memberIds.filter((id) => !leaders.has(id));
    const due = planDue(told[county], { visits: own, memberIds: others, prepare }, on);
    return due === undefined ? [] : [[county, due] as const];
  });
}

/** The visits ahead as they were told, row by row: what a new sheet begins with. */
export function visitsStanding(
  told: Readonly<Record<string, ToldPlan>>,
  today: PlainDateText,
): readonly PlannedVisit[] {
  return Object.entries(told)
    .flatMap(([tenantId, { visits }]) => visitsAhead(visits, today).map((visit) => ({ tenantId, ...visit })))
    .toSorted((one, other) => one.day.localeCompare(other.day));
}

/** Who was told to come with the newest notice; the whole team before there is one. */
export function membersStanding(
  told: Readonly<Record<string, ToldPlan>>,
  team: Parameters<typeof teamIdsOf>[0],
): readonly string[] {
  const plans = Object.values(told).filter(({ visits }) => visits.length > 0);
  return plans.length === 0 ? teamIdsOf(team) : [...new Set(plans.flatMap(({ memberIds }) => memberIds))];
}

/** Which counties are told what by the sheet as it stands; the others know already. */
export function visitNotices(payload: SendVisitNotice, facts: Facts): readonly { track: Track; notice: VisitNotice }[] {
  const { visitsTold } = facts.state.research;
  const due = new Map(plansDue(payload, visitsTold, facts.on));
  return countyTracksOf(facts.view).flatMap((track) => {
    const now = due.get(track.tenantId);
    if (now === undefined) return [];
    const notice = noticeOf(visitsTold[track.tenantId], now, facts.on, (id) => memberInWords(id, facts));
    return [{ track, notice }];
  });
}

/** “张示例（市人大代表）”: as what somebody comes. */
function memberInWords(personId: string, { state, organisation }: Facts): string {
  const { team } = state.research;
  const name = personNameOf(organisation, personId);
  if (team?.leaderId === personId) return `${name}（组长）`;
  const member = team?.members.find((one) => one.personId === personId);
  return member === undefined ? name : `${name}（${teamCapacityNames[member.capacity]}）`;
}

/** Notices may be signed for in any order: an older one replaces nothing. */
const receiveVisitNotice = receiveAct('visit-notice', 'topic', 'body', (state, { content }) =>
  content.version > (state.research.visitNotice?.version ?? 0) ? withResearch(state, { visitNotice: content }) : state,
);

/** S2.4: what the counties are told of the visits that are planned. */
export const visitNoticeActs = [sendVisitNotice, receiveVisitNotice];
