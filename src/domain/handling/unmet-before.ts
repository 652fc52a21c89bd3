import type { Verdict } from './demand.ts';
import type { HandlingState } from './handling-state.ts';

/** A demand that earlier rounds judged and did not find met, with every round that said so. */
export type UnmetBefore = { demandId: string; rounds: readonly (Omit<Verdict, 'demandId'> & { round: number })[] };

/** Of the demands that the last round is about: what rounds before it did not find met (HAN-08). */
export function unmetBefore(rounds: HandlingState['rounds']): readonly UnmetBefore[] {
  const demandIds = new Set(rounds.at(-1)?.demandIds ?? []);
  return [...demandIds].flatMap((demandId) => {
    const judged = rounds
      .slice(0, -1)
      .flatMap(({ no, verdicts }) =>
        verdicts
          .filter((entry) => entry.demandId === demandId && entry.verdict !== 'met')
          .map(({ verdict, reason }) => ({ round: no, verdict, reason })),
      );
    return judged.length === 0 ? [] : [{ demandId, rounds: judged }];
  });
}

/**
 * 第2轮仍未落实: of what the rounds said of one demand, where the last of them finds it unmet as one before it did; undefined where it does
 * not stand so.
 */
export function stillUnmetText(
  judged: readonly { no: number; verdict: Pick<Verdict, 'verdict'> | undefined }[],
): string | undefined {
  const said = judged.filter(({ verdict }) => verdict !== undefined);
  const last = said.at(-1);
  if (last === undefined || last.verdict?.verdict === 'met') return undefined;
  if (!said.slice(0, -1).some(({ verdict }) => verdict?.verdict !== 'met')) return undefined;
  return last.verdict?.verdict === 'partly-met' ? `第${last.no}轮仍未全部落实` : `第${last.no}轮仍未落实`;
}
