import type { CaseState } from '../case-state.ts';
import { personNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { OrganAnswer, SignatoryWord } from './handling-state.ts';
import { askedIn, receivedAnswerOf, secondAskedIn } from './interpellation-answer.ts';
import { currentRound } from './rounds.ts';

/** The answer on which those who put that motion can say a word now: signed for, and not recorded yet. */
export function openAnswerOf(state: CaseState, motionId: string): OrganAnswer | undefined {
  if (askedIn({ state })?.motionId !== motionId) return undefined;
  const recorded = currentRound(state).interpellationAnswers.length;
  if (recorded === 0) return receivedAnswerOf(state, false);
  return recorded === 1 && secondAskedIn(currentRound(state)) !== undefined ? receivedAnswerOf(state, true) : undefined;
}

/** The words that are about this answer, in its latest wording. */
export function wordsOn(
  { isAgain, no }: Pick<OrganAnswer, 'isAgain' | 'no'>,
  words: readonly SignatoryWord[],
): readonly SignatoryWord[] {
  return words.filter((word) => word.isAgain === isAgain && word.no === no);
}

/** Only who put the motion says whether he is satisfied, and only until the office has recorded it. */
export function checkSpeaker(motionId: string, facts: Pick<Facts, 'state' | 'actor'>): readonly Refusal[] {
  const asked = askedIn(facts);
  if (asked?.motionId !== motionId || openAnswerOf(facts.state, motionId) === undefined) {
    const text = '没有等待表明意见的答复：答复尚未签收，或者已经登记。';
    return [refuse('interpellation/no-open-answer', '监督法 §53', text)];
  }
  if (asked.signatoryIds.includes(facts.actor.personId)) return [];
  const text = '对答复是否满意，由提出质询案的组成人员本人表明。';
  return [refuse('interpellation/not-signatory', '监督法 §53', text)];
}

/** What somebody has said himself is recorded as he said it; of those who said nothing the office knows otherwise. */
export function checkWordsKept(
  dissatisfiedIds: readonly string[],
  { words = [], organisation }: Pick<Facts, 'words' | 'organisation'>,
): readonly Refusal[] {
  const namesOf = (found: readonly SignatoryWord[]) =>
    found.map(({ personId }) => personNameOf(organisation, personId)).join('、');
  const left = words.filter(({ personId, isSatisfied }) => !isSatisfied && !dissatisfiedIds.includes(personId));
  const turned = words.filter(({ personId, isSatisfied }) => isSatisfied && dissatisfiedIds.includes(personId));
  return [
    ...(left.length === 0
      ? []
      : [
          refuse(
            'interpellation/word-left-out',
            '监督法 §53',
            `${namesOf(left)}已在本人账号中表明对答复不满意，须如实登记。`,
            'dissatisfiedIds',
          ),
        ]),
    ...(turned.length === 0
      ? []
      : [
          refuse(
            'interpellation/word-turned',
            '监督法 §53',
            `${namesOf(turned)}已在本人账号中表明对答复满意，不能登记为不满意。`,
            'dissatisfiedIds',
          ),
        ]),
  ];
}
