import { describe, expect, test } from 'vitest';
import { buildFacts, buildMeeting, type FactsOverrides, type StateOverrides } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { AssessmentResult, Grade } from '../ballot/satisfaction.ts';
import { doneKey } from '../procedure/case.ts';
import { steps } from '../procedure/procedure.ts';
import { emptyDeliberationState } from '../session/deliberation-state.ts';
import { closingActs } from './closing-acts.ts';
import { emptyRound, type Round } from './handling-state.ts';
import { nextStepActs as acts } from './next-step-acts.ts';
import { openDemands, settledInRound } from './rounds.ts';

const demands = [1, 2].map((no) => ({
  id: `d-${no}`,
  no,
  problem: '停车难',
  text: '增加车位',
  organId: 'city-housing',
  findingIds: [],
}));
const graded = (grade: Grade | null): AssessmentResult => ({
  ruleId: 'majority',
  ruleVersion: 1,
  members: 11,
  present: 9,
  count: { issued: 9, returned: 9, satisfied: 1, basicallySatisfied: 2, unsatisfied: 6, invalid: 0 },
  grade,
  explanation: '',
});
const verdicts = demands.map(({ id }) => ({ demandId: id, verdict: 'met' as const, reason: '' }));
const round = (change: Partial<Round>): Round => ({ ...emptyRound(1, '2027-01-27'), verdicts, ...change });

describe('S4.5 不满意的下一步', () => {
  const unsatisfied = (overrides: FactsOverrides = {}) =>
    buildFacts({
      on: '2027-03-01',
      done: ['assess-handling@1', 'handling-unsatisfied@1'],
      state: { handling: { demands, rounds: [round({ assessment: graded('unsatisfied') })] } },
      ...overrides,
    });
  const next = { due: '2027-06-30', requirement: '限期整改' };
  const choose = (payload: object, facts = unsatisfied()) =>
    given(facts).when(
      acts,
      'choose-next-step',
      { ...next, step: 'rectify', ...payload },
      buildMeeting(facts.own.tenantId, '2027-03-01'),
    );

  test.each([
    ['rectify', []],
    ['second-deliberation', ['second-deliberation-ordered']],
    ['inquiry', ['inquiry-ordered']],
  ])('%s opens the next round with its own date and what it owes', (step, marks) => {
    const judged = choose({ step });
    judged.isAllowed();
    expect(judged.effects().shared).toEqual([
      { kind: 'open-round', round: 2, due: '2027-06-30' },
      { kind: 'ask-organs', organIds: ['city-housing'] },
      ...marks.map((stepId) => ({ kind: 'mark', stepId, perRound: true })),
    ]);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'next-step', addresseeIds: ['city-housing'], content: { round: 2, step } },
    ]);
    expect(judged.state().handling.rounds).toMatchObject([
      { no: 1, nextStep: { step } },
      { no: 2, due: '2027-06-30', answers: [] },
    ]);
  });

  test('a demand that was found met is not asked for again: its organ hears nothing (销号, HAN-08)', () => {
    const two = [demands[0], { ...demands[1], id: 'd-2', organId: 'city-government' }];
    const judgedOnce = [
      { demandId: 'd-1', verdict: 'met' as const, reason: '' },
      { demandId: 'd-2', verdict: 'not-met' as const, reason: '未完工' },
    ];
    const rounds = [round({ verdicts: judgedOnce, assessment: graded('unsatisfied') })];
    const judged = choose({}, unsatisfied({ state: { handling: { demands: two as typeof demands, rounds } } }));
    expect(judged.effects().packages).toMatchObject([
      { kind: 'next-step', addresseeIds: ['city-government'], content: { demandIds: ['d-2'] } },
    ]);
    expect(judged.effects().shared).toContainEqual({ kind: 'ask-organs', organIds: ['city-government'] });
    expect(openDemands(judged.state()).map(({ id }) => id)).toEqual(['d-2']);
    expect(settledInRound(judged.state().handling, 'd-1')?.no).toBe(1);
    expect(settledInRound(judged.state().handling, 'd-2')).toBeUndefined();
  });

  test('where every demand was met and the session is dissatisfied, all are taken up again (S4.5)', () => {
    const judged = choose({});
    expect(openDemands(judged.state()).map(({ id }) => id)).toEqual(['d-1', 'd-2']);
    expect(settledInRound(judged.state().handling, 'd-1')).toBeUndefined();
  });

  const signatories = (count: number, bodyId = 'city') =>
    Array.from({ length: count }, (_none, index) => `${bodyId}-member-${index + 1}`);
  const motion = {
    motionId: 'motion-1',
    organId: 'city-housing',
    question: '为何未办',
    content: '停车难',
    submittedOn: '2027-02-26',
    signatoryIds: signatories(5),
  };
  const interpellate = (put: typeof motion, change: object = {}, facts = unsatisfied()) =>
    choose({ step: 'interpellation', ...put, form: 'written', ...change }, { ...facts, motion: put });

  test('an interpellation is the motion that five members of the city have put, with its form (INQ-01, INQ-04)', () => {
    const judged = interpellate(motion);
    judged.isAllowed();
    expect(judged.state().handling.rounds[0]?.nextStep).toEqual({
      ...next,
      step: 'interpellation',
      interpellation: { ...motion, form: 'written' },
    });
    const [told] = judged.effects().packages ?? [];
    expect(told?.content).toMatchObject({
      requirement: '限期整改',
      asked: { question: '为何未办', content: '停车难', form: 'written', due: '2027-06-30' },
    });
  });

  test('a written answer is owed by the organ itself, whether it has joined the topic before or not (INQ-04)', () => {
    const owed = { kind: 'mark-organs', organIds: ['city-housing'], stepId: 'written-answer-ordered' };
    const { shared = [] } = interpellate(motion).effects();
    expect(shared[0]).toEqual({ kind: 'add-organ-tracks', organIds: ['city-housing'] });
    expect(shared).toContainEqual(owed);
    expect(interpellate(motion, { form: 'oral-session' }).effects().shared).not.toContainEqual(owed);
  });

  test('an organ that is interpellated is told, and asked for nothing else where no demand is left to it', () => {
    const judged = interpellate({ ...motion, organId: 'city-government' });
    expect(judged.effects().packages).toMatchObject([
      { addresseeIds: ['city-housing'], content: { demandIds: ['d-1', 'd-2'], asked: null } },
      { addresseeIds: ['city-government'], content: { demandIds: [], asked: { form: 'written' } } },
    ]);
    expect(judged.effects().shared).toContainEqual({ kind: 'ask-organs', organIds: ['city-housing'] });
    expect(judged.effects().shared).toContainEqual({ kind: 'mark', stepId: 'interpellation-ordered', perRound: true });
  });

  test('is refused without a motion that was put, and with other words or other names than it has', () => {
    choose({ step: 'interpellation', ...motion, form: 'written' }, { ...unsatisfied(), motion: null }).isRefused(
      'interpellation/no-motion',
      '本人签名',
    );
    const others: readonly object[] = [
      { question: '别的问题' },
      { organId: 'city-government' },
      { signatoryIds: [...signatories(5), 'city-chair'] },
      { motionId: 'motion-2' },
      { submittedOn: '2027-02-25' },
    ];
    for (const change of others) interpellate(motion, change).isRefused('interpellation/not-on-record');
  });

  test('is refused with four, or the same member twice, or people who were no members on that day', () => {
    const of = (signatoryIds: readonly string[]) => interpellate({ ...motion, signatoryIds: [...signatoryIds] });
    of(signatories(4)).isRefused('interpellation/signatories', '还差1人');
    of([...signatories(4), 'city-member-1']).isRefused('interpellation/signatories');
    of([...signatories(5), 'city-clerk']).isRefused('interpellation/not-member', '示例市clerk');
  });

  test('in a county three members are enough (INQ-02)', () => {
    const facts = unsatisfied({ tenantId: 'county-1' });
    const signatoryIds = ['county-1-chair', 'county-1-member-1', 'county-1-member-2'];
    const put = { ...motion, organId: 'county-1-housing', signatoryIds };
    interpellate(put, {}, facts).isAllowed();
    interpellate({ ...put, signatoryIds: signatoryIds.slice(1) }, {}, facts).isRefused('interpellation/signatories');
  });

  test('is put to an organ of the same level, with question and content (INQ-03)', () => {
    interpellate({ ...motion, organId: 'county-1-housing' }).isRefused('interpellation/object', '涪城住房和城乡建设局');
    interpellate({ ...motion, question: ' ' }).isRefused('interpellation/content');
  });

  test('is decided after it was put', () => {
    interpellate({ ...motion, submittedOn: '2027-03-02' }).isRefused('interpellation/day');
  });

  test('members who have put one have a right to its answer: no other step is chosen over it', () => {
    choose({ step: 'rectify' }, { ...unsatisfied(), motion }).isRefused('next-step/motion-put', '5名组成人员');
    choose({ step: 'rectify' }, { ...unsatisfied(), motion: null }).isAllowed();
  });

  test('is refused with a date that is not still to come', () => {
    choose({ due: '2027-03-01' }).isRefused('next-step/due');
  });

  test('is refused when the result is not unsatisfied', () => {
    choose(
      {},
      unsatisfied({ state: { handling: { demands, rounds: [round({ assessment: graded('satisfied') })] } } }),
    ).isRefused('next-step/not-unsatisfied');
  });

  test('is the council’s own judgement where the rule publishes counts without a grade', () => {
    choose(
      {},
      unsatisfied({
        done: ['assess-handling@1'],
        state: { handling: { demands, rounds: [round({ assessment: graded(null) })] } },
      }),
    ).isAllowed();
  });

  test('the organ goes on in the round it is told', () => {
    const content = { round: 2, step: 'rectify', due: '2027-06-30', requirement: '限期整改', demandIds: ['d-2'] };
    const organ = buildFacts({ tenantId: 'city-housing', state: { handling: { demands, rounds: [round({})] } } });
    const judged = given(organ).when(acts, 'receive-package/next-step', receiptOf('city', content));
    expect(judged.state().handling.rounds).toMatchObject([{ no: 1 }, { no: 2, due: '2027-06-30' }]);
    expect(openDemands(judged.state()).map(({ id }) => id)).toEqual(['d-2']);
  });
});

describe('S4.4 办结', () => {
  /** All that the opinion asks of the city's track in its first round. */
  const duties = steps
    .filter((step) => step.case === 'topic' && step.tenant === 'body' && step.level !== 'county')
    .filter(({ force, onlyIf, id }) => force === 'must' && onlyIf === undefined && id !== 'close-track')
    .map(({ id, perRound }) => doneKey(id, perRound, 1));
  const without = (...keys: readonly string[]) => duties.filter((key) => !keys.includes(key));

  const close = (current: Partial<Round> = {}, state: StateOverrides = {}, done: readonly string[] = duties) =>
    given(
      buildFacts({
        done,
        state: { handling: { demands, rounds: [round({ assessment: graded('satisfied'), ...current })] }, ...state },
      }),
    ).when(closingActs, 'close-track', { note: '' });

  test('follows a result that is not unsatisfied, with nothing left open', () => {
    close().isAllowed();
    close({ assessment: graded('basically-satisfied') }).isAllowed();
    close({ assessment: graded(null) }).isAllowed();
    expect(close().effects().shared).toEqual([{ kind: 'close-track' }]);
    expect(close().state().handling.closed).toBe(true);
  });

  test('is refused on an unsatisfied result, and without one (SAT-08)', () => {
    close({ assessment: graded('unsatisfied') }).isRefused('close/unsatisfied', '下一步监督方式');
    close({ assessment: null }).isRefused('close/not-assessed');
  });

  test('waits for speakers to confirm their records where the customer’s own rule asks for it (SES-14)', () => {
    const heard = {
      ...emptyDeliberationState,
      deliberation: {
        on: '2026-10-26',
        organId: 'city-government',
        reporter: '李样本',
        delegated: false,
        speeches: [{ name: '张示例', text: '意见' }],
      },
    };
    const closeUnder = (speechRecords: 'not-required' | 'confirmed', speechesConfirmed: readonly string[]) =>
      given(
        buildFacts({
          done: duties,
          settings: { speechRecords },
          state: {
            handling: { demands, rounds: [round({ assessment: graded('satisfied') })] },
            deliberation: { ...heard, speechesConfirmed },
          },
        }),
      ).when(closingActs, 'close-track', { note: '' });
    closeUnder('not-required', []).isAllowed();
    closeUnder('confirmed', []).isRefused('close/speeches', '张示例');
    closeUnder('confirmed', ['张示例']).isAllowed();
  });

  test('asks in a later round for verdicts on what was left alone', () => {
    const first = round({ assessment: graded('unsatisfied') });
    const second = { ...emptyRound(2, '2027-06-30', ['d-2']), assessment: graded('satisfied') };
    const closeWith = (rounds: readonly Round[]) =>
      given(buildFacts({ done: duties, state: { handling: { demands, rounds } } })).when(closingActs, 'close-track', {
        note: '',
      });
    closeWith([first, second]).isRefused('close/no-verdict', '第2项');
    closeWith([first, { ...second, verdicts: verdicts.slice(1) }]).isAllowed();
  });

  test('is refused while a demand has no verdict', () => {
    close({ verdicts: verdicts.slice(1) }).isRefused('close/no-verdict', '第1项');
  });

  test('is refused while the party report, a concern or a county’s finding is open', () => {
    close({}, { safeguards: { majorMatters: [{ id: 'm-1', on: '2026-06-01', matter: '重大风险' }] } }).isRefused(
      'close/party-report',
      '重大风险',
    );
    const concern = { id: 'c-1', on: '2026-06-01', personId: 'p', text: '停车难', answer: null };
    close({}, { safeguards: { concerns: [concern] } }).isRefused('close/concerns');
    const finding = {
      id: 'f-1',
      title: '排水不畅',
      description: '',
      place: { kind: 'county', tenantId: 'county-1' } as const,
      severity: 'general' as const,
    };
    close({}, { research: { countyFindings: { 'county-1': [finding] } } }).isRefused('close/findings', '排水不畅');
  });

  test('is refused over a duty that nobody did, by name and clause', () => {
    close({}, {}, without('coordinate', 'invite-deputies')).isRefused('close/duty-open', '（S5.2）', '（S5.4）');
  });

  test('is refused before the results are public (PUB-01)', () => {
    close({}, {}, without('publish-results')).isRefused('close/not-published');
  });
});
