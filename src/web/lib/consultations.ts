import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { type ConsultationView, conveneConsultation, sayOpinion } from '../../contract/consultations.ts';
import { call, newIdempotencyKey } from './client.ts';
import { consultationKey } from './use-consultation.ts';

/** Calling the bodies to confer, and saying what one thinks; each answer is the conferring as it stands then. */
export function useConsultationChanges(caseId: string) {
  const client = useQueryClient();
  const show = ({ consultation }: { consultation: ConsultationView }) =>
    client.setQueryData(consultationKey(caseId), consultation);
  const askAgain = () => client.invalidateQueries({ queryKey: consultationKey(caseId) });
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
