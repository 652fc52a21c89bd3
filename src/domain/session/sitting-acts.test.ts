import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildMeeting, buildTopic, changedTrack, type FactsOverrides } from '../../../test/build/facts.ts';
import { buildSitting, buildVote, cityObservers, membersOf } from '../../../test/build/sitting.ts';
import { given } from '../../../test/given.ts';
import { sessionActs as acts } from './session-acts.ts';
import type { SessionState } from './session-state.ts';
import type { OpenSession, SendSessionNotice } from './sitting-acts.ts';

const members = membersOf('city');
const view = changedTrack(
  buildTopic({
    kind: 'session',
    id: 'session-of-city',
    name: '第二十次会议',
    topics: [{ id: 'topic-1', name: '示例议题' }],
  }),
  'city',
  { session: buildSession('2026-10-26', '2026-10-27', 'session-of-city') },
);
const convened: SessionState = {
  ...buildSitting().state,
  state: 'convened',
  agenda: [],
  agendaAdopted: false,
  presence: [],
};
const facts = (session: Partial<SessionState> = {}, overrides: FactsOverrides = {}) =>
  buildFacts({
    view,
    on: '2026-10-26',
    done: ['send-session-notice'],
    state: { session: { ...convened, ...session } },
    ...overrides,
  });

describe('SES-02 会议通知', () => {
  const notify = (on: string, session: Partial<SessionState> = {}, change: Partial<SendSessionNotice> = {}) =>
    given(facts(session, { on, done: [] })).when(acts, 'send-session-notice', {
      matters: [{ title: '听取报告', topicId: 'topic-1' }, { title: '人事任免' }],
      note: '',
      ...change,
    });

  test('seven days before, with the main matters as the draft agenda', () => {
    notify('2026-10-19').isAllowed();
    expect(notify('2026-10-19').state().session).toMatchObject({
      noticeOn: '2026-10-19',
      agenda: [
        { no: 1, title: '听取报告', topicId: 'topic-1' },
        { no: 2, title: '人事任免' },
      ],
      agendaAdopted: false,
    });
  });

  test('later asks for the reason; after the opening there is nothing to announce', () => {
    notify('2026-10-20').departs('order/late', '发出会议通知');
    notify('2026-10-26', { state: 'open' }).isRefused('session/not-to-come');
  });

  test('a linked topic that it names sits on this sitting, and stands there once', () => {
    const other = [{ title: '听取报告', topicId: 'topic-9' }];
    notify('2026-10-19', {}, { matters: other }).isRefused('notice/unknown-topic');
    const twice = [
      { title: '听取报告', topicId: 'topic-1' },
      { title: '再次听取', topicId: 'topic-1' },
    ];
    notify('2026-10-19', {}, { matters: twice }).isRefused('notice/topic-twice');
  });
});

describe('SES-08 会议开会', () => {
  const opening: OpenSession = {
    at: '09:00',
    chairId: 'city-chair',
    delegated: false,
    presentIds: members,
    excused: [],
    observers: cityObservers,
  };
  const open = (change: Partial<OpenSession> = {}, overrides: FactsOverrides = {}) =>
    given(facts({}, overrides)).when(acts, 'open-session', { ...opening, ...change });
  const present = (count: number) => ({
    presentIds: members.slice(0, count),
    excused: members.slice(count).map((personId) => ({ personId, reason: '因公出差' })),
  });

  test('a quorate sitting opens, and every topic on it knows', () => {
    open().isAllowed();
    expect(open().state().session).toMatchObject({ state: 'open', chairId: 'city-chair', observers: cityObservers });
    expect(open().state().session.presence).toContainEqual({
      personId: 'city-member-1',
      day: '2026-10-26',
      from: '09:00',
      until: null,
    });
    expect(open().effects().shared).toMatchObject([
      { kind: 'move-session', session: { opens: '2026-10-26', closes: '2026-10-27', state: 'open' } },
    ]);
  });

  test('six of eleven are a quorum, five are not', () => {
    open(present(6)).isAllowed();
    open(present(5)).isRefused('session/no-quorum', '出席5人', '过半数6人');
  });

  test('observers make no quorum: who is no member is refused among those present (SES-11)', () => {
    open({ presentIds: [...members, 'county-1-chair'] }).isRefused('session/not-member', '列席');
    open({ observers: [...cityObservers, { name: '示例市member-1', capacity: 'other' }] }).isRefused(
      'session/member-as-observer',
    );
  });

  test('the chair presides, or a vice-chair on delegation (SES-13)', () => {
    open({ chairId: 'city-vice-1', delegated: true }).isAllowed();
    open({ chairId: 'city-vice-1' }).isRefused('session/not-delegated');
    open({ chairId: 'city-member-1', delegated: true }).isRefused('session/chair', '示例市member-1');
    open({ ...present(6), chairId: 'city-member-6' }).isRefused('session/chair-absent');
  });

  test('absence has a written leave, or a reason is recorded (SES-12)', () => {
    open({ presentIds: members.slice(0, 10) }).departs('session/absent-without-leave', '示例市member-7');
    open({ excused: [{ personId: 'city-member-1', reason: '病假' }] }).isRefused('session/present-and-excused');
    const absent = members.slice(9).map((personId) => ({ personId, reason: '' }));
    open({ presentIds: members.slice(0, 9), excused: absent }).departs('session/absent-without-leave');
  });

  test('heads of the organs attend or are excused (SES-09)', () => {
    open({ observers: [] }).isRefused('session/organ-head-missing', '示例市人民政府');
    open({
      observers: [{ name: '负责人', capacity: 'organ-head', tenantId: 'city-government', leave: '因公出差' }],
    }).isAllowed();
  });

  test('is refused on another day than the council fixed, and a second time', () => {
    open({}, { on: '2026-10-27' }).isRefused('session/other-day', '会议改期');
    given(facts({ state: 'open' }))
      .when(acts, 'open-session', opening)
      .isRefused('session/not-to-come');
  });

  test('without a notice it asks for the reason', () => {
    open({}, { done: [] }).departs('order/step-missing', '发出会议通知');
  });
});

describe('SES-07 通过会议议程', () => {
  const items = [{ title: '听取和审议报告', topicId: 'topic-1' }];
  const opened: Partial<SessionState> = { state: 'open', presence: buildSitting().state.presence };
  const adopt = (payload: object = {}, session = opened) =>
    given(facts(session, { done: ['send-session-notice', 'open-session'] })).when(acts, 'adopt-agenda', {
      items,
      vote: buildVote(),
      ...payload,
    });

  test('the session adopts it by a vote that is kept', () => {
    adopt().isAllowed();
    expect(adopt().satisfies()).toBe(true);
    expect(adopt().state().session).toMatchObject({
      agendaAdopted: true,
      agenda: [{ no: 1, ...items[0] }],
      votes: [{ matter: '会议议程', passed: true, present: 11 }],
    });
  });

  test('a lost vote adopts nothing and stands on record', () => {
    const vote = buildVote('city', { no: members.slice(0, 6) });
    expect(adopt({ vote }).satisfies()).toBe(false);
    expect(adopt({ vote }).state().session).toMatchObject({ agendaAdopted: false, votes: [{ passed: false }] });
  });

  test('holds every topic placed on the sitting, once, and no other', () => {
    adopt({ items: [] }).isRefused('agenda/empty');
    adopt({ items: [...items, ...items] }).isRefused('agenda/topic-twice');
    adopt({ items: [{ title: '其他', topicId: 'topic-2' }] }).isRefused('agenda/unknown-topic');
    adopt({ items: [{ title: '人事任免' }] }).departs('agenda/topic-missing', '示例议题');
  });

  test('is refused before the opening and for a vote that is not right', () => {
    adopt({}, {}).isRefused('sitting/not-open');
    adopt({ vote: buildVote('city', { yes: members.slice(1) }) }).isRefused('vote/missing');
  });
});

describe('登记到会、离会', () => {
  const opened: Partial<SessionState> = { state: 'open', presence: buildSitting().state.presence };
  const record = (payload: object, session = opened, on = '2026-10-26') =>
    given(facts(session, { on })).when(acts, 'record-attendance', {
      at: '10:30',
      arrivedIds: [],
      leftIds: [],
      excused: [],
      observers: [],
      ...payload,
    });

  test('who leaves is absent from that minute, and may come back', () => {
    const left = record({ leftIds: ['city-member-1'] });
    left.isAllowed();
    const { session } = left.state();
    expect(session.presence).toContainEqual({
      personId: 'city-member-1',
      day: '2026-10-26',
      from: '09:00',
      until: '10:30',
    });
    record({ at: '11:00', arrivedIds: ['city-member-1'] }, session).isAllowed();
    record({ at: '10:00', arrivedIds: ['city-member-1'] }, session).isRefused('attendance/backwards');
  });

  test('nobody arrives twice or leaves without having come', () => {
    record({ arrivedIds: ['city-member-1'] }).isRefused('attendance/already-there');
    record({ leftIds: ['city-member-1'] }, { state: 'open', presence: [] }).isRefused('attendance/not-there');
    record({ at: '08:30', leftIds: ['city-member-1'] }).isRefused('attendance/backwards');
  });

  test('only members, only while the sitting is on', () => {
    record({ arrivedIds: ['county-1-chair'] }).isRefused('session/not-member');
    record({}, {}).isRefused('session/not-open');
    record({}, { ...opened, state: 'closed' }).isRefused('session/not-open', '闭会');
    record({}, opened, '2026-10-28').isRefused('sitting/outside');
  });
});

describe('会议闭会', () => {
  const opened: Partial<SessionState> = { state: 'open', presence: buildSitting().state.presence };
  const close = (at = '17:00', on = '2026-10-27', session = opened) =>
    given(facts(session, { on, done: ['send-session-notice', 'open-session', 'adopt-agenda'] })).when(
      acts,
      'close-session',
      { at },
    );

  test('ends everybody’s presence, and every topic on it knows', () => {
    close().isAllowed();
    expect(close().state().session).toMatchObject({ state: 'closed', closes: '2026-10-27' });
    expect(
      close()
        .state()
        .session.presence.filter(({ day }) => day === '2026-10-27')
        .every(({ until }) => until === '17:00'),
    ).toBe(true);
    expect(close().effects().shared).toMatchObject([{ session: { state: 'closed', closes: '2026-10-27' } }]);
  });

  test('earlier than fixed is the day it ended', () => {
    expect(close('17:00', '2026-10-26').state().session.closes).toBe('2026-10-26');
    expect(close('17:00', '2026-10-26').effects().shared).toMatchObject([{ session: { closes: '2026-10-26' } }]);
  });

  test('without an adopted agenda asks for the reason, and is not refused: a sitting cannot stay open for ever', () => {
    const opening = ['send-session-notice', 'open-session'];
    const bare = facts({ ...opened, agendaAdopted: false }, { on: '2026-10-27', done: opening });
    given(bare).when(acts, 'close-session', { at: '17:00' }).departs('order/step-missing', '通过会议议程');
  });

  test('is refused outside its days, before somebody left, and before it opened', () => {
    close('17:00', '2026-10-28').isRefused('session/other-day');
    close('08:00').isRefused('session/closes-early', '09:00');
    close('17:00', '2026-10-27', {}).isRefused('session/not-open');
  });
});

describe('组织法 §54 会议改期', () => {
  const payload = { opens: '2026-11-02', closes: '2026-11-03', reason: '全市重大活动', seenChangeSet: 'digest' };
  const move = (change: Partial<typeof payload> = {}, session: Partial<SessionState> = {}, digest?: string) => {
    const base = facts(session, { on: '2026-10-10' });
    const seen = digest === undefined ? base : { ...base, changeSetDigest: digest };
    return given(seen).when(acts, 'move-session', { ...payload, ...change }, buildMeeting('city', '2026-10-10'));
  };

  test('the council moves it; the old days stay with their reason', () => {
    move({}, {}, 'digest').isAllowed();
    expect(move().state().session).toMatchObject({
      opens: '2026-11-02',
      superseded: [{ opens: '2026-10-26', closes: '2026-10-27', reason: '全市重大活动', on: '2026-10-10' }],
    });
    expect(move().effects().shared).toMatchObject([
      { kind: 'move-session', sessionId: 'session-of-city', session: { opens: '2026-11-02', state: 'convened' } },
    ]);
  });

  test('is refused when what it would change is not what was seen', () => {
    move({}, {}, 'another').isRefused('session/change-set-not-seen');
  });

  test('is refused once opened, without a change, and for impossible days', () => {
    move({}, { state: 'open' }).isRefused('session/not-to-come');
    move({ opens: '2026-10-26', closes: '2026-10-27' }).isRefused('session/not-moved');
    move({ opens: '2026-10-09' }).isRefused('session/in-past');
    move({ closes: '2026-11-01' }).isRefused('session/closes-before');
  });
});
