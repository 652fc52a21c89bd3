import { daysForward } from '../../../src/domain/calendar/counting.ts';
import type { Facts } from '../../../src/domain/procedure/act.ts';
import { cityTrackOf, type PlainDateText, trackOf } from '../../../src/domain/procedure/case.ts';
import type { SessionItem } from '../../../src/domain/session/convene-session.ts';
import {
  type ClosedConsultation,
  type ConsultationItem,
  conferringBodiesOf,
  type Opinion,
} from '../../../src/domain/topic/consultation.ts';
import { topicDomains } from '../../../src/domain/topic/topic.ts';
import type { Maker, Making } from './making.ts';

const suggestion = {
  title: '停车设施建设',
  sources: ['deputies'],
  domain: 'livelihood',
  necessity: '反映集中',
  feasibility: '可行',
};

/** S1: the year of topics, and when the standing committee meets. */
export const yearPayloads: Readonly<Record<string, Maker>> = {
  'open-solicitation': ({ facts }) => {
    const last = `${facts.view.year - 1}-12-31`;
    return {
      payload: {
        deadline: facts.on > last ? facts.on : last,
        invited: ['organs', 'deputies', 'public'],
        notice: '公告',
        publishedOn: facts.on,
        channels: '门户网站',
      },
    };
  },
  'register-suggestion': () => ({ payload: { ...suggestion, author: { kind: 'citizen', name: '李样本' } } }),
  'suggest-topic': () => ({ payload: suggestion }),
  'send-suggestion': () => ({ payload: suggestion }),
  'propose-preliminary-list': ({ facts, choices }) => {
    const { suggestions } = facts.state.year;
    if (suggestions.length === 0) return undefined;
    const suggestionIds = choices.some(suggestions).map(({ id }) => id);
    return { payload: { topics: [{ title: '停车', domain: 'livelihood', suggestionIds, reason: '集中' }] } };
  },
  'record-consultation': ({ facts }) => ({
    payload: {
      ...conferredBy(facts, { key: 'item-1', title: '停车', domain: 'livelihood', detail: '集中' }),
      results: [{ key: 'item-1', result: 'include', note: '' }],
    },
  }),
  'draft-joint-plan': ({ facts, choices }) => {
    const cityId = cityTrackOf(facts.view)?.tenantId;
    const leadUnitId = facts.organisation.units.find(
      (unit) => unit.tenantId === cityId && unit.kind === 'committee',
    )?.id;
    const topics = Array.from({ length: 1 + (choices.chance(15) ? 1 : 0) }, (_none, index) => ({
      key: `${index + 1}`,
      name: `议题${index + 1}`,
      domain: topicDomains[index],
      leadUnitId,
      deliberationDate: `${facts.view.year}-10-26`,
    }));
    return { payload: { topics, note: '' } };
  },
  'decide-joint-plan': ({ choices }) => ({
    payload: choices.chance(15) ? { outcome: 'returned', reason: '再研究' } : { outcome: 'approved' },
  }),
  'settle-topics': ({ facts }) => ({
    payload: { keys: (facts.state.year.jointPlan?.topics ?? []).map(({ key }) => key) },
  }),
  'adopt-annual-plan': ({ facts, choices }) => ({
    payload: {
      outcome: choices.chance(10) ? 'returned' : 'approved',
      title: '年度监督工作计划',
      topicIds: (facts.view.topics ?? []).map(({ id }) => id),
    },
  }),
  'publish-annual-plan': ({ facts }) => ({
    payload: { date: facts.on, address: '门户网站', secrecyReviewer: '张示例' },
  }),
  'convene-session': (making) => {
    const { facts, choices } = making;
    const opens = openingDay(making);
    const closes = daysForward(opens, choices.below(3));
    const number = `第${facts.state.year.sessions.length + 1}次会议`;
    return { payload: { number, opens, closes, items: itemsOf(making) } };
  },
};

/** All bodies agree to the one item that they confer on. */
export function conferredBy({ view, on }: Facts, item: ConsultationItem): ClosedConsultation {
  const opinions = conferringBodiesOf(view).map(
    ({ tenantId }): Opinion => ({ tenantId, key: item.key, stance: 'agrees', comment: '', enteredBy: 'own' }),
  );
  return { date: on, items: [item], opinions, excusedIds: [], conclusion: '一致同意' };
}

/** The plan's day for the city, two weeks before it for a county, while that leaves time; else in some weeks. */
function openingDay({ facts, choices }: Making): PlainDateText {
  const planned = `${facts.view.year}-10-26`;
  const city = (facts.topics ?? []).map((topic) => cityTrackOf(topic)?.session?.opens).find((day) => day !== undefined);
  const wanted = facts.own.level === 'city' ? planned : daysForward(city ?? planned, -14);
  if (choices.chance(40)) return daysForward(facts.on, 1 + choices.below(60));
  return wanted > daysForward(facts.on, 21) ? wanted : daysForward(facts.on, 24);
}

/** Topics that have to come before the session: not yet deliberated, or their handling not yet assessed. */
function itemsOf({ facts, choices }: Making): SessionItem[] {
  return (facts.topics ?? []).flatMap((topic): SessionItem[] => {
    const own = trackOf(topic, facts.own.tenantId);
    if (own === undefined || topic.state === 'withdrawn' || own.closedOn !== undefined) return [];
    if (own.done['adopt-opinion'] === undefined) {
      const lies = own.session !== undefined && own.session.state === 'convened' && !choices.chance(30);
      return lies ? [] : [{ topicId: topic.id, purpose: 'deliberation' }];
    }
    const scheduled = own.done[`schedule-handling-assessment@${own.round}`] !== undefined;
    const isJudged = own.done[`give-verdicts@${own.round}`] !== undefined && choices.chance(50);
    return scheduled || isJudged ? [{ topicId: topic.id, purpose: 'handling' }] : [];
  });
}
