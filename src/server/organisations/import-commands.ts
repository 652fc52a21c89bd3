import { settingFields, settingKeys, withSetting } from '../../domain/organisation/setting-fields.ts';
import { defaultSettings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';
import { seedCalendar } from './calendar-store.ts';
import { lockOrganisation, openOrganisation, raiseVersion } from './organisation-store.ts';
import { defaultBasis, findCurrentSettings } from './settings-queries.ts';
import { insertSettings } from './settings-store.ts';
import { type ImportDuty, type ImportPlan, planImport } from './workbook-plan.ts';
import { findPersonNumber, readOrganisation } from './workbook-queries.ts';
import type { ParsedWorkbook } from './workbook-read.ts';
import {
  readNames,
  writeBodies,
  writeLinkage,
  writeOrgans,
  writeParks,
  writePeople,
  writePosts,
  writeRoles,
  writeTerms,
  writeUnits,
} from './workbook-store.ts';

/** Who imports, where to, when. `personId` is null when the operator of the machine imports. */
export type ImportBy = {
  cityCode: string;
  personId: string | null;
  duty: ImportDuty;
  at: string;
  today: string;
  newId: () => string;
};

/** An account that the workbook asks for: the caller makes it, with a first-use link, in the same transaction. */
export type WantedAccount = {
  personId: string;
  personName: string;
  tenantId: string;
  tenantName: string;
  login: string;
};

export type ImportOutcome = { plan: ImportPlan; applied: boolean; accounts: WantedAccount[] };

/** What an import would do now; nothing is written. */
export async function previewImport(trx: Trx, parsed: ParsedWorkbook, by: ImportBy): Promise<ImportPlan> {
  await openOrganisation(trx);
  return planNow(trx, parsed, by);
}

/**
 * Imports a workbook in the caller's transaction, all or nothing: with a single problem nothing is written and `applied` is false.
 * Identifiers of what exists stay. Imports of one linkage wait for each other, so the plan is the one that is carried out.
 */
export async function importWorkbook(trx: Trx, parsed: ParsedWorkbook, by: ImportBy): Promise<ImportOutcome> {
  await openOrganisation(trx);
  await lockOrganisation(trx, by.cityCode);
  const plan = await planNow(trx, parsed, by);
  if (plan.problems.length > 0) return { plan, applied: false, accounts: [] };
  if (plan.added.length + plan.changed.length > 0) await write(trx, plan, by);
  return { plan, applied: true, accounts: await wantedAccounts(trx, plan, by) };
}

async function planNow(trx: Trx, parsed: ParsedWorkbook, by: ImportBy): Promise<ImportPlan> {
  const ownNumber = by.personId === null ? undefined : await findPersonNumber(trx, by.cityCode, by.personId);
  const { cityCode, today, duty } = by;
  const context = { cityCode, today, duty, ...(ownNumber === undefined ? {} : { ownNumber }) };
  return planImport(parsed, await readOrganisation(trx, by.cityCode), context);
}

async function write(trx: Trx, { writes }: ImportPlan, by: ImportBy): Promise<void> {
  const writing = { cityCode: by.cityCode, newId: by.newId };
  await writeLinkage(trx, writes.linkage);
  if (writes.linkage.added.length > 0) await seedCalendar(trx, by);
  await writeBodies(trx, writing, writes.bodies);
  await writeOrgans(trx, writing, await readNames(trx, by.cityCode), writes.organs);
  const tenants = await readNames(trx, by.cityCode);
  await writeTerms(trx, writing, tenants, writes.terms);
  await writeUnits(trx, writing, tenants, writes.units);
  await writeParks(trx, writing, tenants, writes.parks);
  await writePeople(trx, writing, tenants, writes.people);
  const names = await readNames(trx, by.cityCode);
  await writePosts(trx, writing, names, writes.posts);
  await writeRoles(trx, writing, names, writes.roles);
  await writeSettings(trx, [...writes.settings.added, ...writes.settings.changed], by);
  await raiseVersion(trx, by.cityCode);
}

async function writeSettings(trx: Trx, rows: ImportPlan['writes']['settings']['changed'], by: ImportBy): Promise<void> {
  if (rows.length === 0) return;
  const current = await findCurrentSettings(trx, by.cityCode);
  let settings = current?.settings ?? defaultSettings;
  const basis = { ...(current?.basis ?? defaultBasis()) };
  for (const row of rows) {
    const key = settingKeys.find((candidate) => settingFields[candidate].title === row.item);
    if (key === undefined) throw new Error(`The plan let the unknown setting ${JSON.stringify(row.item)} pass.`);
    settings = withSetting(settings, key, row.value) ?? settings;
    basis[key] = row.basis;
  }
  const { version: _version, ...values } = settings;
  await insertSettings(trx, by.cityCode, {
    id: by.newId(),
    version: (current?.settings.version ?? 0) + 1,
    settings: values,
    basis,
    madeBy: by.personId,
    at: by.at,
  });
}

async function wantedAccounts(trx: Trx, plan: ImportPlan, by: ImportBy): Promise<WantedAccount[]> {
  if (plan.accounts.length === 0) return [];
  const names = await readNames(trx, by.cityCode);
  return plan.accounts.map(({ person, tenant, login }) => {
    const known = names.people.get(person);
    const tenantId = names.tenants.get(tenant)?.id;
    if (known === undefined || tenantId === undefined)
      throw new Error(`The plan let an account of nobody pass: ${login}.`);
    return { personId: known.id, personName: known.name, tenantId, tenantName: tenant, login };
  });
}
