import { describe, expect, test } from 'vitest';
import { buildTopic, type FactsOverrides, withDone } from '../../../test/build/facts.ts';
import { body, demands, dispute, handedOver, organ, promise, round } from '../../../test/build/round.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { answerActs } from './answer-acts.ts';
import type { DemandAnswer } from './demand.ts';
import { emptyRound } from './handling-state.ts';

describe('S4.3 逐条答复审议要求', () => {
  const answer = (answers: readonly DemandAnswer[], overrides: FactsOverrides = {}) =>
    given(organ({}, { done: ['receive-demands'], ...overrides })).when(answerActs, 'answer-demands', { answers });

  test('each demand is accepted with a promise or disputed with a reason', () => {
    const judged = answer([promise('d-1'), dispute('d-2')]);
    judged.isAllowed();
    expect(judged.state().handling.rounds[0]?.answers).toHaveLength(2);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'demand-answers', addresseeIds: ['city'], content: { round: 1, on: '2026-11-10' } },
    ]);
  });

  test('is refused when a demand is missing, doubled or not one of this organ’s', () => {
    answer([promise('d-1')]).isRefused('demands/missing', '第2项');
    answer([promise('d-1'), promise('d-2'), dispute('d-2')]).isRefused('demands/twice', '第2项');
    answer([promise('d-1'), promise('d-2'), promise('d-9')]).isRefused('demands/unknown', 'd-9');
  });

  test('is refused for a dispute without reason and a promise without measure or owner', () => {
    answer([promise('d-1'), dispute('d-2', ' ')]).isRefused('answers/dispute-without-reason', '第2项');
    answer([promise('d-1', { owner: '' }), promise('d-2')]).isRefused('answers/incomplete', '第1项');
  });

  test('is refused for a promise that lies in the past', () => {
    answer([promise('d-1', { due: '2026-11-09' }), promise('d-2')]).isRefused('answers/due-past', '第1项');
  });

  test('a promise beyond the term of handling needs a reason', () => {
    answer([promise('d-1', { due: '2027-03-01' }), promise('d-2')]).departs('answers/due-late', '2027-01-27');
  });

  test('an empty measure is told why, with the rule', () => {
    answer([promise('d-1', { measure: '高度重视，认真研究' }), promise('d-2')]).departs(
      'answers/empty',
      '第1项除“高度重视”',
    );
  });

  test('is refused before the opinion is signed for', () => {
    answer([promise('d-1')], { done: [] }).isRefused('order/step-missing', '签收审议意见');
  });

  test('in a second round the same demands go on, once the notice is signed for (S4.5)', () => {
    const second = { done: ['receive-demands'], track: { round: 2, handlingDue: '2027-06-30' }, on: '2027-03-01' };
    const later = [promise('d-1', { due: '2027-06-01' }), promise('d-2', { due: '2027-06-01' })];
    answer(later, second).isRefused('handling/round-not-received', '第2轮');
    const rounds = [round({ answers: [promise('d-1')] }), emptyRound(2, '2027-06-30')];
    answer(later, { ...second, state: { handling: { demands, rounds } } }).isAllowed();
  });

  test('what was found met is not answered again, and an organ with nothing left is told so (销号)', () => {
    const second = { done: ['receive-demands'], track: { round: 2, handlingDue: '2027-06-30' }, on: '2027-03-01' };
    const later = [promise('d-1', { due: '2027-06-01' }), promise('d-2', { due: '2027-06-01' })];
    const rounds = [round(), emptyRound(2, '2027-06-30', ['d-2'])];
    answer(later.slice(1), { ...second, state: { handling: { demands, rounds } } }).isAllowed();
    answer(later, { ...second, state: { handling: { demands, rounds } } }).isRefused('demands/unknown', 'd-1');
    const unasked = withDone(buildTopic(), ['city-housing'], ['handling-organ', 'asked-organ@1']);
    answer(later, { ...second, view: unasked }).isRefused('handling/nothing-asked', '均已销号');
  });

  test('an empty measure is remarked on beside itself', () => {
    const judged = answer([promise('d-1'), promise('d-2', { measure: '第2项：严格落实' })]);
    expect(judged.refusals.find(({ code }) => code === 'answers/empty')?.at).toEqual([
      { field: 'answers.1.measure', text: '除“严格落实”等套话外没有具体措施，请补充。' },
    ]);
  });

  test('the body takes the answers of each organ in beside the others’', () => {
    const held = body({ answers: [promise('d-1'), promise('d-2')] });
    const content = { round: 1, on: '2026-11-12', answers: [dispute('d-2')] };
    const judged = given(held).when(answerActs, 'receive-package/demand-answers', receiptOf('city-housing', content));
    expect(judged.state().handling.rounds[0]?.answers).toEqual([promise('d-1'), dispute('d-2')]);
    // What is disputed waits for the committee; what was said before is kept.
    expect(judged.state().handling.rounds[0]?.superseded).toEqual([{ answer: promise('d-2'), on: '2026-11-12' }]);
    expect(judged.effects().shared).toContainEqual({ kind: 'mark', stepId: 'demands-disputed', perRound: true });
  });

  test('a new answer replaces the old one until the committee has judged; both stay on record', () => {
    const given_ = organ({ answers: [promise('d-1', { due: '2026-11-01' }), dispute('d-2')] });
    const again = (answers: readonly DemandAnswer[], facts = given_) =>
      given(facts).when(answerActs, 'answer-demands', { answers });
    // What is left as it was is not judged by today again.
    const judged = again([promise('d-1', { due: '2026-11-01' }), promise('d-2', { due: '2026-12-01' })]);
    judged.isAllowed();
    expect(judged.state().handling.rounds[0]).toMatchObject({
      answers: [promise('d-1', { due: '2026-11-01' }), promise('d-2', { due: '2026-12-01' })],
      superseded: [{ answer: dispute('d-2'), on: '2026-11-10' }],
    });
    expect(judged.effects().shared).toContainEqual({ kind: 'set-promise-due', due: '2026-11-01' });
    const judgedRound = organ({}, { view: withDone(handedOver, ['city'], ['give-verdicts@1']) });
    again([promise('d-1'), promise('d-2')], judgedRound).isRefused('answers/judged', '第1轮');
  });

  test('a dispute that was decided against is not raised again', () => {
    const upheld = {
      decision: { demandId: 'd-2', decision: 'upheld', reason: '属本局职责' },
      on: '2026-11-09',
    } as const;
    const facts = organ({ answers: [promise('d-1'), dispute('d-2')], disputes: [{ ...upheld, state: 'settled' }] });
    given(facts)
      .when(answerActs, 'answer-demands', { answers: [promise('d-1'), dispute('d-2')] })
      .isRefused('answers/dispute-decided', '第2项');
  });
});

describe('S4.3 佐证', () => {
  const file = { digest: 'a'.repeat(64), name: '验收单.pdf', size: 9 };
  const row = (demandId: string, text: string, attachments: readonly object[] = []) => ({
    demandId,
    text,
    attachments,
  });
  const both = organ({ answers: [promise('d-1', { due: '2026-12-01' }), promise('d-2')] });
  const submit = (evidence: readonly object[], facts = both) =>
    given(facts).when(answerActs, 'submit-evidence', { evidence });

  test('stands for promises, in one sheet, with its files and its day on both sides', () => {
    const judged = submit([row('d-1', '已验收', [file]), row('d-2', '')]);
    judged.isAllowed();
    const shownNow = [{ demandId: 'd-1', text: '已验收', on: '2026-11-10', attachments: [file] }];
    expect(judged.state().handling.rounds[0]?.evidence).toEqual(shownNow);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'evidence', title: '“示例议题”审议要求第1项的佐证', attachments: [file] },
    ]);
    const content = { round: 1, evidence: shownNow };
    const received = given(body({ answers: [promise('d-1'), promise('d-2')] }, { on: '2026-12-20' })).when(
      answerActs,
      'receive-package/evidence',
      receiptOf('city-housing', content),
    );
    expect(received.state().handling.rounds[0]?.evidence).toEqual(shownNow);
    expect(received.satisfies()).toBe(false);
    expect(received.effects().shared).toEqual([{ kind: 'set-promise-due', due: '2026-12-31' }]);
  });

  test('the next promised day is reminded of until every promise is shown', () => {
    const one = submit([row('d-1', '已验收')]);
    expect(one.effects().shared).toEqual([{ kind: 'set-promise-due', due: '2026-12-31' }]);
    expect(one.satisfies()).toBe(false);
    const all = submit([row('d-1', '已验收'), row('d-2', '已验收')]);
    expect(all.effects().shared).toEqual([{ kind: 'set-promise-due', due: undefined }]);
    expect(all.satisfies()).toBe(true);
  });

  test('is refused without a promise, without words, or for nothing', () => {
    const disputing = organ({ answers: [promise('d-1'), dispute('d-2')] });
    submit([row('d-2', '验收单')], disputing).isRefused('evidence/no-promise', '第2项');
    submit([row('d-9', '验收单')]).isRefused('evidence/unknown');
    submit([row('d-1', '', [file])]).isRefused('evidence/no-text', '第1项');
    submit([row('d-1', ' ')]).isRefused('evidence/none');
    submit([row('d-1', '验收单')], organ({}, { state: {} })).isRefused('handling/demands-not-received');
  });
});
