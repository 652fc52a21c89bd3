import type { CaseState } from '../case-state.ts';
import { type Receipt, receiveAct, receiveKind } from '../package/receive.ts';
import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import { cityTrackOf, countyTracksOf, doneOf, type PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type AdjustmentState, adjustmentSteps, type Consulted } from './adjustment-state.ts';
import { type ClosedConsultation, checkClosed, checkOpen } from './consultation.ts';
import { type AdjustmentTrigger, adjustmentTriggerNames, type TopicChange } from './topic.ts';
import { checkTopicChange, describeChange, sharedChangeOf } from './topic-change.ts';

export type ProposeAdjustment = { trigger: AdjustmentTrigger; change: TopicChange; reason: string };
export type ConsultAdjustment = ClosedConsultation & ({ outcome: 'adjust'; change: TopicChange } | { outcome: 'keep' });
export type DecideAdjustment = { outcome: 'approved' } | { outcome: 'returned'; reason: string };
export type ApplyAdjustment = { informed: string };

function withAdjustment(state: CaseState, change: Partial<AdjustmentState>): CaseState {
  return { ...state, adjustment: { ...state.adjustment, ...change } };
}

const proposeAdjustment = defineAct<ProposeAdjustment>({
  kind: 'propose-adjustment',
  case: 'topic',
  title: '提出议题调整建议',
  clause: 'S1.7',
  law: ['监督法 §63', 'TOP-10'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: refuseAfterDeliberation,
  check: (payload, facts) => [
    ...checkTopicChange(payload.change, facts),
    ...(payload.reason.trim() === ''
      ? [
          refuse(
            'adjustment/no-reason',
            'S1.7',
            `议题一经确定原则上不作轻易调整，请写明“${adjustmentTriggerNames[payload.trigger]}”的具体情况。`,
            'reason',
          ),
        ]
      : []),
  ],
  evolve: (state, payload, stamp) => withAdjustment(state, { proposal: { ...payload, fromTenantId: stamp.tenantId } }),
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'adjustment-proposal',
        title: `关于调整“${facts.view.name}”的建议`,
        addresseeIds: counterpartsOf(facts),
        content: {
          trigger: payload.trigger,
          change: payload.change,
          text: describeChange(payload.change, facts),
          reason: payload.reason,
        },
      },
    ],
  }),
});

/** The bodies of the other level: all counties for the city, the city for a county. */
function counterpartsOf(facts: Facts): string[] {
  if (facts.own.level === 'city') return countyTracksOf(facts.view).map((track) => track.tenantId);
  const city = cityTrackOf(facts.view);
  return city === undefined ? [] : [city.tenantId];
}

function refuseAfterDeliberation(facts: Facts): readonly Refusal[] {
  const city = cityTrackOf(facts.view);
  const deliberated = city === undefined ? undefined : doneOf('deliberate', city);
  if (deliberated === undefined) return [];
  return [
    refuse(
      'adjustment/deliberated',
      'S1.8',
      `“${facts.view.name}”已由市人大常委会会议于${deliberated.on}审议，不再调整；后续问题请通过审议意见办理和跟踪检查解决。`,
    ),
  ];
}

const consultAdjustment = defineAct<ConsultAdjustment>({
  kind: 'consult-adjustment',
  case: 'topic',
  title: '会商议题同步调整',
  clause: 'S1.8',
  law: ['TOP-10'],
  level: 'city',
  tenant: 'body',
  by: 'office',
  // A council may return the agreed text; then all confer again and all decide again.
  repeatable: true,
  ready: (facts) => [
    ...refuseAfterDeliberation(facts),
    ...(facts.state.adjustment.proposal === null
      ? [
          refuse(
            'adjustment/no-proposal',
            'S1.8',
            '没有待会商的调整建议，请先提出建议，或者签收县（市、区）报来的建议。',
          ),
        ]
      : checkOpen(facts.consultation, 'S1.8')),
  ],
  asksConsultation: true,
  check: (payload, facts) => [
    ...checkClosed(payload, facts, 'S1.8'),
    ...(payload.outcome === 'adjust' ? checkTopicChange(payload.change, facts) : []),
  ],
  satisfies: (payload) => payload.outcome === 'adjust',
  evolve: (state, payload, stamp) => {
    if (payload.outcome === 'keep') return ended(state, payload.conclusion, stamp.on, 'kept');
    const { change, conclusion, date } = payload;
    return withAdjustment(state, { consulted: { change, conclusion, date, seq: stamp.seq, ...saidIn(payload) } });
  },
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'adjustment-consultation',
        title: `关于“${facts.view.name}”调整的会商意见`,
        addresseeIds: counterpartsOf(facts),
        content: {
          outcome: payload.outcome,
          change: changeOf(payload, facts),
          text: describeChange(changeOf(payload, facts), facts),
          conclusion: payload.conclusion,
          date: payload.date,
          ...saidIn(payload),
        },
      },
    ],
    shared: payload.outcome === 'adjust' ? askCouncilsAgain : startOver,
  }),
});

/** The one item of an adjustment is the change itself. */
function saidIn({ opinions, excusedIds }: ClosedConsultation): Pick<Consulted, 'opinions' | 'excusedIds'> {
  return { opinions: opinions.map(({ key: _key, ...said }) => said), excusedIds };
}

/** What was conferred on: the agreed change, or the proposal that is not taken up. */
function changeOf(payload: ConsultAdjustment, { state }: Facts): TopicChange {
  return payload.outcome === 'adjust' ? payload.change : (state.adjustment.proposal?.change ?? { kind: 'change' });
}

/** What was conferred on last is a new question to every council, known by the place of this very act in the chain. */
const askCouncilsAgain: readonly SharedChange[] = [
  { kind: 'unmark-everywhere', stepIds: ['decide-adjustment'] },
  { kind: 'mark', stepId: 'consult-adjustment' },
];

const startOver: readonly SharedChange[] = [{ kind: 'unmark-everywhere', stepIds: adjustmentSteps }];

function ended(state: CaseState, reason: string, on: PlainDateText, outcome: 'applied' | 'kept'): CaseState {
  const { proposal, consulted, history } = state.adjustment;
  const change = consulted?.change ?? proposal?.change;
  const entry = change === undefined ? [] : [{ change, reason, on, outcome }];
  return withAdjustment(state, { proposal: null, consulted: null, history: [...history, ...entry] });
}

const decideAdjustment = defineAct<DecideAdjustment>({
  kind: 'decide-adjustment',
  case: 'topic',
  title: '主任会议决定议题同步调整',
  clause: 'S1.8',
  law: ['监督法 §63', 'TOP-10'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  ready: (facts) => [...refuseAfterDeliberation(facts), ...checkNewestConsultation(facts)],
  satisfies: (payload) => payload.outcome === 'approved',
  effects: (payload, facts) => {
    const city = cityTrackOf(facts.view);
    if (payload.outcome === 'approved' || facts.own.level === 'city' || city === undefined) return {};
    return {
      packages: [
        {
          kind: 'post',
          title: `${facts.own.shortName}主任会议对“${facts.view.name}”调整的退回意见`,
          addresseeIds: [city.tenantId],
          content: { subject: '议题调整退回意见', text: payload.reason, about: 'information' },
        },
      ],
    };
  },
});

function checkNewestConsultation(facts: Facts): readonly Refusal[] {
  const { consulted } = facts.state.adjustment;
  const city = cityTrackOf(facts.view);
  const newest = city === undefined ? undefined : doneOf('consult-adjustment', city)?.seq;
  if (newest === undefined || consulted?.seq === newest) return [];
  return [
    refuse(
      'adjustment/not-received',
      'S1.8',
      `${facts.own.shortName}尚未签收市人大常委会最近一次的议题调整会商意见，请先签收，再提请主任会议决定。`,
    ),
  ];
}

const applyAdjustment = defineAct<ApplyAdjustment>({
  kind: 'apply-adjustment',
  case: 'topic',
  title: '同步调整议题',
  clause: 'S1.8',
  law: ['监督法 §63', 'TOP-10', 'TOP-11'],
  level: 'city',
  tenant: 'body',
  by: 'office',
  ready: (facts) => [
    ...refuseAfterDeliberation(facts),
    ...(facts.state.adjustment.consulted === null
      ? [refuse('adjustment/not-consulted', 'S1.8', '没有经过会商的调整方案，请先会商。')]
      : []),
  ],
  evolve: (state, payload, stamp) => ended(state, payload.informed, stamp.on, 'applied'),
  effects: (_payload, facts) => {
    const change = facts.state.adjustment.consulted?.change;
    if (change === undefined) return {};
    return {
      packages: [
        {
          kind: 'post',
          title: `“${facts.view.name}”已同步调整`,
          addresseeIds: counterpartsOf(facts),
          content: { subject: '议题同步调整', text: describeChange(change, facts), about: 'information' },
        },
      ],
      shared: [sharedChangeOf(change, facts), ...startOver],
    };
  },
});

/** The city takes a county's proposal as the one to confer on; a county only learns of the city's. */
const receiveProposal = {
  ...receiveAct('adjustment-proposal', 'topic', 'body', (state, { content, from }) =>
    withAdjustment(state, {
      proposal: {
        change: content.change,
        reason: content.reason,
        // Sealed from a ProposeAdjustment, whose trigger is one of the three.
        trigger: content.trigger as AdjustmentTrigger,
        fromTenantId: from.tenantId,
      },
    }),
  ),
  effects: (_payload: unknown, facts: Facts) => ({
    shared:
      // What arrives after the deliberation is on record and asks for nothing any more.
      facts.own.level === 'city' && refuseAfterDeliberation(facts).length === 0
        ? [{ kind: 'mark' as const, stepId: 'propose-adjustment' }]
        : [],
  }),
};

const receiveConsultation = defineAct<Receipt<'adjustment-consultation'>>({
  kind: receiveKind('adjustment-consultation'),
  case: 'topic',
  title: '签收议题调整会商意见',
  clause: 'S1.8',
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  evolve: (state, { content, senderSeq }, stamp) => {
    // Signed for after a newer one, it changes nothing.
    if (senderSeq < (state.adjustment.consulted?.seq ?? 0)) return state;
    if (content.outcome === 'keep') return ended(state, content.conclusion, stamp.on, 'kept');
    const { change, conclusion, date, opinions, excusedIds } = content;
    return withAdjustment(state, { consulted: { change, conclusion, date, seq: senderSeq, opinions, excusedIds } });
  },
});

/** S1.7–S1.8: a settled topic changes only for one of three reasons, after conferring, and at all levels in step. */
export const adjustmentActs = [
  proposeAdjustment,
  receiveProposal,
  consultAdjustment,
  receiveConsultation,
  decideAdjustment,
  applyAdjustment,
];
