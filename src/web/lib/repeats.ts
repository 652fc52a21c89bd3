import { useQuery } from '@tanstack/react-query';
import { listRepeatProblems } from '../../contract/repeat-problems.ts';
import type { RepeatProblem } from '../../domain/handling/earlier-problem.ts';
import { call } from './client.ts';

const none: readonly RepeatProblem[] = [];

/** Problems of a topic that stand again; none while they are not known, and for whom they are not (`isAsked`). */
export function useRepeats(caseId: string, isAsked: boolean): readonly RepeatProblem[] {
  const { data } = useQuery({
    queryKey: ['case', caseId, 'repeats'],
    queryFn: async () => (await call(listRepeatProblems, { params: { caseId } })).repeats,
    enabled: isAsked,
  });
  return data ?? none;
}
