import { personNameOf, tenantNameOf } from '../organisation/facts.ts';
import type { Attachment } from '../package/attachment.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { doneKey } from '../procedure/case.ts';
import { orderedMarks } from '../procedure/ordered-steps.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { headNamesOf } from '../session/reporter.ts';
import { mayAskAgain } from '../session/thresholds.ts';
import { type AnswerForm, answerFormNames, type OrderedInterpellation, type SecondAnswer } from './handling-state.ts';
import { checkChosen } from './ordered-acts.ts';
import { currentRound, inCurrentRound, orderOf } from './rounds.ts';

type Answer = {
  /** The sitting or meeting in which it was given; empty for a written one. */
  venue: string;
  answeredBy: string;
  text: string;
  attachments: readonly Attachment[];
  dissatisfiedIds: readonly string[];
};
export type RecordInterpellationAnswer = Answer & { asksAgain: boolean };
export type RecordSecondAnswer = Answer;
export type DecideSecondAnswer = SecondAnswer;

const recordAnswer = defineAct<RecordInterpellationAnswer>({
  kind: 'record-interpellation-answer',
  case: 'topic',
  title: '受质询机关答复质询',
  clause: 'S4.5',
  law: ['监督法 §52', '监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: (facts) => checkChosen('interpellation', facts),
  check: (payload, facts) => {
    const asked = askedIn(facts);
    if (asked === null) return [];
    return [
      ...checkNotBeforeOrder(facts),
      ...checkAnswer(payload, asked.form, asked, facts),
      ...checkAskingAgain(payload, asked),
    ];
  },
  evolve: (state, payload, { on }) =>
    inCurrentRound(state, () => ({
      interpellationAnswers: [{ ...payload, on, form: orderOf(state)?.interpellation?.form ?? 'written' }],
    })),
  effects: ({ asksAgain }) =>
    asksAgain ? { shared: [{ kind: 'mark', stepId: orderedMarks.secondAnswerAsked, perRound: true }] } : {},
});

const decideSecond = defineAct<DecideSecondAnswer>({
  kind: 'decide-second-answer',
  case: 'topic',
  title: '主任会议决定是否由受质询机关再作答复',
  clause: 'S4.5',
  law: ['监督法 §53', 'INQ-05'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  ready: ({ state }) =>
    currentRound(state).interpellationAnswers.at(-1)?.asksAgain === true
      ? []
      : [refuse('interpellation/not-asked-again', '监督法 §53', '提出质询案的组成人员没有要求再作答复。')],
  check: (payload, { on }) => {
    if (payload.outcome === 'not-again' || payload.due > on) return [];
    const text = `再作答复的期限${payload.due}须晚于决定之日${on}。`;
    return [refuse('interpellation/second-due', '监督法 §53', text, 'due')];
  },
  evolve: (state, payload) => inCurrentRound(state, () => ({ secondAnswer: payload })),
  effects: (payload, facts) => {
    const asked = askedIn(facts);
    if (payload.outcome === 'not-again' || asked === null) return {};
    const { form, due } = payload;
    return {
      packages: [
        {
          kind: 'second-answer',
          title: `“${facts.view.name}”质询再作答复通知`,
          addresseeIds: [asked.organId],
          content: { round: facts.own.round, form, due, question: asked.question },
        },
      ],
      shared: [{ kind: 'mark', stepId: orderedMarks.secondAnswer, perRound: true }],
    };
  },
});

const recordSecond = defineAct<RecordSecondAnswer>({
  kind: 'record-second-answer',
  case: 'topic',
  title: '受质询机关再作答复',
  clause: 'S4.5',
  law: ['监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: ({ state }) =>
    secondFormOf(state) !== undefined
      ? []
      : [refuse('interpellation/no-second', '监督法 §53', '主任会议没有决定由受质询机关再作答复。')],
  check: (payload, facts) => {
    const asked = askedIn(facts);
    const form = secondFormOf(facts.state);
    return asked === null || form === undefined ? [] : checkAnswer(payload, form, asked, facts);
  },
  evolve: (state, payload, { on }) =>
    inCurrentRound(state, (round) => ({
      interpellationAnswers: [
        ...round.interpellationAnswers,
        { ...payload, on, form: secondFormOf(state) ?? 'written', asksAgain: false },
      ],
    })),
});

/** The organ knows of it by its paper alone. */
const receiveSecond = receiveAct('second-answer', 'topic', 'organ');

function askedIn({ state }: Pick<Facts, 'state'>): OrderedInterpellation | null {
  return orderOf(state)?.interpellation ?? null;
}

function secondFormOf(state: Facts['state']): AnswerForm | undefined {
  const { secondAnswer } = currentRound(state);
  return secondAnswer?.outcome === 'again' ? secondAnswer.form : undefined;
}

function checkNotBeforeOrder({ own, on }: Facts): readonly Refusal[] {
  const decidedOn = own.done[doneKey('choose-next-step', true, own.round - 1)]?.on;
  if (decidedOn === undefined || decidedOn <= on) return [];
  const text = `主任会议于${decidedOn}决定交受质询机关答复，答复不能早于该日。`;
  return [refuse('interpellation/answer-day', '监督法 §52', text, 'on')];
}

/** INQ-04: an oral answer has a place and a head who is there, a written one a head who signs it (监督法 §54). */
function checkAnswer(
  { venue, answeredBy, dissatisfiedIds }: Answer,
  form: AnswerForm,
  asked: OrderedInterpellation,
  facts: Facts,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (form !== 'written' && venue.trim() === '') {
    const text = `主任会议决定${answerFormNames[form]}，请写明是哪次会议。`;
    refusals.push(refuse('interpellation/venue', '监督法 §52', text, 'venue'));
  }
  const strangers = dissatisfiedIds.filter((id) => !asked.signatoryIds.includes(id));
  if (strangers.length > 0) {
    const names = strangers.map((id) => personNameOf(facts.organisation, id)).join('、');
    const text = `${names}没有联名提出这件质询案；对答复是否满意由提出质询案的组成人员表明。`;
    refusals.push(refuse('interpellation/not-signatory', '监督法 §53', text, 'dissatisfiedIds'));
  }
  return [...refusals, ...checkHead(answeredBy, form, asked.organId, facts)];
}

function checkHead(answeredBy: string, form: AnswerForm, organId: string, facts: Facts): readonly Refusal[] {
  const heads = headNamesOf(organId, facts);
  if (heads.includes(answeredBy.trim())) return [];
  const organ = tenantNameOf(facts.organisation, organId);
  if (heads.length === 0) {
    const text = `机构名册没有登记${facts.on}任职的${organ}负责人，无法核对“${answeredBy}”。请在“任职”中补登，或者写明其职务。`;
    return [departsFrom('interpellation/head-not-registered', '监督法 §54', text, 'answeredBy')];
  }
  const duty = form === 'written' ? '书面答复由受质询机关负责人签署' : '口头答复由受质询机关负责人到会答复';
  const known = heads.length > 5 ? '' : `（登记的负责人：${heads.join('、')}）`;
  const text = `“${answeredBy}”在${facts.on}不是${organ}的负责人${known}；${duty}。`;
  return [refuse('interpellation/head', '监督法 §54', text, 'answeredBy')];
}

/** INQ-05: more than half of those who put it have to be dissatisfied. */
function checkAskingAgain(
  { asksAgain, dissatisfiedIds }: RecordInterpellationAnswer,
  { signatoryIds }: OrderedInterpellation,
): readonly Refusal[] {
  const dissatisfied = new Set(dissatisfiedIds).size;
  if (!asksAgain || mayAskAgain(dissatisfied, signatoryIds.length)) return [];
  const text = `提出质询案的${signatoryIds.length}人中${dissatisfied}人对答复不满意，不过半数，不能要求再作答复。`;
  return [refuse('interpellation/may-not-ask', '监督法 §53', text, 'asksAgain')];
}

/** 监督法 §52–54: the answer, what those who put it hold of it, and a second one where the council decides so. */
export const interpellationActs = [recordAnswer, decideSecond, recordSecond, receiveSecond];
