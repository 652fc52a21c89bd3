import type { Attachment } from '../package/attachment.ts';
import { canonicalJson } from '../package/canonical.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import { doneOf, type PlainDateText } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { Demand, DemandAnswer, Evidence, Promised } from './demand.ts';
import { emptinessOf } from './empty-answer.ts';
import { handlingDueOf } from './hand-over-acts.ts';
import type { Round } from './handling-state.ts';
import {
  checkEachOnce,
  checkRoundReceived,
  currentRound,
  demandsOf,
  inCurrentRound,
  inRound,
  numbersOf,
  openDemands,
  promisesOpen,
} from './rounds.ts';

export type AnswerDemands = { answers: readonly DemandAnswer[] };
/** A row for every promise; what is left empty is not shown this time. */
export type SubmitEvidence = {
  evidence: readonly { demandId: string; text: string; attachments: readonly Attachment[] }[];
};

/** An answer holds until the committee has judged: a later one of the organ replaces it, and both stay on record (HAN-08). */
const answerDemands = defineAct<AnswerDemands>({
  kind: 'answer-demands',
  case: 'topic',
  title: '逐条答复审议要求并作出整改承诺',
  clause: 'S4.3',
  law: ['HAN-08'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  repeatable: true,
  ready: (facts) => [...checkRoundReceived(facts), ...checkNotJudged(facts)],
  check: ({ answers }, facts) => {
    const demands = openDemands(facts.state);
    const fresh = changedIn(currentRound(facts.state), answers);
    return [
      ...checkEachOnce(answers, demands, 'S4.3', 'answers'),
      ...checkDisputes(answers, demands, currentRound(facts.state)),
      ...checkPromises(promisesIn(fresh), demands, facts),
      ...checkSubstance(answers, demands, facts.own),
    ];
  },
  evolve: (state, { answers }, stamp) => inCurrentRound(state, (round) => answered(round, answers, stamp.on)),
  effects: ({ answers }, facts) => ({
    packages: [
      {
        kind: 'demand-answers',
        title: `${facts.own.shortName}对“${facts.view.name}”审议要求的答复`,
        addresseeIds: [facts.own.bodyId],
        content: { round: facts.own.round, on: facts.on, answers },
      },
    ],
    shared: promiseChanges({ ...currentRound(facts.state), ...answered(currentRound(facts.state), answers, facts.on) }),
  }),
});

function promisesIn(answers: readonly DemandAnswer[]): readonly Promised[] {
  return answers.flatMap((answer) => (answer.stance === 'accepted' ? [answer] : []));
}

/** The answers of a round after some more: the latest to each demand holds, what it replaced is kept with the day. */
function answered(
  round: Round,
  answers: readonly DemandAnswer[],
  on: PlainDateText,
): Pick<Round, 'answers' | 'superseded'> {
  const fresh = changedIn(round, answers);
  const ids = new Set(fresh.map(({ demandId }) => demandId));
  const replaced = round.answers.filter(({ demandId }) => ids.has(demandId));
  return {
    answers: [...round.answers.filter(({ demandId }) => !ids.has(demandId)), ...fresh],
    superseded: [...round.superseded, ...replaced.map((answer) => ({ answer, on }))],
  };
}

function changedIn(round: Round, answers: readonly DemandAnswer[]): readonly DemandAnswer[] {
  const known = new Set(round.answers.map((answer) => canonicalJson(answer)));
  return answers.filter((answer) => !known.has(canonicalJson(answer)));
}

/** What is reminded of: the next promised day of which nothing has been shown; shown all, the step is done until another is made. */
function promiseChanges(round: Round): readonly SharedChange[] {
  const [next] = promisesOpen(round);
  const isPromised = round.answers.some(({ stance }) => stance === 'accepted');
  return [
    ...(isPromised ? [{ kind: 'mark', stepId: 'promise-made', perRound: true } as const] : []),
    { kind: 'set-promise-due', due: next?.due },
    ...(next === undefined ? [] : [{ kind: 'unmark', stepIds: ['submit-evidence', 'receive-evidence'] } as const]),
  ];
}

/** Judged, the round is closed to answers: what is left goes on in the next (S4.2). */
function checkNotJudged({ own, view }: Facts): readonly Refusal[] {
  const body = view.tracks.find(({ tenantId }) => tenantId === own.bodyId);
  if (body === undefined || body.round !== own.round || doneOf('give-verdicts', body) === undefined) return [];
  return [refuse('answers/judged', 'S4.2', `第${own.round}轮审议要求已经逐条评价，不能再更改本轮的答复。`)];
}

/** A dispute has a reason; one that was decided against is not raised again in the same round. */
function checkDisputes(
  answers: readonly DemandAnswer[],
  demands: readonly Demand[],
  { disputes }: Round,
): readonly Refusal[] {
  const disputed = answers.filter(({ stance }) => stance === 'disputed');
  const bare = disputed.filter((answer) => answer.stance === 'disputed' && answer.reason.trim() === '');
  const upheld = new Set(disputes.flatMap(({ decision, state }) => (state === 'settled' ? [decision.demandId] : [])));
  const again = disputed.filter(({ demandId }) => upheld.has(demandId));
  const refusals: Refusal[] = [];
  if (bare.length > 0) {
    const text = `对审议要求${numbersOf(demandsOf(bare, demands))}提出异议，请说明理由。`;
    refusals.push(refuse('answers/dispute-without-reason', 'S4.3', text, 'answers'));
  }
  if (again.length > 0) {
    const text = `审议要求${numbersOf(demandsOf(again, demands))}的异议，人大常委会已决定维持原要求，请作出整改承诺。`;
    refusals.push(refuse('answers/dispute-decided', 'S4.3', text, 'answers'));
  }
  return refusals;
}

/** A promise has measure, owner and a day that is still to come (HAN-08), within the term of handling in principle. */
function checkPromises(accepted: readonly Promised[], demands: readonly Demand[], facts: Facts): readonly Refusal[] {
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
  title: '提交承诺事项的佐证',
  clause: 'S4.3',
  law: ['HAN-08'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  repeatable: true,
  ready: checkRoundReceived,
  check: ({ evidence }, facts) => checkShown(evidence, facts),
  satisfies: (payload, facts) => promisesOpen(withShown(payload, facts)).length === 0,
  evolve: (state, payload, stamp) =>
    inCurrentRound(state, (round) => ({ evidence: [...round.evidence, ...shownIn(payload, stamp.on)] })),
  effects: (payload, facts) => {
    const shown = shownIn(payload, facts.on);
    const files = new Map(shown.flatMap(({ attachments }) => attachments.map((file) => [file.digest, file] as const)));
    return {
      packages: [
        {
          kind: 'evidence',
          title: `“${facts.view.name}”审议要求${numbersOf(demandsOf(shown, facts.state.handling.demands))}的佐证`,
          addresseeIds: [facts.own.bodyId],
          content: { round: facts.own.round, evidence: shown },
          attachments: [...files.values()],
        },
      ],
      shared: [{ kind: 'set-promise-due', due: promisesOpen(withShown(payload, facts))[0]?.due }],
    };
  },
});

function isShown({ text, attachments }: SubmitEvidence['evidence'][number]): boolean {
  return text.trim() !== '' || attachments.length > 0;
}

function shownIn({ evidence }: SubmitEvidence, on: PlainDateText): readonly Evidence[] {
  return evidence
    .filter(isShown)
    .map(({ demandId, text, attachments }) => ({ demandId, text, on, attachments: [...attachments] }));
}

function withShown(payload: SubmitEvidence, { state, on }: Facts): Round {
  const round = currentRound(state);
  return { ...round, evidence: [...round.evidence, ...shownIn(payload, on)] };
}

function checkShown(evidence: SubmitEvidence['evidence'], { state }: Facts): readonly Refusal[] {
  const promised = new Set(promisesIn(currentRound(state).answers).map(({ demandId }) => demandId));
  const shown = evidence.filter(isShown);
  if (shown.length === 0) {
    return [refuse('evidence/none', 'S4.3', '请至少对一项承诺填写完成情况，或者上传佐证材料。', 'evidence')];
  }
  const unknown = shown.filter(({ demandId }) => !state.handling.demands.some(({ id }) => id === demandId));
  if (unknown.length > 0) return [refuse('evidence/unknown', 'S4.3', '请选择佐证对应的审议要求。', 'evidence')];
  const refusals: Refusal[] = [];
  const bare = shown.filter(({ demandId }) => !promised.has(demandId));
  if (bare.length > 0) {
    const text = `审议要求${numbersOf(demandsOf(bare, state.handling.demands))}尚未作出整改承诺，请先答复审议要求，再提交佐证。`;
    refusals.push(refuse('evidence/no-promise', 'S4.3', text, 'evidence'));
  }
  const wordless = shown.filter(({ text }) => text.trim() === '');
  if (wordless.length > 0) {
    const text = `审议要求${numbersOf(demandsOf(wordless, state.handling.demands))}上传了佐证材料，请写明完成情况。`;
    refusals.push(refuse('evidence/no-text', 'S4.3', text, 'evidence'));
  }
  return refusals;
}

/** The answers of one organ replace its earlier ones and leave the other organs' alone. What is disputed waits for the committee. */
const receiveAnswers = receiveAct(
  'demand-answers',
  'topic',
  'body',
  (state, { content }) => inRound(state, content.round, (round) => answered(round, content.answers, content.on)),
  {
    effects: ({ content }, { state, own }) => {
      if (content.round !== own.round) return {};
      const round = currentRound(state);
      const fresh = changedIn(round, content.answers);
      const isDisputed = fresh.some(({ stance }) => stance === 'disputed');
      return {
        shared: [
          ...promiseChanges({ ...round, ...answered(round, content.answers, content.on) }),
          ...(isDisputed ? disputeMarks : []),
        ],
      };
    },
  },
);

const disputeMarks: readonly SharedChange[] = [
  { kind: 'mark', stepId: 'demands-disputed', perRound: true },
  { kind: 'unmark', stepIds: ['decide-disputes'] },
];

const receiveEvidence = receiveAct(
  'evidence',
  'topic',
  'body',
  (state, { content }) =>
    inRound(state, content.round, (round) => ({ evidence: [...round.evidence, ...content.evidence] })),
  {
    satisfies: ({ content }, facts) =>
      content.round === facts.own.round && leftAfter(content.evidence, facts).length === 0,
    effects: ({ content }, facts) =>
      content.round === facts.own.round
        ? { shared: [{ kind: 'set-promise-due', due: leftAfter(content.evidence, facts)[0]?.due }] }
        : {},
  },
);

function leftAfter(evidence: readonly Evidence[], { state }: Facts): readonly Promised[] {
  const round = currentRound(state);
  return promisesOpen({ ...round, evidence: [...round.evidence, ...evidence] });
}

/** S4.3: the organ answers demand by demand, promises, and shows what it has done. */
export const answerActs = [answerDemands, receiveAnswers, submitEvidence, receiveEvidence];
