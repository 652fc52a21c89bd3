import { describe, expect, test } from 'vitest';
import {
  buildFacts,
  buildMeeting,
  buildTopic,
  changedTrack,
  testCounties,
  withDone,
} from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { emptyCaseState } from '../case-state.ts';
import { evolve, fold } from '../fold.ts';
import { checkPlanBreadth, yearActs } from './year-acts.ts';

const solicitation = {
  deadline: '2025-12-20',
  invited: ['organs', 'deputies'],
  notice: '征集通知',
  publishedOn: '2025-11-03',
  channels: '门户网站',
};
const suggestion = {
  title: '城区停车管理',
  sources: ['public-concern'],
  domain: 'livelihood',
  necessity: '必要',
  feasibility: '可行',
  author: { kind: 'office', name: '办公室' },
};

describe('S1.5 S1.6 三至五个议题，既突出重点又涵盖一定的面', () => {
  test('three topics of two domains pass without a word', () => {
    expect(checkPlanBreadth([{ domain: 'economy' }, { domain: 'livelihood' }, { domain: 'livelihood' }])).toEqual([]);
  });

  test('six topics ask for a reason (S1.5)', () => {
    const six = ['economy', 'livelihood', 'environment', 'economy', 'livelihood', 'environment'] as const;
    expect(checkPlanBreadth(six.map((domain) => ({ domain })))).toMatchObject([
      { force: 'in-principle', clause: 'S1.5' },
    ]);
  });

  test('topics all of one domain are refused (S1.6)', () => {
    const same = [1, 2, 3].map(() => ({ domain: 'economy' as const }));
    expect(checkPlanBreadth(same)).toMatchObject([{ force: 'must', clause: 'S1.6' }]);
  });
});

describe('S1.1 S1.2 the year of one body', () => {
  const acts = [
    { kind: 'open-solicitation', seq: 1, on: '2025-11-03', payload: solicitation },
    { kind: 'register-suggestion', seq: 2, on: '2025-11-10', payload: suggestion },
  ].map((act) => ({ ...act, actorId: 'clerk', tenantId: 'city' }));

  test('is the fold of its acts, after every one of them', () => {
    const stepwise = acts.reduce((state, act) => evolve('year', 'body', state, act), emptyCaseState);
    expect(fold('year', 'body', acts)).toEqual(stepwise);
    expect(stepwise.year.solicitation?.deadline).toBe('2025-12-20');
    expect(stepwise.year.suggestions.map(({ id, title }) => [id, title])).toEqual([['2', '城区停车管理']]);
  });

  test('S1.3 S1.4 begins with nothing settled and no plan', () => {
    expect(buildFacts().state.year.jointPlan).toBeNull();
    expect(emptyCaseState.year.settledOn).toBeNull();
  });
});

describe('S1.1 征集截止日期', () => {
  const year = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
  const call = (on: string, deadline: string) =>
    given(buildFacts({ view: year, on })).when(yearActs, 'open-solicitation', { ...solicitation, deadline });

  test('lies within the window', () => {
    call('2025-11-03', '2025-12-31').isAllowed();
    call('2025-11-03', '2026-01-01').isRefused('solicitation/deadline', '2025-12-31');
    call('2025-11-03', '2025-11-02').isRefused('solicitation/deadline');
  });

  test('of a call that comes after the window is still to come, with the reason of its lateness', () => {
    call('2026-01-05', '2026-01-20').departs('order/late');
    call('2026-01-05', '2025-12-31').isRefused('solicitation/deadline', '2026-01-05');
  });
});

describe('S1.1 征集市县同步开展', () => {
  const year = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
  const call = (tenantId: string) =>
    given(buildFacts({ tenantId, view: year, on: '2025-11-03' })).when(yearActs, 'open-solicitation', solicitation);
  const content = { deadline: '2025-12-20', invited: ['organs', 'deputies'], notice: '征集通知' };

  test('the city’s goes to every county and to its own 一府一委两院, without when and where it was published', () => {
    expect(call('city').effects().packages).toMatchObject([
      { kind: 'solicitation-call', addresseeIds: [...testCounties], content },
      { kind: 'solicitation-call', addresseeIds: ['city-government'], content },
    ]);
  });

  test('a county’s goes to its own organs alone', () => {
    expect(call('county-1').effects().packages).toMatchObject([{ addresseeIds: ['county-1-government'], content }]);
  });

  test('a county keeps what the city wrote until it makes its own', () => {
    const received = {
      kind: 'receive-package/solicitation-call',
      seq: 1,
      on: '2025-11-04',
      actorId: 'clerk',
      tenantId: 'county-1',
      payload: receiptOf('city', content),
    };
    const { receivedCall, solicitation: own } = fold('year', 'body', [received]).year;
    expect(receivedCall).toEqual({ ...content, fromName: 'city' });
    expect(own).toBeNull();
  });

  test('is made known before it ends', () => {
    given(buildFacts({ view: year, on: '2025-11-03' }))
      .when(yearActs, 'open-solicitation', { ...solicitation, publishedOn: '2025-12-21' })
      .isRefused('solicitation/publication', '2025-12-21');
  });
});

describe('S1.5 S1.7 议题一经确定', () => {
  const year = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
  const planned = ['1', '2', '3'].map((key, index) => ({
    key,
    name: `议题${key}`,
    domain: index === 0 ? ('economy' as const) : ('livelihood' as const),
    leadUnitId: 'city-committee',
    deliberationDate: '2026-10-26',
  }));
  const draft = { topics: planned, note: '' };
  const drafting = (settledOn: string | null) =>
    given(
      buildFacts({ view: year, on: '2025-12-30', done: ['record-consultation'], state: { year: { settledOn } } }),
    ).when(yearActs, 'draft-joint-plan', draft);

  test('the council that settles the topics leaves the day in the state', () => {
    const facts = buildFacts({
      view: withDone(year, ['city', ...testCounties], ['decide-joint-plan']),
      state: { year: { jointPlan: { version: 1, topics: planned, seq: 3 } } },
    });
    const settled = given(facts).when(yearActs, 'settle-topics', { keys: ['1', '2', '3'] }, buildMeeting());
    settled.isAllowed();
    expect(settled.state().year.settledOn).toBe('2026-07-01');
    expect(settled.effects().shared?.[0]).toMatchObject({ kind: 'create-topics', topics: [{}, {}, {}] });
  });

  test('a row of the joint plan says what it grew from; counties do not learn whose list it was, and what the city does not know is refused', () => {
    const proposal = { title: '城区停车管理', domain: 'livelihood' as const, suggestionIds: ['9'], reason: '集中' };
    const facts = buildFacts({
      view: year,
      on: '2025-12-30',
      done: ['record-consultation'],
      state: { year: { countyLists: { 'county-1': [proposal] } } },
    });
    const from = (id: string) => ({
      ...draft,
      topics: planned.map((row, index) => (index === 0 ? { ...row, suggestionIds: [id] } : row)),
    });
    const known = given(facts).when(yearActs, 'draft-joint-plan', from('county-1/1'));
    known.isAllowed();
    expect(known.effects().packages).toMatchObject([{ content: { topics: planned } }]);
    expect(JSON.stringify(known.effects().packages)).not.toContain('county-1/1');
    given(facts)
      .when(yearActs, 'draft-joint-plan', from('county-1/2'))
      .isRefused('joint-plan/unknown-suggestion', '议题1');
  });

  test('the joint plan is drafted anew before, and not after', () => {
    drafting(null).isAllowed();
    drafting('2025-12-28').isRefused('joint-plan/settled', '2025-12-28', '议题调整程序');
  });
});

describe('S1.1 代表提出议题建议', () => {
  const view = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
  const { author: _author, ...text } = suggestion;
  const suggests = (done: readonly string[]) =>
    given(buildFacts({ view, done, roles: ['deputy'], on: '2025-11-10' })).when(yearActs, 'suggest-topic', text);

  test('asks for the call as a step of the track, so that a browser without the contents can ask it too', () => {
    suggests(['open-solicitation']).isAllowed();
    suggests([]).isRefused('suggestion/no-solicitation');
  });
});

describe('S1.4 主任会议审议计划建议方案', () => {
  const drafted = changedTrack(buildTopic({ kind: 'year', name: '2026年度联动监督议题' }), 'city', {
    done: { 'draft-joint-plan': { on: '2025-12-20', seq: 9 } },
  });
  const decide = (seq: number | null) => {
    const jointPlan = seq === null ? null : { version: 1, topics: [], seq };
    const facts = buildFacts({ tenantId: 'county-1', view: drafted, state: { year: { jointPlan } } });
    return given(facts).when(yearActs, 'decide-joint-plan', { outcome: 'approved' }, buildMeeting('county-1'));
  };

  test('an older text signed for after the newest replaces nothing', () => {
    const jointPlan = { version: 2, topics: [], seq: 9 };
    const facts = buildFacts({ tenantId: 'county-1', view: drafted, state: { year: { jointPlan } } });
    const receipt = receiptOf('city', { version: 1, topics: [], note: '' }, 3);
    expect(given(facts).when(yearActs, 'receive-package/joint-plan', receipt).state().year.jointPlan).toEqual(
      jointPlan,
    );
  });

  test('the council decides on the newest text, and not on one that was replaced meanwhile', () => {
    decide(9).isAllowed();
    decide(3).isRefused('joint-plan/not-received', '最新一稿');
    decide(null).isRefused('joint-plan/not-received');
  });
});
