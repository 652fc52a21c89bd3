import type { CaseState } from '../case-state.ts';
import { tenantNameOf } from '../organisation/facts.ts';
import type { Facts, PersonalNotice } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { headNamesOf } from '../session/reporter.ts';
import {
  type AnswerForm,
  headDeedOf,
  type InterpellationAnswer,
  type OrderedInterpellation,
  type OrganAnswer,
  type Round,
  type SecondAnswer,
} from './handling-state.ts';
import { currentRound, orderOf } from './rounds.ts';

/** The 质询案 that the council had answered in the round under way; null where it ordered none. */
export function askedIn({ state }: Pick<Facts, 'state'>): OrderedInterpellation | null {
  return orderOf(state)?.interpellation ?? null;
}

/** The second answer of a round, where the council decided on one: how it is given and by when (监督法 §53). */
export function secondAskedIn({ secondAnswer }: Round): Extract<SecondAnswer, { outcome: 'again' }> | undefined {
  return secondAnswer?.outcome === 'again' ? secondAnswer : undefined;
}

/** How the first or the second answer of the round under way is given; undefined where none was ordered. */
export function answerFormOf(state: CaseState, isAgain: boolean): AnswerForm | undefined {
  return isAgain ? secondAskedIn(currentRound(state))?.form : askedIn({ state })?.form;
}

/** What the organ has sent of its first or its second answer of a round, in the order in which it sent them. */
export function sentAnswersIn({ organAnswers }: Round, isAgain: boolean): readonly OrganAnswer[] {
  return organAnswers.filter((answer) => answer.isAgain === isAgain).toSorted((one, other) => one.no - other.no);
}

/** What stands in for the office’s own entry: the last written answer that the organ sent and the body has signed for. */
export function receivedAnswerOf(state: CaseState, isAgain: boolean): OrganAnswer | undefined {
  return answerFormOf(state, isAgain) === 'written' ? sentAnswersIn(currentRound(state), isAgain).at(-1) : undefined;
}

/** An answer as those who put the motion read it: recorded, or signed for and waiting to be recorded. */
export type ReadAnswer = InterpellationAnswer & { isAgain: boolean; isRecorded: boolean };

/** The answers to the 质询案 that was ordered after the round before that of this number. */
export function readAnswersIn(state: CaseState, no: number): readonly ReadAnswer[] {
  const { rounds } = state.handling;
  const round = rounds.find((one) => one.no === no);
  if (round === undefined) return [];
  const first = rounds.find((one) => one.no === no - 1)?.nextStep?.interpellation?.form;
  const forms = [first, secondAskedIn(round)?.form];
  return forms.flatMap((form, index): readonly ReadAnswer[] => {
    const isAgain = index === 1;
    const recorded = round.interpellationAnswers[index];
    if (recorded !== undefined) return [{ ...recorded, isAgain, isRecorded: true }];
    const sent = form === 'written' ? sentAnswersIn(round, isAgain).at(-1) : undefined;
    return sent === undefined ? [] : [waitingAnswer(sent)];
  });
}

function waitingAnswer({ no: _no, ...sent }: OrganAnswer): ReadAnswer {
  return { ...sent, form: 'written', venue: '', dissatisfiedIds: [], asksAgain: false, isRecorded: false };
}

/** INQ-04: an oral answer has a head who is there, a written one a head who signs it (监督法 §54). */
export function checkHead(
  answeredBy: string,
  { form, organId }: { form: AnswerForm; organId: string },
  facts: Facts,
): readonly Refusal[] {
  const heads = headNamesOf(organId, facts);
  if (heads.includes(answeredBy.trim())) return [];
  const organ = tenantNameOf(facts.organisation, organId);
  if (heads.length === 0) {
    const text = `机构名册没有登记${facts.on}任职的${organ}负责人，无法核对“${answeredBy}”。请在“任职”中补登，或者写明其职务。`;
    return [departsFrom('interpellation/head-not-registered', '监督法 §54', text, 'answeredBy')];
  }
  const duty = `${form === 'written' ? '书面' : '口头'}答复由受质询机关负责人${headDeedOf(form)}`;
  const known = heads.length > 5 ? '' : `（登记的负责人：${heads.join('、')}）`;
  const text = `“${answeredBy}”在${facts.on}不是${organ}的负责人${known}；${duty}。`;
  return [refuse('interpellation/head', '监督法 §54', text, 'answeredBy')];
}

/** Who put the motion learns what became of it, each by name (监督法 §53). `news`: a clause about the organ. */
export function tellSignatories(facts: Facts, news: (organ: string) => string): readonly PersonalNotice[] {
  const asked = askedIn(facts);
  if (asked === null) return [];
  const organ = tenantNameOf(facts.organisation, asked.organId);
  const text = `您签名的关于“${facts.view.name}”的质询案：${news(organ)}`;
  return asked.signatoryIds.map((personId) => ({ personId, kind: 'interpellation-settled' as const, text }));
}
