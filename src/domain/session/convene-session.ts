import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import { type CaseView, doneOf, type PlainDateText, trackOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { sessionRoomOf } from './county-session.ts';
import { gapExceeded, nextSessionLatest } from './statutory-dates.ts';

/** `unplanned`: the topic was put on this sitting out of turn (临时确定). */
export type SessionItem = { topicId: string; purpose: 'deliberation' | 'handling'; unplanned?: boolean };
export type ConveneSession = {
  number: string;
  opens: PlainDateText;
  closes: PlainDateText;
  /** 临时召集: called out of turn (组织法 §51). */
  extraordinary?: boolean;
  items: readonly SessionItem[];
};

/** S3.1, S3.5, 组织法 §54: the council fixes when the standing committee meets and which linked topics are on it. */
export const conveneSession = defineAct<ConveneSession>({
  kind: 'convene-session',
  case: 'year',
  title: '确定常委会会议会期',
  clause: 'S3.5',
  law: ['S3.1', '组织法 §51', '组织法 §54', 'SES-01', 'SES-03', 'REP-04'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  repeatable: true,
  asksYear: true,
  check: (payload, facts) => [
    ...checkDays(payload, facts),
    ...checkName(payload, facts),
    ...checkGap(payload, facts),
    ...checkItems(payload, facts),
  ],
  evolve: (state, { number, opens, closes }) => ({
    ...state,
    year: { ...state.year, sessions: [...state.year.sessions, { name: number, opens, closes }] },
  }),
  effects: ({ number, opens, closes, extraordinary, items }, _facts, newId) => {
    const sessionId = newId();
    const called = extraordinary === true ? { extraordinary } : {};
    const session = { sessionId, opens, closes, state: 'convened' as const, ...called };
    const placed = items.flatMap(({ topicId, purpose, unplanned }): SharedChange[] =>
      purpose === 'deliberation'
        ? [
            {
              kind: 'set-session',
              caseId: topicId,
              field: 'session',
              session: unplanned === true ? { ...session, unplanned } : session,
            },
            { kind: 'mark', caseId: topicId, stepId: 'convene-session' },
          ]
        : [
            { kind: 'set-session', caseId: topicId, field: 'handlingSession', session },
            // The council has decided it with this very decision (HAN-10); a second one is not asked.
            { kind: 'mark', caseId: topicId, stepId: 'schedule-handling-assessment', perRound: true },
          ],
    );
    return { shared: [{ kind: 'create-session', sessionId, number, opens, closes, ...called }, ...placed] };
  },
});

function checkDays({ opens, closes }: ConveneSession, { on }: Facts): readonly Refusal[] {
  const refusals = checkOrderOfDays(opens, closes);
  if (opens >= on) return refusals;
  const text = `会议召开日期${opens}早于主任会议决定之日${on}，会期须在会议召开前确定。`;
  return [...refusals, refuse('session/in-past', '组织法 §54', text, 'opens')];
}

/** A sitting ends on the day it opens or later. */
export function checkOrderOfDays(opens: PlainDateText, closes: PlainDateText): readonly Refusal[] {
  if (closes >= opens) return [];
  return [refuse('session/closes-before', '组织法 §54', `闭会日期${closes}早于召开日期${opens}，请更正。`, 'closes')];
}

function checkName({ number }: ConveneSession, { state }: Facts): readonly Refusal[] {
  if (!state.year.sessions.some((session) => session.name === number)) return [];
  const text = `“${number}”的会期已经确定；需要改期的，请在该会议中办理“会议改期”。`;
  return [refuse('session/same-name', '组织法 §54', text, 'number')];
}

/**
 * SES-01: at least one sitting in two months, also from one year to the next. A gap that has passed cannot be undone, so it asks for the
 * reason. Where only the own record of the year is at hand, that is judged.
 */
function checkGap(
  { opens, number }: ConveneSession,
  { state, sessions = state.year.sessions }: Facts,
): readonly Refusal[] {
  const previous = latestOf(sessions.filter((session) => session.closes < opens));
  if (previous === undefined || !gapExceeded(previous.closes, opens)) return [];
  const latest = nextSessionLatest(previous.closes);
  const text = `常委会会议每两个月至少举行一次：${previous.name}于${previous.closes}闭会，下次会议应在${latest}前召开，${number}定于${opens}。请写明理由。`;
  return [departsFrom('session/gap', '组织法 §51', text, 'opens')];
}

function latestOf<Session extends { closes: PlainDateText }>(sessions: readonly Session[]): Session | undefined {
  return sessions.toSorted((left, right) => left.closes.localeCompare(right.closes)).at(-1);
}

function checkItems(payload: ConveneSession, facts: Facts): readonly Refusal[] {
  const ids = payload.items.map((item) => item.topicId);
  if (new Set(ids).size !== ids.length) {
    return [refuse('session/topic-twice', '组织法 §54', '同一议题在本次会议中只列一次。', 'items')];
  }
  const { topics } = facts;
  if (topics === undefined) return [];
  return payload.items.flatMap((item) => {
    const topic = topics.find((candidate) => candidate.id === item.topicId);
    if (topic === undefined || topic.state === 'withdrawn') {
      const text = `所选议题${topic === undefined ? '' : `“${topic.name}”`}不在${facts.view.year}年度的联动监督议题之中，请核对。`;
      return [refuse('session/unknown-topic', '组织法 §54', text, 'items')];
    }
    return item.purpose === 'deliberation'
      ? checkDeliberationItem(payload, topic, facts)
      : checkHandlingItem(topic, facts);
  });
}

/** What a sitting left undecided – not heard, or the vote on the opinion lost – goes on a later one: it cannot stay open for ever. */
function checkDeliberationItem(payload: ConveneSession, topic: CaseView, facts: Facts): readonly Refusal[] {
  const own = trackOf(topic, facts.own.tenantId);
  const placed = own?.session;
  const decided = own !== undefined && doneOf('adopt-opinion', own) !== undefined;
  if (placed !== undefined && (decided || placed.state === 'open')) {
    const text = `“${topic.name}”已列入${placed.opens}召开的常委会会议审议，不能改列。`;
    return [refuse('session/topic-deliberated', 'S3.5', text, 'items')];
  }
  const again = placed === undefined ? [] : [alreadyPlaced(topic, placed.opens)];
  return [...again, ...checkSevenDays(payload, topic, facts)];
}

function alreadyPlaced(topic: CaseView, opens: PlainDateText): Refusal {
  const text = `“${topic.name}”原定${opens}召开的常委会会议审议，确需改列本次会议的，请写明理由。`;
  return departsFrom('session/topic-moved', 'S1.7', text, 'items');
}

/** S3.1, SES-03: a county meets seven days ahead of the city, in principle; of the day planned while the city has not convened. */
function checkSevenDays(payload: ConveneSession, topic: CaseView, { own, settings }: Facts): readonly Refusal[] {
  if (own.level === 'city') return [];
  const room = sessionRoomOf(topic, payload, settings);
  if (room?.standing !== 'late') return [];
  const { city, latest, judged } = room;
  const ended = room.means === 'ended';
  const cityText = city.isPlanned
    ? `市人大常委会计划${city.opens}审议“${topic.name}”（会期尚未确定）`
    : `市人大常委会会议${city.opens}召开审议“${topic.name}”`;
  const text = `${cityText}，本级会议原则上应在${latest}前${ended ? '闭会' : '召开'}，现定于${judged}。请写明理由。`;
  return [departsFrom('session/within-seven-days', 'S3.1', text, ended ? 'closes' : 'opens')];
}

function checkHandlingItem(topic: CaseView, { own }: Facts): readonly Refusal[] {
  if (trackOf(topic, own.tenantId)?.session?.state === 'closed') return [];
  const text = `“${topic.name}”尚未经常委会会议审议闭会，不能列入测评办理落实情况的议程。`;
  return [refuse('session/not-deliberated', 'S4.4', text, 'items')];
}
