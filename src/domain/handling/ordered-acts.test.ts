import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, emptyState, type FactsOverrides } from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import { doneKey } from '../procedure/case.ts';
import { checkReady } from '../procedure/check-act.ts';
import type { Observer } from '../session/session-state.ts';
import { assessmentActs } from './assessment-acts.ts';
import { emptyRound, type NextStep } from './handling-state.ts';
import { orderedActs as acts } from './ordered-acts.ts';

const members = ['chair', 'vice-1', 'vice-2', 'secretary', 'member-1', 'member-2', 'member-3'].map(
  (id) => `city-${id}`,
);
const head: Observer = { name: '李样本', capacity: 'organ-head', tenantId: 'city-housing' };
const marks = {
  rectify: [],
  'second-deliberation': ['second-deliberation-ordered@2'],
  inquiry: ['inquiry-ordered@2'],
  interpellation: ['interpellation-ordered@2'],
} satisfies Record<NextStep, readonly string[]>;

/** The city's sitting on the handling of the second round, after the council has chosen a way on. */
const inSitting = (step: NextStep, overrides: FactsOverrides = {}, observers: readonly Observer[] = [head]) =>
  buildFacts({
    on: '2027-06-25',
    done: [...marks[step], ...['schedule-handling-assessment', 'give-verdicts'].map((id) => doneKey(id, true, 2))],
    track: { round: 2, handlingSession: buildSession('2027-06-25', '2027-06-25', 'session-3') },
    sitting: {
      caseId: 'session-3',
      name: '第十四次会议',
      opens: '2027-06-25',
      closes: '2027-06-25',
      state: {
        ...emptyState.session,
        state: 'open',
        presence: members.map((personId) => ({ personId, day: '2027-06-25', from: '09:00', until: null })),
        observers,
        agenda: [{ no: 1, title: '二次审议', topicId: 'topic-1' }],
        agendaAdopted: true,
      },
    },
    state: {
      handling: {
        rounds: [
          { ...emptyRound(1, null), nextStep: { step, due: '2027-06-20', requirement: '', interpellation: null } },
          emptyRound(2, '2027-06-20'),
        ],
      },
    },
    ...overrides,
  });

describe('S4.5 二次审议', () => {
  const again = { at: '09:30', speeches: [{ name: '张示例', text: '仍有差距' }], conclusion: '继续落实' };

  test('takes place in the later sitting and is kept with the round', () => {
    const judged = given(inSitting('second-deliberation')).when(acts, 'deliberate-again', again);
    judged.isAllowed();
    expect(judged.state().handling.rounds[1]?.secondDeliberation).toMatchObject({
      on: '2027-06-25',
      conclusion: '继续落实',
    });
  });

  test('is refused where the council chose otherwise, without quorum, and outside of the sitting', () => {
    given(inSitting('inquiry')).when(acts, 'deliberate-again', again).isRefused('ordered/not-chosen', '确定的是询问');
    given(inSitting('second-deliberation'))
      .when(acts, 'deliberate-again', { ...again, at: '08:00' })
      .isRefused('sitting/no-quorum');
    given(inSitting('second-deliberation', { on: '2027-06-26' }))
      .when(acts, 'deliberate-again', again)
      .isRefused('sitting/outside');
  });

  test('comes before the handling is assessed again; where nothing was ordered nothing is waited for', () => {
    const [, assess] = assessmentActs;
    if (assess?.kind !== 'assess-handling') throw new Error('The assessment is the second act of its file.');
    const missing = (step: NextStep) =>
      checkReady(assess, inSitting(step)).flatMap(({ code, text }) => (code === 'order/step-missing' ? [text] : []));
    expect(missing('second-deliberation')).toEqual([expect.stringContaining('二次审议')]);
    expect(missing('inquiry')).toEqual([expect.stringContaining('询问')]);
    expect(missing('interpellation')).toEqual([expect.stringContaining('登记受质询机关的答复')]);
    expect(missing('rectify')).toEqual([]);
  });
});

describe('监督法 §46 询问', () => {
  const exchange = {
    memberId: 'city-member-1',
    organId: 'city-housing',
    question: '为何没有完成',
    answer: '年底前完成',
  };
  const ask = (change: object = {}, facts = inSitting('inquiry')) =>
    given(facts).when(acts, 'hold-inquiry', { at: '10:00', exchanges: [{ ...exchange, ...change }] });

  test('a member asks and the head of the organ answers in the room', () => {
    ask().isAllowed();
    expect(ask().state().handling.rounds[1]?.inquiry).toEqual({ on: '2027-06-25', exchanges: [exchange] });
  });

  test('a head who did not come is recorded with the reason', () => {
    ask({}, inSitting('inquiry', {}, [])).departs('inquiry/head-absent', '住房和城乡建设局');
  });

  test('is refused for somebody who is no member or not there, and for an organ of another level', () => {
    ask({ memberId: 'city-clerk' }).isRefused('inquiry/asker', '不是组成人员');
    ask({ memberId: 'city-member-5' }).isRefused('inquiry/asker', '不在会场');
    ask({ organId: 'county-1-housing' }).isRefused('inquiry/organ');
  });
});
