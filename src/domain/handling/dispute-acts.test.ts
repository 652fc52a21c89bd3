import { describe, expect, test } from 'vitest';
import { buildFacts, buildMeeting, buildTopic, type FactsOverrides, withDone } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import type { DecidedDispute, DemandAnswer, DisputeDecision } from './demand.ts';
import { disputeActs, disputedDemands } from './dispute-acts.ts';
import { emptyRound, type Round } from './handling-state.ts';
import { openDemands } from './rounds.ts';

const demand = (no: number) => ({
  id: `d-${no}`,
  no,
  problem: '停车难',
  text: '增加车位',
  organId: 'city-housing',
  findingIds: [],
});
const demands = [demand(1), demand(2)];
const disputed = (demandId: string): DemandAnswer => ({ demandId, stance: 'disputed', reason: '不属本局职责' });
const view = withDone(buildTopic(), ['city'], ['hand-over-results', 'decide-disputes@1']);
const facts = (round: Partial<Round>, overrides: FactsOverrides = {}) =>
  buildFacts({
    on: '2026-12-01',
    view,
    state: { handling: { demands, rounds: [{ ...emptyRound(1, '2027-01-27'), ...round }] } },
    ...overrides,
  });

describe('S4.2 对机关的异议作出处理', () => {
  const both = { answers: [disputed('d-1'), disputed('d-2')] };
  const decide = (decisions: readonly DisputeDecision[], on = facts(both)) =>
    given(on).when(disputeActs, 'decide-disputes', { decisions });
  const uphold = (demandId: string): DisputeDecision => ({ demandId, decision: 'upheld', reason: '属本局职责' });

  test('upheld, the demand is to be answered anew, and the organ is told why', () => {
    const judged = decide([uphold('d-1'), uphold('d-2')]);
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      {
        kind: 'dispute-decisions',
        addresseeIds: ['city-housing'],
        content: { round: 1, on: '2026-12-01', outcomes: [{ outcome: 'upheld', reason: '属本局职责' }, {}] },
      },
    ]);
    expect(judged.effects().shared).toContainEqual({
      kind: 'unmark-organs',
      organIds: ['city-housing'],
      stepIds: ['answer-demands'],
    });
    expect(disputedDemands(judged.state())).toEqual([]);
    // The receipt tells the organ the same.
    const content = {
      round: 1,
      on: '2026-12-01',
      outcomes: [{ demandId: 'd-1', outcome: 'upheld', reason: '属本局职责' }],
    };
    const organ = buildFacts({ tenantId: 'city-housing', state: facts(both).state });
    const told = given(organ).when(disputeActs, 'receive-package/dispute-decisions', receiptOf('city', content));
    expect(told.state().handling.rounds[0]?.disputes).toMatchObject([{ state: 'settled' }]);
  });

  test('what the session adopted the committee only refers to the council', () => {
    const judged = decide([uphold('d-1'), { demandId: 'd-2', decision: 'withdraw', reason: '已划出' }]);
    judged.isAllowed();
    expect(judged.effects().shared).toContainEqual({ kind: 'mark', stepId: 'dispute-referred', perRound: true });
    expect(openDemands(judged.state())).toHaveLength(2);
  });

  test('is refused for what is not disputed, or left out', () => {
    decide([uphold('d-1')]).isRefused('demands/missing', '第2项');
    decide([uphold('d-1')], facts({})).isRefused('disputes/none');
  });

  test('another organ is one of the own level, and not the same (ORG-09)', () => {
    const to = (organId: string): DisputeDecision => ({
      demandId: 'd-2',
      decision: 'reassign',
      organId,
      reason: '职责',
    });
    decide([uphold('d-1'), to('city-government')]).isAllowed();
    decide([uphold('d-1'), to('county-1-housing')]).isRefused('disputes/other-level');
    decide([uphold('d-1'), to('city-housing')]).isRefused('disputes/same-organ');
    const later = facts(both, { track: { round: 2 } });
    decide([uphold('d-1'), to('city-government')], later).isRefused('disputes/late');
  });
});

describe('S4.2 组织法 §54 主任会议决定撤回或者改由其他机关办理', () => {
  const open = (decision: DisputeDecision): DecidedDispute => ({ decision, on: '2026-12-01', state: 'open' });
  const withdraw = open({ demandId: 'd-2', decision: 'withdraw', reason: '已划出' });
  const reassign = open({ demandId: 'd-2', decision: 'reassign', organId: 'city-government', reason: '职责' });
  const settle = (outcome: 'approved' | 'returned', dispute = withdraw, reason = '') => {
    const round = { answers: [disputed('d-1'), disputed('d-2')], disputes: [dispute] };
    return given(facts(round)).when(
      disputeActs,
      'settle-disputes',
      { outcomes: [{ demandId: 'd-2', outcome, reason }] },
      buildMeeting('city', '2026-12-01'),
    );
  };

  test('a demand taken back is asked for no more, and the organ is told', () => {
    const judged = settle('approved');
    judged.isAllowed();
    expect(openDemands(judged.state()).map(({ id }) => id)).toEqual(['d-1']);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'dispute-decisions', content: { outcomes: [{ demandId: 'd-2', outcome: 'withdrawn' }] } },
    ]);
  });

  test('a demand given to another organ is that organ’s to answer', () => {
    const judged = settle('approved', reassign);
    judged.isAllowed();
    expect(judged.state().handling.demands[1]).toMatchObject({ organId: 'city-government' });
    expect(judged.state().handling.rounds[0]?.answers).toEqual([disputed('d-1')]);
    expect(judged.effects().packages).toMatchObject([
      { kind: 'dispute-decisions', addresseeIds: ['city-housing'], content: { outcomes: [{ outcome: 'reassigned' }] } },
      { kind: 'demands', addresseeIds: ['city-government'], content: { demands: [{ id: 'd-2' }], round: 1 } },
    ]);
    expect(judged.effects().shared).toContainEqual({ kind: 'ask-organs', organIds: ['city-government'] });
  });

  test('not agreed to, with a reason, the demand is upheld', () => {
    settle('returned').isRefused('disputes/no-reason', '第2项');
    const judged = settle('returned', withdraw, '仍属本局职责');
    judged.isAllowed();
    expect(judged.effects().packages).toMatchObject([
      { content: { outcomes: [{ outcome: 'upheld', reason: '仍属本局职责' }] } },
    ]);
    expect(judged.state().handling.rounds[0]?.disputes).toMatchObject([{ decision: { decision: 'upheld' } }]);
  });

  test('is refused with nothing referred, or where no demand would be left', () => {
    given(facts({}))
      .when(disputeActs, 'settle-disputes', { outcomes: [] }, buildMeeting('city', '2026-12-01'))
      .isRefused('disputes/none-referred');
    const one = { handling: { demands: [demand(2)], rounds: [{ ...emptyRound(1, null), disputes: [withdraw] }] } };
    given(facts({}, { state: one }))
      .when(
        disputeActs,
        'settle-disputes',
        { outcomes: [{ demandId: 'd-2', outcome: 'approved', reason: '' }] },
        buildMeeting('city', '2026-12-01'),
      )
      .isRefused('disputes/nothing-left');
  });
});
