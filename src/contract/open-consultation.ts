import type { OpenConsultation } from '../domain/topic/consultation.ts';
import type { ConsultationView } from './consultations.ts';

/** What of it the rules and the record know; when and by whom it was said stays with the working rows. */
export function openConsultationOf({ items, opinions }: ConsultationView): OpenConsultation {
  return {
    items,
    opinions: opinions.map(({ tenantId, key, stance: said, comment: why, enteredBy }) => {
      return { tenantId, key, stance: said, comment: why, enteredBy };
    }),
  };
}
