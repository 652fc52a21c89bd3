import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildFacts, type FactsOverrides } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import { handOverActs as acts } from './hand-over-acts.ts';
import { emptyRound } from './handling-state.ts';
import { checkRoundReceived, openDemands } from './rounds.ts';

const demand = (no: number, organId: string) => ({
  id: `d-${no}`,
  no,
  problem: '停车难',
  text: '增加车位',
  organId,
  findingIds: [],
});
const demands = [demand(1, 'city-government'), demand(2, 'city-housing'), demand(3, 'city-government')];
const opinion = {
  state: 'adopted' as const,
  version: 1,
  returned: null,
  assessment: '成效明显',
  problems: ['停车难'],
  demands,
  withoutDemand: [],
  countyResultsAbsorbed: [],
  vote: null,
};
const session = buildSession('2026-10-26', '2026-10-27');
const adopted = (overrides: FactsOverrides = {}) =>
  buildFacts({
    done: ['adopt-opinion'],
    track: { session },
    on: '2026-10-28',
    state: { deliberation: { opinion } },
    ...overrides,
  });
const handOver = (facts = adopted()) => given(facts).when(acts, 'hand-over-results', { note: '' });

describe('S4.1 报送同级党委、印发机关', () => {
  test('the party committee gets all; each organ its own demands with the day they are due', () => {
    handOver().isAllowed();
    expect(handOver().effects().packages).toMatchObject([
      { kind: 'results', addresseeIds: ['city-party'], content: { demands } },
      {
        kind: 'demands',
        addresseeIds: ['city-government'],
        content: { demands: [demands[0], demands[2]], handlingDue: '2027-01-27' },
      },
      { kind: 'demands', addresseeIds: ['city-housing'], content: { demands: [demands[1]] } },
    ]);
    expect(handOver().effects().shared).toEqual([
      { kind: 'add-organ-tracks', organIds: ['city-government', 'city-housing'] },
      { kind: 'assign-organs', part: 'handling', organIds: ['city-government', 'city-housing'] },
      { kind: 'ask-organs', organIds: ['city-government', 'city-housing'] },
    ]);
  });

  test('the opinion goes as assessment, problems and demands', () => {
    expect(handOver().state().handling).toMatchObject({
      demands,
      handedOverOn: '2026-10-28',
      opinionText: '会议认为：成效明显\n存在的主要问题：\n1. 停车难\n会议要求：\n1. 增加车位\n2. 增加车位\n3. 增加车位',
    });
  });

  test('a term that counts from the receipt is not guessed at sealing', () => {
    const packages = handOver(adopted({ settings: { handlingBase: 'demands-received' } })).effects().packages;
    expect(packages?.[1]).toMatchObject({ content: { handlingDue: null } });
  });

  test('is refused before the session has adopted the opinion', () => {
    handOver(adopted({ done: [] })).isRefused('order/step-missing', '表决审议意见');
    handOver(adopted({ state: { deliberation: { opinion: { ...opinion, state: 'agreed' } } } })).isRefused(
      'results/no-opinion',
    );
  });

  test('is refused before the session has closed', () => {
    handOver(adopted({ on: '2026-10-26' })).isRefused('results/session-not-closed', '2026-10-27');
  });

  test('is refused for a demand on an organ of the other level (ORG-09)', () => {
    const foreign = { ...opinion, demands: [demand(1, 'county-1-government')] };
    handOver(adopted({ state: { deliberation: { opinion: foreign } } })).isRefused(
      'organisation/other-level',
      '涪城人民政府',
    );
  });

  test('is refused while the party office is not in the organisation', () => {
    const facts = adopted();
    const tenants = facts.organisation.tenants.filter((tenant) => tenant.kind !== 'party-office');
    handOver({ ...facts, organisation: { ...facts.organisation, tenants } }).isRefused('organisation/no-party-office');
  });

  test('after seven days it needs a reason', () => {
    handOver(adopted({ on: '2026-11-04' })).departs('order/late', '2026-11-03');
  });

  test('organ and party office take in what was sent to them', () => {
    const content = {
      sessionName: '会议',
      opinion: '全文',
      demands: [demands[1]],
      assessment: null,
      resolution: null,
      round: 1,
      handlingDue: '2027-01-27',
    };
    const organ = given(buildFacts({ tenantId: 'city-housing', on: '2026-10-29' })).when(
      acts,
      'receive-package/demands',
      receiptOf('city', content),
    );
    organ.isAllowed();
    expect(organ.state().handling).toMatchObject({
      demands: [demands[1]],
      handedOverOn: '2026-10-29',
      rounds: [{ no: 1, due: '2027-01-27' }],
    });
    const next = emptyRound(2, '2027-06-30');
    const told = buildFacts({ tenantId: 'city-housing', state: { handling: { rounds: [emptyRound(1, null), next] } } });
    const afterwards = given(told).when(acts, 'receive-package/demands', receiptOf('city', content)).state();
    expect(afterwards.handling.rounds).toMatchObject([{ no: 1, due: '2027-01-27' }, { no: 2 }]);
    // Of the round that they were handed over in: not of the one that has begun meanwhile.
    expect(afterwards.handling.rounds[1]?.demandIds).toBeNull();
    const party = given(buildFacts({ tenantId: 'city-party' })).when(
      acts,
      'receive-package/results',
      receiptOf('city', content),
    );
    party.isAllowed();
    expect(party.state().handling.opinionText).toBe('全文');
  });

  test('an organ that takes a demand over in the second round joins that round, whether or not it had demands before', () => {
    const content = {
      ...{ sessionName: '会议', opinion: '全文', assessment: null, resolution: null },
      ...{ demands: [demands[1]], round: 2, handlingDue: '2027-06-30' },
    };
    const takesOver = (known: typeof demands) => {
      const handling = { demands: known, rounds: [emptyRound(1, '2027-01-27')] };
      const track = { round: 2, handlingDue: '2027-06-30' };
      const facts = buildFacts({ tenantId: 'city-housing', on: '2027-03-01', track, state: { handling } });
      return given(facts).when(acts, 'receive-package/demands', receiptOf('city', content)).state();
    };
    for (const known of [[], [demand(1, 'city-housing')]]) {
      const state = takesOver(known);
      expect(state.handling.rounds).toMatchObject([
        { no: 1, due: '2027-01-27' },
        { no: 2, due: '2027-06-30', demandIds: ['d-2'] },
      ]);
      expect(openDemands(state).map(({ id }) => id)).toEqual(['d-2']);
      const done = ['receive-demands', 'asked-organ@2'];
      const track = { round: 2, handlingDue: '2027-06-30' };
      const then = buildFacts({ tenantId: 'city-housing', on: '2027-03-02', track, done, state });
      expect(checkRoundReceived(then)).toEqual([]);
    }
  });
});
