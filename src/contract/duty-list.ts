import { z } from 'zod';
import { plainDate, uuid } from './route.ts';

export const dutyPeriod = { from: plainDate.optional(), until: plainDate.optional() };

/** Which duties: the same words in the address of the register and of its spreadsheets. */
export const dutyFilter = z.object({ ...dutyPeriod, person: uuid.optional() });
export type DutyFilter = z.output<typeof dutyFilter>;

/** The duties of one person, or of all; the period is asked of the register itself. */
export function dutiesShown<Given extends { personId: string }>(
  duties: readonly Given[],
  { person }: Pick<DutyFilter, 'person'>,
): readonly Given[] {
  return duties.filter(({ personId }) => person === undefined || personId === person);
}
