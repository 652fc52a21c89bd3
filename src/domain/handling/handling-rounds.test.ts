import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildTopic, type FactsOverrides, withDone } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { answerActs } from './answer-acts.ts';
import type { DemandAnswer, Evidence, Verdict } from './demand.ts';
import { emptyRound, type Round } from './handling-state.ts';
import { reportActs } from './report-acts.ts';
import { trackingActs } from './tracking-acts.ts';

const demand = (no: number, organId = 'city-housing') => ({
  id: `d-${no}`,
  no,
  problem: '停车难',
  text: '增加车位',
  organId,
  findingIds: [],
});
const demands = [demand(1), demand(2)];
const promise = (demandId: string, change: object = {}): DemandAnswer => ({
  demandId,
  stance: 'accepted',
  measure: '新增车位300个',
  owner: '李样本',
  due: '2026-12-31',
  ...change,
});
const dispute = (demandId: string, reason = '不属本局职责'): DemandAnswer => ({ demandId, stance: 'disputed', reason });
const shown = (demandId: string): Evidence => ({ demandId, text: '验收单', on: '2026-12-20' });
const round = (change: Partial<Round> = {}): Round => ({ ...emptyRound(1, '2027-01-27'), ...change });
/** The city's session closed on 27 October: handling reports are due by 27 January. */
const closedSession = { session: buildSession('2026-10-26', '2026-10-27') };
const handedOver = (() => {
  const addressed = withDone(buildTopic(), ['city-housing'], ['handling-organ', 'asked-organ@1', 'asked-organ@2']);
  const view = withDone(addressed, ['city'], ['hand-over-results']);
  return {
    ...view,
    tracks: view.tracks.map((track) => (track.tenantId === 'city' ? { ...track, ...closedSession } : track)),
  };
})();

const organ = (current: Partial<Round> = {}, overrides: FactsOverrides = {}) =>
  buildFacts({
    tenantId: 'city-housing',
    on: '2026-11-10',
    view: handedOver,
    done: ['receive-demands', 'answer-demands@1', 'submit-handling-draft@1'],
    state: { handling: { demands, rounds: [round(current)] } },
    ...overrides,
  });
const body = (current: Partial<Round> = {}, overrides: FactsOverrides = {}) =>
  buildFacts({
    on: '2026-12-20',
    view: handedOver,
    done: ['receive-handling-draft@1', 'receive-handling-report@1', 'record-follow-up@1'],
    state: { handling: { demands, rounds: [round(current)] } },
    ...overrides,
  });

describe('S4.3 逐条答复审议要求', () => {
  const answer = (answers: readonly DemandAnswer[], overrides: FactsOverrides = {}) =>
    given(organ({}, { done: ['receive-demands'], ...overrides })).when(answerActs, 'answer-demands', { answers });

  test('each demand is accepted with a promise or disputed with a reason', () => {
    const judged = answer([promise('d-1'), dispute('d-2')]);
    judged.isAllowed();
    expect(judged.state().handling.rounds[0]?.answers).toHaveLength(2);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'demand-answers', addresseeIds: ['city'], content: { round: 1 } },
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
    const content = { round: 1, answers: [dispute('d-2')] };
    const judged = given(held).when(answerActs, 'receive-package/demand-answers', receiptOf('city-housing', content));
    expect(judged.state().handling.rounds[0]?.answers).toEqual([promise('d-1'), dispute('d-2')]);
  });
});

describe('S4.3 佐证', () => {
  const submit = (demandId: string, facts = organ({ answers: [promise('d-1'), dispute('d-2')] })) =>
    given(facts).when(answerActs, 'submit-evidence', { demandId, text: '验收单', attachments: [] });

  test('stands for a promise and goes to the body', () => {
    submit('d-1').isAllowed();
    expect(submit('d-1').state().handling.rounds[0]?.evidence).toEqual([
      { demandId: 'd-1', text: '验收单', on: '2026-11-10' },
    ]);
    expect(submit('d-1').effects().packages).toMatchObject([
      { kind: 'evidence', title: '“示例议题”第1项审议要求的佐证' },
    ]);
    const received = given(body()).when(
      answerActs,
      'receive-package/evidence',
      receiptOf('city-housing', { demandId: 'd-1', text: '验收单' }),
    );
    expect(received.state().handling.rounds[0]?.evidence).toHaveLength(1);
  });

  test('is refused without a promise, or for an unknown demand', () => {
    submit('d-2').isRefused('evidence/no-promise', '第2项');
    submit('d-9').isRefused('evidence/unknown');
    submit('d-1', organ({}, { state: {} })).isRefused('handling/demands-not-received');
  });
});

describe('S4.3 办理落实情况报告 and 监督法 §17: draft, comment, report', () => {
  const paper = { title: '报告', text: '正文', attachments: [] };

  test('the draft goes to the committee, in this round', () => {
    const facts = organ(
      { answers: [promise('d-1'), promise('d-2')] },
      { done: ['receive-demands', 'answer-demands@1'] },
    );
    const judged = given(facts).when(reportActs, 'submit-handling-draft', paper);
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      { kind: 'handling-draft', addresseeIds: ['city'], content: { round: 1 } },
    ]);
    const received = given(body()).when(
      reportActs,
      'receive-package/handling-draft',
      receiptOf('city-housing', { round: 1, title: '报告', text: '正文' }),
    );
    expect(received.state().handling.rounds[0]?.drafts).toEqual([
      { title: '报告', text: '正文', fromTenantId: 'city-housing' },
    ]);
  });

  test('a draft before the answers is refused', () => {
    given(organ({}, { done: ['receive-demands'] }))
      .when(reportActs, 'submit-handling-draft', paper)
      .isRefused('order/step-missing', '逐条答复');
  });

  test('the committee comments on a draft it has received (S4.2)', () => {
    const draft = { title: '报告', text: '正文', fromTenantId: 'city-housing' };
    const comment = (organIds: readonly string[]) =>
      given(body({ drafts: [draft] })).when(reportActs, 'comment-on-handling', { organIds, comment: '补充数据' });
    comment(['city-housing']).isAllowed();
    expect(comment(['city-housing']).effects().packages).toMatchObject([
      { kind: 'handling-comment', addresseeIds: ['city-housing'] },
    ]);
    comment(['city-government']).isRefused('comment/no-draft', '示例市人民政府');
    comment([]).isRefused('comment/nobody');
  });

  const commented = withDone(handedOver, ['city'], ['comment-on-handling@1']);
  const report = (current: Partial<Round>, change: object = {}, overrides: FactsOverrides = {}) =>
    given(organ({ comments: ['补充数据'], ...current }, { view: commented, ...overrides })).when(
      reportActs,
      'submit-handling-report',
      {
        ...paper,
        unfinished: [],
        ...change,
      },
    );

  test('the report follows the comment, with every promise shown', () => {
    const judged = report({ answers: [promise('d-1'), dispute('d-2')], evidence: [shown('d-1')] });
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      { kind: 'handling-report', addresseeIds: ['city'], content: { round: 1, unfinished: [] } },
    ]);
  });

  test('a promise with neither evidence nor plan is named', () => {
    const current = { answers: [promise('d-1'), promise('d-2')], evidence: [shown('d-1')] };
    report(current).departs('report/promises-silent', '第2项');
    report(current, { unfinished: [{ demandId: 'd-2', plan: '明年3月完工' }] }).isAllowed();
  });

  test('is refused before the comment was made, or signed for', () => {
    report({}, {}, { view: handedOver }).isRefused('order/step-missing', '对办理落实情况提出意见');
    report({ comments: [] }).isRefused('report/comment-not-received', '签收');
  });

  test('after three months it needs a reason, and counts as late (HAN-01)', () => {
    const current = { answers: [promise('d-1'), promise('d-2')], evidence: [shown('d-1'), shown('d-2')] };
    report(current, {}, { on: '2027-01-28' }).departs('order/late', '2027-01-27');
  });

  test('comment and report arrive on either side', () => {
    const comment = given(organ()).when(
      reportActs,
      'receive-package/handling-comment',
      receiptOf('city', { round: 1, comment: '补充数据' }),
    );
    expect(comment.state().handling.rounds[0]?.comments).toEqual(['补充数据']);
    const content = { round: 1, title: '报告', text: '正文', unfinished: [] };
    const received = given(body()).when(
      reportActs,
      'receive-package/handling-report',
      receiptOf('city-housing', content),
    );
    expect(received.state().handling.rounds[0]?.reports).toMatchObject([
      { fromTenantId: 'city-housing', title: '报告' },
    ]);
  });
});

describe('S4.2 跟踪检查', () => {
  const followUp = { form: 'inspection', leaderId: 'city-vice-2', problems: '', feedback: '' };
  const record = (change: object) => given(body()).when(trackingActs, 'record-follow-up', { ...followUp, ...change });

  test('is led by a vice-chair or a committee head, again and again', () => {
    record({}).isAllowed();
    record({ leaderId: 'city-head' }).isAllowed();
    expect(record({}).effects()).toEqual({});
  });

  test('problems are fed back to the organs', () => {
    const judged = record({ problems: '进度滞后', feedback: '加快施工' });
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'follow-up-feedback',
        addresseeIds: ['city-housing'],
        content: { date: '2026-12-20', problems: '进度滞后\n加快施工' },
      },
    ]);
    const received = given(organ()).when(
      trackingActs,
      'receive-package/follow-up-feedback',
      receiptOf('city', { date: '2026-12-20', problems: '进度滞后' }),
    );
    expect(received.state().handling.rounds[0]?.followUps).toMatchObject([{ problems: '进度滞后' }]);
  });

  test('is refused under anybody else, or with problems and no feedback', () => {
    record({ leaderId: 'city-member-1' }).isRefused('follow-up/leader', '示例市member-1');
    record({ problems: '进度滞后' }).isRefused('follow-up/no-feedback');
  });

  test('is refused before the results were handed over', () => {
    given(buildFacts()).when(trackingActs, 'record-follow-up', followUp).isRefused('order/step-missing', '印发机关');
  });
});

describe('S4.2 逐条评价', () => {
  const verdict = (demandId: string, given_: Verdict['verdict'] = 'met', reason = ''): Verdict => ({
    demandId,
    verdict: given_,
    reason,
  });
  const reported = {
    reports: [{ title: '报告', text: '正文', unfinished: [], fromTenantId: 'city-housing' }],
    evidence: [shown('d-1'), shown('d-2')],
  };
  const judge = (verdicts: readonly Verdict[], current: Partial<Round> = reported, overrides: FactsOverrides = {}) =>
    given(body(current, overrides)).when(trackingActs, 'give-verdicts', { verdicts });

  test('the committee judges every demand; each organ hears of its own', () => {
    const two = [demand(1), demand(2, 'city-government')];
    const rounds = [
      round({
        ...reported,
        reports: [...reported.reports, { title: '报告', text: '', unfinished: [], fromTenantId: 'city-government' }],
      }),
    ];
    const judged = judge(
      [verdict('d-1'), verdict('d-2', 'partly-met', '未完工')],
      {},
      { state: { handling: { demands: two, rounds } } },
    );
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      { kind: 'verdicts', addresseeIds: ['city-housing'], content: { verdicts: [{ demandId: 'd-1' }] } },
      { kind: 'verdicts', addresseeIds: ['city-government'], content: { verdicts: [{ demandId: 'd-2' }] } },
    ]);
  });

  test('is refused when a demand is left out or judged twice', () => {
    judge([verdict('d-1')]).isRefused('demands/missing', '第2项');
    judge([verdict('d-1'), verdict('d-2'), verdict('d-2')]).isRefused('demands/twice');
  });

  test('less than met needs its reason', () => {
    judge([verdict('d-1'), verdict('d-2', 'not-met')]).isRefused('verdicts/no-reason', '第2项');
  });

  test('met without evidence needs a reason (HAN-08)', () => {
    judge([verdict('d-1'), verdict('d-2')], { ...reported, evidence: [shown('d-1')] }).departs(
      'verdicts/no-evidence',
      '第2项',
    );
  });

  test('an organ that has not reported is named, and judged all the same with a reason', () => {
    const two = [demand(1), demand(2, 'city-government')];
    const handling = { demands: two, rounds: [round(reported)] };
    judge([verdict('d-1'), verdict('d-2')], {}, { state: { handling } }).departs(
      'verdicts/report-missing',
      '示例市人民政府',
    );
    judge([verdict('d-1'), verdict('d-2')], { ...reported, reports: [] }, { done: ['record-follow-up@1'] }).departs(
      'order/step-missing',
      '收到办理落实情况报告',
    );
  });

  test('is refused before any follow-up', () => {
    judge([verdict('d-1'), verdict('d-2')], reported, { done: ['receive-handling-report@1'] }).isRefused(
      'order/step-missing',
      '跟踪检查',
    );
  });

  test('the organ takes its verdicts in', () => {
    const judged = given(organ()).when(
      trackingActs,
      'receive-package/verdicts',
      receiptOf('city', { round: 1, verdicts: [verdict('d-1')] }),
    );
    expect(judged.state().handling.rounds[0]?.verdicts).toEqual([verdict('d-1')]);
  });
});
