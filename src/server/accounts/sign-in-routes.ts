import * as contract from '../../contract/sign-in.ts';
import { exportMySignIns } from '../../contract/sign-in-exports.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { inScope, outsideTenancy } from '../db/database.ts';
import { NotSignedInError } from '../errors.ts';
import { idleMinutesOf, type RecognisedSignIn, recogniseToken, signInOf } from '../http/access.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { clearSignInCookie, setSignInCookie } from '../http/sign-in-cookie.ts';
import { sendTable } from '../http/table-file.ts';
import { findLogin, getNames, listSignIns } from './account-queries.ts';
import {
  addSecondFactor,
  changePassword,
  confirmSecondFactor,
  removeSecondFactor,
  revokeOwnSignIns,
  signOut,
} from './own-account-commands.ts';
import { signInColumns } from './sign-in-columns.ts';
import { readFirstUse, signIn, useFirstUse } from './sign-in-commands.ts';

// Whole offices sit behind one address: the limit only stops a flood. Guessing is stopped by the lock of each account.
const perAddress = { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } };

/** Sign-in, first use, and what everybody may do with the own account. */
export function registerSignInRoutes(app: App): void {
  registerRoute(
    app,
    contract.signIn,
    async ({ body, origin, request, reply }) => {
      const token = await signIn(app, body, origin);
      setSignInCookie(request, reply, app.config, token);
      const recognised = await recogniseToken(app, token);
      if (recognised === undefined) throw new NotSignedInError('sign-in/required', '登录没有成功，请重试。');
      return meOf(app, recognised);
    },
    perAddress,
  );
  registerRoute(app, contract.signOut, async (call) => {
    await signOut(app, call);
    clearSignInCookie(call.request, call.reply, app.config);
    return undefined;
  });
  registerRoute(app, contract.readFirstUse, ({ body }) => readFirstUse(app, body.token), perAddress);
  registerRoute(
    app,
    contract.useFirstUse,
    async ({ body, origin }) => {
      await useFirstUse(app, body, origin);
      return undefined;
    },
    perAddress,
  );
  registerOwnAccountRoutes(app);
}

function registerOwnAccountRoutes(app: App): void {
  registerRoute(app, contract.readMe, async ({ request }) => {
    const recognised = signInOf(request);
    if (recognised === undefined) throw new NotSignedInError('sign-in/required', '请先登录。');
    return meOf(app, recognised);
  });
  registerRoute(app, contract.listMySignIns, async (call) => ({ signIns: await ownSignIns(app, call) }));
  registerRoute(app, exportMySignIns, async (call) => {
    const rows = await ownSignIns(app, call);
    const table = { name: '我的有效登录', columns: signInColumns, rows };
    return call.read((trx) => sendTable(trx, call, table, { list: 'my-sign-ins' }));
  });
  registerRoute(app, contract.revokeMySignIn, async (call) => {
    await revokeOwnSignIns(app, call, call.params.signInId);
    return undefined;
  });
  registerRoute(app, contract.revokeMySignIns, async (call) => {
    await revokeOwnSignIns(app, call, undefined);
    clearSignInCookie(call.request, call.reply, app.config);
    return undefined;
  });
  registerRoute(
    app,
    contract.changeMyPassword,
    async (call) => {
      await changePassword(app, call, call.body);
      return undefined;
    },
    slowly,
  );
  registerRoute(app, contract.addSecondFactor, (call) => addSecondFactor(app, call, call.body.password), slowly);
  registerRoute(
    app,
    contract.confirmSecondFactor,
    async (call) => {
      await confirmSecondFactor(app, call, call.body.code);
      return undefined;
    },
    slowly,
  );
  registerRoute(
    app,
    contract.removeSecondFactor,
    async (call) => {
      await removeSecondFactor(app, call, call.body);
      return undefined;
    },
    slowly,
  );
}

async function ownSignIns(app: App, { actor, signInId, at }: { actor: Actor; signInId: string; at: string }) {
  const idleSince = new Date(app.clock().getTime() - idleMinutesOf(app.config, actor) * 60_000).toISOString();
  const rows = await outsideTenancy(app.database, (trx) => listSignIns(trx, actor.accountId, { at, idleSince }));
  return rows.map((row) => ({ ...row, isThis: row.id === signInId }));
}

// The password or a code is guessed against the own account only, by somebody already signed in.
const slowly = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };

async function meOf(app: App, { actor, hasSecondFactor, lacksSecondFactor }: RecognisedSignIn): Promise<contract.Me> {
  const names = await inScope(app.database, actor, (trx) => getNames(trx, actor));
  const login = await outsideTenancy(app.database, (trx) => findLogin(trx, actor.accountId));
  return {
    ...actor,
    ...names,
    login,
    roles: [...actor.roles],
    unitIds: [...actor.unitIds],
    hasSecondFactor,
    mustAddSecondFactor: lacksSecondFactor,
  };
}
