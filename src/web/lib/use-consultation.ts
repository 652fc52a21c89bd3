import { useQuery } from '@tanstack/react-query';
import type { Asking } from './cases.ts';
import { call } from './client.ts';

/** Under the case's key: news of the case asks for it again. */
export function consultationKey(caseId: string) {
  return ['case', caseId, 'consultation'] as const;
}

/** The latest conferring of a case, open or closed; null where there was none. */
export function useConsultation(caseId: string, enabled: boolean, asking: Asking = {}) {
  return useQuery({
    queryKey: consultationKey(caseId),
    queryFn: async () => {
      // Most acts ask nothing of it.
      const { readConsultation } = await import('../../contract/consultations.ts');
      return (await call(readConsultation, { params: { caseId } })).consultation;
    },
    enabled,
    ...asking,
  });
}
