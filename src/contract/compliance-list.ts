import { z } from 'zod';
import type { ClauseCompliance } from '../domain/procedure/compliance.ts';

/** Which clauses: the same words in the address of the report and of its spreadsheet. */
export const complianceFilter = z.object({
  /** Only what is not kept yet, was departed from or broken. */
  open: z.enum(['true']).optional(),
});
export type ComplianceFilter = z.output<typeof complianceFilter>;

/** The clauses that fit what is said, in the order of the opinion. */
export function complianceShown(
  compliance: readonly ClauseCompliance[],
  { open }: ComplianceFilter,
): readonly ClauseCompliance[] {
  return open === undefined
    ? compliance
    : compliance.filter(({ state }) => state !== 'kept' && state !== 'not-applicable');
}
