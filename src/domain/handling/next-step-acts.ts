import { memberIdsOn, personNameOf, tenantNameOf } from '../organisation/facts.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { orderedMarks } from '../procedure/ordered-steps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { explainInterpellation } from '../session/thresholds.ts';
import {
  type AskedOfOrgan,
  emptyRound,
  type NextStep,
  type OrderedInterpellation,
  type SubmittedMotion,
} from './handling-state.ts';
import { checkInterpellation, checkUnsatisfied } from './interpellation-motion.ts';
import { currentRound, demandsLeft, inCurrentRound, organsWithDemands, withHandling } from './rounds.ts';

/** Exactly one of the four (SAT-08). An interpellation is the motion that members have signed and put, and how it is answered (INQ-01…04). */
export type ChooseNextStep = { due: PlainDateText; requirement: string } & (
  | { step: Exclude<NextStep, 'interpellation'> }
  | ({ step: 'interpellation' } & OrderedInterpellation)
);
type Interpellating = Extract<ChooseNextStep, { step: 'interpellation' }>;

const chooseNextStep = defineAct<ChooseNextStep>({
  kind: 'choose-next-step',
  case: 'topic',
  title: '对测评不满意的确定下一步监督方式',
  clause: 'S4.5',
  law: ['SAT-08', 'SAT-09', 'INQ-01', 'INQ-02', 'INQ-03', 'INQ-04'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  asksMotion: true,
  ready: checkUnsatisfied,
  check: (payload, facts) => [
    ...checkDue(payload, facts),
    ...(payload.step === 'interpellation' ? checkOrdered(payload, facts) : checkNoneWaits(facts)),
  ],
  evolve: (state, payload) => {
    const chosen = inCurrentRound(state, () => ({ nextStep: nextStepOf(payload) }));
    const ids = demandsLeft(chosen).map(({ id }) => id);
    const next = emptyRound(currentRound(state).no + 1, payload.due, ids);
    return withHandling(chosen, { rounds: [...chosen.handling.rounds, next] });
  },
  effects: (payload, facts) => {
    const left = demandsLeft(facts.state);
    const asked = organsWithDemands(left);
    // Who is interpellated is told so, whether it has demands to meet or not.
    const organIds = payload.step === 'interpellation' ? [...new Set([...asked, payload.organId])] : asked;
    return {
      packages: organIds.map((organId) => ({
        kind: 'next-step' as const,
        title: `“${facts.view.name}”下一步监督通知`,
        addresseeIds: [organId],
        content: {
          round: facts.own.round + 1,
          step: payload.step,
          due: payload.due,
          requirement: payload.requirement,
          demandIds: left.filter((demand) => demand.organId === organId).map(({ id }) => id),
          asked: payload.step === 'interpellation' && payload.organId === organId ? askedOf(payload) : null,
        },
      })),
      shared: [
        ...(payload.step === 'interpellation'
          ? [{ kind: 'add-organ-tracks', organIds: [payload.organId] } as const]
          : []),
        { kind: 'open-round', round: facts.own.round + 1, due: payload.due },
        { kind: 'ask-organs', organIds: asked },
        ...ordersOf(payload),
      ],
    };
  },
});

/** What the new round owes besides the report that every round has; a written answer is the organ's own step (监督法 §54). */
function ordersOf(payload: ChooseNextStep): readonly SharedChange[] {
  const { step } = payload;
  if (step === 'rectify') return [];
  const isWritten = step === 'interpellation' && payload.form === 'written';
  return [
    { kind: 'mark', stepId: orderedMarks[step], perRound: true },
    ...(isWritten
      ? [{ kind: 'mark-organs', organIds: [payload.organId], stepId: orderedMarks.writtenAnswer } as const]
      : []),
  ];
}

function askedOf({ question, content, form, due }: Interpellating): AskedOfOrgan {
  return { question, content, form, due };
}

function nextStepOf(payload: ChooseNextStep) {
  const { step, due, requirement } = payload;
  return { step, due, requirement, interpellation: payload.step === 'interpellation' ? orderedOf(payload) : null };
}

function orderedOf({ step: _step, due: _due, requirement: _requirement, ...ordered }: Interpellating) {
  return ordered;
}

function checkDue({ due }: ChooseNextStep, { on }: Facts): readonly Refusal[] {
  if (due > on) return [];
  return [refuse('next-step/due', 'S4.5', `完成期限${due}须晚于决定之日${on}。`, 'due')];
}

/** The decision rests on what members have signed and put: on the record, and word for word (INQ-01…03). */
function checkOrdered(payload: Interpellating, facts: Facts): readonly Refusal[] {
  const { motion } = facts;
  if (motion === null) {
    const text = '没有已经提出的质询案：质询案由组成人员在“质询案”中本人签名，达到法定人数后在会议期间提出。';
    return [refuse('interpellation/no-motion', '监督法 §51', text, 'step')];
  }
  if (motion !== undefined && !isSameMotion(payload, motion)) {
    const text = '与组成人员签名提出的质询案不一致，请刷新后重新办理。';
    return [refuse('interpellation/not-on-record', '监督法 §51', text, 'signatoryIds')];
  }
  return [...checkPut(payload, facts), ...checkSignatories(payload, facts), ...checkInterpellation(payload, facts)];
}

function isSameMotion(ordered: OrderedInterpellation, motion: SubmittedMotion): boolean {
  const wordsOf = ({ motionId, organId, question, content, submittedOn, signatoryIds }: SubmittedMotion) =>
    JSON.stringify([motionId, organId, question, content, submittedOn, signatoryIds.toSorted()]);
  return wordsOf(ordered) === wordsOf(motion);
}

/** Members who have put an interpellation have a right to its answer: the council decides how, not whether (监督法 §52). */
function checkNoneWaits({ motion, organisation }: Facts): readonly Refusal[] {
  if (motion === undefined || motion === null) return [];
  const text = `${motion.signatoryIds.length}名组成人员已于${motion.submittedOn}提出对${tenantNameOf(organisation, motion.organId)}的质询案，主任会议须确定为质询并决定答复方式。`;
  return [refuse('next-step/motion-put', '监督法 §52', text, 'step')];
}

function checkPut({ submittedOn }: Interpellating, { on }: Facts): readonly Refusal[] {
  if (submittedOn <= on) return [];
  const text = `质询案于${submittedOn}提出，主任会议的决定不能早于该日。`;
  return [refuse('interpellation/day', '监督法 §52', text, 'on')];
}

/** Members of the day on which it was put. */
function checkSignatories({ signatoryIds, submittedOn }: Interpellating, facts: Facts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const members = memberIdsOn(facts.organisation, facts.own.tenantId, submittedOn);
  const distinct = [...new Set(signatoryIds)];
  const strangers = distinct.filter((personId) => !members.includes(personId));
  if (strangers.length > 0) {
    const names = strangers.map((personId) => personNameOf(facts.organisation, personId)).join('、');
    const text = `${names}在${submittedOn}不是${facts.own.shortName}组成人员，不能联名提出质询案。`;
    refusals.push(refuse('interpellation/not-member', '监督法 §51', text, 'signatoryIds'));
  }
  const { needed, explain } = explainInterpellation(facts.own.level);
  const signed = distinct.length - strangers.length;
  if (signed < needed) {
    const text = `${explain}现有${signed}人联名，还差${needed - signed}人。`;
    refusals.push(refuse('interpellation/signatories', '监督法 §51', text, 'signatoryIds'));
  }
  return refusals;
}

const receiveNextStep = receiveAct('next-step', 'topic', 'organ', (state, { content }) =>
  withHandling(state, {
    rounds: [
      ...state.handling.rounds,
      { ...emptyRound(content.round, content.due, content.demandIds), asked: content.asked },
    ],
  }),
);

/** S4.5: from an unsatisfied result to the next round. */
export const nextStepActs = [chooseNextStep, receiveNextStep];
