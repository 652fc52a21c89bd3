import type { CaseState } from '../case-state.ts';
import type { Facts } from '../procedure/act.ts';
import { doneOf } from '../procedure/case.ts';
import { askedMark } from '../procedure/organ-part.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { DecidedDispute, Demand, Promised } from './demand.ts';
import { emptyRound, type HandlingState, type Round } from './handling-state.ts';

/** The state with the handling of the topic changed. */
export function withHandling(state: CaseState, change: Partial<HandlingState>): CaseState {
  return { ...state, handling: { ...state.handling, ...change } };
}

/** The round under way: the last one. */
export function currentRound(state: CaseState): Round {
  return state.handling.rounds.at(-1) ?? emptyRound(1, null);
}

/** What the council ordered after the round before the one under way (S4.5); null in the first. */
export function orderOf(state: CaseState): Round['nextStep'] {
  return state.handling.rounds.at(-2)?.nextStep ?? null;
}

/** The state with the round of that number changed; a round that is not there is left alone. */
export function inRound(state: CaseState, no: number, change: (round: Round) => Partial<Round>): CaseState {
  const rounds = state.handling.rounds.map((round) => (round.no === no ? { ...round, ...change(round) } : round));
  return withHandling(state, { rounds });
}

/** The state with the round under way changed. */
export function inCurrentRound(state: CaseState, change: (round: Round) => Partial<Round>): CaseState {
  return inRound(state, currentRound(state).no, change);
}

/** The demands that the round under way is about: those of an earlier round that were not met then (HAN-08). */
export function openDemands(state: CaseState): readonly Demand[] {
  const { demandIds } = currentRound(state);
  return standingDemands(state).filter(({ id }) => demandIds === null || demandIds.includes(id));
}

/** The demands without those that were taken back or given to another organ. */
function standingDemands({ handling: { demands, withdrawn } }: CaseState): readonly Demand[] {
  const gone = new Set(withdrawn.map(({ demandId }) => demandId));
  return demands.filter(({ id }) => !gone.has(id));
}

/** Promises of a round for which nothing has been shown, the earliest first. */
export function promisesOpen({ answers, evidence }: Round): readonly Promised[] {
  const shown = new Set(evidence.map(({ demandId }) => demandId));
  return answers
    .flatMap((answer) => (answer.stance === 'accepted' && !shown.has(answer.demandId) ? [answer] : []))
    .toSorted((one, other) => one.due.localeCompare(other.due));
}

/** 销号: the round in which the committee found the demand met, unless a later one takes it up again. */
export function settledInRound({ rounds }: HandlingState, demandId: string): Round | undefined {
  const judged = rounds.findLast(({ verdicts }) => verdicts.some((verdict) => verdict.demandId === demandId));
  const last = rounds.findLast(({ demandIds }) => demandIds === null || demandIds.includes(demandId));
  const isMet = judged?.verdicts.some((verdict) => verdict.demandId === demandId && verdict.verdict === 'met') === true;
  return isMet && judged === last ? judged : undefined;
}

/**
 * What the next round is about: the demands that were not found met. Where all were and the session was dissatisfied all the same, all
 * of them again: the committee's verdict does not outweigh the session's (S4.5).
 */
export function demandsLeft(state: CaseState): readonly Demand[] {
  const standing = standingDemands(state);
  const left = standing.filter(({ id }) => settledInRound(state.handling, id) === undefined);
  return left.length === 0 ? standing : left;
}

/** Organs that have demands to meet, each once, in the order of the demands. */
export function organsWithDemands(demands: readonly Demand[]): readonly string[] {
  return [...new Set(demands.map((demand) => demand.organId))];
}

/** 第1项、第3项. */
export function numbersOf(demands: readonly Demand[]): string {
  return demands.map((demand) => `第${demand.no}项`).join('、');
}

/** A body opens a round for its organs at once, but an organ works in it only after it has signed for the notice (S4.5). */
export function checkRoundReceived({ own, state }: Facts): readonly Refusal[] {
  if (state.handling.demands.length === 0) {
    return [refuse('handling/demands-not-received', 'S4.1', '尚未签收审议意见，请先在“报送件”中签收。')];
  }
  if (currentRound(state).no === own.round) return [];
  if (doneOf(askedMark, own) === undefined) {
    const text = `第${own.round}轮办理没有需要${own.shortName}落实的审议要求，此前的要求均已销号。`;
    return [refuse('handling/nothing-asked', 'S4.5', text)];
  }
  const text = `人大常委会已开启第${own.round}轮办理，请先签收下一步监督通知。`;
  return [refuse('handling/round-not-received', 'S4.5', text)];
}

/** Rows that name demands: each of these demands exactly once, and no other (HAN-08). */
export function checkEachOnce(
  rows: readonly { demandId: string }[],
  demands: readonly Demand[],
  clause: string,
  field: string,
): readonly Refusal[] {
  const ids = rows.map((row) => row.demandId);
  const missing = demands.filter((demand) => !ids.includes(demand.id));
  const twice = demands.filter((demand) => ids.filter((id) => id === demand.id).length > 1);
  const unknown = ids.filter((id) => !demands.some((demand) => demand.id === id));
  return [
    ...(missing.length === 0
      ? []
      : [refuse('demands/missing', clause, `审议要求${numbersOf(missing)}没有填写，须逐项填写。`, field)]),
    ...(twice.length === 0
      ? []
      : [refuse('demands/twice', clause, `审议要求${numbersOf(twice)}重复填写，每项只填写一次。`, field)]),
    ...(unknown.length === 0
      ? []
      : [refuse('demands/unknown', clause, `${unknown.join('、')}不在审议要求之中，请核对。`, field)]),
  ];
}

/** Decisions that wait for the council: to take a demand back, or to give it to another organ. */
export function referredDisputes(state: CaseState): readonly DecidedDispute[] {
  return currentRound(state).disputes.filter((dispute) => dispute.state === 'open');
}

/** The demands that the rows are about, in their own order. */
export function demandsOf(rows: readonly { demandId: string }[], demands: readonly Demand[]): readonly Demand[] {
  return demands.filter(({ id }) => rows.some(({ demandId }) => demandId === id));
}
