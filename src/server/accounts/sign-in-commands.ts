import type { AuditAction } from '../../contract/audit.ts';
import { outsideTenancy, type Trx } from '../db/database.ts';
import { NotFoundError, NotSignedInError, refuseAny } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { type AuditRow, insertAuditEntry } from '../http/audit-store.ts';
import type { Origin } from '../http/call.ts';
import { digestOfToken, newToken } from '../http/sign-in-cookie.ts';
import {
  findAccountByLogin,
  findAccountForUpdate,
  findFirstUseLink,
  findOnlyLinkage,
  type SignInAccount,
} from './account-queries.ts';
import {
  consumeFirstUseLink,
  insertSignIn,
  revokeSignIns,
  saveAcceptedStep,
  saveFailure,
  setPassword,
} from './account-store.ts';
import { checkNewPassword, hashPassword, passwordFits } from './password.ts';
import { acceptedStep, decryptSecret } from './second-factor.ts';

/** So many failures lock an account for so long; other accounts of the same office are not touched. */
const lockout = { failures: 5, minutes: 15 } as const;
const signInHours = 24;

export type Credentials = { login: string; password: string; code?: string | undefined };
type Attempt = { now: Date; origin: Origin };
type Verdict = { ok: true; token: string } | { ok: false; code: string; text: string };

/**
 * Signs in and answers the cookie's token. Unknown login, wrong password and an account that was never used are one answer after the same
 * time. Throws NotSignedInError; the failure is counted and audited before it is thrown.
 */
export async function signIn(app: App, credentials: Credentials, origin: Origin): Promise<string> {
  const attempt = { now: app.clock(), origin };
  const login = credentials.login.normalize('NFKC').toLowerCase();
  const account = await outsideTenancy(app.database, (trx) => findAccountByLogin(trx, login));
  const fits = await passwordFits(credentials.password, account?.passwordHash ?? null, app.config.passwordCost);
  const verdict = await outsideTenancy(app.database, (trx) =>
    account === undefined
      ? noteUnknownLogin(trx, login, attempt)
      : judge(app, trx, { accountId: account.id, fits, code: credentials.code }, attempt),
  );
  if (!verdict.ok) throw new NotSignedInError(verdict.code, verdict.text);
  return verdict.token;
}

type Judged = { accountId: string; fits: boolean; code: string | undefined };

async function judge(app: App, trx: Trx, { accountId, fits, code }: Judged, attempt: Attempt): Promise<Verdict> {
  const account = await findAccountForUpdate(trx, accountId);
  if (account === undefined) throw new NotFoundError('account', accountId);
  if (account.lockedUntil !== null && account.lockedUntil > attempt.now.toISOString()) {
    await audit(trx, account, 'sign-in-while-locked', attempt);
    return no('sign-in/locked', '登录失败次数过多，账号已锁定15分钟；也可以请安全管理员解除锁定。');
  }
  if (!fits) return fail(trx, account, attempt, no('sign-in/wrong', '登录名或密码不正确。'));
  // Only the owner of the password learns that the account is disabled.
  if (account.disabledAt !== null) {
    await audit(trx, account, 'sign-in-while-disabled', attempt);
    return no('sign-in/disabled', '账号已停用，请联系系统管理员。');
  }
  const factor = await judgeSecondFactor(app, trx, { account, code }, attempt);
  return factor ?? start(trx, account, attempt);
}

async function judgeSecondFactor(
  app: App,
  trx: Trx,
  { account, code }: { account: SignInAccount; code: string | undefined },
  attempt: Attempt,
): Promise<Verdict | undefined> {
  if (account.totpSecret === null || account.totpConfirmedAt === null) return undefined;
  if (code === undefined) return no('sign-in/code-required', '请输入动态口令。');
  const secret = decryptSecret(account.totpSecret, app.config.secretKey, account.id);
  const step = acceptedStep(secret, code, attempt.now, account.totpLastStep);
  if (step === undefined) {
    return fail(trx, account, attempt, no('sign-in/wrong-code', '动态口令不正确或已经用过，请等下一个口令。'));
  }
  await saveAcceptedStep(trx, account.id, step, attempt.now.toISOString());
  return undefined;
}

async function fail(trx: Trx, account: SignInAccount, attempt: Attempt, verdict: Verdict): Promise<Verdict> {
  const count = account.failedCount + 1;
  const locks = count >= lockout.failures;
  const lockedUntil = locks ? new Date(attempt.now.getTime() + lockout.minutes * 60_000).toISOString() : null;
  await saveFailure(trx, account.id, { count: locks ? 0 : count, lockedUntil });
  await audit(trx, account, locks ? 'account-locked' : 'sign-in-failed', attempt);
  return verdict;
}

async function start(trx: Trx, account: SignInAccount, attempt: Attempt): Promise<Verdict> {
  const { token, digest } = newToken();
  const at = attempt.now.toISOString();
  if (account.failedCount > 0 || account.lockedUntil !== null)
    await saveFailure(trx, account.id, { count: 0, lockedUntil: null });
  await insertSignIn(trx, {
    digest,
    accountId: account.id,
    at,
    expiresAt: new Date(attempt.now.getTime() + signInHours * 3_600_000).toISOString(),
    userAgent: attempt.origin.userAgent,
    address: attempt.origin.address,
  });
  await audit(trx, account, 'signed-in', attempt);
  return { ok: true, token };
}

async function noteUnknownLogin(trx: Trx, login: string, attempt: Attempt): Promise<Verdict> {
  const cityCode = await findOnlyLinkage(trx);
  if (cityCode !== undefined) {
    await insertAuditEntry(trx, { ...rowOf(null, 'sign-in-failed', attempt), cityCode, subject: login.slice(0, 64) });
  }
  return no('sign-in/wrong', '登录名或密码不正确。');
}

export type FirstUse = { login: string; expiresAt: string; personName: string };

/** Whose link it is; NotFoundError when it was used, replaced or has expired. */
export async function readFirstUse(app: App, token: string): Promise<FirstUse> {
  const found = await outsideTenancy(app.database, (trx) =>
    findFirstUseLink(trx, digestOfToken(token), app.clock().toISOString()),
  );
  if (found === undefined) throw new NotFoundError('first-use-link', 'given');
  return { login: found.login, expiresAt: found.expiresAt, personName: found.personName };
}

/**
 * Sets the password by a first-use link, once; every sign-in of the account ends. A second factor in use stays in use: a link alone
 * opens no administrator's account that has one.
 */
export async function useFirstUse(
  app: App,
  { token, password }: { token: string; password: string },
  origin: Origin,
): Promise<void> {
  const attempt = { now: app.clock(), origin };
  const at = attempt.now.toISOString();
  const digest = digestOfToken(token);
  const link = await outsideTenancy(app.database, (trx) => findFirstUseLink(trx, digest, at));
  if (link === undefined) throw new NotFoundError('first-use-link', 'given');
  refuseAny(checkNewPassword(password, link.login));
  const passwordHash = await hashPassword(password, app.config.passwordCost);
  await outsideTenancy(app.database, async (trx) => {
    const account = await findAccountForUpdate(trx, link.accountId);
    if (account === undefined || !(await consumeFirstUseLink(trx, digest, at)))
      throw new NotFoundError('first-use-link', 'given');
    await setPassword(trx, account.id, passwordHash, at);
    await revokeSignIns(trx, account.id, { at });
    await audit(trx, account, 'first-use', attempt);
  });
}

function no(code: string, text: string): Verdict {
  return { ok: false, code, text };
}

async function audit(trx: Trx, account: SignInAccount, action: AuditAction, attempt: Attempt): Promise<void> {
  await insertAuditEntry(trx, {
    ...rowOf(account, action, attempt),
    cityCode: account.cityCode,
    subject: account.login,
  });
}

function rowOf(
  account: SignInAccount | null,
  action: AuditAction,
  attempt: Attempt,
): Omit<AuditRow, 'cityCode' | 'subject'> {
  return {
    tenantId: account?.tenantId ?? null,
    at: attempt.now.toISOString(),
    category: 'sign-in',
    action,
    accountId: account?.id ?? null,
    personId: account?.personId ?? null,
    personName: account?.personName ?? null,
    detail: {},
    address: attempt.origin.address,
  };
}
