import * as contract from '../../contract/accounts.ts';
import { exportAccounts } from '../../contract/admin-exports.ts';
import { offsetWithin } from '../../contract/paging.ts';
import { exportAccountSignIns } from '../../contract/sign-in-exports.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, tableRowLimit } from '../http/table-file.ts';
import { accountColumns } from './account-columns.ts';
import * as commands from './account-commands.ts';
import { countAccounts, listAccounts, listSignIns, type Reach } from './account-queries.ts';
import { openAdministration } from './account-store.ts';
import { accountView } from './account-view.ts';
import { signInColumns } from './sign-in-columns.ts';

const pageSize = 50;

/** Administration of accounts: the commands decide which of the three administrators may do what. */
export function registerAccountRoutes(app: App): void {
  registerRoute(app, contract.listAccounts, ({ actor, at, query, read }) =>
    read(async (trx) => {
      commands.requireDuty(actor, ['system-admin', 'security-admin']);
      await openAdministration(trx);
      const reach = reachOf(actor);
      const filter = accountFilterOf(query);
      const total = await countAccounts(trx, reach, filter);
      const shown = { sort: query.sort, limit: pageSize, offset: offsetWithin({ page: query.page, pageSize }, total) };
      const rows = await listAccounts(trx, reach, { ...filter, ...shown });
      return { accounts: rows.map((row) => accountView(row, at)), total, pageSize };
    }),
  );
  registerRoute(app, exportAccounts, (call) =>
    call.read(async (trx) => {
      commands.requireDuty(call.actor, ['system-admin', 'security-admin']);
      await openAdministration(trx);
      const filter = accountFilterOf(call.query);
      const shown = { sort: call.query.sort, limit: tableRowLimit + 1, offset: 0 };
      const found = await listAccounts(trx, reachOf(call.actor), { ...filter, ...shown });
      const table = { name: '账号', columns: accountColumns, rows: found.map((row) => accountView(row, call.at)) };
      const detail = { tenantId: filter.tenantId };
      return sendTable(trx, call, table, { list: 'accounts', detail });
    }),
  );
  registerRoute(app, contract.createAccount, (call) =>
    call.write((trx) => commands.createAccount(trx, call, call.body)),
  );
  registerRoute(app, contract.renewFirstUseLink, (call) =>
    call.write((trx) => commands.renewFirstUseLink(trx, call, call.params.accountId)),
  );
  registerRoute(app, contract.disableAccount, (call) =>
    call.write((trx) => commands.disableAccount(trx, call, call.params.accountId)),
  );
  registerRoute(app, contract.enableAccount, (call) =>
    call.write((trx) => commands.enableAccount(trx, call, call.params.accountId)),
  );
  registerRoute(app, contract.unlockAccount, (call) =>
    call.write((trx) => commands.unlockAccount(trx, call, call.params.accountId)),
  );
  registerRoute(app, contract.resetSecondFactor, (call) =>
    call.write((trx) => commands.resetSecondFactor(trx, call, call.params.accountId)),
  );
  registerRoute(app, contract.grantRoles, (call) =>
    call.write((trx) => commands.grantRoles(trx, call, call.params.accountId, call.body.grants)),
  );
  registerRoute(app, contract.revokeAccountSignIns, (call) =>
    call.write(async (trx) => {
      await commands.revokeAccountSignIns(trx, call, call.params.accountId);
      return undefined;
    }),
  );
  registerSignInLists(app);
}

function registerSignInLists(app: App): void {
  registerRoute(app, contract.listAccountSignIns, (call) =>
    call.read(async (trx) => ({ signIns: (await signInsOf(app, trx, call)).signIns })),
  );
  registerRoute(app, exportAccountSignIns, (call) =>
    call.read(async (trx) => {
      const { account, signIns } = await signInsOf(app, trx, call);
      const table = { name: `有效登录 ${account.login}`, columns: signInColumns, rows: signIns };
      const about = { list: 'sign-ins', subject: `${account.personName}（${account.login}）` };
      return sendTable(trx, call, table, about);
    }),
  );
}

type OfAccount = commands.By & { signInId: string; params: { accountId: string } };

/** The security administrator's to see: whom an account has let in (SEC-03). */
async function signInsOf(app: App, trx: Trx, call: OfAccount) {
  commands.requireDuty(call.actor, ['security-admin']);
  const account = await commands.getAdministered(trx, call, call.params.accountId);
  const idleSince = new Date(app.clock().getTime() - app.config.idleMinutes.other * 60_000).toISOString();
  const rows = await listSignIns(trx, account.id, { at: call.at, idleSince });
  return { account, signIns: rows.map((row) => ({ ...row, isThis: row.id === call.signInId })) };
}

function accountFilterOf({ tenantId, text }: { tenantId?: string | undefined; text?: string | undefined }) {
  return { tenantId: tenantId ?? null, text: text === undefined || text === '' ? null : text };
}

function reachOf(actor: Actor): Reach {
  const { cityCode, tenantId } = actor;
  if (actor.kind !== 'body') return { cityCode, bodyId: null, tenantId };
  return actor.level === 'city'
    ? { cityCode, bodyId: null, tenantId: null }
    : { cityCode, bodyId: tenantId, tenantId: null };
}
