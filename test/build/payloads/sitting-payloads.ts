import { daysForward } from '../../../src/domain/calendar/counting.ts';
import { appointmentsOn, memberIdsOn } from '../../../src/domain/organisation/facts.ts';
import type { Facts } from '../../../src/domain/procedure/act.ts';
import { countyTracksOf, type PlainDateText } from '../../../src/domain/procedure/case.ts';
import { quorumOf } from '../../../src/domain/session/thresholds.ts';
import { dayInSitting, type Made, type Maker, type Making, paperBallot, votedInSitting, voteIn } from './making.ts';

/** 组织法 §51, §54: the sitting's own case. */
export const sessionPayloads: Readonly<Record<string, Maker>> = {
  'send-session-notice': () => ({
    payload: { matters: [{ title: '听取和审议报告' }], note: '' },
  }),
  'open-session': (making) => {
    const { facts } = making;
    const { opens } = facts.state.session;
    return facts.on > opens ? undefined : { payload: openingOf(making, opens), on: opens };
  },
  'adopt-agenda': (making) => {
    const { facts, choices } = making;
    const { session } = facts.state;
    const on = dayInSitting(facts.on, session.opens, session.closes);
    if (on === undefined) return undefined;
    const topics = choices.chance(10) ? [] : (facts.view.topics ?? []);
    const items = [{ title: '其他事项' }, ...topics.map(({ id, name }) => ({ title: name, topicId: id }))];
    return { payload: { items, vote: voteIn(making, session, on) }, on };
  },
  'record-attendance': ({ facts, choices }) => {
    const { session } = facts.state;
    const on = dayInSitting(facts.on, session.opens, session.closes);
    if (on === undefined) return undefined;
    const there = session.presence.filter(({ day, until }) => day === on && until === null).map((one) => one.personId);
    const members = memberIdsOn(facts.organisation, facts.own.bodyId, on);
    const leftIds = choices.chance(30) ? there.slice(0, 1) : [];
    const arrivedIds = members.filter((id) => !there.includes(id));
    return {
      payload: { at: leftIds.length > 0 ? '16:00' : '09:00', arrivedIds, leftIds, excused: [], observers: [] },
      on,
    };
  },
  'close-session': ({ facts }) => {
    const { opens, closes } = facts.state.session;
    // What ended on its last day may be recorded afterwards.
    return { payload: { at: '17:30' }, on: dayInSitting(facts.on, opens, closes) ?? closes };
  },
  'move-session': ({ facts, choices }) => {
    const { session } = facts.state;
    const opens = daysForward(facts.on, 24 + choices.below(30));
    if (opens === session.opens) return undefined;
    return { payload: { opens, closes: daysForward(opens, choices.below(3)), reason: '重大活动', seenChangeSet: '' } };
  },
};

/** The whole committee, or just a quorum of it under a vice-chair; the heads of the organs and the counties' leaders. */
function openingOf({ facts, choices }: Making, on: PlainDateText) {
  const members = memberIdsOn(facts.organisation, facts.own.bodyId, on);
  const presentIds = choices.chance(50) ? members.slice(-quorumOf(members.length)) : members;
  const chairs = appointmentsOn(facts.organisation, facts.own.bodyId, on).filter(({ post }) => post.includes('chair'));
  const chair = chairs.find(({ personId }) => presentIds.includes(personId));
  const shortOfChair = chair === undefined ? chairs.slice(0, 1).map(({ personId }) => personId) : [];
  const present = [...shortOfChair, ...presentIds];
  const excused = members.filter((id) => !present.includes(id)).map((personId) => ({ personId, reason: '公务' }));
  const heads = facts.organisation.tenants
    .filter(({ bodyId, kind }) => bodyId === facts.own.bodyId && kind === 'organ')
    .map(({ id }) => ({ name: `${id}负责人`, capacity: 'organ-head', tenantId: id }));
  const counties = facts.organisation.tenants.filter(({ kind, level }) => kind === 'body' && level === 'county');
  const leaders = counties.map(({ id }) => ({ name: `${id}负责人`, capacity: 'county-leader', tenantId: id }));
  return {
    at: '09:00',
    chairId: chair?.personId ?? present[0],
    delegated: true,
    presentIds: present,
    excused,
    observers: facts.own.level === 'city' ? [...heads, ...leaders] : heads,
  };
}

/** S3: from the organs named to the results sent up. */
export const deliberationPayloads: Readonly<Record<string, Maker>> = {
  'name-responsible-organs': ({ facts, choices }) => {
    const { bodyId } = facts.own;
    const both = facts.state.deliberation.organIds.length > 1 || choices.chance(25);
    return { payload: { organIds: both ? [`${bodyId}-government`, `${bodyId}-housing`] : [`${bodyId}-government`] } };
  },
  'submit-draft-report': () => ({ payload: { title: '专项工作报告', text: '征求意见稿', attachments: [] } }),
  'submit-final-report': ({ facts }) => {
    const opinionAnswers = facts.state.research.collectedOpinions.map(({ id }) => ({
      opinionId: id,
      answer: '已采纳',
    }));
    return { payload: { title: '专项工作报告', text: '正文', attachments: [], opinionAnswers } };
  },
  'distribute-report': () => ({ payload: { form: 'both', note: '' } }),
  'hold-special-meeting': ({ facts, choices }) => {
    const counties = countyTracksOf(facts.view).filter(
      ({ session }) => session === undefined || session.closes <= facts.on,
    );
    const heard = choices.chance(20) ? choices.some(counties) : counties;
    const heardIds = heard.map(({ tenantId }) => tenantId);
    const common = { title: '停车难', tenantIds: heardIds, findingIds: [] };
    return {
      payload: {
        chairId: 'city-vice-1',
        heardIds,
        commonProblems: heardIds.length > 0 ? [common] : [],
        summary: '汇总',
      },
    };
  },
  deliberate: (making) =>
    inSitting(making, ({ facts, choices }) => {
      const [organId] = facts.state.deliberation.organIds;
      // The government may send the head of a department (监督法 §16).
      const delegated = choices.chance(30);
      const reporter = delegated ? '王样例' : '李样本';
      return { at: '09:30', organId, reporter, delegated, speeches: [] };
    }),
  'record-county-statements': ({ facts }) => {
    const { sitting, on, view } = facts;
    const said = { name: '负责人', form: 'spoken', text: '意见' };
    const statements = countyTracksOf(view).map(({ tenantId }) => ({ tenantId, ...said }));
    // What was said in the sitting may be recorded afterwards.
    const day = sitting === undefined ? undefined : (dayInSitting(on, sitting.opens, sitting.closes) ?? sitting.closes);
    return day === undefined ? undefined : { payload: { statements }, on: day };
  },
  'hold-special-inquiry': (making) =>
    inSitting(making, ({ facts }) => ({
      at: '11:00',
      plannedOn: daysForward(facts.on, -1),
      matter: '停车',
      askedIds: [`${facts.own.bodyId}-government`],
      summary: '问答',
    })),
  'assess-report': paperBallot,
  'compile-opinion': opinionOf,
  'agree-opinion': ({ facts, choices }) => {
    const version = facts.state.deliberation.opinion?.version ?? 0;
    return {
      payload: choices.chance(20) ? { outcome: 'returned', reason: '再改', version } : { outcome: 'approved', version },
    };
  },
  'adopt-opinion': (making) => {
    const voted = votedInSitting(making);
    const version = making.facts.state.deliberation.opinion?.version ?? 0;
    return voted === undefined ? undefined : { payload: { version, vote: voted.vote }, on: voted.on };
  },
  'make-resolution': (making) => {
    const voted = votedInSitting(making);
    if (voted === undefined) return undefined;
    const reportBy = daysForward(voted.on, 30 + making.choices.below(90));
    return { payload: { title: '决定', text: '决定如下', reportBy, vote: voted.vote }, on: voted.on };
  },
  'send-supervision-results': () => ({ payload: { note: '', attachments: [] } }),
};

/** What happens in the sitting of the facts, on one of its days. */
export function inSitting(making: Making, fill: (making: Making) => object): Made | undefined {
  const { sitting, on } = making.facts;
  const day = sitting === undefined ? undefined : dayInSitting(on, sitting.opens, sitting.closes);
  return day === undefined ? undefined : { payload: fill(making), on: day };
}

function opinionOf({ facts, choices }: Making): Made {
  const { deliberation, research } = facts.state;
  const findings = [...research.findings, ...Object.values(research.countyFindings).flat()].map(({ id }) => id);
  const organs = choices.chance(50) ? deliberation.organIds : deliberation.organIds.slice(0, 1);
  const demands = organs.map((organId) => ({ problem: '停车难', text: '增加车位', organId, findingIds: findings }));
  const countyResults = Object.keys(deliberation.countyResults).map((tenantId) =>
    choices.chance(20) ? { tenantId, demandNos: [], how: '另行研究' } : { tenantId, demandNos: [1], how: '' },
  );
  return { payload: { assessment: '成效明显', demands, withoutDemand: [], countyResults } };
}

/** A member of the body who may lead, for follow-up checks. */
export function leaderOf({ own }: Facts): string {
  return `${own.bodyId}-vice-1`;
}
