import { describe, expect, test } from 'vitest';
import {
  buildFacts,
  buildMeeting,
  buildTopic,
  type FactsOverrides,
  testCounties,
  withDone,
} from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { adjustmentActs as acts, type ConsultAdjustment, type ProposeAdjustment } from './adjustment-acts.ts';

const change = { kind: 'change', deliberationDate: '2026-11-26' } as const;
const proposal: ProposeAdjustment = { trigger: 'central-work', change, reason: '全市中心工作有新要求' };
const said = ['city', ...testCounties].map(
  (tenantId) => ({ tenantId, stance: 'agrees', comment: '', enteredBy: 'own' }) as const,
);
const consultation: Extract<ConsultAdjustment, { outcome: 'adjust' }> = {
  date: '2026-06-20',
  items: [{ key: 'change', title: '审议时间调整', detail: '中心工作' }],
  opinions: said.map((one) => ({ ...one, key: 'change' })),
  excusedIds: [],
  conclusion: '一致同意',
  outcome: 'adjust',
  change,
};
const proposed = { ...proposal, fromTenantId: 'city' };
const consulted = { change, conclusion: '一致同意', date: '2026-06-20', seq: 1, opinions: said, excusedIds: [] };
const approved = { outcome: 'approved' } as const;

const cityWithProposal = (overrides: FactsOverrides = {}) =>
  buildFacts({ done: ['propose-adjustment'], state: { adjustment: { proposal: proposed } }, ...overrides });
const conferred = withDone(buildTopic(), ['city'], ['consult-adjustment']);

describe('S1.7 提出议题调整建议', () => {
  test('the city proposes to all counties with one of the three triggers', () => {
    const judged = given(buildFacts()).when(acts, 'propose-adjustment', proposal);
    judged.isAllowed();
    expect(judged.state().adjustment.proposal).toMatchObject({ trigger: 'central-work', fromTenantId: 'city' });
    expect(judged.effects().packages).toMatchObject([{ kind: 'adjustment-proposal', addresseeIds: testCounties }]);
  });

  test('a county proposes to the city (S1.8)', () => {
    const judged = given(buildFacts({ tenantId: 'county-2' })).when(acts, 'propose-adjustment', proposal);
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([{ kind: 'adjustment-proposal', addresseeIds: ['city'] }]);
  });

  test('is refused while another adjustment is under way', () => {
    given(cityWithProposal())
      .when(acts, 'propose-adjustment', proposal)
      .isRefused('act/already-done', '提出议题调整建议');
  });

  test('is refused without a reason', () => {
    given(buildFacts())
      .when(acts, 'propose-adjustment', { ...proposal, reason: ' ' })
      .isRefused('adjustment/no-reason');
  });

  test('is refused when nothing changes, when the committee is not the city’s, or the day lies outside the plan year', () => {
    const propose = (changed: object) =>
      given(buildFacts()).when(acts, 'propose-adjustment', { ...proposal, change: { kind: 'change', ...changed } });
    propose({ deliberationDate: '2026-10-26' }).isRefused('adjustment/nothing-changed');
    propose({ leadUnitId: 'county-1-committee' }).isRefused('adjustment/lead-committee');
    propose({ deliberationDate: '2027-01-05' }).isRefused('adjustment/deliberation-date', '2026年内');
    propose({ deliberationDate: '2026-06-01' }).isRefused('adjustment/deliberation-date', '早于办理日期');
  });

  test('is refused once the city has deliberated', () => {
    const view = withDone(buildTopic(), ['city'], ['deliberate']);
    given(buildFacts({ view, tenantId: 'county-1' }))
      .when(acts, 'propose-adjustment', proposal)
      .isRefused('adjustment/deliberated');
  });
});

describe('S1.8 会商、决定、同步调整', () => {
  test('a county’s proposal that the city signs for opens the conferring', () => {
    const content = { trigger: 'party-focus', change, reason: '党委部署' };
    const judged = given(buildFacts()).when(
      acts,
      'receive-package/adjustment-proposal',
      receiptOf('county-1', content),
    );
    judged.isAllowed();
    expect(judged.state().adjustment.proposal).toMatchObject({ fromTenantId: 'county-1', trigger: 'party-focus' });
    expect(judged.effects().shared).toEqual([{ kind: 'mark', stepId: 'propose-adjustment' }]);
  });

  test('the city’s proposal marks nothing on a county’s track', () => {
    const judged = given(buildFacts({ tenantId: 'county-1' })).when(
      acts,
      'receive-package/adjustment-proposal',
      receiptOf('city', { trigger: 'party-focus', change, reason: '党委部署' }),
    );
    expect(judged.effects().shared).toEqual([]);
  });

  test('conferring hears every county and asks every council', () => {
    const judged = given(cityWithProposal()).when(acts, 'consult-adjustment', consultation);
    judged.isAllowed();
    expect(judged.state().adjustment.consulted).toMatchObject({ change, seq: 7 });
    expect(judged.effects().packages).toMatchObject([
      { kind: 'adjustment-consultation', content: { outcome: 'adjust' } },
    ]);
    expect(judged.effects().shared).toContainEqual({ kind: 'unmark-everywhere', stepIds: ['decide-adjustment'] });
  });

  test('conferring names the county that was not heard', () => {
    given(cityWithProposal())
      .when(acts, 'consult-adjustment', {
        ...consultation,
        opinions: consultation.opinions.filter(({ tenantId }) => tenantId !== 'county-1'),
      })
      .isRefused('consultation/county-missing', '涪城');
  });

  test('conferring needs a proposal', () => {
    given(buildFacts({ done: ['propose-adjustment'] }))
      .when(acts, 'consult-adjustment', consultation)
      .isRefused('adjustment/no-proposal');
  });

  test('conferring may end with the topic as it is; the next proposal can follow', () => {
    const { change: _change, ...conferredOn } = consultation;
    const keep = { ...conferredOn, conclusion: '不作调整', outcome: 'keep' };
    const judged = given(cityWithProposal()).when(acts, 'consult-adjustment', keep);
    judged.isAllowed();
    expect(judged.satisfies()).toBe(false);
    expect(judged.state().adjustment).toMatchObject({ proposal: null, history: [{ outcome: 'kept' }] });
    expect(judged.effects().shared).toMatchObject([{ kind: 'unmark-everywhere' }]);
  });

  test('a council decides on the newest text it has signed for', () => {
    const facts = buildFacts({ tenantId: 'county-1', view: conferred, state: { adjustment: { consulted } } });
    given(facts).when(acts, 'decide-adjustment', approved, buildMeeting('county-1')).isAllowed();
  });

  test('a council does not decide on a text that has been superseded', () => {
    const facts = buildFacts({
      tenantId: 'county-1',
      view: conferred,
      state: { adjustment: { consulted: { ...consulted, seq: 0 } } },
    });
    given(facts)
      .when(acts, 'decide-adjustment', approved, buildMeeting('county-1'))
      .isRefused('adjustment/not-received', '签收');
  });

  test('a council decides only after the city has conferred', () => {
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'decide-adjustment', approved, buildMeeting('county-1'))
      .isRefused('order/step-missing', '会商议题同步调整');
  });

  test('a county’s return does not satisfy the step and tells the city why', () => {
    const facts = buildFacts({ tenantId: 'county-1', view: conferred, state: { adjustment: { consulted } } });
    const judged = given(facts).when(
      acts,
      'decide-adjustment',
      { outcome: 'returned', reason: '时间太紧' },
      buildMeeting('county-1'),
    );
    judged.isAllowed();
    expect(judged.satisfies()).toBe(false);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'post', addresseeIds: ['city'], content: { text: '时间太紧' } },
    ]);
  });

  test('the newest text comes with the receipt', () => {
    const content = { outcome: 'adjust', change, conclusion: '一致同意', date: '2026-06-20' };
    const judged = given(buildFacts({ tenantId: 'county-1' })).when(
      acts,
      'receive-package/adjustment-consultation',
      receiptOf('city', content, 9),
    );
    expect(judged.state().adjustment.consulted).toMatchObject({ seq: 9, change });
  });

  test('the topic changes when all councils have decided, and the four steps start over', () => {
    const view = withDone(conferred, ['city', ...testCounties], ['decide-adjustment']);
    const facts = buildFacts({
      view,
      done: ['propose-adjustment'],
      state: { adjustment: { proposal: proposed, consulted } },
    });
    const judged = given(facts).when(acts, 'apply-adjustment', { informed: '已告知组成人员和有关机关' });
    judged.isAllowed();
    expect(judged.effects().shared).toEqual([
      { kind: 'change-topic', deliberationDate: '2026-11-26' },
      {
        kind: 'unmark-everywhere',
        stepIds: ['propose-adjustment', 'consult-adjustment', 'decide-adjustment', 'apply-adjustment'],
      },
    ]);
    expect(judged.state().adjustment).toMatchObject({
      proposal: null,
      consulted: null,
      history: [{ change, outcome: 'applied' }],
    });
  });

  test('an older text signed for after a newer one replaces nothing', () => {
    const content = { outcome: 'adjust', change: { kind: 'withdraw' }, conclusion: '撤销', date: '2026-06-10' };
    const facts = buildFacts({ tenantId: 'county-1', state: { adjustment: { proposal: proposed, consulted } } });
    const judged = given(facts).when(
      acts,
      'receive-package/adjustment-consultation',
      receiptOf('city', content, consulted.seq - 1),
    );
    expect(judged.state().adjustment.consulted).toEqual(consulted);
  });

  test('what the city has deliberated meanwhile is not decided on and not changed any more', () => {
    const decided = withDone(conferred, ['city', ...testCounties], ['decide-adjustment']);
    const view = withDone(decided, ['city'], ['deliberate']);
    const state = { adjustment: { proposal: proposed, consulted } };
    given(buildFacts({ view, state }))
      .when(acts, 'apply-adjustment', { informed: '已告知' })
      .isRefused('adjustment/deliberated');
    given(buildFacts({ view: withDone(conferred, ['city'], ['deliberate']), state }))
      .when(acts, 'decide-adjustment', { outcome: 'approved' }, buildMeeting())
      .isRefused('adjustment/deliberated');
  });

  test('a proposal that reaches the city after its deliberation asks for nothing any more', () => {
    const receipt = receiptOf('county-1', proposal);
    const received = (view = buildTopic()) =>
      given(buildFacts({ view })).when(acts, 'receive-package/adjustment-proposal', receipt);
    expect(received().effects().shared).toEqual([{ kind: 'mark', stepId: 'propose-adjustment' }]);
    expect(received(withDone(buildTopic(), ['city'], ['deliberate'])).effects().shared).toEqual([]);
  });

  test('a withdrawal ends the topic at every level', () => {
    const view = withDone(conferred, ['city', ...testCounties], ['decide-adjustment']);
    const state = {
      adjustment: { proposal: proposed, consulted: { ...consulted, change: { kind: 'withdraw' } as const } },
    };
    const judged = given(buildFacts({ view, state })).when(acts, 'apply-adjustment', { informed: '已告知' });
    expect(judged.effects().shared?.[0]).toEqual({ kind: 'change-topic', withdrawn: true });
  });

  test('notice of a withdrawal can be signed for; nothing else is done in the topic any more', () => {
    const view = buildTopic({ state: 'withdrawn' });
    const content = { outcome: 'keep', change, conclusion: '', date: '2026-06-20' };
    const county = given(buildFacts({ view, tenantId: 'county-1' }));
    county.when(acts, 'receive-package/adjustment-consultation', receiptOf('city', content)).isAllowed();
    county.when(acts, 'propose-adjustment', proposal).isRefused('case/withdrawn', '已按程序撤销');
  });

  test('a single council that has not decided refuses it, whatever the reason given', () => {
    const view = withDone(conferred, ['city', 'county-1', 'county-3'], ['decide-adjustment']);
    given(buildFacts({ view, state: { adjustment: { proposal: proposed, consulted } } }))
      .when(acts, 'apply-adjustment', { informed: '已告知' })
      .isRefused('order/step-missing', '游仙');
  });
});
