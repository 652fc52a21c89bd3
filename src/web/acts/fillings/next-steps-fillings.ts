import { askedIn, receivedAnswerOf, sentAnswersIn } from '../../../domain/handling/interpellation-answer.ts';
import { currentRound, openDemands, organsWithDemands } from '../../../domain/handling/rounds.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { headNamesOf } from '../../../domain/session/reporter.ts';
import { todayInChina } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';
import type { Fillings } from './filling.ts';

/** S4.5: the way on from 不满意, and what it orders. */
export const nextStepsFillings: Fillings = {
  'choose-next-step': ({ motion }) => (motion ? { step: 'interpellation' } : {}),
  'deliberate-again': (facts) => ({ at: timeNow(facts, todayInChina()) }),
  'hold-inquiry': (facts) => ({ at: timeNow(facts, todayInChina()), exchanges: [{ organId: onlyOrganOf(facts) }] }),
  'answer-interpellation': (facts) => ownAnswer(facts, false),
  'answer-interpellation-again': (facts) => ownAnswer(facts, true),
  'record-interpellation-answer': (facts) => ({ ...answerThere(facts, false), asksAgain: false }),
  'record-second-answer': (facts) => answerThere(facts, true),
};

/** Where the demands of the round are all one organ's, it is asked. */
function onlyOrganOf({ state }: Facts): string | undefined {
  const organs = organsWithDemands(openDemands(state));
  return organs.length === 1 ? organs[0] : undefined;
}

/** The organ goes on from what it sent before; where it has one head, it is he who signs (监督法 §54). */
function ownAnswer(facts: Facts, isAgain: boolean): Typed {
  const before = sentAnswersIn(currentRound(facts.state), isAgain).at(-1);
  if (before === undefined) return { answeredBy: onlyHeadOf(facts.own.tenantId, facts) };
  const { answeredBy, text, attachments } = before;
  return { answeredBy, text, attachments };
}

/** What the organ has sent is taken over; of what it will say in the room the text stands there, to be put right by what was said. */
function answerThere(facts: Facts, isAgain: boolean): Typed {
  const { state } = facts;
  const sent = sentAnswersIn(currentRound(state), isAgain).at(-1);
  const isReceived = receivedAnswerOf(state, isAgain) !== undefined;
  const head = onlyHeadOf(askedIn(facts)?.organId ?? '', facts);
  const said =
    sent === undefined || isReceived ? { answeredBy: head } : { answeredBy: sent.answeredBy, text: sent.text };
  const { words = [] } = facts;
  // Who said so himself is dissatisfied; the office adds whom it heard otherwise.
  const dissatisfiedIds = words.flatMap(({ personId, isSatisfied }) => (isSatisfied ? [] : [personId]));
  return { source: isReceived ? 'received' : 'entered', ...said, dissatisfiedIds };
}

/** Where an organ has one head, it is he who answers. */
function onlyHeadOf(organId: string, facts: Facts): string {
  const heads = headNamesOf(organId, facts);
  return heads.length === 1 ? (heads[0] ?? '') : '';
}

/** Where nothing was received there is nothing to choose. */
export function sourceOf(isAgain: boolean) {
  return ({ state }: Facts): Typed => (receivedAnswerOf(state, isAgain) === undefined ? { source: 'entered' } : {});
}

/** What members have put is taken as it was put, and not typed again. */
export function motionAsPut({ motion }: Facts, { step }: Typed): Typed {
  return step === 'interpellation' && motion ? motion : {};
}
