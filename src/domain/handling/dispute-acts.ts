import { tenantNameOf } from '../organisation/facts.ts';
import { mayAddress } from '../organisation/membership.ts';
import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Demand, DisputeDecision, DisputeOutcome } from './demand.ts';
import { demandsFor } from './hand-over-acts.ts';
import type { HandlingState } from './handling-state.ts';
import {
  checkEachOnce,
  currentRound,
  demandsOf,
  inCurrentRound,
  inRound,
  numbersOf,
  openDemands,
  organsWithDemands,
  referredDisputes,
  withHandling,
} from './rounds.ts';

export type DecideDisputes = { decisions: readonly DisputeDecision[] };
export type SettleDisputes = {
  outcomes: readonly { demandId: string; outcome: 'approved' | 'returned'; reason: string }[];
};

/** Demands of the round whose answer is a dispute that nobody has decided yet. */
export function disputedDemands(state: Facts['state']): readonly Demand[] {
  const { answers, disputes } = currentRound(state);
  const disputed = new Set(answers.flatMap((answer) => (answer.stance === 'disputed' ? [answer.demandId] : [])));
  const decided = new Set(disputes.map(({ decision }) => decision.demandId));
  return openDemands(state).filter(({ id }) => disputed.has(id) && !decided.has(id));
}

/**
 * The committee decides each dispute (S4.2). To uphold the demand is its own; what the session adopted is taken back or moved only by
 * the council, which is asked for it.
 */
const decideDisputes = defineAct<DecideDisputes>({
  kind: 'decide-disputes',
  case: 'topic',
  title: '对机关的异议作出处理',
  clause: 'S4.2',
  law: ['监督法 §17', 'HAN-08'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: ({ state }) =>
    disputedDemands(state).length > 0 ? [] : [refuse('disputes/none', 'S4.2', '目前没有待处理的异议。')],
  check: ({ decisions }, facts) => [
    ...checkEachOnce(decisions, disputedDemands(facts.state), 'S4.2', 'decisions'),
    ...decisions.flatMap((decision, row) => checkOther(decision, row, facts)),
  ],
  evolve: (state, { decisions }, stamp) =>
    inCurrentRound(state, (round) => ({
      disputes: [
        ...round.disputes,
        ...decisions.map((decision) => ({
          decision,
          on: stamp.on,
          state: decision.decision === 'upheld' ? ('settled' as const) : ('open' as const),
        })),
      ],
    })),
  effects: ({ decisions }, facts) => {
    const upheld = decisions.flatMap(({ decision, demandId, reason }) =>
      decision === 'upheld' ? [{ demandId, outcome: 'upheld' as const, reason }] : [],
    );
    const isReferred = decisions.some(({ decision }) => decision !== 'upheld');
    return {
      packages: toldTo(upheld, facts),
      shared: [
        ...answerAgain(upheld, facts),
        ...(isReferred
          ? ([
              { kind: 'mark', stepId: 'dispute-referred', perRound: true },
              { kind: 'unmark', stepIds: ['settle-disputes'] },
            ] as const)
          : []),
      ],
    };
  },
});

/** Another organ, of the own level (ORG-09); in a later round only one that works in it already. */
function checkOther(decision: DisputeDecision, row: number, facts: Facts): readonly Refusal[] {
  if (decision.decision !== 'reassign') return [];
  const { own, organisation, state, view } = facts;
  const field = `decisions.${row}.organId`;
  const demand = state.handling.demands.find(({ id }) => id === decision.demandId);
  const body = organisation.tenants.find(({ id }) => id === own.tenantId);
  const organ = organisation.tenants.find(({ id }) => id === decision.organId);
  const refusal = body === undefined || organ === undefined ? undefined : mayAddress(body, organ);
  if (organ?.kind !== 'organ' || refusal !== undefined) {
    const text = `改由办理的须是${own.shortName}监督的同级机关。`;
    return [refuse('disputes/other-level', '监督法 §6', text, field)];
  }
  if (demand?.organId === decision.organId) {
    return [
      refuse('disputes/same-organ', 'S4.2', `第${demand.no}项已由${organ.shortName}办理，请选择其他机关。`, field),
    ];
  }
  const track = view.tracks.find(({ tenantId }) => tenantId === decision.organId);
  if (own.round === 1 || track?.round === own.round) return [];
  const text = `${organ.shortName}没有参加前几轮办理，第${own.round}轮不能改由其办理；请维持或者提请撤回。`;
  return [refuse('disputes/late', 'S4.5', text, field)];
}

/** What the organs concerned are told; each only of its own. */
function toldTo(outcomes: readonly DisputeOutcome[], facts: Facts): readonly PackageDraft[] {
  const demands = demandsOf(outcomes, facts.state.handling.demands);
  return organsWithDemands(demands).map((organId) => ({
    kind: 'dispute-decisions' as const,
    title: `对“${facts.view.name}”审议要求异议的处理意见`,
    addresseeIds: [organId],
    content: {
      round: facts.own.round,
      on: facts.on,
      outcomes: outcomes.filter(({ demandId }) =>
        demands.some((demand) => demand.id === demandId && demand.organId === organId),
      ),
    },
  }));
}

/** Upheld, the demand is to be answered with a promise: the step is open again. */
function answerAgain(upheld: readonly DisputeOutcome[], facts: Facts): readonly SharedChange[] {
  if (upheld.length === 0) return [];
  const organIds = organsWithDemands(demandsOf(upheld, facts.state.handling.demands));
  return [{ kind: 'unmark-organs', organIds, stepIds: ['answer-demands'] }];
}

const settleDisputes = defineAct<SettleDisputes>({
  kind: 'settle-disputes',
  case: 'topic',
  title: '主任会议决定撤回审议要求或者改由其他机关办理',
  clause: 'S4.2',
  law: ['监督法 §17', '组织法 §54'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  repeatable: true,
  ready: ({ state }) =>
    referredDisputes(state).length > 0
      ? []
      : [refuse('disputes/none-referred', 'S4.2', '目前没有牵头委室提请撤回或者改由其他机关办理的审议要求。')],
  check: ({ outcomes }, facts) => {
    const demands = demandsOf(
      referredDisputes(facts.state).map(({ decision }) => decision),
      facts.state.handling.demands,
    );
    const bare = outcomes.filter(({ outcome, reason }) => outcome === 'returned' && reason.trim() === '');
    return [
      ...checkEachOnce(outcomes, demands, 'S4.2', 'outcomes'),
      ...(bare.length === 0
        ? []
        : [
            refuse(
              'disputes/no-reason',
              'S4.2',
              `审议要求${numbersOf(demandsOf(bare, facts.state.handling.demands))}不同意撤回或者改由其他机关办理，请说明理由。`,
              'outcomes',
            ),
          ]),
      ...checkSomeLeft({ outcomes }, facts),
    ];
  },
  evolve: (state, payload, stamp) => {
    const settled = settledBy(payload, state);
    const approved = settled.filter(({ isApproved }) => isApproved).map(({ decision }) => decision);
    const closed = inCurrentRound(state, (round) => ({
      disputes: round.disputes.map((dispute) => {
        const outcome = settled.find(({ decision }) => decision === dispute.decision);
        if (outcome === undefined) return dispute;
        const { demandId, reason } = outcome;
        const decision = outcome.isApproved ? dispute.decision : ({ demandId, decision: 'upheld', reason } as const);
        return { ...dispute, decision, state: 'settled' as const };
      }),
    }));
    return withHandling(closed, afterApproval(closed.handling, approved, stamp.on));
  },
  effects: (payload, facts) => {
    const settled = settledBy(payload, facts.state);
    const outcomes = settled.map(({ decision, isApproved, demandId, reason }): DisputeOutcome => {
      if (!isApproved) return { demandId, outcome: 'upheld', reason };
      if (decision.decision !== 'reassign') return { demandId, outcome: 'withdrawn', reason: decision.reason };
      const to = tenantNameOf(facts.organisation, decision.organId);
      return { demandId, outcome: 'reassigned', reason: `改由${to}办理：${decision.reason}` };
    });
    const approved = settled.filter(({ isApproved }) => isApproved).map(({ decision }) => decision);
    const after = afterApproval(facts.state.handling, approved, facts.on);
    const newIds = [...new Set(approved.flatMap((one) => (one.decision === 'reassign' ? [one.organId] : [])))];
    const open = openDemands(withHandling(facts.state, after));
    return {
      packages: [...toldTo(outcomes, facts), ...newIds.map((id) => demandsFor(id, facts, after.demands))],
      shared: [
        ...answerAgain(
          outcomes.filter(({ outcome }) => outcome === 'upheld'),
          facts,
        ),
        ...(newIds.length === 0 ? [] : takenOver(newIds, organsWithDemands(after.demands))),
        { kind: 'unmark-organs', organIds: idle(facts, open), stepIds: ['asked-organ'] },
      ],
    };
  },
});

/** A round is about something: whoever takes everything back ends the handling otherwise (S4.4). */
function checkSomeLeft(payload: SettleDisputes, facts: Facts): readonly Refusal[] {
  const approved = settledBy(payload, facts.state).filter(({ isApproved }) => isApproved);
  const after = afterApproval(
    facts.state.handling,
    approved.map(({ decision }) => decision),
    facts.on,
  );
  if (openDemands(withHandling(facts.state, after)).length > 0) return [];
  const text = '撤回后本轮没有需要办理的审议要求；请至少保留一项，由牵头委室在评价时写明情况。';
  return [refuse('disputes/nothing-left', 'S4.2', text, 'outcomes')];
}

/** Organs all of whose demands of the round are gone: nothing more is asked of them in it. */
function idle({ state }: Facts, open: readonly Demand[]): readonly string[] {
  const busy = new Set(organsWithDemands(open));
  return organsWithDemands(state.handling.demands).filter((id) => !busy.has(id));
}

/** The organs that take a demand over are parties to the handling and owe an answer in this round. */
function takenOver(newIds: readonly string[], organIds: readonly string[]): readonly SharedChange[] {
  return [
    { kind: 'add-organ-tracks', organIds: newIds },
    { kind: 'assign-organs', part: 'handling', organIds },
    { kind: 'ask-organs', organIds: newIds },
    { kind: 'unmark-organs', organIds: newIds, stepIds: ['answer-demands', 'receive-demands'] },
  ];
}

type Settled = { demandId: string; decision: DisputeDecision; isApproved: boolean; reason: string };

function settledBy({ outcomes }: SettleDisputes, state: Facts['state']): readonly Settled[] {
  return referredDisputes(state).flatMap(({ decision }) => {
    const outcome = outcomes.find(({ demandId }) => demandId === decision.demandId);
    if (outcome === undefined) return [];
    const { demandId, reason } = outcome;
    return [{ demandId, decision, isApproved: outcome.outcome === 'approved', reason }];
  });
}

/** What the council agreed to: taken back, or another's from now on. */
function afterApproval(
  { demands, withdrawn, rounds }: HandlingState,
  approved: readonly DisputeDecision[],
  on: string,
): Pick<HandlingState, 'demands' | 'withdrawn' | 'rounds'> {
  const moved = new Map(
    approved.flatMap((one) => (one.decision === 'reassign' ? [[one.demandId, one.organId] as const] : [])),
  );
  const gone = approved.filter(({ decision }) => decision === 'withdraw');
  const last = rounds.at(-1)?.no;
  return {
    demands: demands.map((demand) => ({ ...demand, organId: moved.get(demand.id) ?? demand.organId })),
    withdrawn: [...withdrawn, ...gone.map(({ demandId, reason }) => ({ demandId, reason, on }))],
    // The dispute was another organ's: the new one has not answered yet.
    rounds: rounds.map((round) =>
      round.no === last
        ? {
            ...round,
            answers: round.answers.filter(({ demandId }) => !moved.has(demandId)),
            superseded: [
              ...round.superseded,
              ...round.answers.filter(({ demandId }) => moved.has(demandId)).map((answer) => ({ answer, on })),
            ],
            disputes: round.disputes.filter(({ decision }) => !moved.has(decision.demandId)),
          }
        : round,
    ),
  };
}

/** The organ knows from then on whether the demand stands. */
const receiveDecisions = receiveAct('dispute-decisions', 'topic', 'organ', (state, { content }) => {
  const upheld = content.outcomes.filter(({ outcome }) => outcome === 'upheld');
  const gone = content.outcomes.filter(({ outcome }) => outcome !== 'upheld');
  const told = inRound(state, content.round, (round) => ({
    disputes: [
      ...round.disputes,
      ...upheld.map(({ demandId, reason }) => ({
        decision: { demandId, decision: 'upheld' as const, reason },
        on: content.on,
        state: 'settled' as const,
      })),
    ],
  }));
  return withHandling(told, {
    withdrawn: [
      ...told.handling.withdrawn,
      ...gone.map(({ demandId, reason }) => ({ demandId, reason, on: content.on })),
    ],
  });
});

/** S4.2: a dispute is heard, decided with a reason, and the organ told. */
export const disputeActs = [decideDisputes, settleDisputes, receiveDecisions];
