import { describe, expect, test } from 'vitest';
import { buildFacts, buildMeeting, type FactsOverrides } from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import { given } from '../../../test/given.ts';
import { doneKey } from '../procedure/case.ts';
import { steps } from '../procedure/procedure.ts';
import { closingActs } from './closing-acts.ts';
import { type AnswerForm, emptyRound, type Round } from './handling-state.ts';
import { interpellationActs as acts } from './interpellation-acts.ts';

const signatoryIds = [1, 2, 3, 4, 5].map((no) => `city-member-${no}`);
const order = (form: AnswerForm) => ({
  step: 'interpellation' as const,
  due: '2027-04-30',
  requirement: '',
  interpellation: {
    motionId: 'motion-1',
    organId: 'city-housing',
    question: '为何未办',
    content: '停车难',
    submittedOn: '2027-02-26',
    signatoryIds,
    form,
  },
});
const given2 = (form: AnswerForm, current: Partial<Round> = {}, overrides: FactsOverrides = {}) => {
  const facts = buildFacts({
    on: '2027-03-20',
    done: ['choose-next-step@1', 'interpellation-ordered@2'],
    track: { round: 2, handlingDue: '2027-04-30' },
    state: {
      handling: {
        rounds: [
          { ...emptyRound(1, null), nextStep: order(form) },
          { ...emptyRound(2, '2027-04-30'), ...current },
        ],
      },
    },
    ...overrides,
  });
  return { ...facts, organisation: withHeads(facts.organisation) };
};
const answer = {
  source: 'entered',
  venue: '',
  answeredBy: '王样例',
  text: '逐项答复',
  attachments: [],
  dissatisfiedIds: [],
  asksAgain: false,
};
const record = (change: object = {}, facts = given2('written')) =>
  given(facts).when(acts, 'record-interpellation-answer', { ...answer, ...change });

describe('监督法 §52, §54 the answer to an interpellation', () => {
  test('in writing is signed by the head, and kept as it was ordered (INQ-04)', () => {
    record().isAllowed();
    expect(record().state().handling.rounds[1]?.interpellationAnswers).toMatchObject([
      { on: '2027-03-20', form: 'written', answeredBy: '王样例', asksAgain: false },
    ]);
    record({ answeredBy: '张示例' }).isRefused('interpellation/head', '书面答复由受质询机关负责人签署');
  });

  test('given orally has its place, and the head is there (INQ-04)', () => {
    record({}, given2('oral-session')).isRefused('interpellation/venue', '在常委会会议上口头答复');
    record({ venue: '第十三次会议' }, given2('oral-session')).isAllowed();
    record({ venue: '会议', answeredBy: '处长' }, given2('oral-committee')).isRefused(
      'interpellation/head',
      '到会答复',
    );
  });

  test('where no head is registered the reason is recorded', () => {
    const facts = { ...given2('written'), organisation: buildFacts().organisation };
    record({}, facts).departs('interpellation/head-not-registered', '任职');
  });

  test('is owed only after the council chose it, and not before that day', () => {
    record({}, given2('written', {}, { state: { handling: { rounds: [emptyRound(1, null)] } } })).isRefused(
      'ordered/not-chosen',
    );
    record({}, { ...given2('written'), on: '2022-01-01' }).isRefused('interpellation/answer-day');
  });
});

describe('监督法 §54 the organ’s own written answer', () => {
  const sent = (no: number, on: string, change: object = {}) => ({
    ...{ isAgain: false, no, on, answeredBy: '王样例', text: `第${no}次`, attachments: [] },
    ...change,
  });
  const takeOver = (organAnswers: Round['organAnswers'], change: object = {}, form: AnswerForm = 'written') =>
    given(given2(form, { organAnswers })).when(acts, 'record-interpellation-answer', {
      ...{ source: 'received', dissatisfiedIds: [], asksAgain: false },
      ...change,
    });

  test('is taken over in its words and on its day: the last that the organ sent, in whatever order it was signed for', () => {
    const judged = takeOver([sent(2, '2027-03-18'), sent(1, '2027-03-15')], {
      dissatisfiedIds: signatoryIds.slice(0, 1),
    });
    judged.isAllowed();
    expect(judged.state().handling.rounds[1]?.interpellationAnswers).toEqual([
      {
        ...{ on: '2027-03-18', form: 'written', venue: '', answeredBy: '王样例', text: '第2次', attachments: [] },
        ...{ dissatisfiedIds: ['city-member-1'], asksAgain: false },
      },
    ]);
    expect(judged.effects().notices).toEqual([]);
  });

  test('is not taken over where none was signed for, where it is of the second, or where the answer is an oral one', () => {
    takeOver([]).isRefused('interpellation/none-received', '尚未签收');
    takeOver([sent(1, '2027-03-18', { isAgain: true })]).isRefused('interpellation/none-received');
    takeOver([sent(1, '2027-03-18')], {}, 'oral-session').isRefused('interpellation/none-received');
  });

  test('is recorded not before the day it bears, and with signatories alone', () => {
    takeOver([sent(1, '2027-03-21')]).isRefused('interpellation/answer-day', '不能早于');
    takeOver([sent(1, '2027-03-18')], { dissatisfiedIds: ['city-chair'] }).isRefused('interpellation/not-signatory');
  });

  test('that came on paper is entered by the office: the organ is not asked for it once more, and those who asked are told', () => {
    const organTrack = (done: readonly string[]) => {
      const facts = given2('written');
      const track = facts.view.tracks.find(({ tenantId }) => tenantId === 'city-housing');
      if (track === undefined) throw new Error('The organ has a track.');
      const marked = {
        ...track,
        round: 2,
        done: Object.fromEntries(done.map((key) => [key, { on: '2027-03-01', seq: 1 }])),
      };
      const tracks = facts.view.tracks.map((one) => (one.tenantId === track.tenantId ? marked : one));
      return { ...facts, view: { ...facts.view, tracks } };
    };
    const asked = record({}, organTrack(['written-answer-ordered@2']));
    expect(asked.effects().shared).toEqual([
      { kind: 'unmark-organs', organIds: ['city-housing'], stepIds: ['written-answer-ordered'] },
    ]);
    expect(asked.effects().notices).toHaveLength(5);
    const sentAsWell = organTrack(['written-answer-ordered@2', 'answer-interpellation@2']);
    expect(record({}, sentAsWell).effects().shared).toEqual([]);
  });
});

describe('监督法 §53 a second answer', () => {
  test('is asked for by more than half of those who put it, and by nobody else (INQ-05)', () => {
    record({ dissatisfiedIds: signatoryIds.slice(0, 3), asksAgain: true }).isAllowed();
    record({ dissatisfiedIds: signatoryIds.slice(0, 2), asksAgain: true }).isRefused(
      'interpellation/may-not-ask',
      '2人',
    );
    record({ dissatisfiedIds: ['city-chair'] }).isRefused('interpellation/not-signatory', '示例市chair');
    const asked = record({ dissatisfiedIds: signatoryIds, asksAgain: true });
    expect(asked.effects().shared).toEqual([{ kind: 'mark', stepId: 'second-answer-asked', perRound: true }]);
    expect(record().effects().shared).toEqual([]);
  });

  const first = {
    ...answer,
    on: '2027-03-20',
    form: 'written' as const,
    dissatisfiedIds: signatoryIds,
    asksAgain: true,
  };
  const done = [
    'choose-next-step@1',
    'interpellation-ordered@2',
    'record-interpellation-answer@2',
    'second-answer-asked@2',
  ];
  const decide = (payload: object, current: Partial<Round> = { interpellationAnswers: [first] }) =>
    given(given2('written', current, { done })).when(
      acts,
      'decide-second-answer',
      payload,
      buildMeeting('city', '2027-03-20'),
    );
  const again = { outcome: 'again', form: 'oral-committee', due: '2027-04-20' };

  test('is decided by the council; the organ is told how and by when', () => {
    const judged = decide(again);
    judged.isAllowed();
    expect(judged.effects()).toMatchObject({
      packages: [
        {
          kind: 'second-answer',
          addresseeIds: ['city-housing'],
          content: { round: 2, asked: { form: 'oral-committee' } },
        },
      ],
      shared: [
        { kind: 'mark', stepId: 'second-answer-ordered' },
        { kind: 'set-second-answer-due', organIds: ['city-housing'], due: '2027-04-20' },
      ],
    });
    expect(decide({ ...again, form: 'written' }).effects().shared).toContainEqual({
      kind: 'mark-organs',
      organIds: ['city-housing'],
      stepId: 'second-written-answer-ordered',
    });
    decide({ outcome: 'not-again', reason: '答复已经清楚' }).isAllowed();
    const { notices = [], ...others } = decide({ outcome: 'not-again', reason: '答复已经清楚' }).effects();
    expect(others).toEqual({});
    expect(notices.map(({ personId }) => personId)).toEqual(signatoryIds);
    expect(notices[0]?.text).toContain('不再作答复，理由：答复已经清楚');
    decide({ ...again, due: '2027-03-20' }).isRefused('interpellation/second-due');
    decide(again, { interpellationAnswers: [{ ...first, asksAgain: false }] }).isRefused(
      'interpellation/not-asked-again',
    );
  });

  test('is recorded in the form that was decided, beside the first', () => {
    const { asksAgain: _no, ...second } = answer;
    const current = {
      interpellationAnswers: [first],
      secondAnswer: { outcome: 'again', form: 'oral-committee', due: '2027-04-20' } as const,
    };
    const facts = given2('written', current, { done: [...done, 'decide-second-answer@2', 'second-answer-ordered@2'] });
    const take = (change: object) => given(facts).when(acts, 'record-second-answer', { ...second, ...change });
    take({}).isRefused('interpellation/venue');
    take({ venue: '城环资工委会议' }).isAllowed();
    expect(take({ venue: '城环资工委会议' }).state().handling.rounds[1]?.interpellationAnswers).toMatchObject([
      { form: 'written' },
      { form: 'oral-committee', asksAgain: false },
    ]);
    const notDecided = given2(
      'written',
      { interpellationAnswers: [first] },
      { done: [...done, 'decide-second-answer@2'] },
    );
    given(notDecided).when(acts, 'record-second-answer', second).isRefused('interpellation/no-second');
  });
});

describe('S4.4 办结 while the way on is open', () => {
  const duties = steps
    .filter((step) => step.case === 'topic' && step.tenant === 'body' && step.level !== 'county')
    .filter(({ force, onlyIf, id }) => force === 'must' && onlyIf === undefined && id !== 'close-track')
    .map(({ id, perRound }) => doneKey(id, perRound, 2));
  const close = (marks: readonly string[]) =>
    given(given2('written', {}, { done: [...duties, ...marks] })).when(closingActs, 'close-track', { note: '' });

  test('is refused by the name of what was ordered and has not taken place', () => {
    close(['interpellation-ordered@2']).isRefused('close/duty-open', '登记受质询机关的答复');
    close(['inquiry-ordered@2']).isRefused('close/duty-open', '询问');
    close(['second-deliberation-ordered@2']).isRefused('close/duty-open', '二次审议');
    const answered = ['interpellation-ordered@2', 'record-interpellation-answer@2', 'second-answer-asked@2'];
    close(answered).isRefused('close/duty-open', '再作答复');
  });
});
