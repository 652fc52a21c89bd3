import type { Stamp } from './act.ts';

/**
 * An id that needs neither clock nor chance: the act's place in its tenant's chain. The end of the tenant's id tells tenants apart;
 * its beginning would not, because UUIDv7 of one import share their first digits.
 */
export function idOf(prefix: string, stamp: Stamp): string {
  return `${prefix}-${stamp.tenantId.slice(-12)}-${stamp.seq}`;
}
