import { defineAct, type Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import {
  checkAllMembers,
  checkMovement,
  checkObservers,
  checkOpening,
  type Excused,
  type Movement,
  type Opening,
  onLeaveOf,
  presenceAfter,
} from './attendance.ts';
import type { AgendaItem } from './matters.ts';
import { sittingStateChange } from './move-session.ts';
import { checkVote, isPassed, namedVoteOf, type VoteRecord } from './named-vote.ts';
import { checkSittingBegun, checkSittingOpen } from './quorum.ts';
import type { Observer } from './session-state.ts';
import { withSession } from './with-session.ts';

export type SendSessionNotice = { matters: readonly AgendaItem[]; note: string };
export type OpenSession = Opening;
export type AdoptAgenda = { items: readonly AgendaItem[]; vote: VoteRecord };
export type RecordAttendance = Movement & { excused: readonly Excused[]; observers: readonly Observer[] };
export type CloseSession = { at: string };

const sendNotice = defineAct<SendSessionNotice>({
  kind: 'send-session-notice',
  case: 'session',
  title: '发出会议通知',
  clause: '组织法 §51',
  law: ['SES-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: requireToCome,
  check: ({ matters }, facts) => checkNoticeMatters(matters, facts),
  evolve: (state, { matters }, stamp) =>
    withSession(state, {
      noticeOn: stamp.on,
      agenda: matters.map((item, index) => ({ no: index + 1, ...item })),
    }),
});

/** What a notice calls a linked topic sits on this sitting, and stands there once. */
function checkNoticeMatters(matters: readonly AgendaItem[], { view }: Facts): readonly Refusal[] {
  const listed = matters.flatMap(({ topicId }) => (topicId === undefined ? [] : [topicId]));
  if (new Set(listed).size !== listed.length) {
    return [refuse('notice/topic-twice', '组织法 §51', '同一议题在会议通知中只列一次。', 'matters')];
  }
  if (listed.every((id) => view.topics?.some((topic) => topic.id === id) === true)) return [];
  const text = '通知所列议题有的没有确定由本次会议审议，请先由主任会议列入本次会议。';
  return [refuse('notice/unknown-topic', '组织法 §51', text, 'matters')];
}

function requireToCome({ state, view }: Facts): readonly Refusal[] {
  if (state.session.state === 'convened') return [];
  return [refuse('session/not-to-come', '组织法 §51', `“${view.name}”已经开会或者闭会。`)];
}

const openSession = defineAct<OpenSession>({
  kind: 'open-session',
  case: 'session',
  title: '会议开会',
  clause: '组织法 §51',
  law: ['SES-08', 'SES-09', 'SES-11', 'SES-12', 'SES-13'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  ready: requireToCome,
  check: (payload, facts) => [...checkOpeningDay(facts), ...checkOpening(payload, facts)],
  evolve: (state, { at, chairId, presentIds, excused, observers }, stamp) =>
    withSession(state, {
      state: 'open',
      chairId,
      presence: presenceAfter([], { day: stamp.on, at, arrivedIds: [...new Set(presentIds)], leftIds: [] }),
      excused: onLeaveOf(excused),
      observers,
    }),
  effects: (_payload, facts) => ({ shared: [sittingStateChange(facts, 'open', facts.state.session.closes)] }),
});

function checkOpeningDay({ state, view, on }: Facts): readonly Refusal[] {
  const { opens } = state.session;
  if (on === opens) return [];
  const text = `“${view.name}”定于${opens}召开，登记的开会日期为${on}；改期的，请先由主任会议决定“会议改期”。`;
  return [refuse('session/other-day', '组织法 §54', text, 'on')];
}

const adoptAgenda = defineAct<AdoptAgenda>({
  kind: 'adopt-agenda',
  case: 'session',
  title: '通过会议议程',
  clause: '组织法 §54',
  law: ['组织法 §51', 'SES-07', 'VOT-01', 'VOT-02'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  // A later change is proposed and adopted as the agenda was (SES-07).
  repeatable: true,
  ready: (facts) => checkSittingBegun(inOwnSitting(facts), '组织法 §54'),
  check: (payload, facts) => [
    ...checkAgendaItems(payload, facts),
    ...checkVote(payload.vote, inOwnSitting(facts), '组织法 §54'),
  ],
  satisfies: (payload) => isPassed(payload.vote),
  evolve: (state, { items, vote }, stamp) => {
    const votes = [...state.session.votes, namedVoteOf(vote, '会议议程', stamp.on)];
    if (!isPassed(vote)) return withSession(state, { votes });
    const agenda = items.map((item, index) => ({ no: index + 1, ...item }));
    return withSession(state, { votes, agenda, agendaAdopted: true });
  },
});

/** Every topic that was placed on this sitting stands on its agenda, once, and no other does. */
function checkAgendaItems({ items }: AdoptAgenda, { view }: Facts): readonly Refusal[] {
  const listed = items.flatMap(({ topicId }) => (topicId === undefined ? [] : [topicId]));
  if (items.length === 0) return [refuse('agenda/empty', '组织法 §54', '议程没有内容，请逐项填写。', 'items')];
  if (new Set(listed).size !== listed.length) {
    return [refuse('agenda/topic-twice', '组织法 §54', '同一议题在议程中只列一次。', 'items')];
  }
  const placed = view.topics ?? [];
  if (listed.some((id) => !placed.some((topic) => topic.id === id))) {
    const text = '议程所列议题有的没有确定由本次会议审议，请先由主任会议列入本次会议。';
    return [refuse('agenda/unknown-topic', '组织法 §54', text, 'items')];
  }
  const missing = placed.filter((topic) => !listed.includes(topic.id));
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => `“${name}”`).join('、');
  const text = `主任会议确定由本次会议审议的${names}没有列入议程，请补列，或者写明理由。`;
  return [departsFrom('agenda/topic-missing', '组织法 §54', text, 'items')];
}

const recordAttendance = defineAct<RecordAttendance>({
  kind: 'record-attendance',
  case: 'session',
  title: '登记到会、离会',
  clause: '组织法 §51',
  law: ['SES-08', 'SES-12'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  ready: requireOpen,
  check: (payload, facts) => [
    ...checkSittingOpen(inOwnSitting(facts), '组织法 §51'),
    ...checkAllMembers(
      [...payload.arrivedIds, ...payload.excused.map(({ personId }) => personId)],
      facts,
      'arrivedIds',
    ),
    ...checkObservers(payload.observers, facts),
    ...checkMovement(payload, facts),
  ],
  evolve: (state, { at, arrivedIds, leftIds, excused, observers }, stamp) =>
    withSession(state, {
      presence: presenceAfter(state.session.presence, { day: stamp.on, at, arrivedIds, leftIds }),
      excused: [...state.session.excused, ...onLeaveOf(excused)],
      observers: [...state.session.observers, ...observers],
    }),
});

function requireOpen({ state, view }: Facts): readonly Refusal[] {
  if (state.session.state === 'open') return [];
  const text =
    state.session.state === 'closed' ? `“${view.name}”已经闭会。` : `“${view.name}”尚未开会，请先办理会议开会。`;
  return [refuse('session/not-open', '组织法 §51', text)];
}

const closeSession = defineAct<CloseSession>({
  kind: 'close-session',
  case: 'session',
  title: '会议闭会',
  clause: '组织法 §51',
  level: 'both',
  tenant: 'body',
  by: 'session',
  ready: requireOpen,
  check: (payload, facts) => [...checkClosingDay(facts), ...checkClosingTime(payload, facts)],
  evolve: (state, { at }, stamp) => {
    const { presence } = state.session;
    const there = presence.filter(({ until }) => until === null).map(({ personId }) => personId);
    const closed = presenceAfter(presence, { day: stamp.on, at, arrivedIds: [], leftIds: there });
    return withSession(state, { state: 'closed', closes: stamp.on, presence: closed });
  },
  effects: (_payload, facts) => ({ shared: [sittingStateChange(facts, 'closed', facts.on)] }),
});

/** A sitting may end before its last day; then it ended that day, and what counts from its end counts from there. */
function checkClosingDay({ state, view, on }: Facts): readonly Refusal[] {
  const { opens, closes } = state.session;
  if (on >= opens && on <= closes) return [];
  const text = `“${view.name}”会期为${opens}至${closes}，登记的闭会日期为${on}，请更正办理日期。`;
  return [refuse('session/other-day', '组织法 §54', text, 'on')];
}

function checkClosingTime({ at }: CloseSession, { state, on }: Facts): readonly Refusal[] {
  const times = state.session.presence.flatMap(({ day, from, until }) => (day === on ? [from, until ?? ''] : []));
  const last = times.toSorted().at(-1) ?? '';
  if (last <= at) return [];
  return [refuse('session/closes-early', '组织法 §51', `闭会时间${at}早于已登记的到会、离会时间${last}。`, 'at')];
}

/** The facts of a session's own case, seen as acts in a sitting see it. */
function inOwnSitting(facts: Facts): Facts {
  const { opens, closes } = facts.state.session;
  return {
    ...facts,
    sitting: { caseId: facts.view.id, name: facts.view.name, opens, closes, state: facts.state.session },
  };
}

/** The sitting itself: notice, opening, agenda, coming and going, closing. */
export const sittingActs = [sendNotice, openSession, adoptAgenda, recordAttendance, closeSession];
