import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, buildMeeting, buildTopic, changedTrack, type FactsOverrides } from '../../../test/build/facts.ts';
import { buildSitting, buildVote, membersOf } from '../../../test/build/sitting.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { CaseState } from '../case-state.ts';
import type { Finding } from '../research/finding.ts';
import { deliberationActs as acts } from './deliberation-acts.ts';
import type { CountyResults, DeliberationState } from './deliberation-state.ts';
import type { CompileOpinion } from './opinion-acts.ts';

const view = ['city', 'county-1'].reduce(
  (topic, id) => changedTrack(topic, id, { session: buildSession(id === 'city' ? '2026-10-26' : '2026-10-18') }),
  buildTopic(),
);
const finding = (id: string): Finding => ({
  id,
  title: '停车难',
  description: '车位不足',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'prominent',
});
const results: CountyResults = {
  sessionName: '涪城第十次会议',
  workReport: null,
  inquiries: [],
  resolution: null,
  opinion: '意见',
  demands: [],
  assessment: null,
  problems: ['停车难'],
  note: '',
};
const research = { findings: [finding('f-1')], countyFindings: { 'county-1': [finding('f-2')] } };
const deliberation = { organIds: ['city-government', 'city-housing'], countyResults: { 'county-1': results } };
const facts = (overrides: FactsOverrides = {}) =>
  buildFacts({
    view,
    on: '2026-10-26',
    done: ['deliberate'],
    state: { research, deliberation },
    sitting: buildSitting(),
    ...overrides,
  });

const text: CompileOpinion = {
  assessment: '成效明显',
  withoutDemand: [],
  demands: [
    { problem: '停车难', text: '增加车位', organId: 'city-government', findingIds: ['f-1', 'f-2'] },
    { problem: '收费乱', text: '规范收费', organId: 'city-housing', findingIds: [] },
  ],
  countyResults: [{ tenantId: 'county-1', demandNos: [1], how: '' }],
};
const compile = (change: Partial<CompileOpinion> = {}, overrides: FactsOverrides = {}) =>
  given(facts(overrides)).when(acts, 'compile-opinion', { ...text, ...change });

const opinion: NonNullable<DeliberationState['opinion']> = {
  state: 'compiled',
  version: 2,
  assessment: '成效明显',
  problems: ['停车难'],
  demands: [],
  withoutDemand: [],
  countyResultsAbsorbed: [],
  returned: null,
  vote: null,
};
const withOpinion = (change: Partial<typeof opinion> = {}) => ({
  state: { deliberation: { ...deliberation, opinion: { ...opinion, ...change } } },
});
const opinionOf = (state: CaseState) => state.deliberation.opinion;

describe('S3.7 汇总梳理审议意见', () => {
  test('demands get their number and an id that no other tenant’s demand has', () => {
    compile().isAllowed();
    const compiled = opinionOf(compile().state());
    expect(compiled).toMatchObject({ state: 'compiled', version: 1, countyResultsAbsorbed: text.countyResults });
    expect(compiled?.demands.map(({ id, no, organId }) => [id, no, organId])).toEqual([
      ['d-city-7-1', 1, 'city-government'],
      ['d-city-7-2', 2, 'city-housing'],
    ]);
  });

  test('each demand names an organ of the topic and rests on known findings (OPI-02, OPI-03, ORG-09)', () => {
    const row = { problem: '停车难', text: '增加车位', organId: 'city-government', findingIds: [] };
    compile({ demands: [{ ...row, organId: 'county-1-government' }] }).isRefused(
      'opinion/organ-not-named',
      '涪城人民政府',
    );
    compile({ demands: [{ ...row, findingIds: ['f-9'] }] }).isRefused('opinion/unknown-finding', '第1项', 'f-9');
    compile({ demands: [], countyResults: [{ tenantId: 'county-1', demandNos: [], how: '另行处理' }] }).isRefused(
      'opinion/no-demand',
    );
  });

  test('the problems of the opinion are those of its demands, each once', () => {
    const row = { text: '增加车位', organId: 'city-government', findingIds: [] };
    const demands = [
      { ...row, problem: '停车难' },
      { ...row, problem: '收费乱' },
      { ...row, problem: '停车难' },
    ];
    expect(opinionOf(compile({ demands }).state())?.problems).toEqual(['停车难', '收费乱']);
  });

  test('of a finding without a demand the reason is kept; never of one that a demand rests on', () => {
    const row = { problem: '停车难', text: '增加车位', organId: 'city-government', findingIds: ['f-1'] };
    const left = { findingId: 'f-2', reason: '已完工' };
    const judged = compile({ demands: [row], withoutDemand: [left] });
    judged.isAllowed();
    expect(opinionOf(judged.state())?.withoutDemand).toEqual([left]);
    compile({ withoutDemand: [left] }).isRefused('opinion/demanded-and-not', '第1项');
    compile({ demands: [row], withoutDemand: [{ ...left, reason: ' ' }] }).isRefused('opinion/without-demand-reason');
    compile({ demands: [row], withoutDemand: [left, left] }).isRefused('opinion/without-demand-twice');
    compile({ demands: [row], withoutDemand: [{ ...left, findingId: 'f-9' }] }).isRefused('opinion/unknown-finding');
    // What is neither demanded nor spoken of is shown, and may stay so.
    compile({ demands: [row] }).isAllowed();
  });

  test('each county’s results are taken up in a demand, or a reason says why not (OPI-04)', () => {
    const row = { tenantId: 'county-1', demandNos: [], how: '' };
    compile({ countyResults: [{ ...row, how: '与本议题无关' }] }).isAllowed();
    compile({ countyResults: [] }).isRefused('opinion/county-missing', '涪城人大常委会');
    compile({ countyResults: [row] }).isRefused('opinion/county-row', '请说明理由');
    compile({ countyResults: [{ ...row, demandNos: [3] }] }).isRefused('opinion/county-row', '共2项');
    compile({ countyResults: [...text.countyResults, ...text.countyResults] }).isRefused(
      'opinion/county-row',
      '只填写一次',
    );
    compile({ countyResults: [...text.countyResults, { ...row, tenantId: 'county-2', how: '无' }] }).isRefused(
      'opinion/county-row',
      '尚未签收',
    );
  });

  test('a new version is a new question to the council', () => {
    const again = compile({ countyResults: [] }, { ...withOpinion({ state: 'agreed' }), done: ['deliberate'] });
    expect(again.effects().shared).toEqual([{ kind: 'unmark', stepIds: ['agree-opinion'] }]);
    expect(opinionOf(again.state())).toMatchObject({ state: 'compiled', version: 3 });
  });

  test('is refused before the deliberation, and once adopted', () => {
    compile({}, { done: [] }).isRefused('order/step-missing');
    compile({}, withOpinion({ state: 'adopted' })).isRefused('opinion/adopted');
  });

  test('is the lead committee’s, not another’s', () => {
    compile({}, { unitIds: ['city-other-committee'] }).isRefused('act/not-lead-committee', '城环资工委');
  });
});

describe('OPI-01 主任会议审议同意', () => {
  const agree = (payload: object, overrides: FactsOverrides = {}) =>
    given(facts({ done: ['deliberate', 'compile-opinion'], ...withOpinion(), ...overrides })).when(
      acts,
      'agree-opinion',
      payload,
      buildMeeting('city', '2026-10-26'),
    );

  test('the council agrees to the version before it', () => {
    const judged = agree({ outcome: 'approved', version: 2 });
    judged.isAllowed();
    expect(judged.satisfies()).toBe(true);
    expect(opinionOf(judged.state())?.state).toBe('agreed');
  });

  test('what it sends back is compiled anew', () => {
    const judged = agree({ outcome: 'returned', version: 2, reason: '要求不具体' });
    expect(judged.satisfies()).toBe(false);
    expect(judged.effects().shared).toEqual([{ kind: 'unmark', stepIds: ['compile-opinion'] }]);
    expect(opinionOf(judged.state())).toMatchObject({ state: 'compiled', returned: '要求不具体' });
  });

  test('is refused for a version that is not the newest, and before there is one', () => {
    agree({ outcome: 'approved', version: 1 }).isRefused('opinion/other-version', '第2稿');
    agree({ outcome: 'approved', version: 2 }, { done: ['deliberate'] }).isRefused('order/step-missing');
  });
});

describe('VOT-01 常委会会议表决审议意见', () => {
  const members = membersOf('city');
  const done = ['deliberate', 'compile-opinion', 'agree-opinion'];
  const adopt = (vote = buildVote(), overrides: FactsOverrides = {}) =>
    given(facts({ done, ...withOpinion({ state: 'agreed' }), ...overrides })).when(acts, 'adopt-opinion', {
      version: 2,
      vote,
    });

  test('six of eleven in favour adopt it', () => {
    const judged = adopt(buildVote('city', { no: members.slice(0, 5) }));
    judged.isAllowed();
    expect(judged.satisfies()).toBe(true);
    expect(opinionOf(judged.state())).toMatchObject({ state: 'adopted', vote: { passed: true, members: 11 } });
  });

  test('five do not, though nobody is against: it goes back to be compiled', () => {
    const judged = adopt(buildVote('city', { abstain: members.slice(0, 6) }));
    judged.isAllowed();
    expect(judged.satisfies()).toBe(false);
    expect(opinionOf(judged.state())).toMatchObject({ state: 'compiled', vote: { passed: false } });
    expect(judged.effects().shared).toEqual([{ kind: 'unmark', stepIds: ['compile-opinion', 'agree-opinion'] }]);
  });

  test('no step is skipped (S3.7)', () => {
    adopt(buildVote(), { done: ['deliberate', 'compile-opinion'] }).isRefused('order/step-missing', '主任会议');
    adopt(buildVote(), withOpinion({ state: 'agreed', version: 3 })).isRefused('opinion/other-version', '第3稿');
  });

  test('is refused outside a quorate sitting, and for a vote that does not add up (VOT-02)', () => {
    adopt(buildVote(), { sitting: buildSitting('city', { state: 'convened' }) }).isRefused('sitting/not-open');
    adopt(buildVote('city', { yes: members.slice(1) })).isRefused('vote/missing', '示例市chair');
  });
});

describe('S3.8 作出决议决定', () => {
  const make = (change: object = {}) =>
    given(facts()).when(acts, 'make-resolution', {
      title: '关于加强停车管理的决定',
      text: '正文',
      reportBy: '2026-12-31',
      vote: buildVote(),
      ...change,
    });

  test('a passed one sets its own term (HAN-02)', () => {
    make().isAllowed();
    expect(make().effects().shared).toEqual([{ kind: 'set-resolution-due', due: '2026-12-31' }]);
    expect(make().state().deliberation.resolution).toMatchObject({ reportBy: '2026-12-31', vote: { passed: true } });
  });

  test('a lost one sets nothing', () => {
    const lost = make({ vote: buildVote('city', { no: membersOf('city').slice(0, 6) }) });
    expect(lost.satisfies()).toBe(false);
    expect(lost.effects()).toEqual({});
    expect(lost.state().deliberation.resolution).toBeNull();
  });

  test('is refused for a term that has ended before it begins', () => {
    make({ reportBy: '2026-10-26' }).isRefused('resolution/term');
  });
});

describe('S3.3 县级向市人大常委会报送监督工作情况', () => {
  const send = (done: readonly string[] = ['adopt-opinion'], on = '2026-10-20') =>
    given(
      facts({
        tenantId: 'county-1',
        on,
        done,
        sitting: buildSitting('county-1'),
        state: {
          deliberation: {
            opinion: { ...opinion, state: 'adopted' },
            organIds: ['county-1-government'],
            finalReport: { title: '停车情况的报告', text: '基本情况。', opinionAnswers: [] },
            inquiries: [{ on: '2026-10-18', matter: '停车', asked: ['县政府'], summary: '现场答复' }],
          },
        },
      }),
    ).when(acts, 'send-supervision-results', { note: '', attachments: [] });

  test('the work report itself, the adopted opinion, its demands and the grade go to the city, once and sealed', () => {
    send().isAllowed();
    expect(send().effects().packages).toMatchObject([
      {
        kind: 'supervision-results',
        addresseeIds: ['city'],
        content: {
          sessionName: '第二十次会议',
          problems: ['停车难'],
          workReport: { organName: expect.stringContaining('政府'), title: '停车情况的报告', text: '基本情况。' },
          inquiries: [{ on: '2026-10-18', matter: '停车', summary: '现场答复' }],
        },
      },
    ]);
  });

  test('is refused before the opinion is adopted; on the day of the city’s session it is late', () => {
    send([]).isRefused('order/step-missing', '表决审议意见');
    send(['adopt-opinion'], '2026-10-26').departs('order/late');
  });

  test('the city has them from its receipt on', () => {
    const received = given(facts({ state: {} })).when(
      acts,
      'receive-package/supervision-results',
      receiptOf('county-2', results),
    );
    received.isAllowed();
    expect(received.state().deliberation.countyResults).toEqual({ 'county-2': results });
  });
});
