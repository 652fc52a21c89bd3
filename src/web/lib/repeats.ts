import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listRepeatProblems, tellProblemsApart } from '../../contract/repeat-problems.ts';
import type { RepeatProblem } from '../../domain/handling/earlier-problem.ts';
import type { StoodAgain } from '../../domain/handling/stood-again.ts';
import { call, newIdempotencyKey } from './client.ts';

/** Problems that stand again, demands that stood again later, and whether the reader may say that two are not the same. */
export type Repeats = {
  repeats: readonly RepeatProblem[];
  stoodAgain: readonly StoodAgain[];
  mayTellApart: boolean;
};

const none: Repeats = { repeats: [], stoodAgain: [], mayTellApart: false };
const keyOf = (caseId: string) => ['case', caseId, 'repeats'] as const;

/** Problems of a topic that stand again; none while they are not known, and for whom they are not (`isAsked`). */
export function useRepeats(caseId: string, isAsked: boolean): Repeats {
  const { data } = useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => call(listRepeatProblems, { params: { caseId } }),
    enabled: isAsked,
  });
  return data ?? none;
}

type Said = { problemIds: string[]; earlierCaseId: string; earlierDemandId: string; reason: string | null };

/** Says that problems are not an earlier one, or takes it back (`reason: null`). */
export function useTellApart(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Said) =>
      call(tellProblemsApart, { params: { caseId }, body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: (told) => client.setQueryData(keyOf(caseId), told),
  });
}
