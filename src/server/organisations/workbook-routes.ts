import type { z } from 'zod';
import * as contract from '../../contract/workbook.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { sendDownload } from '../http/file-routes.ts';
import { registerRoute } from '../http/route.ts';
import { readUpload } from '../http/upload.ts';
import { type AdministeredBy, importDutyOf, type RefreshLinkage } from './administration.ts';
import {
  type ImportBy,
  type ImportOutcome,
  importWorkbook,
  previewImport,
  type WantedAccount,
} from './import-commands.ts';
import { openOrganisation } from './organisation-store.ts';
import { importPlanView } from './organisation-view.ts';
import { defaultSettingRows, readOrganisation } from './workbook-queries.ts';
import { parseWorkbook } from './workbook-read.ts';
import { workbookTemplate, writeWorkbook } from './workbook-write.ts';

/** Makes an account that the workbook asks for, in the import's transaction; accounts are the slice above. */
export type CreateAccount = (trx: Trx, by: AdministeredBy, wanted: WantedAccount) => Promise<CreatedAccount>;
type CreatedAccount = {
  account: { id: string; login: string; personName: string; tenantName: string };
  link: { path: string; expiresAt: string };
};

type ImportedAccount = z.output<typeof contract.importWorkbook.response>['accounts'][number];

/** The whole organisation as one workbook: out, template, dry run, in. */
export function registerWorkbookRoutes(
  app: App,
  { createAccount, refreshLinkage }: { createAccount: CreateAccount; refreshLinkage: RefreshLinkage },
): void {
  registerRoute(app, contract.exportWorkbook, (call) => {
    importDutyOf(call.actor);
    return call.read(async (trx) => {
      await openOrganisation(trx);
      const { rows } = await readOrganisation(trx, call.actor.cityCode);
      await recordAudit(trx, call, {
        category: 'export',
        action: 'organisation-exported',
        detail: { people: rows.people.length },
      });
      const bytes = await writeWorkbook(rows);
      return sendDownload(call.reply, {
        name: `组织信息-${call.today}.xlsx`,
        mediaType: contract.workbookMediaType,
        bytes,
      });
    });
  });
  registerRoute(app, contract.readWorkbookTemplate, async (call) => {
    const bytes = await workbookTemplate(defaultSettingRows());
    return sendDownload(call.reply, { name: '组织信息模板.xlsx', mediaType: contract.workbookMediaType, bytes });
  });
  registerRoute(app, contract.previewImport, async (call) => {
    const by = importByOf(call);
    const parsed = await parseWorkbook(await (await readUpload(call.request, contract.workbookLimit)).bytes());
    return call.read(async (trx) => importPlanView(await previewImport(trx, parsed, by)));
  });
  registerRoute(app, contract.importWorkbook, async (call) => {
    const by = importByOf(call);
    const parsed = await parseWorkbook(await (await readUpload(call.request, contract.workbookLimit)).bytes());
    return call.write(async (trx) => {
      const outcome = await importWorkbook(trx, parsed, by);
      const accounts = await createAccounts(trx, call, outcome.accounts, createAccount);
      if (outcome.applied) {
        await recordImport(trx, call, outcome);
        await refreshLinkage(trx, by.cityCode, by.today);
      }
      return { applied: outcome.applied, plan: importPlanView(outcome.plan), accounts };
    });
  });
}

function importByOf({ actor, at, today }: AdministeredBy): ImportBy {
  const { cityCode, personId } = actor;
  return { cityCode, personId, duty: importDutyOf(actor), at, today, newId: () => uuidv7() };
}

async function createAccounts(trx: Trx, by: AdministeredBy, wanted: readonly WantedAccount[], create: CreateAccount) {
  const made: ImportedAccount[] = [];
  for (const one of wanted) {
    const { account, link } = await create(trx, by, one);
    const { id, login, personName, tenantName } = account;
    made.push({ accountId: id, login, personName, tenantName, path: link.path, expiresAt: link.expiresAt });
  }
  return made;
}

async function recordImport(trx: Trx, by: AdministeredBy, { plan, accounts }: ImportOutcome): Promise<void> {
  await recordAudit(trx, by, {
    category: 'administration',
    action: 'organisation-imported',
    detail: { added: plan.added.length, changed: plan.changed.length, accounts: accounts.length },
  });
}
