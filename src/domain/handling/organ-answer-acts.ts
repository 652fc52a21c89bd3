import type { Attachment } from '../package/attachment.ts';
import { receiveAct } from '../package/receive.ts';
import { type ActDefinition, defineAct, type Facts } from '../procedure/act.ts';
import { doneOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { AskedOfOrgan } from './handling-state.ts';
import { checkHead, sentAnswersIn, tellSignatories } from './interpellation-answer.ts';
import { currentRound, inCurrentRound, inRound } from './rounds.ts';

/** The organ’s own answer: signed by its head on paper, or what its head will say in the room (监督法 §54). */
export type AnswerInterpellation = { answeredBy: string; text: string; attachments: readonly Attachment[] };

const first = answering({
  kind: 'answer-interpellation',
  title: '答复质询',
  law: ['监督法 §52', '监督法 §54', 'INQ-04'],
  isAgain: false,
  recordedBy: 'record-interpellation-answer',
});
const second = answering({
  kind: 'answer-interpellation-again',
  title: '再作答复',
  law: ['监督法 §53', '监督法 §54', 'INQ-04', 'INQ-05'],
  isAgain: true,
  recordedBy: 'record-second-answer',
});

type Answering = Pick<ActDefinition, 'kind' | 'title'> & {
  law: readonly string[];
  isAgain: boolean;
  /** The body’s step that takes the answer over: from then on it is not changed. */
  recordedBy: string;
};

/** A later answer replaces an earlier one until the body has recorded it; both were sealed and stay on record. */
function answering({ isAgain, recordedBy, ...named }: Answering): ActDefinition {
  return defineAct<AnswerInterpellation>({
    ...named,
    case: 'topic',
    clause: 'S4.5',
    level: 'both',
    tenant: 'organ',
    by: 'organ',
    repeatable: true,
    ready: (facts) => [...checkAsked(isAgain, facts), ...checkNotRecorded(recordedBy, facts)],
    check: ({ answeredBy }, facts) => {
      const asked = askedOf(isAgain, facts);
      return asked === null ? [] : checkHead(answeredBy, { form: asked.form, organId: facts.own.tenantId }, facts);
    },
    evolve: (state, payload, { on }) =>
      inCurrentRound(state, ({ organAnswers }) => ({
        organAnswers: [...organAnswers, { ...payload, isAgain, no: nextNo(state, isAgain), on }],
      })),
    effects: (payload, facts) => ({ packages: packagesOf(payload, askedOf(isAgain, facts), isAgain, facts) }),
  });
}

function packagesOf(
  { attachments, ...answer }: AnswerInterpellation,
  asked: AskedOfOrgan | null,
  isAgain: boolean,
  { own, view, on, state }: Facts,
) {
  if (asked === null) return [];
  const { question, form } = asked;
  return [
    {
      kind: 'interpellation-answer' as const,
      title: `${own.shortName}对“${view.name}”质询案${isAgain ? '再作的答复' : '的答复'}`,
      addresseeIds: [own.bodyId],
      content: { round: own.round, question, form, ...answer, isAgain, no: nextNo(state, isAgain), on },
      attachments,
    },
  ];
}

function nextNo(state: Facts['state'], isAgain: boolean): number {
  return sentAnswersIn(currentRound(state), isAgain).length + 1;
}

/** What the organ was told of: nothing of an earlier round, which is over. */
function askedOf(isAgain: boolean, { state, own }: Pick<Facts, 'state' | 'own'>): AskedOfOrgan | null {
  const round = currentRound(state);
  if (round.no !== own.round) return null;
  return isAgain ? round.askedAgain : round.asked;
}

function checkAsked(isAgain: boolean, facts: Facts): readonly Refusal[] {
  if (askedOf(isAgain, facts) !== null) return [];
  const notice = isAgain ? '再作答复通知' : '下一步监督通知';
  const text = `没有需要${facts.own.shortName}${isAgain ? '再作答复' : '答复'}的质询案；${notice}已送达的，请先在“报送件”中签收。`;
  return [refuse('interpellation/not-asked', isAgain ? '监督法 §53' : '监督法 §52', text)];
}

/** What the body has recorded is what was answered; whatever comes after it is a letter. */
function checkNotRecorded(recordedBy: string, { own, view }: Facts): readonly Refusal[] {
  const body = view.tracks.find(({ tenantId }) => tenantId === own.bodyId);
  const recorded = body === undefined ? undefined : doneOf(recordedBy, body);
  if (body === undefined || recorded === undefined) return [];
  const text = `${body.shortName}已于${recorded.on}登记本次答复，不能再更改；需要补充的，请用“工作联系”送交。`;
  return [refuse('interpellation/answer-recorded', '监督法 §54', text)];
}

const receiveAnswer = receiveAct(
  'interpellation-answer',
  'topic',
  'body',
  (state, { content: { round, isAgain, no, on, answeredBy, text }, attachments }) =>
    inRound(state, round, ({ organAnswers }) => ({
      organAnswers: [...organAnswers, { isAgain, no, on, answeredBy, text, attachments }],
    })),
  {
    effects: ({ content: { round, form } }, facts) =>
      round === currentRound(facts.state).no && form === 'written'
        ? { notices: tellSignatories(facts, (organ) => `${organ}已报送书面答复，请在“质询案”中阅读，并表明是否满意。`) }
        : {},
  },
);

/** The organ answers on what it is asked by its paper, and once more by its second paper (监督法 §52, §53). */
const receiveSecond = receiveAct('second-answer', 'topic', 'organ', (state, { content: { round, asked } }) =>
  inRound(state, round, () => ({ askedAgain: asked })),
);

/** 监督法 §52–54: the organ’s own answers, and how they reach the body. */
export const organAnswerActs = [first, second, receiveAnswer, receiveSecond];
