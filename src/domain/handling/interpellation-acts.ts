import { personNameOf } from '../organisation/facts.ts';
import type { Attachment } from '../package/attachment.ts';
import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import { doneKey, doneOf, trackOf } from '../procedure/case.ts';
import { orderedMarks } from '../procedure/ordered-steps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { mayAskAgain } from '../session/thresholds.ts';
import {
  type AnswerForm,
  answerFormNames,
  type InterpellationAnswer,
  type OrderedInterpellation,
  type SecondAnswer,
} from './handling-state.ts';
import { answerFormOf, askedIn, checkHead, receivedAnswerOf, tellSignatories } from './interpellation-answer.ts';
import { checkWordsKept } from './interpellation-word.ts';
import { checkChosen } from './ordered-acts.ts';
import { currentRound, inCurrentRound } from './rounds.ts';

/** The organ's own written answer, taken over as it was signed for; or what the office heard in the room or has on paper. */
type Answered =
  | { source: 'received' }
  | {
      source: 'entered';
      /** The sitting or meeting in which it was given; empty for a written one. */
      venue: string;
      answeredBy: string;
      text: string;
      attachments: readonly Attachment[];
    };
type Answer = Answered & { dissatisfiedIds: readonly string[] };
export type RecordInterpellationAnswer = Answer & { asksAgain: boolean };
export type RecordSecondAnswer = Answer;
export type DecideSecondAnswer = SecondAnswer;

const recordAnswer = defineAct<RecordInterpellationAnswer>({
  kind: 'record-interpellation-answer',
  case: 'topic',
  title: '登记受质询机关的答复',
  clause: 'S4.5',
  law: ['监督法 §52', '监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  asksWords: true,
  ready: (facts) => checkChosen('interpellation', facts),
  check: (payload, facts) => {
    const asked = askedIn(facts);
    if (asked === null) return [];
    return [
      ...checkNotBeforeOrder(facts),
      ...checkAnswer(payload, { form: asked.form, isAgain: false, asked }, facts),
      ...checkAskingAgain(payload, asked),
    ];
  },
  evolve: (state, payload, { on }) =>
    inCurrentRound(state, () => ({
      interpellationAnswers: [{ ...recordedOf(payload, state, { isAgain: false, on }), asksAgain: payload.asksAgain }],
    })),
  effects: (payload, facts) => ({
    shared: [
      ...(payload.asksAgain ? [{ kind: 'mark', stepId: orderedMarks.secondAnswerAsked, perRound: true } as const] : []),
      ...askNoMore('answer-interpellation', orderedMarks.writtenAnswer, facts),
    ],
    notices: toldOf(payload, facts),
  }),
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
    if (asked === null) return {};
    if (payload.outcome === 'not-again') {
      return { notices: tellSignatories(facts, () => `主任会议决定不再作答复，理由：${payload.reason}`) };
    }
    const { form, due } = payload;
    const { organId, question, content } = asked;
    const organIds = [organId];
    const { secondAnswer, secondWrittenAnswer } = orderedMarks;
    return {
      packages: [
        {
          kind: 'second-answer',
          title: `“${facts.view.name}”质询再作答复通知`,
          addresseeIds: organIds,
          content: { round: facts.own.round, asked: { question, content, form, due } },
        },
      ],
      shared: [
        { kind: 'mark', stepId: secondAnswer, perRound: true },
        { kind: 'set-second-answer-due', organIds, due },
        ...(form === 'written' ? [{ kind: 'mark-organs', organIds, stepId: secondWrittenAnswer } as const] : []),
      ],
      notices: tellSignatories(
        facts,
        (organ) => `主任会议决定由${organ}再作答复（${answerFormNames[form]}），期限${due}。`,
      ),
    };
  },
});

const recordSecond = defineAct<RecordSecondAnswer>({
  kind: 'record-second-answer',
  case: 'topic',
  title: '登记受质询机关再作的答复',
  clause: 'S4.5',
  law: ['监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  asksWords: true,
  ready: ({ state }) =>
    answerFormOf(state, true) !== undefined
      ? []
      : [refuse('interpellation/no-second', '监督法 §53', '主任会议没有决定由受质询机关再作答复。')],
  check: (payload, facts) => {
    const asked = askedIn(facts);
    const form = answerFormOf(facts.state, true);
    return asked === null || form === undefined ? [] : checkAnswer(payload, { form, isAgain: true, asked }, facts);
  },
  evolve: (state, payload, { on }) =>
    inCurrentRound(state, (round) => ({
      interpellationAnswers: [
        ...round.interpellationAnswers,
        { ...recordedOf(payload, state, { isAgain: true, on }), asksAgain: false },
      ],
    })),
  effects: (payload, facts) => ({
    shared: askNoMore('answer-interpellation-again', orderedMarks.secondWrittenAnswer, facts),
    notices: toldOf(payload, facts),
  }),
});

/** The answer as it stands in the record: what was taken over keeps its words, its files and its day. */
function recordedOf(
  payload: Answer,
  state: Facts['state'],
  { isAgain, on }: { isAgain: boolean; on: string },
): Omit<InterpellationAnswer, 'asksAgain'> {
  const form = answerFormOf(state, isAgain) ?? 'written';
  const { dissatisfiedIds } = payload;
  if (payload.source === 'entered') {
    const { venue, answeredBy, text, attachments } = payload;
    return { on, form, venue, answeredBy, text, attachments, dissatisfiedIds };
  }
  const received = receivedAnswerOf(state, isAgain);
  // `check` has refused to take over what is not there.
  const { answeredBy = '', text = '', attachments = [] } = received ?? {};
  return { on: received?.on ?? on, form, venue: '', answeredBy, text, attachments, dissatisfiedIds };
}

/** What came on paper is not asked for once more: the organ's step falls away unless it has been done. */
function askNoMore(stepId: string, mark: string, facts: Facts): readonly SharedChange[] {
  const organId = askedIn(facts)?.organId ?? '';
  const organ = trackOf(facts.view, organId);
  if (organ === undefined || doneOf(mark, organ) === undefined || doneOf(stepId, organ) !== undefined) return [];
  return [{ kind: 'unmark-organs', organIds: [organId], stepIds: [mark] }];
}

/** Of what the organ sent, those who put the motion were told when it was signed for. */
function toldOf({ source }: Answer, facts: Facts) {
  return source === 'received' ? [] : tellSignatories(facts, (organ) => `${organ}的答复已经登记，请阅读。`);
}

function checkNotBeforeOrder({ own, on }: Facts): readonly Refusal[] {
  const decidedOn = own.done[doneKey('choose-next-step', true, own.round - 1)]?.on;
  if (decidedOn === undefined || decidedOn <= on) return [];
  const text = `主任会议于${decidedOn}决定交受质询机关答复，答复不能早于该日。`;
  return [refuse('interpellation/answer-day', '监督法 §52', text, 'on')];
}

/** INQ-04: an oral answer has a place and a head who is there, a written one a head who signs it (监督法 §54). */
function checkAnswer(
  payload: Answer,
  { form, isAgain, asked }: { form: AnswerForm; isAgain: boolean; asked: OrderedInterpellation },
  facts: Facts,
): readonly Refusal[] {
  const { dissatisfiedIds } = payload;
  const strangers = dissatisfiedIds.filter((id) => !asked.signatoryIds.includes(id));
  const refusals: Refusal[] = [];
  if (strangers.length > 0) {
    const names = strangers.map((id) => personNameOf(facts.organisation, id)).join('、');
    const text = `${names}没有联名提出这件质询案；对答复是否满意由提出质询案的组成人员表明。`;
    refusals.push(refuse('interpellation/not-signatory', '监督法 §53', text, 'dissatisfiedIds'));
  }
  refusals.push(...checkWordsKept(dissatisfiedIds, facts));
  if (payload.source === 'received') return [...refusals, ...checkReceived(isAgain, facts)];
  if (form !== 'written' && payload.venue.trim() === '') {
    const text = `主任会议决定${answerFormNames[form]}，请写明是哪次会议。`;
    refusals.push(refuse('interpellation/venue', '监督法 §52', text, 'venue'));
  }
  return [...refusals, ...checkHead(payload.answeredBy, { form, organId: asked.organId }, facts)];
}

/** The organ's head was asked for when it was sealed (监督法 §54); here it has to be there, and not of a later day. */
function checkReceived(isAgain: boolean, { state, on }: Facts): readonly Refusal[] {
  const received = receivedAnswerOf(state, isAgain);
  if (received === undefined) {
    const text = '尚未签收受质询机关报送的书面答复；口头答复和另行收到的书面答复，由办公室登记。';
    return [refuse('interpellation/none-received', '监督法 §54', text, 'source')];
  }
  if (received.on <= on) return [];
  const text = `受质询机关于${received.on}答复，登记日期不能早于该日。`;
  return [refuse('interpellation/answer-day', '监督法 §52', text, 'on')];
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
export const interpellationActs = [recordAnswer, decideSecond, recordSecond];
