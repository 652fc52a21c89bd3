import { z } from 'zod';
import type { Obligation, ObligationState } from '../domain/procedure/worklist.ts';
import { uuid } from './route.ts';

/** Which steps of all cases: the same words in the address of the board and of its spreadsheet. */
export const openStepFilter = z.object({
  year: z.coerce.number().int().optional(),
  body: uuid.optional(),
  /** `now`: what is to be done now, the most pressing first. `late`: what is late, by date. Otherwise everything that is not finished. */
  open: z.enum(['now', 'late']).optional(),
});
export type OpenStepFilter = Omit<z.output<typeof openStepFilter>, 'year'>;

const askingStates: readonly ObligationState[] = ['overdue', 'due-soon', 'ready'];

type Row = { obligation: Pick<Obligation, 'tenantId' | 'state' | 'force' | 'due'> };

/** The steps that fit everything that is said, in their order there; what a body may do and need not is none of them. */
export function openStepsShown<Given extends Row>(rows: readonly Given[], { body, open }: OpenStepFilter): Given[] {
  const wanted = rows.filter(
    ({ obligation: { tenantId, state, force } }) =>
      force !== 'may' && state !== 'done' && state !== 'waived' && (body === undefined || tenantId === body),
  );
  switch (open) {
    case undefined:
      return wanted;
    case 'now':
      return wanted.filter(({ obligation }) => askingStates.includes(obligation.state)).toSorted(byUrgency);
    case 'late':
      return wanted.filter(({ obligation }) => obligation.state === 'overdue').toSorted(byDue);
  }
}

function byUrgency(one: Row, other: Row): number {
  const placeOf = ({ obligation }: Row) => askingStates.indexOf(obligation.state);
  return placeOf(one) - placeOf(other) || byDue(one, other);
}

function byDue(one: Row, other: Row): number {
  return (one.obligation.due ?? '9').localeCompare(other.obligation.due ?? '9');
}
