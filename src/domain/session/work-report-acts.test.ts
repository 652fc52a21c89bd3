import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildTopic, changedTrack, type FactsOverrides, withDone } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { deliberationActs as acts } from './deliberation-acts.ts';
import type { SubmitFinalReport } from './work-report-acts.ts';

const placed = changedTrack(buildTopic(), 'city', { session: buildSession('2026-10-26', '2026-10-27') });
const named = withDone(
  withDone(placed, ['city'], ['name-responsible-organs']),
  ['city-government'],
  ['reporting-organ'],
);
const draft = { title: '关于停车的报告（征求意见稿）', text: '正文', attachments: [] };

describe('S3.5 ORG-09 确定报告机关', () => {
  const name = (organIds: readonly string[], overrides: FactsOverrides = {}) =>
    given(buildFacts({ view: placed, ...overrides })).when(acts, 'name-responsible-organs', { organIds });

  test('the organs of the own level join the topic; the first reports', () => {
    name(['city-government', 'city-housing']).isAllowed();
    expect(name(['city-government', 'city-housing']).effects().shared).toEqual([
      { kind: 'add-organ-tracks', organIds: ['city-government', 'city-housing'] },
      { kind: 'assign-organs', part: 'reporting', organIds: ['city-government'] },
      { kind: 'assign-organs', part: 'assisting', organIds: ['city-housing'] },
    ]);
    expect(name(['city-government', 'city-housing']).state().deliberation.organIds).toEqual([
      'city-government',
      'city-housing',
    ]);
  });

  test('is refused for an organ of another level, however near', () => {
    name(['county-1-government']).isRefused('organisation/other-level', '涪城人民政府');
    name(['city-party']).isRefused('organisation/other-level');
  });

  test('is refused for none, one twice, and one nobody knows', () => {
    name([]).isRefused('organs/none');
    name(['city-government', 'city-government']).isRefused('organs/twice');
    name(['city-nobody']).isRefused('organs/unknown');
  });

  test('who has reported stays the reporter; others may join', () => {
    const deliberation = { organIds: ['city-government'], draftReport: { title: '稿', text: '文' } };
    name(['city-housing'], { state: { deliberation } }).isRefused('organs/reported', '示例市人民政府');
    name(['city-government', 'city-housing'], { state: { deliberation } }).isAllowed();
  });
});

describe('REP-01 送交征求意见稿', () => {
  const submit = (on: string, view = named) =>
    given(buildFacts({ tenantId: 'city-government', view, on })).when(acts, 'submit-draft-report', draft);

  test('twenty days before, to the own standing committee and nobody else', () => {
    submit('2026-10-06').isAllowed();
    expect(submit('2026-10-06').effects().packages).toMatchObject([
      { kind: 'work-report-draft', addresseeIds: ['city'], content: { title: draft.title, text: '正文' } },
    ]);
  });

  test('a day later asks for the reason', () => {
    submit('2026-10-07').departs('order/late', '2026-10-06');
  });

  test('is refused before the standing committee has named its organs', () => {
    submit('2026-10-01', placed).isRefused('order/step-missing', '确定报告机关');
  });

  test('is refused for an organ that does not report: what it sends would pass for the report', () => {
    const assisting = { tenantId: 'city-housing', view: withDone(named, ['city-housing'], ['assisting-organ']) };
    given(buildFacts({ ...assisting, on: '2026-10-01' }))
      .when(acts, 'submit-draft-report', draft)
      .isRefused('work-report/not-reporting', '住房和城乡建设局', '报告机关');
    given(buildFacts({ ...assisting, on: '2026-10-10', done: ['submit-draft-report'] }))
      .when(acts, 'submit-final-report', { ...draft, opinionAnswers: [] })
      .isRefused('work-report/not-reporting');
  });

  test('the lead committee takes it in; another organ’s text does not replace the reporter’s', () => {
    const receive = (from: string, state: NonNullable<FactsOverrides['state']>) =>
      given(buildFacts({ view: named, state, on: '2026-10-06' })).when(
        acts,
        'receive-package/work-report-draft',
        receiptOf(from, { title: from, text: '文' }),
      );
    const first = receive('city-government', { deliberation: { organIds: ['city-government', 'city-housing'] } });
    first.isAllowed();
    expect(first.state().deliberation.draftReport?.title).toBe('city-government');
    expect(receive('city-housing', first.state()).state().deliberation.draftReport?.title).toBe('city-government');
  });

  test('the office may sign for it in the committee’s place; a clerk of another committee may not', () => {
    const view = { ...named, leadUnitId: 'city-committee', leadUnitName: '城环资工委' };
    const receive = (overrides: FactsOverrides) =>
      given(buildFacts({ view, on: '2026-10-06', ...overrides })).when(
        acts,
        'receive-package/work-report-draft',
        receiptOf('city-government', { title: '稿', text: '文' }),
      );
    receive({ roles: ['office-clerk'], unitIds: ['city-office'] }).isAllowed();
    receive({ roles: ['committee-clerk'], unitIds: ['city-other'] }).isRefused('act/not-lead-committee', '城环资工委');
  });
});

describe('REP-02 监督法 §14 提交专项工作报告', () => {
  const opinions = [
    { id: 'o-1', text: '停车难', source: '代表' },
    { id: 'o-2', text: '收费乱', source: '群众' },
  ];
  const answers = [
    { opinionId: 'o-1', answer: '已增加车位' },
    { opinionId: 'o-2', answer: '已规范收费' },
  ];
  const submit = (change: Partial<SubmitFinalReport> = {}, overrides: FactsOverrides = {}) =>
    given(
      buildFacts({
        tenantId: 'city-government',
        view: named,
        on: '2026-10-16',
        done: ['submit-draft-report'],
        state: { research: { collectedOpinions: opinions } },
        ...overrides,
      }),
    ).when(acts, 'submit-final-report', { ...draft, opinionAnswers: answers, ...change });

  test('ten days before, answering the opinions of all sides one by one (SUR-09)', () => {
    submit().isAllowed();
    expect(submit().effects().packages).toMatchObject([
      { kind: 'work-report', addresseeIds: ['city'], content: { opinionAnswers: answers } },
    ]);
    submit({}, { on: '2026-10-17' }).departs('order/late');
  });

  test('is refused while one is not answered, answered twice, or not asked', () => {
    submit({ opinionAnswers: answers.slice(0, 1) }).isRefused('work-report/opinion-unanswered', '收费乱');
    submit({ opinionAnswers: [...answers, { opinionId: 'o-1', answer: '再答' }] }).isRefused(
      'work-report/answered-twice',
    );
    submit({ opinionAnswers: [...answers, { opinionId: 'o-9', answer: '答' }] }).isRefused(
      'work-report/unknown-opinion',
      'o-9',
    );
    const blank = [answers[0], { opinionId: 'o-2', answer: ' ' }].filter((answer) => answer !== undefined);
    submit({ opinionAnswers: blank }).isRefused('work-report/opinion-unanswered');
  });

  test('is refused while the opinions that were handed over are not signed for', () => {
    const view = withDone(named, ['city'], ['hand-over-collected-opinions']);
    submit({ opinionAnswers: [] }, { view, state: {} }).isRefused('work-report/opinions-not-received');
    submit({ opinionAnswers: [] }, { state: {} }).isAllowed();
  });

  test('is refused before the draft for comment', () => {
    submit({}, { done: [] }).isRefused('order/step-missing', '征求意见稿');
  });

  test('the office takes it in', () => {
    const content = { title: '关于停车的报告', text: '正文', opinionAnswers: answers };
    const received = given(
      buildFacts({ view: named, on: '2026-10-16', state: { deliberation: { organIds: ['city-government'] } } }),
    ).when(acts, 'receive-package/work-report', receiptOf('city-government', content));
    received.isAllowed();
    expect(received.state().deliberation.finalReport).toEqual(content);
    const fromOther = given(buildFacts({ view: named, state: received.state() })).when(
      acts,
      'receive-package/work-report',
      receiptOf('city-housing', { ...content, title: '另一报告' }),
    );
    expect(fromOther.state().deliberation.finalReport?.title).toBe('关于停车的报告');
  });
});

describe('REP-03 发给组成人员', () => {
  const distribute = (on: string, overrides: FactsOverrides = {}) =>
    given(buildFacts({ view: placed, on, done: ['receive-final-report'], ...overrides })).when(
      acts,
      'distribute-report',
      { form: 'both', note: '' },
    );

  test('seven days before', () => {
    distribute('2026-10-19').isAllowed();
    expect(distribute('2026-10-19').state().deliberation.distributedOn).toBe('2026-10-19');
    distribute('2026-10-20').departs('order/late');
  });

  test('is refused before the report has come in, and before there is a sitting', () => {
    distribute('2026-10-19', { done: [] }).isRefused('order/step-missing', '收到专项工作报告');
    distribute('2026-10-19', { view: buildTopic() }).isRefused('report/no-session');
  });
});
