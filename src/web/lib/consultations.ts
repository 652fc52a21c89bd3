import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type ConsultationView,
  conveneConsultation,
  readConsultation,
  sayOpinion,
} from '../../contract/consultations.ts';
import type { Asking } from './cases.ts';
import { call, newIdempotencyKey } from './client.ts';

/** Under the case's key: news of the case asks for it again. */
function keyOf(caseId: string) {
  return ['case', caseId, 'consultation'] as const;
}

/** The latest conferring of a case, open or closed; null where there was none. */
export function useConsultation(caseId: string, enabled: boolean, asking: Asking = {}) {
  return useQuery({
    queryKey: keyOf(caseId),
    queryFn: async () => (await call(readConsultation, { params: { caseId } })).consultation,
    enabled,
    ...asking,
  });
}

/** Calling the bodies to confer, and saying what one thinks; each answer is the conferring as it stands then. */
export function useConsultationChanges(caseId: string) {
  const client = useQueryClient();
  const show = ({ consultation }: { consultation: ConsultationView }) =>
    client.setQueryData(keyOf(caseId), consultation);
  const askAgain = () => client.invalidateQueries({ queryKey: keyOf(caseId) });
  const convene = useMutation({
    mutationFn: (body: z.input<typeof conveneConsultation.body>) =>
      call(conveneConsultation, { params: { caseId }, body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: show,
    onError: askAgain,
  });
  const say = useMutation({
    mutationFn: (body: z.input<typeof sayOpinion.body>) =>
      call(sayOpinion, { params: { caseId }, body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: show,
    onError: askAgain,
  });
  return { convene, say };
}
