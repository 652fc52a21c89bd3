import type { MotionView } from '../../contract/interpellations.ts';
import { readAnswersIn } from '../../domain/handling/interpellation-answer.ts';
import {
  checkDraftable,
  checkKeeper,
  checkSigner,
  checkSubmission,
  checkSubmitter,
  signingOf,
  submissionDays,
} from '../../domain/handling/interpellation-motion.ts';
import { checkSpeaker, openAnswerOf, wordsOn } from '../../domain/handling/interpellation-word.ts';
import { memberIdsOn, personNameOf, tenantNameOf } from '../../domain/organisation/facts.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import { type StoredMotion, signedNow } from '../acts/motion-store.ts';

/** A motion as one of its readers sees it: how far the signing is, what he has said, and what he may do now. */
export function motionView(motion: StoredMotion, facts: Facts): MotionView {
  const { organisation, own, actor, today } = facts;
  const signatures = signedNow(motion);
  const memberIds = memberIdsOn(organisation, own.tenantId, motion.submittedOn ?? today);
  const { needed, explain, counted, missing } = signingOf(signatures, { level: own.level, memberIds });
  const counts = new Set(counted.map(({ personId }) => personId));
  const days = submissionDays(facts);
  const on = days.at(-1) ?? today;
  return {
    id: motion.id,
    caseId: motion.caseId,
    topicName: facts.view.name,
    organId: motion.organId,
    organName: tenantNameOf(organisation, motion.organId),
    question: motion.question,
    content: motion.content,
    version: motion.version,
    state: motion.state,
    draftedByName: motion.draftedByName,
    draftedAt: motion.draftedAt,
    submittedOn: motion.submittedOn,
    closedReason: motion.closedReason,
    answers: answersTo(motion, facts),
    open: openFor(motion, facts),
    signatures: signatures.map(({ personId, personName, signedAt }) => {
      return { personId, personName, signedAt, counts: counts.has(personId) };
    }),
    needed,
    explain,
    missing,
    mine: mineOf(motion, actor.personId),
    may: {
      sign: checkSigner(motion, facts).length === 0,
      keep: checkKeeper(motion, facts).length === 0,
      submit: motion.state === 'signing' && checkSubmitter(signatures, facts).length === 0,
      speak: checkSpeaker(motion.id, facts).length === 0,
    },
    refusals:
      motion.state === 'signing'
        ? [...checkDraftable(facts), ...checkSubmission({ on, signatures, state: motion.state }, facts)]
        : [],
    days: motion.state === 'signing' ? [...days] : [],
  };
}

/** A motion that was decided is answered in the round that the choice opened (监督法 §52, §53). */
function answersTo({ id, state, round }: StoredMotion, facts: Facts): MotionView['answers'] {
  const { rounds } = facts.state.handling;
  const chosen = rounds.find(({ no }) => no === round)?.nextStep?.interpellation;
  if (state !== 'decided' || chosen?.motionId !== id) return [];
  return readAnswersIn(facts.state, round + 1).map(({ dissatisfiedIds, asksAgain: _asks, attachments, ...answer }) => ({
    ...answer,
    attachments: [...attachments],
    dissatisfiedNames: dissatisfiedIds.map((personId) => personNameOf(facts.organisation, personId)),
  }));
}

function openFor({ id, words }: StoredMotion, { state }: Facts): MotionView['open'] {
  const open = openAnswerOf(state, id);
  if (open === undefined) return null;
  const { isAgain, no } = open;
  return { isAgain, no, words: [...wordsOn(open, words)] };
}

function mineOf({ signatures, version }: StoredMotion, personId: string): MotionView['mine'] {
  const own = signatures.find((signature) => signature.personId === personId);
  if (own === undefined) return 'none';
  return own.version === version ? 'signed' : 'earlier';
}
