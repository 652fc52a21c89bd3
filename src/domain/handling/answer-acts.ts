import type { Attachment } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { Demand, DemandAnswer } from './demand.ts';
import { emptinessOf } from './empty-answer.ts';
import { handlingDueOf } from './hand-over-acts.ts';
import {
  checkEachOnce,
  checkRoundReceived,
  currentRound,
  inCurrentRound,
  inRound,
  numbersOf,
  openDemands,
} from './rounds.ts';

export type AnswerDemands = { answers: readonly DemandAnswer[] };
export type SubmitEvidence = { demandId: string; text: string; attachments: readonly Attachment[] };

type Accepted = Extract<DemandAnswer, { stance: 'accepted' }>;

const answerDemands = defineAct<AnswerDemands>({
  kind: 'answer-demands',
  case: 'topic',
  title: '逐条答复审议要求并作出整改承诺',
  clause: 'S4.3',
  law: ['HAN-08'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  ready: checkRoundReceived,
  check: ({ answers }, facts) => {
    const demands = openDemands(facts.state);
    const accepted = answers.filter((answer) => answer.stance === 'accepted');
    return [
      ...checkEachOnce(answers, demands, 'S4.3', 'answers'),
      ...checkDisputes(answers, demands),
      ...checkPromises(accepted, demands, facts),
      ...checkSubstance(answers, demands, facts.own),
    ];
  },
  evolve: (state, payload) => inCurrentRound(state, () => ({ answers: payload.answers })),
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'demand-answers',
        title: `${facts.own.shortName}对“${facts.view.name}”审议要求的答复`,
        addresseeIds: [facts.own.bodyId],
        content: { round: facts.own.round, answers: payload.answers },
      },
    ],
  }),
});

function demandsOf(rows: readonly { demandId: string }[], demands: readonly Demand[]): readonly Demand[] {
  return demands.filter((demand) => rows.some((row) => row.demandId === demand.id));
}

function checkDisputes(answers: readonly DemandAnswer[], demands: readonly Demand[]): readonly Refusal[] {
  const bare = answers.filter((answer) => answer.stance === 'disputed' && answer.reason.trim() === '');
  if (bare.length === 0) return [];
  const text = `对审议要求${numbersOf(demandsOf(bare, demands))}提出异议，请说明理由。`;
  return [refuse('answers/dispute-without-reason', 'S4.3', text, 'answers')];
}

/** A promise has measure, owner and a day that is still to come (HAN-08), within the term of handling in principle. */
function checkPromises(accepted: readonly Accepted[], demands: readonly Demand[], facts: Facts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const incomplete = accepted.filter(({ measure, owner }) => measure.trim() === '' || owner.trim() === '');
  if (incomplete.length > 0) {
    const text = `审议要求${numbersOf(demandsOf(incomplete, demands))}的承诺须写明整改措施和责任人。`;
    refusals.push(refuse('answers/incomplete', 'S4.3', text, 'answers'));
  }
  const past = accepted.filter(({ due }) => due < facts.on);
  if (past.length > 0) {
    const text = `审议要求${numbersOf(demandsOf(past, demands))}的完成时限早于答复日期${facts.on}，请核对。`;
    refusals.push(refuse('answers/due-past', 'S4.3', text, 'answers'));
  }
  const term = handlingDueOf(facts);
  const beyond = term === undefined ? [] : accepted.filter(({ due }) => due > term);
  if (beyond.length > 0) {
    const text = `审议要求${numbersOf(demandsOf(beyond, demands))}承诺的完成时限晚于办理期限${term}。确需超过的，请写明理由。`;
    refusals.push(departsFrom('answers/due-late', 'S4.3', text, 'answers'));
  }
  return refusals;
}

/** What is empty is said beside the measure itself, with the words that are empty. */
function checkSubstance(
  answers: readonly DemandAnswer[],
  demands: readonly Demand[],
  { name, shortName }: Facts['own'],
): readonly Refusal[] {
  const empty = answers.flatMap((answer, row) => {
    if (answer.stance !== 'accepted' || answer.measure.trim() === '') return [];
    const demand = demands.find(({ id }) => id === answer.demandId);
    const why = emptinessOf(answer.measure, { names: [name, shortName] });
    return demand === undefined || why === undefined ? [] : [{ row, no: demand.no, why }];
  });
  if (empty.length === 0) return [];
  const named = empty.map(({ no, why }) => `第${no}项${why}`).join('；');
  const text = `整改措施应当具体：写明做什么、做多少、何时完成、由谁承办，不以“高度重视”“认真研究”等代替措施。${named}。请补充，或者写明理由。`;
  const at = empty.map(({ row, why }) => ({ field: `answers.${row}.measure`, text: `${why}，请补充。` }));
  return [{ ...departsFrom('answers/empty', 'S4.3', text, 'answers'), at }];
}

const submitEvidence = defineAct<SubmitEvidence>({
  kind: 'submit-evidence',
  case: 'topic',
  title: '提交整改佐证',
  clause: 'S4.3',
  law: ['HAN-08'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  repeatable: true,
  ready: checkRoundReceived,
  check: ({ demandId }, facts) => {
    const demand = facts.state.handling.demands.find((candidate) => candidate.id === demandId);
    if (demand === undefined) return [refuse('evidence/unknown', 'S4.3', '请选择佐证对应的审议要求。', 'demandId')];
    const answer = currentRound(facts.state).answers.find((candidate) => candidate.demandId === demandId);
    if (answer?.stance === 'accepted') return [];
    const text = `第${demand.no}项审议要求尚未作出整改承诺，请先答复审议要求，再提交佐证。`;
    return [refuse('evidence/no-promise', 'S4.3', text, 'demandId')];
  },
  evolve: (state, { demandId, text }, stamp) =>
    inCurrentRound(state, (round) => ({ evidence: [...round.evidence, { demandId, text, on: stamp.on }] })),
  effects: ({ demandId, text, attachments }, facts) => {
    const no = facts.state.handling.demands.find((demand) => demand.id === demandId)?.no ?? 0;
    return {
      packages: [
        {
          kind: 'evidence',
          title: `“${facts.view.name}”第${no}项审议要求的佐证`,
          addresseeIds: [facts.own.bodyId],
          content: { demandId, text },
          attachments,
        },
      ],
    };
  },
});

/** The answers of one organ replace its earlier ones and leave the other organs' alone. */
const receiveAnswers = receiveAct('demand-answers', 'topic', 'body', (state, { content }) =>
  inRound(state, content.round, (round) => {
    const fresh = new Set(content.answers.map((answer) => answer.demandId));
    return { answers: [...round.answers.filter((answer) => !fresh.has(answer.demandId)), ...content.answers] };
  }),
);

const receiveEvidence = receiveAct('evidence', 'topic', 'body', (state, { content, stamp }) =>
  inCurrentRound(state, (round) => ({ evidence: [...round.evidence, { ...content, on: stamp.on }] })),
);

/** S4.3: the organ answers demand by demand, promises, and shows what it has done. */
export const answerActs = [answerDemands, receiveAnswers, submitEvidence, receiveEvidence];
