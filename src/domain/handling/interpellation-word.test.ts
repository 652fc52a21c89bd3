import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import { given } from '../../../test/given.ts';
import { type AnswerForm, emptyRound, type OrganAnswer, type Round, type SignatoryWord } from './handling-state.ts';
import { interpellationActs } from './interpellation-acts.ts';
import { checkSpeaker, openAnswerOf, wordsOn } from './interpellation-word.ts';

const signatoryIds = [1, 2, 3, 4, 5].map((no) => `city-member-${no}`);
const sent = (no: number, isAgain = false): OrganAnswer => ({
  ...{ isAgain, no, on: '2027-03-18', answeredBy: '王样例', text: `第${no}次`, attachments: [] },
});
const recorded = {
  ...{ on: '2027-03-18', form: 'written' as const, venue: '', answeredBy: '王样例', text: '答', attachments: [] },
  ...{ dissatisfiedIds: signatoryIds, asksAgain: true },
};
const asked = (form: AnswerForm) => ({
  ...{ motionId: 'motion-1', organId: 'city-housing', question: '为何未办', content: '停车难' },
  ...{ submittedOn: '2027-02-26', signatoryIds, form },
});
const facts = (current: Partial<Round>, form: AnswerForm = 'written', personId = 'city-member-1') => {
  const nextStep = { step: 'interpellation' as const, due: '2027-04-30', requirement: '', interpellation: asked(form) };
  const rounds = [
    { ...emptyRound(1, null), nextStep },
    { ...emptyRound(2, '2027-04-30'), ...current },
  ];
  const built = buildFacts({
    on: '2027-03-20',
    done: ['interpellation-ordered@2'],
    track: { round: 2 },
    state: { handling: { rounds } },
  });
  return { ...built, organisation: withHeads(built.organisation), actor: { ...built.actor, personId } };
};
const codesOf = (found: ReturnType<typeof facts>, motionId = 'motion-1') =>
  checkSpeaker(motionId, found).map(({ code }) => code);

describe('监督法 §53 a word on an answer', () => {
  test('is said by those who put the motion, of an answer that was signed for and is not recorded', () => {
    expect(codesOf(facts({ organAnswers: [sent(1)] }))).toEqual([]);
    expect(codesOf(facts({ organAnswers: [sent(1)] }, 'written', 'city-chair'))).toEqual([
      'interpellation/not-signatory',
    ]);
    expect(codesOf(facts({}))).toEqual(['interpellation/no-open-answer']);
    expect(codesOf(facts({ organAnswers: [sent(1)] }), 'motion-2')).toEqual(['interpellation/no-open-answer']);
    expect(codesOf(facts({ organAnswers: [sent(1)], interpellationAnswers: [recorded] }))).toEqual([
      'interpellation/no-open-answer',
    ]);
  });

  test('is not said here of what was said in a room', () => {
    expect(codesOf(facts({ organAnswers: [sent(1)] }, 'oral-session'))).toEqual(['interpellation/no-open-answer']);
  });

  test('is said anew of a second answer, and of a better one that the organ sent', () => {
    const again = facts({
      ...{ organAnswers: [sent(1), sent(1, true)], interpellationAnswers: [recorded] },
      secondAnswer: { outcome: 'again', form: 'written', due: '2027-04-20' },
    });
    expect(openAnswerOf(again.state, 'motion-1')).toMatchObject({ isAgain: true, no: 1 });
    const word = (no: number, isAgain: boolean): SignatoryWord => ({
      ...{ personId: 'city-member-1', personName: '甲', no, isAgain, isSatisfied: false },
    });
    const words = [word(1, false), word(2, false), word(1, true)];
    expect(wordsOn({ isAgain: false, no: 2 }, words)).toEqual([word(2, false)]);
    expect(wordsOn({ isAgain: true, no: 1 }, words)).toEqual([word(1, true)]);
  });

  test('is recorded as it was said; of those who said nothing the office knows otherwise', () => {
    const words = [
      ...[1, 2].map((no) => ({ personId: `city-member-${no}`, isSatisfied: false })),
      { personId: 'city-member-3', isSatisfied: true },
    ].map((one) => ({ ...one, personName: '', isAgain: false, no: 1 }));
    const record = (dissatisfiedIds: readonly string[]) =>
      given({ ...facts({ organAnswers: [sent(1)] }), words }).when(interpellationActs, 'record-interpellation-answer', {
        ...{ source: 'received', dissatisfiedIds, asksAgain: false },
      });
    record(['city-member-1', 'city-member-2']).isAllowed();
    record(['city-member-1', 'city-member-2', 'city-member-4']).isAllowed();
    record(['city-member-1']).isRefused('interpellation/word-left-out', '须如实登记');
    record(['city-member-1', 'city-member-2', 'city-member-3']).isRefused('interpellation/word-turned');
  });
});
