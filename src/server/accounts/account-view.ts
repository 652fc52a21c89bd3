import type { Account } from '../../contract/accounts.ts';
import type { AccountRow } from './account-queries.ts';

/** How the screen shows an account at that moment. */
export function accountView(row: AccountRow, at: string): Account {
  const { tenantKind: _, bodyId: __, hasPassword, lockedUntil, disabledAt, ...shown } = row;
  return { ...shown, state: stateOf({ hasPassword, lockedUntil, disabledAt }, at) };
}

function stateOf(row: Pick<AccountRow, 'hasPassword' | 'lockedUntil' | 'disabledAt'>, at: string): Account['state'] {
  if (row.disabledAt !== null) return 'disabled';
  if (row.lockedUntil !== null && row.lockedUntil > at) return 'locked';
  return row.hasPassword ? 'active' : 'invited';
}
