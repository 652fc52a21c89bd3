import { type Actor, hasRole, type Role } from '../../domain/organisation/actor.ts';
import { mayAdminister } from '../../domain/organisation/separation.ts';
import type { Trx } from '../db/database.ts';
import { ForbiddenError, type NotFoundError } from '../errors.ts';
import type { Origin } from '../http/call.ts';
import type { ImportDuty } from './workbook-plan.ts';

/** Who administers, when, from where; a `Call` is one. */
export type AdministeredBy = { actor: Actor; at: string; today: string; origin: Origin };

/** Makes anew what is stored of every open case when settings, official days or names changed, in the same transaction; cases are above. */
export type RefreshLinkage = (trx: Trx, cityCode: string, today: string) => Promise<void>;

/** What concerns the whole linkage is done by an administrator of the city body with the right duty. */
export function requireLinkageDuty(actor: Actor, duties: readonly Role[]): void {
  const isCityBody = actor.kind === 'body' && actor.level === 'city';
  if (isCityBody && duties.some((duty) => hasRole(actor, duty))) return;
  throw new ForbiddenError(
    'administration/not-your-duty',
    '这项管理工作由市人大常委会的管理员办理，三类管理员各负其责。',
  );
}

/** With which duty an administrator of the city body handles the workbook (SEC-03). */
export function importDutyOf(actor: Actor): ImportDuty {
  requireLinkageDuty(actor, ['system-admin', 'security-admin']);
  return hasRole(actor, 'system-admin') ? 'system-admin' : 'security-admin';
}

/** Posts are the system administrator's, of whatever tenant. */
export function requireSystemAdministrator(actor: Actor): void {
  if (hasRole(actor, 'system-admin')) return;
  throw new ForbiddenError('administration/not-your-duty', '任职由系统管理员登记。');
}

/** Posts of a tenant are kept by the system administrator who looks after it; for another there is no such thing as `missing` names. */
export function requireTenantDuty(
  actor: Actor,
  tenant: { id: string; bodyId: string } | undefined,
  missing: NotFoundError,
): void {
  requireSystemAdministrator(actor);
  if (tenant === undefined || !mayAdminister(actor, tenant)) throw missing;
}
