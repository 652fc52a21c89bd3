import { describe, expect, test } from 'vitest';
import { buildFacts, type FactsOverrides, withDone } from '../../../test/build/facts.ts';
import {
  body,
  comment,
  demand,
  dispute,
  handedOver,
  organ,
  paperOf,
  promise,
  round,
  shown,
} from '../../../test/build/round.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { Verdict } from './demand.ts';
import type { Round } from './handling-state.ts';
import { reportActs } from './report-acts.ts';
import { trackingActs } from './tracking-acts.ts';

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
      receiptOf('city-housing', { round: 1, date: '2026-12-15', title: '报告', text: '正文' }),
    );
    expect(received.state().handling.rounds[0]?.drafts).toEqual([
      { title: '报告', text: '正文', fromTenantId: 'city-housing', on: '2026-12-15', attachments: [] },
    ]);
  });

  test('a draft before the answers is refused', () => {
    given(organ({}, { done: ['receive-demands'] }))
      .when(reportActs, 'submit-handling-draft', paper)
      .isRefused('order/step-missing', '逐条答复');
  });

  test('the committee comments on a draft it has received (S4.2)', () => {
    const draft = paperOf('city-housing');
    const commentOn = (organIds: readonly string[]) =>
      given(body({ drafts: [draft] })).when(reportActs, 'comment-on-handling', { organIds, comment: '补充数据' });
    commentOn(['city-housing']).isAllowed();
    expect(commentOn(['city-housing']).effects().packages).toMatchObject([
      { kind: 'handling-comment', addresseeIds: ['city-housing'] },
    ]);
    commentOn(['city-government']).isRefused('comment/no-draft', '示例市人民政府');
    commentOn([]).isRefused('comment/nobody');
  });

  const commented = withDone(handedOver, ['city'], ['comment-on-handling@1']);
  const report = (current: Partial<Round>, change: object = {}, overrides: FactsOverrides = {}) =>
    given(organ({ comments: [comment], ...current }, { view: commented, ...overrides })).when(
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
    const heard = given(organ()).when(
      reportActs,
      'receive-package/handling-comment',
      receiptOf('city', { round: 1, date: '2026-12-16', comment: '补充数据' }),
    );
    expect(heard.state().handling.rounds[0]?.comments).toEqual([
      { organIds: ['city-housing'], text: '补充数据', on: '2026-12-16' },
    ]);
    const content = { round: 1, date: '2026-12-18', title: '报告', text: '正文', unfinished: [] };
    const received = given(body()).when(
      reportActs,
      'receive-package/handling-report',
      receiptOf('city-housing', content),
    );
    expect(received.state().handling.rounds[0]?.reports).toMatchObject([
      { fromTenantId: 'city-housing', title: '报告', on: '2026-12-18' },
    ]);
  });
});

describe('S4.2 跟踪检查', () => {
  const followUp = {
    form: 'inspection',
    leaderId: 'city-vice-2',
    organIds: ['city-housing'],
    demandIds: [] as string[],
    problems: '',
    feedback: '',
  };
  const record = (change: object) => given(body()).when(trackingActs, 'record-follow-up', { ...followUp, ...change });

  test('is led by a vice-chair or a committee head, again and again', () => {
    record({}).isAllowed();
    record({ leaderId: 'city-head' }).isAllowed();
    expect(record({}).effects()).toEqual({});
  });

  test('problems are fed back to the organs', () => {
    const judged = record({ problems: '进度滞后', feedback: '加快施工', demandIds: ['d-1'] });
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'follow-up-feedback',
        addresseeIds: ['city-housing'],
        content: {
          round: 1,
          date: '2026-12-20',
          inspection: 'inspection',
          demandIds: ['d-1'],
          problems: '进度滞后',
          feedback: '加快施工',
        },
      },
    ]);
    const received = given(organ()).when(
      trackingActs,
      'receive-package/follow-up-feedback',
      receiptOf('city', {
        round: 1,
        date: '2026-12-20',
        inspection: 'talk',
        demandIds: [],
        problems: '进度滞后',
        feedback: '加快施工',
      }),
    );
    expect(received.state().handling.rounds[0]?.followUps).toMatchObject([
      { form: 'talk', leaderId: null, problems: '进度滞后', feedback: '加快施工' },
    ]);
  });

  test('goes to the organs it looked at alone, and names only demands of theirs', () => {
    const two = [demand(1), demand(2, 'city-government')];
    const looked = (change: object) =>
      given(body({}, { state: { handling: { demands: two, rounds: [round()] } } })).when(
        trackingActs,
        'record-follow-up',
        {
          ...followUp,
          problems: '进度滞后',
          feedback: '加快施工',
          ...change,
        },
      );
    expect(looked({}).effects().packages).toMatchObject([{ addresseeIds: ['city-housing'] }]);
    looked({ demandIds: ['d-2'] }).isRefused('follow-up/other-demand', '第2项');
    looked({ organIds: [] }).isRefused('follow-up/nobody');
    looked({ organIds: ['city-party'] }).isRefused('follow-up/not-handling');
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
    reports: [{ ...paperOf('city-housing'), unfinished: [] }],
    evidence: [shown('d-1'), shown('d-2')],
  };
  const judge = (verdicts: readonly Verdict[], current: Partial<Round> = reported, overrides: FactsOverrides = {}) =>
    given(body(current, overrides)).when(trackingActs, 'give-verdicts', { verdicts });

  test('the committee judges every demand; each organ hears of its own', () => {
    const two = [demand(1), demand(2, 'city-government')];
    const rounds = [
      round({
        ...reported,
        reports: [...reported.reports, { ...paperOf('city-government'), unfinished: [] }],
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

  test('a demand whose dispute nobody has decided is judged only with a reason', () => {
    judge([verdict('d-1'), verdict('d-2')], { ...reported, answers: [dispute('d-2')] }).departs(
      'verdicts/dispute-open',
      '第2项',
    );
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
