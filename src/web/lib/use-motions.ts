import { useQuery } from '@tanstack/react-query';
import type { Asking } from './cases.ts';
import { call } from './client.ts';

export const motionsKey = ['interpellations'] as const;

/** Motions of the own body, of one case where it is named: for its members and its office. */
export function useMotions(caseId: string | undefined, enabled: boolean, asking: Asking = {}) {
  return useQuery({
    queryKey: [...motionsKey, caseId ?? 'all'],
    queryFn: async () => {
      // Most pages ask nothing of them.
      const { listInterpellations } = await import('../../contract/interpellations.ts');
      return (await call(listInterpellations, { query: caseId === undefined ? {} : { caseId } })).motions;
    },
    enabled,
    ...asking,
  });
}
