import { describe, expect, test } from 'vitest';
import {
  buildFacts,
  buildMeeting,
  buildTopic,
  type StateOverrides,
  testCounties,
  withDone,
} from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { planActs as acts } from './plan-acts.ts';

const text = { focus: '重点', siteResearch: '实地', talks: '座谈', deliberation: '审议', countyTasks: '' };
const draft = { ...text, commentAnswers: [] };
const plan = { ...text, version: 1 };
const comments = Object.fromEntries(
  testCounties.map((id) => [id, { version: 1, stance: 'agrees' as const, comment: '' }]),
);

describe('S2.1 拟定实施方案', () => {
  test('the lead committee drafts the four parts and asks every county', () => {
    const judged = given(buildFacts()).when(acts, 'draft-implementation-plan', draft);
    judged.isAllowed();
    expect(judged.state().research.plan).toMatchObject({ version: 1, focus: '重点' });
    expect(judged.effects().packages).toMatchObject([
      { kind: 'plan-draft', addresseeIds: testCounties, content: { version: 1 } },
    ]);
  });

  test('a part left empty is named', () => {
    given(buildFacts())
      .when(acts, 'draft-implementation-plan', { ...draft, talks: ' ', deliberation: '' })
      .isRefused('plan/part-missing', '座谈走访、会议审议');
  });

  test('only the lead committee drafts it', () => {
    given(buildFacts({ unitIds: ['city-office'] }))
      .when(acts, 'draft-implementation-plan', draft)
      .isRefused('act/not-lead-committee', '城环资工委');
  });

  test('a new version asks everybody again, even after approval', () => {
    const facts = buildFacts({
      done: ['draft-implementation-plan', 'approve-implementation-plan'],
      state: { research: { plan, planApproved: true } },
    });
    const judged = given(facts).when(acts, 'draft-implementation-plan', draft);
    judged.isAllowed();
    expect(judged.state().research).toMatchObject({ planApproved: false, plan: { version: 2 } });
    expect(judged.effects().shared).toEqual([
      { kind: 'unmark-everywhere', stepIds: ['comment-on-plan'] },
      { kind: 'unmark', stepIds: ['approve-implementation-plan'] },
    ]);
  });

  const heard = (comment: string) =>
    buildFacts({
      done: ['draft-implementation-plan'],
      state: {
        research: {
          plan,
          planComments: {
            ...comments,
            'county-1': { version: 1, stance: 'revise', comment },
            'county-2': { version: 1, stance: 'agrees', comment: '增加座谈' },
            'county-3': { version: 0, stance: 'revise', comment: '旧稿的意见' },
          },
        },
      },
    });

  test('a new version answers what the counties said to the one before, and none of an older one', () => {
    const bare = given(heard('增加园区')).when(acts, 'draft-implementation-plan', draft);
    bare.isRefused('plan/comments-unanswered', '涪城人大常委会、游仙人大常委会');
    const commentAnswers = [
      { tenantId: 'county-1', answer: 'adopted', reason: '' },
      { tenantId: 'county-2', answer: 'declined', reason: ' ' },
    ];
    given(heard('增加园区'))
      .when(acts, 'draft-implementation-plan', { ...draft, commentAnswers })
      .isRefused('plan/answer-reason', '游仙');
  });

  test('each county reads what became of its own words and of nobody else’s', () => {
    const commentAnswers = [
      { tenantId: 'county-1', answer: 'adopted', reason: '' },
      { tenantId: 'county-2', answer: 'declined', reason: '座谈已有安排' },
    ];
    const judged = given(heard('增加园区')).when(acts, 'draft-implementation-plan', { ...draft, commentAnswers });
    judged.isAllowed();
    const packages = judged.effects().packages ?? [];
    expect(packages.map(({ addresseeIds }) => addresseeIds)).toEqual([['county-3'], ['county-1'], ['county-2']]);
    expect(packages[0]?.content).not.toHaveProperty('commentAnswer');
    expect(packages[2]?.content).toMatchObject({
      version: 2,
      commentAnswer: { comment: '增加座谈', answer: 'declined', reason: '座谈已有安排' },
    });
    expect(JSON.stringify(packages[1])).not.toContain('座谈已有安排');
    expect(judged.state().research.planAnswers['county-1']).toEqual({
      answer: 'adopted',
      reason: '',
      version: 2,
      comment: '增加园区',
    });
  });

  test('the county keeps the answer with the new version it has signed for', () => {
    const commentAnswer = { comment: '增加园区', answer: 'adopted', reason: '' };
    const content = { ...plan, version: 2, commentAnswer };
    const { research } = given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'receive-package/plan-draft', receiptOf('city', content))
      .state();
    expect(research.plan).toEqual({ ...plan, version: 2 });
    expect(research.planAnswers).toEqual({ 'county-1': { ...commentAnswer, version: 2 } });
  });

  test('a new version of a plan that was drafted in time is not late', () => {
    const after = { on: '2026-08-27', today: '2026-08-27' };
    given(buildFacts(after)).when(acts, 'draft-implementation-plan', draft).departs('order/late', '2026-08-26');
    given(buildFacts({ ...after, done: ['draft-implementation-plan'] }))
      .when(acts, 'draft-implementation-plan', draft)
      .isAllowed();
  });

  test('is refused once the joint research has ended', () => {
    given(buildFacts({ done: ['conclude-joint-research'] }))
      .when(acts, 'draft-implementation-plan', draft)
      .isRefused('plan/research-concluded');
  });
});

describe('S2.1 会同研究实施方案', () => {
  const drafted = withDone(buildTopic(), ['city'], ['draft-implementation-plan']);
  const county = (research: StateOverrides['research'] = { plan }) =>
    buildFacts({ tenantId: 'county-1', view: drafted, state: { research } });

  test('a county committee says what it thinks of the version it has received', () => {
    const judged = given(county()).when(acts, 'comment-on-plan', { stance: 'revise', comment: '增加园区' });
    judged.isAllowed();
    expect(judged.state().research.planComments).toEqual({
      'county-1': { version: 1, stance: 'revise', comment: '增加园区' },
    });
    expect(judged.effects().packages).toMatchObject([
      { kind: 'plan-comment', addresseeIds: ['city'], content: { version: 1 } },
    ]);
  });

  test('is refused before the draft is signed for', () => {
    given(county({ plan: null }))
      .when(acts, 'comment-on-plan', { stance: 'agrees', comment: '' })
      .isRefused('plan/not-received');
  });

  test('is refused a second time for the same version, and possible for the next', () => {
    const said = { planComments: { 'county-1': { version: 1, stance: 'agrees' as const, comment: '' } } };
    const agree = { stance: 'agrees', comment: '' };
    given(county({ plan, ...said }))
      .when(acts, 'comment-on-plan', agree)
      .isRefused('plan/already-commented', '第1稿');
    given(county({ plan: { ...plan, version: 2 }, ...said }))
      .when(acts, 'comment-on-plan', agree)
      .isAllowed();
  });

  test('disagreeing needs words', () => {
    given(county()).when(acts, 'comment-on-plan', { stance: 'revise', comment: '' }).isRefused('plan/comment-missing');
  });

  test('the draft and the comment arrive with their receipts', () => {
    expect(
      given(county()).when(acts, 'receive-package/plan-draft', receiptOf('city', plan)).state().research.plan,
    ).toEqual(plan);
    const comment = { version: 1, stance: 'agrees' as const, comment: '' };
    const received = given(buildFacts())
      .when(acts, 'receive-package/plan-comment', receiptOf('county-2', comment))
      .state();
    expect(received.research.planComments).toEqual({ 'county-2': comment });
  });

  test('packages may be signed for in any order: what is older replaces nothing', () => {
    const newest = { ...plan, version: 2 };
    const late = given(county({ plan: newest }));
    for (const kind of ['plan-draft', 'implementation-plan'])
      expect(late.when(acts, `receive-package/${kind}`, receiptOf('city', plan)).state().research.plan).toEqual(newest);
    const planComments = { 'county-2': { version: 2, stance: 'agrees' as const, comment: '' } };
    const old = receiptOf('county-2', { version: 1, stance: 'revise', comment: '修改' });
    const heard = given(buildFacts({ state: { research: { planComments } } }));
    expect(heard.when(acts, 'receive-package/plan-comment', old).state().research.planComments).toEqual(planComments);
  });
});

describe('S2.2 主任会议审定实施方案', () => {
  const view = withDone(withDone(buildTopic(), ['city'], ['draft-implementation-plan']), testCounties, [
    'comment-on-plan',
  ]);
  const ready = buildFacts({
    view,
    on: '2026-07-01',
    state: { research: { plan, planComments: comments }, deliberation: { organIds: ['city-government'] } },
  });

  test('the approved plan goes to every county and to the organs already named', () => {
    const judged = given(ready).when(acts, 'approve-implementation-plan', { outcome: 'approved' }, buildMeeting());
    judged.isAllowed();
    expect(judged.state().research.planApproved).toBe(true);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'implementation-plan', addresseeIds: [...testCounties, 'city-government'] },
    ]);
  });

  test('a returned plan satisfies nothing and goes nowhere', () => {
    const judged = given(ready).when(
      acts,
      'approve-implementation-plan',
      { outcome: 'returned', reason: '重写' },
      buildMeeting(),
    );
    judged.isAllowed();
    expect(judged.satisfies()).toBe(false);
    expect(judged.effects()).toEqual({});
  });

  test('a county whose comment on this version has not been received is named', () => {
    const stale = { ...comments, 'county-2': { version: 0, stance: 'agrees' as const, comment: '' } };
    given({ ...ready, state: { ...ready.state, research: { ...ready.state.research, planComments: stale } } })
      .when(acts, 'approve-implementation-plan', { outcome: 'approved' }, buildMeeting())
      .departs('plan/comments-missing', '游仙');
  });

  test('a county that has said nothing is asked for once, by the order of the steps', () => {
    const silent = buildFacts({
      view: withDone(buildTopic(), ['city'], ['draft-implementation-plan']),
      on: '2026-07-01',
      state: { research: { plan } },
    });
    const { refusals } = given(silent).when(
      acts,
      'approve-implementation-plan',
      { outcome: 'approved' },
      buildMeeting(),
    );
    expect(refusals.map(({ code }) => code)).toEqual(['order/counties-missing']);
  });

  test('what a county wants changed is not agreed: the plan is drafted anew, or a reason says why not', () => {
    const planComments = { ...comments, 'county-2': { version: 1, stance: 'revise' as const, comment: '增加园区' } };
    given({ ...ready, state: { ...ready.state, research: { ...ready.state.research, planComments } } })
      .when(acts, 'approve-implementation-plan', { outcome: 'approved' }, buildMeeting())
      .departs('plan/comments-open', '游仙');
  });

  test('is refused without a meeting, and before there is a draft', () => {
    given(ready).when(acts, 'approve-implementation-plan', { outcome: 'approved' }).isRefused('meeting/missing');
    given(buildFacts())
      .when(acts, 'approve-implementation-plan', { outcome: 'approved' }, buildMeeting())
      .isRefused('order/step-missing', '拟定实施方案');
  });

  test('two months before the city session is the last day; later it needs a reason', () => {
    const late = { ...ready, on: '2026-08-27', today: '2026-08-27' };
    given(late)
      .when(acts, 'approve-implementation-plan', { outcome: 'approved' }, buildMeeting('city', '2026-08-27'))
      .departs('order/late', '2026-08-26');
  });

  test('counties and organs take the approved plan in', () => {
    for (const tenantId of ['county-1', 'city-government']) {
      const judged = given(buildFacts({ tenantId })).when(
        acts,
        'receive-package/implementation-plan',
        receiptOf('city', plan),
      );
      expect(judged.state().research).toMatchObject({ plan, planApproved: true });
    }
  });
});
