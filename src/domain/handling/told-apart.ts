import type { Facts } from '../procedure/act.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { checkPerformer } from '../procedure/check-act.ts';
import type { Refusal } from '../refusal.ts';
import type { Demand } from './demand.ts';
import type { EarlierProblem, RepeatProblem } from './earlier-problem.ts';
import { giveVerdicts } from './tracking-acts.ts';

/** That a problem is not the earlier one it is like: words alone cannot tell, so the committee does, with a reason (HAN-08). */
export type ToldApart = {
  problemId: string;
  earlierCaseId: string;
  earlierDemandId: string;
  reason: string;
  byName: string;
  on: PlainDateText;
};

/** Whoever gives the verdicts on the topic says whether a problem is an earlier one. */
export function checkTellsApart(facts: Pick<Facts, 'actor' | 'view' | 'own'>): readonly Refusal[] {
  return checkPerformer(giveVerdicts, facts);
}

/** The repeats with what was told apart marked. A demand is no repeat of what one of its findings was told apart from. */
export function withToldApart(
  repeats: readonly RepeatProblem[],
  told: readonly ToldApart[],
  demands: readonly Pick<Demand, 'id' | 'findingIds'>[],
): readonly RepeatProblem[] {
  return repeats.map(({ problemId, earlier }) => {
    const ids = [problemId, ...(demands.find(({ id }) => id === problemId)?.findingIds ?? [])];
    const isAbout = (one: EarlierProblem) => (row: ToldApart) =>
      ids.includes(row.problemId) && row.earlierCaseId === one.caseId && row.earlierDemandId === one.demandId;
    return {
      problemId,
      earlier: earlier.map((one) => {
        const row = told.find(isAbout(one));
        return row === undefined ? one : { ...one, apart: { reason: row.reason, byName: row.byName, on: row.on } };
      }),
    };
  });
}
