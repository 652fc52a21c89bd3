import { z } from 'zod';
import { posts } from '../domain/organisation/facts.ts';
import { limits } from './fields.ts';
import { holdsWords } from './list-rows.ts';
import type { AppointmentView } from './organisation.ts';

/** Which posts: the same words in the address of the list and of its spreadsheet. */
export const appointmentFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  post: z.enum(posts).optional(),
});
export type AppointmentFilter = z.output<typeof appointmentFilter>;

/** The posts that fit everything that is said, in their order. */
export function appointmentsShown(
  appointments: readonly AppointmentView[],
  { text, post }: AppointmentFilter,
): readonly AppointmentView[] {
  return appointments.filter(
    (one) => (post === undefined || one.post === post) && holdsWords(text, one.personName, one.unitName ?? ''),
  );
}
