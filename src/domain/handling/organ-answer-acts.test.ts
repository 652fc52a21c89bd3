import { describe, expect, test } from 'vitest';
import { buildFacts, type FactsOverrides } from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { changeTrack } from '../procedure/apply-changes.ts';
import { steps } from '../procedure/procedure.ts';
import { scheduleOf } from '../procedure/schedule.ts';
import { type AskedOfOrgan, emptyRound, type Round } from './handling-state.ts';
import { nextStepActs } from './next-step-acts.ts';
import { organAnswerActs as acts } from './organ-answer-acts.ts';

const asked: AskedOfOrgan = { question: '为何未办', content: '停车难', form: 'written', due: '2027-04-30' };
const organ = (current: Partial<Round> = { asked }, overrides: FactsOverrides = {}) => {
  const facts = buildFacts({
    tenantId: 'city-housing',
    on: '2027-03-20',
    done: ['written-answer-ordered@2'],
    track: { round: 2, handlingDue: '2027-04-30' },
    state: { handling: { rounds: [emptyRound(1, null), { ...emptyRound(2, '2027-04-30'), ...current }] } },
    ...overrides,
  });
  return { ...facts, organisation: withHeads(facts.organisation) };
};
const payload = { answeredBy: '王样例', text: '逐项答复', attachments: [] };
const answer = (change: object = {}, facts = organ(), kind = 'answer-interpellation') =>
  given(facts).when(acts, kind, { ...payload, ...change });
/** The same with its body’s step done. */
const recorded = (facts: ReturnType<typeof organ>, key: string) => ({
  ...facts,
  view: {
    ...facts.view,
    tracks: facts.view.tracks.map((track) =>
      track.tenantId === 'city'
        ? { ...track, round: 2, done: { ...track.done, [key]: { on: '2027-03-19', seq: 9 } } }
        : track,
    ),
  },
});

describe('监督法 §52, §54 an organ that is interpellated', () => {
  test('answers in writing, signed by its head: sealed for its body, and kept', () => {
    const judged = answer();
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'interpellation-answer',
        addresseeIds: ['city'],
        content: { round: 2, question: '为何未办', form: 'written', isAgain: false, no: 1, on: '2027-03-20' },
      },
    ]);
    expect(judged.state().handling.rounds[1]?.organAnswers).toMatchObject([{ no: 1, text: '逐项答复' }]);
    answer({ answeredBy: '张示例' }).isRefused('interpellation/head', '书面答复由受质询机关负责人签署');
  });

  test('where no head is registered records the reason', () => {
    answer({}, { ...organ(), organisation: buildFacts().organisation }).departs('interpellation/head-not-registered');
  });

  test('may send what its head will say in the room', () => {
    const oral = organ({ asked: { ...asked, form: 'oral-committee' } }, { done: [] });
    answer({}, oral).isAllowed();
    answer({ answeredBy: '处长' }, oral).isRefused('interpellation/head', '到会答复');
  });

  test('sends a better one until its body has recorded it: the last counts', () => {
    const again = organ({ asked, organAnswers: [{ ...payload, isAgain: false, no: 1, on: '2027-03-18' }] });
    const judged = answer({ text: '更正后的答复' }, again);
    judged.isAllowed();
    expect(judged.state().handling.rounds[1]?.organAnswers).toMatchObject([{ no: 1 }, { no: 2, text: '更正后的答复' }]);
    answer({}, recorded(again, 'record-interpellation-answer@2')).isRefused('interpellation/answer-recorded', '登记');
  });

  test('answers only what it was told of, and nothing of a round that is over', () => {
    answer({}, organ({})).isRefused('interpellation/not-asked', '没有需要');
    answer({}, organ({ asked }, { track: { round: 3 } })).isRefused('interpellation/not-asked', '请先在“报送件”中签收');
    answer({}, organ(), 'answer-interpellation-again').isRefused('interpellation/not-asked', '再作答复通知');
  });

  test('is told by the notice of the round, by which it owes the answer', () => {
    const content = { round: 2, step: 'interpellation', due: '2027-04-30', requirement: '', demandIds: [], asked };
    const joined = { ...organ(), state: { ...organ().state, handling: buildFacts().state.handling } };
    const told = given(joined).when(nextStepActs, 'receive-package/next-step', receiptOf('city', content));
    answer({}, { ...joined, state: told.state() }).isAllowed();
  });

  test('has a day for it: the council’s for the first, and another for the second', () => {
    const dueOf = (facts: ReturnType<typeof organ>, stepId: string) =>
      scheduleOf(facts.view, steps, facts.calendar, facts.settings).find(
        (entry) => entry.tenantId === 'city-housing' && entry.stepId === stepId,
      )?.due;
    expect(dueOf(organ(), 'answer-interpellation')).toBe('2027-04-30');
    const own = { ...organ().own, done: { 'second-written-answer-ordered@2': { on: '2027-03-20', seq: 1 } } };
    const change = { kind: 'set-second-answer-due', organIds: ['city-housing'], due: '2027-04-20' } as const;
    const dated = changeTrack(own, change, 'city', { on: '2027-03-20', seq: 2 });
    const tracks = organ().view.tracks.map((track) => (track.tenantId === own.tenantId ? dated : track));
    expect(dueOf({ ...organ(), view: { ...organ().view, tracks } }, 'answer-interpellation-again')).toBe('2027-04-20');
    const next = changeTrack(dated, { kind: 'open-round', round: 3, due: '2027-09-30' }, 'city', {
      on: '2027-05-01',
      seq: 3,
    });
    expect(next).toMatchObject({ round: 3, handlingDue: '2027-09-30' });
    expect(next.secondAnswerDue).toBeUndefined();
  });
});

describe('监督法 §53 once more', () => {
  const told = receiptOf('city', { round: 2, asked: { ...asked, due: '2027-04-20' } });

  test('the organ answers what its second notice asks, beside the first', () => {
    const first = { ...payload, isAgain: false, no: 1, on: '2027-03-01' };
    const facts = organ({ asked, organAnswers: [first] });
    const noticed = given(facts).when(acts, 'receive-package/second-answer', told);
    noticed.isAllowed();
    const decided = recorded({ ...facts, state: noticed.state() }, 'decide-second-answer@2');
    const judged = answer({ text: '再作答复' }, decided, 'answer-interpellation-again');
    judged.isAllowed();
    expect(judged.effects().packages?.[0]).toMatchObject({ content: { isAgain: true, no: 1 } });
    expect(judged.state().handling.rounds[1]?.organAnswers).toMatchObject([
      { isAgain: false },
      { isAgain: true, no: 1 },
    ]);
    answer({}, recorded(decided, 'record-second-answer@2'), 'answer-interpellation-again').isRefused(
      'interpellation/answer-recorded',
    );
  });
});

describe('监督法 §53 the body that signs for an answer', () => {
  const signatoryIds = ['city-member-1', 'city-member-2'];
  const put = { motionId: 'motion-1', organId: 'city-housing', submittedOn: '2027-02-26', signatoryIds };
  const { due: _due, ...words } = asked;
  const nextStep = {
    ...{ step: 'interpellation' as const, due: '2027-04-30', requirement: '' },
    interpellation: { ...put, ...words },
  };
  const body = buildFacts({
    track: { round: 2 },
    state: { handling: { rounds: [{ ...emptyRound(1, null), nextStep }, emptyRound(2, '2027-04-30')] } },
  });
  const { attachments: _files, ...written } = payload;
  const receive = (change: object = {}) =>
    given(body).when(
      acts,
      'receive-package/interpellation-answer',
      receiptOf('city-housing', {
        ...{ round: 2, question: '为何未办', form: 'written', isAgain: false, no: 1, on: '2027-03-20' },
        ...written,
        ...change,
      }),
    );

  test('has it in its record, and those who put the motion learn of it by name', () => {
    expect(receive().state().handling.rounds[1]?.organAnswers).toMatchObject([{ no: 1, text: '逐项答复' }]);
    const { notices = [] } = receive().effects();
    expect(notices.map(({ personId }) => personId)).toEqual(signatoryIds);
    expect(notices[0]?.text).toContain('已报送书面答复');
  });

  test('tells nobody of what is to be said in the room, nor of a round that is over', () => {
    expect(receive({ form: 'oral-session' }).effects()).toEqual({});
    expect(receive({ round: 1 }).effects()).toEqual({});
  });
});
