import type { Actor } from '../../domain/organisation/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { outsideTenancy, type Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, NotSignedInError, RefusedError, refuseAny } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import type { Origin } from '../http/call.ts';
import { findAccountForUpdate, type SignInAccount } from './account-queries.ts';
import { revokeSignIns, saveAcceptedStep, setPassword, setSecondFactor } from './account-store.ts';
import { checkNewPassword, hashPassword, passwordFits } from './password.ts';
import { acceptedStep, decryptSecret, encryptSecret, newSecondFactor } from './second-factor.ts';

/** The signed-in person and the moment; a `Call` is one. */
export type Own = { actor: Actor; signInId: string; at: string; origin: Origin };

/** Changes the password; every other sign-in of the account ends. */
export async function changePassword(app: App, own: Own, change: { current: string; next: string }): Promise<void> {
  await withOwnAccount(app, own, change.current, async (trx, account) => {
    refuseAny(checkNewPassword(change.next, account.login));
    await setPassword(trx, account.id, await hashPassword(change.next, app.config.passwordCost), own.at);
    await revokeSignIns(trx, account.id, { at: own.at, except: own.signInId });
    await recordAudit(trx, own, { category: 'sign-in', action: 'password-changed' });
  });
}

/** Stores a new secret that is not in use until `confirmSecondFactor` saw a code of it. */
export async function addSecondFactor(app: App, own: Own, password: string): Promise<{ secret: string; uri: string }> {
  return withOwnAccount(app, own, password, async (trx, account) => {
    if (account.totpConfirmedAt !== null)
      throw new ConflictError('second-factor/in-use', '动态口令已经启用，如需更换请先停用。');
    const factor = newSecondFactor(account.login);
    await setSecondFactor(trx, account.id, encryptSecret(factor.secret, app.config.secretKey, account.id));
    return factor;
  });
}

export async function confirmSecondFactor(app: App, own: Own, code: string): Promise<void> {
  await outsideTenancy(app.database, async (trx) => {
    const account = await getOwnAccount(trx, own);
    await useCode(app, trx, account, code);
    await revokeSignIns(trx, account.id, { at: own.at, except: own.signInId });
    await recordAudit(trx, own, { category: 'sign-in', action: 'second-factor-added' });
  });
}

export async function removeSecondFactor(app: App, own: Own, proof: { password: string; code: string }): Promise<void> {
  await withOwnAccount(app, own, proof.password, async (trx, account) => {
    await useCode(app, trx, account, proof.code);
    await setSecondFactor(trx, account.id, null);
    await recordAudit(trx, own, { category: 'sign-in', action: 'second-factor-removed' });
  });
}

/** Ends one of the own sign-ins, or all, from this moment on. */
export async function revokeOwnSignIns(app: App, own: Own, signInId: string | undefined): Promise<void> {
  await outsideTenancy(app.database, async (trx) => {
    const only = signInId === undefined ? {} : { only: signInId };
    const revoked = await revokeSignIns(trx, own.actor.accountId, { at: own.at, ...only });
    if (revoked === 0) throw new NotFoundError('sign-in', signInId ?? 'any');
    await recordAudit(trx, own, { category: 'sign-in', action: 'sign-ins-revoked', detail: { count: revoked } });
  });
}

export async function signOut(app: App, own: Own): Promise<void> {
  await outsideTenancy(app.database, async (trx) => {
    await revokeSignIns(trx, own.actor.accountId, { at: own.at, only: own.signInId });
    await recordAudit(trx, own, { category: 'sign-in', action: 'signed-out' });
  });
}

/** Whoever found an open screen must still know the password. Guessing is slowed by the rate limit of the routes. */
async function withOwnAccount<Result>(
  app: App,
  own: Own,
  password: string,
  work: (trx: Trx, account: SignInAccount) => Promise<Result>,
): Promise<Result> {
  const known = await outsideTenancy(app.database, (trx) => getOwnAccount(trx, own));
  if (!(await passwordFits(password, known.passwordHash, app.config.passwordCost))) {
    throw new RefusedError([refuse('password/wrong', 'SEC-04', '现在的密码不正确。', 'password')]);
  }
  return outsideTenancy(app.database, async (trx) => work(trx, await getOwnAccount(trx, own)));
}

async function getOwnAccount(trx: Trx, own: Own): Promise<SignInAccount> {
  const account = await findAccountForUpdate(trx, own.actor.accountId);
  if (account === undefined) throw new NotSignedInError('sign-in/required', '账号已不存在。');
  return account;
}

async function useCode(app: App, trx: Trx, account: SignInAccount, code: string): Promise<void> {
  if (account.totpSecret === null) throw new ConflictError('second-factor/not-begun', '请先开始启用动态口令。');
  const secret = decryptSecret(account.totpSecret, app.config.secretKey, account.id);
  const step = acceptedStep(secret, code, app.clock(), account.totpLastStep);
  if (step === undefined) {
    throw new RefusedError([
      refuse('second-factor/wrong-code', 'SEC-04', '动态口令不正确或已经用过，请等下一个口令。', 'code'),
    ]);
  }
  await saveAcceptedStep(trx, account.id, step, app.clock().toISOString());
}
