import { useQueries } from '@tanstack/react-query';
import { type LoadedCase, loadCase } from './cases.ts';

/** Several cases with the own contents; undefined until all of them are known. */
export function useCaseList(caseIds: readonly string[]): readonly LoadedCase[] | undefined {
  return useQueries({
    queries: caseIds.map((caseId) => ({ queryKey: ['case', caseId], queryFn: () => loadCase(caseId) })),
    combine: (answers) => {
      const known = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
      return known.length === answers.length ? known : undefined;
    },
  });
}
