import type { z } from 'zod';
import type { Account, roleGrantSchema } from '../../contract/accounts.ts';
import type { AuditAction } from '../../contract/audit.ts';
import { type Actor, hasRole, type Role } from '../../domain/organisation/actor.ts';
import {
  checkGranting,
  checkRolesOfPerson,
  isAdministratorRole,
  mayAdminister,
} from '../../domain/organisation/separation.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, ForbiddenError, NotFoundError, refuseAny } from '../errors.ts';
import { recordAudit } from '../http/audit-store.ts';
import type { Origin } from '../http/call.ts';
import { newToken } from '../http/sign-in-cookie.ts';
import {
  type AccountRow,
  findAccount,
  findPersonName,
  findTenantForAccount,
  listRolesElsewhere,
  listUnitIds,
} from './account-queries.ts';
import {
  insertAccount,
  insertPerson,
  openAdministration,
  replaceFirstUseLink,
  replaceRoleGrants,
  revokeSignIns,
  saveFailure,
  setDisabled,
  setSecondFactor,
} from './account-store.ts';
import { accountView } from './account-view.ts';

/** Who administers, when, from where; a `Call` is one. */
export type By = { actor: Actor; at: string; origin: Origin };
export type FirstUseLink = { path: string; expiresAt: string };

const linkDays = 7;

type NewAccountRequest = { login: string; tenantId: string; person: { id: string } | { name: string } };

/** An account with the link through which the person sets the password. Roles are granted by the security administrator. */
export async function createAccount(
  trx: Trx,
  by: By,
  request: NewAccountRequest,
): Promise<{ account: Account; link: FirstUseLink }> {
  requireDuty(by.actor, ['system-admin']);
  await openAdministration(trx);
  const tenant = await findTenantForAccount(trx, by.actor.cityCode, request.tenantId);
  if (tenant === undefined || !mayAdminister(by.actor, tenant)) throw new NotFoundError('tenant', request.tenantId);
  const person = await personOf(trx, by.actor.cityCode, request);
  const accountId = await insertAccount(trx, {
    cityCode: by.actor.cityCode,
    tenantId: tenant.id,
    personId: person.id,
    personName: person.name,
    login: request.login,
    passwordHash: null,
    at: by.at,
  });
  if (accountId === undefined) {
    throw new ConflictError(
      'account/taken',
      '登录名已被使用，或者此人在该单位已有账号；请换一个登录名或查找已有账号。',
    );
  }
  const link = await makeFirstUseLink(trx, accountId, by.at);
  const account = await viewOf(trx, by, accountId);
  await auditOn(trx, by, account, { action: 'account-created' });
  return { account, link };
}

async function personOf(
  trx: Trx,
  cityCode: string,
  { tenantId, person }: NewAccountRequest,
): Promise<{ id: string; name: string }> {
  if ('name' in person)
    return { id: await insertPerson(trx, { cityCode, tenantId, name: person.name }), name: person.name };
  const name = await findPersonName(trx, cityCode, person.id);
  if (name === undefined) throw new NotFoundError('person', person.id);
  return { id: person.id, name };
}

/**
 * A link by which the account's password is set once within seven days; older links stop working. The caller has decided that it may be made
 * and hands it to the person alone.
 */
export async function makeFirstUseLink(trx: Trx, accountId: string, at: string): Promise<FirstUseLink> {
  const { token, digest } = newToken();
  const expiresAt = new Date(Date.parse(at) + linkDays * 86_400_000).toISOString();
  await replaceFirstUseLink(trx, { accountId, digest, at, expiresAt });
  // Behind the hash sign: a browser never sends it to any server or log.
  return { path: `/first-use#${token}`, expiresAt };
}

/** A forgotten password: a new link. Nobody makes a link to an administrator's account by his own duty alone (SEC-03). */
export async function renewFirstUseLink(trx: Trx, by: By, accountId: string): Promise<FirstUseLink> {
  const row = await getAdministered(trx, by, accountId);
  requireDuty(by.actor, [linkMakerFor(row.grants.map((grant) => grant.role))]);
  refuseOwn(by, row);
  const link = await makeFirstUseLink(trx, row.id, by.at);
  await auditOn(trx, by, row, { action: 'first-use-link-made' });
  return link;
}

function linkMakerFor(roles: readonly Role[]): Role {
  if (roles.includes('security-admin')) return 'audit-admin';
  return roles.some(isAdministratorRole) ? 'security-admin' : 'system-admin';
}

export async function disableAccount(trx: Trx, by: By, accountId: string): Promise<Account> {
  requireDuty(by.actor, ['system-admin']);
  const row = await getAdministered(trx, by, accountId);
  refuseOwn(by, row);
  await setDisabled(trx, row.id, by.at);
  await revokeSignIns(trx, row.id, { at: by.at });
  return changed(trx, by, row, 'account-disabled');
}

export async function enableAccount(trx: Trx, by: By, accountId: string): Promise<Account> {
  requireDuty(by.actor, ['system-admin']);
  const row = await getAdministered(trx, by, accountId);
  await setDisabled(trx, row.id, null);
  return changed(trx, by, row, 'account-enabled');
}

export async function unlockAccount(trx: Trx, by: By, accountId: string): Promise<Account> {
  requireDuty(by.actor, ['security-admin']);
  const row = await getAdministered(trx, by, accountId);
  await saveFailure(trx, row.id, { count: 0, lockedUntil: null });
  return changed(trx, by, row, 'account-unlocked');
}

export async function resetSecondFactor(trx: Trx, by: By, accountId: string): Promise<Account> {
  requireDuty(by.actor, ['security-admin']);
  const row = await getAdministered(trx, by, accountId);
  refuseOwn(by, row);
  await setSecondFactor(trx, row.id, null);
  await revokeSignIns(trx, row.id, { at: by.at });
  return changed(trx, by, row, 'second-factor-reset');
}

export async function revokeAccountSignIns(trx: Trx, by: By, accountId: string): Promise<void> {
  requireDuty(by.actor, ['security-admin']);
  const row = await getAdministered(trx, by, accountId);
  await revokeSignIns(trx, row.id, { at: by.at });
  await auditOn(trx, by, row, { action: 'sign-ins-revoked' });
}

/** Replaces the roles in the account's tenant; the person's sign-ins end, so that nobody acts with roles of yesterday. */
export async function grantRoles(
  trx: Trx,
  by: By,
  accountId: string,
  grants: readonly z.output<typeof roleGrantSchema>[],
): Promise<Account> {
  requireDuty(by.actor, ['security-admin']);
  const row = await getAdministered(trx, by, accountId);
  const of = { cityCode: by.actor.cityCode, tenantId: row.tenantId, personId: row.personId };
  const held = [...(await listRolesElsewhere(trx, of)), ...grants.map(({ role }) => ({ role, kind: row.tenantKind }))];
  const unitIds = await listUnitIds(trx, of.cityCode, of.tenantId);
  const foreign = grants.some((grant) => grant.unitId !== null && !unitIds.includes(grant.unitId));
  const refusals = [
    ...checkGranting(by.actor, row),
    ...checkRolesOfPerson(held),
    ...(foreign ? [refuse('roles/foreign-unit', 'SEC-03', '所选委室不属于该账号的单位。', 'grants')] : []),
  ];
  refuseAny(refusals);
  await replaceRoleGrants(trx, of, distinct(grants));
  await revokeSignIns(trx, row.id, { at: by.at });
  await auditOn(trx, by, row, { action: 'roles-granted', detail: { before: row.grants, after: grants } });
  return viewOf(trx, by, row.id);
}

function distinct<Grant extends { role: Role; unitId: string | null }>(grants: readonly Grant[]): Grant[] {
  return [...new Map(grants.map((grant) => [`${grant.role}/${grant.unitId ?? ''}`, grant])).values()];
}

/** Opens the administration of the scope's linkage and answers the account if it is one of the actor's to look after. */
export async function getAdministered(trx: Trx, by: Pick<By, 'actor'>, accountId: string): Promise<AccountRow> {
  requireDuty(by.actor, ['system-admin', 'security-admin', 'audit-admin']);
  await openAdministration(trx);
  const row = await findAccount(trx, by.actor.cityCode, accountId);
  if (row === undefined || !mayAdminister(by.actor, { id: row.tenantId, bodyId: row.bodyId }))
    throw new NotFoundError('account', accountId);
  return row;
}

export function requireDuty(actor: Actor, duties: readonly Role[]): void {
  if (duties.some((duty) => hasRole(actor, duty))) return;
  throw new ForbiddenError('administration/not-your-duty', '这项管理工作不属于您的职责，三类管理员各负其责。');
}

function refuseOwn(by: By, row: AccountRow): void {
  if (row.id === by.actor.accountId)
    throw new ForbiddenError('administration/own-account', '管理员不能对自己的账号作此操作。');
}

async function changed(trx: Trx, by: By, row: AccountRow, action: AuditAction): Promise<Account> {
  await auditOn(trx, by, row, { action });
  return viewOf(trx, by, row.id);
}

async function auditOn(
  trx: Trx,
  by: By,
  account: { tenantId: string; login: string; personName: string },
  { action, detail = {} }: { action: AuditAction; detail?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(trx, by, {
    category: 'administration',
    action,
    tenantId: account.tenantId,
    subject: `${account.personName}（${account.login}）`,
    detail,
  });
}

async function viewOf(trx: Trx, by: By, accountId: string): Promise<Account> {
  return accountView(await getAdministered(trx, by, accountId), by.at);
}
