import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvOf, utf8Mark } from '../../contract/csv.ts';
import { makeFirstUseLink } from '../accounts/account-commands.ts';
import { insertAccount } from '../accounts/account-store.ts';
import { refreshLinkage } from '../acts/refresh-cases.ts';
import { configOf } from '../config.ts';
import { type Database, inScope, type Trx } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { insertAuditEntry } from '../http/audit-store.ts';
import { dayInBeijing } from '../http/call.ts';
import { fictitiousCounties, fictitiousWorkbook } from '../organisations/fictitious-workbook.ts';
import { importWorkbook, previewImport, type WantedAccount } from '../organisations/import-commands.ts';
import { mianyangWorkbook } from '../organisations/mianyang-workbook.ts';
import type { ImportPlan } from '../organisations/workbook-plan.ts';
import { defaultSettingRows } from '../organisations/workbook-queries.ts';
import { type ParsedWorkbook, parseWorkbook, problemInWords } from '../organisations/workbook-read.ts';
import type { WorkbookRows } from '../organisations/workbook-sheets.ts';
import { workbookTemplate, writeWorkbook } from '../organisations/workbook-write.ts';

export type ImportedAccount = WantedAccount & { accountId: string; path: string; expiresAt: string };
export type OperatorImport = { plan: ImportPlan; applied: boolean; accounts: ImportedAccount[] };

/**
 * Imports a workbook as the operator of the machine: organisation, roles, and accounts with first-use links, in one transaction, all or
 * nothing. A dry run only plans. The linkage is the one that the workbook names.
 */
export async function importAsOperator(
  database: Database,
  bytes: Buffer,
  { now, dryRun = false }: { now: Date; dryRun?: boolean },
): Promise<OperatorImport> {
  const parsed = await parseWorkbook(bytes);
  const cityCode = cityCodeOf(parsed);
  const at = now.toISOString();
  const by = {
    cityCode,
    personId: null,
    duty: 'operator',
    at,
    today: dayInBeijing(now),
    newId: () => uuidv7(),
  } as const;
  return inScope(database, operatorScope(cityCode), async (trx) => {
    if (dryRun) return { plan: await previewImport(trx, parsed, by), applied: false, accounts: [] };
    const outcome = await importWorkbook(trx, parsed, by);
    const accounts = await createAccounts(trx, cityCode, outcome.accounts, at);
    if (outcome.applied) {
      await recordImport(trx, cityCode, outcome.plan, at);
      await refreshLinkage(trx, cityCode, by.today);
    }
    return { ...outcome, accounts };
  });
}

function cityCodeOf(parsed: ParsedWorkbook): string {
  // Without a linkage row the plan has that as its first problem; no linkage has this code.
  return parsed.rows.linkage[0]?.values.code ?? '000000';
}

function operatorScope(cityCode: string) {
  return {
    cityCode,
    tenantId: '',
    bodyId: '',
    level: 'city',
    kind: 'body',
    personId: '',
    admin: 'organisation',
  } as const;
}

async function createAccounts(
  trx: Trx,
  cityCode: string,
  wanted: readonly WantedAccount[],
  at: string,
): Promise<ImportedAccount[]> {
  const accounts: ImportedAccount[] = [];
  for (const one of wanted) {
    const accountId = await insertAccount(trx, { ...one, cityCode, passwordHash: null, at });
    if (accountId === undefined) throw new Error(`登录名“${one.login}”已在另一个联动域使用，请在“角色”表另取一个。`);
    accounts.push({ ...one, accountId, ...(await makeFirstUseLink(trx, accountId, at)) });
  }
  return accounts;
}

async function recordImport(trx: Trx, cityCode: string, plan: ImportPlan, at: string): Promise<void> {
  await insertAuditEntry(trx, {
    cityCode,
    tenantId: null,
    at,
    category: 'administration',
    action: 'organisation-imported',
    accountId: null,
    personId: null,
    personName: null,
    subject: '工作簿导入命令',
    detail: { added: plan.added.length, changed: plan.changed.length, accounts: plan.accounts.length },
    address: '本机命令行',
  });
}

/** What the operator reads: every problem, or every change. */
export function importReport({ plan, applied }: OperatorImport, dryRun: boolean): string {
  const lines = [
    ...plan.problems.map((problem) => `✗ ${problemInWords(problem)}`),
    ...plan.notes.map((note) => `· ${problemInWords(note)}`),
    ...plan.changed.flatMap(({ sheet, row, key, fields }) =>
      fields.map(
        (field) =>
          `改 工作表“${sheet}”第 ${row} 行 ${key}：${field.column} ${field.old || '（空）'} → ${field.new || '（空）'}`,
      ),
    ),
    ...plan.missing.map(({ sheet, key }) => `缺 工作表“${sheet}”没有 ${key}，系统中保留`),
    `新增 ${plan.added.length} 行，改动 ${plan.changed.length} 行，不变 ${plan.unchanged} 行，新建账号 ${plan.accounts.length} 个。`,
  ];
  if (plan.problems.length > 0)
    return [...lines, `有 ${plan.problems.length} 个问题，没有写入任何内容；请改正后重新导入。`].join('\n');
  if (dryRun) return [...lines, '这是试导入，没有写入任何内容。'].join('\n');
  return [...lines, applied ? '已导入。' : '没有写入。'].join('\n');
}

const usage = [
  '用法：',
  '  npm run import -- 文件.xlsx [--dry-run] [--links 链接.csv]   导入（或者试导入）工作簿；首次使用链接写入文件，不写则显示',
  '  npm run import -- --write-template 文件.xlsx                  写出空白模板',
  '  npm run import -- --write-demo 文件.xlsx [--counties 个数]    写出绵阳示例，或者有若干个县的示例市（人员均为虚构）',
].join('\n');

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      links: { type: 'string' },
      'write-template': { type: 'string' },
      'write-demo': { type: 'string' },
      counties: { type: 'string' },
    },
  });
  const { 'write-template': template, 'write-demo': demo } = values;
  if (template !== undefined) await writeFile(template, await workbookTemplate(defaultSettingRows()));
  if (demo !== undefined) await writeFile(demo, await writeWorkbook(demoWorkbook(values.counties)));
  const [file] = positionals;
  if (file !== undefined) return importFile(file, values);
  if (template === undefined && demo === undefined) {
    console.error(usage);
    return 2;
  }
  return 0;
}

function demoWorkbook(counties: string | undefined): WorkbookRows {
  if (counties === undefined) return mianyangWorkbook();
  const count = Number(counties);
  if (!Number.isInteger(count) || count < 1 || count > 40) throw new Error(`--counties ${counties} 应为1至40的整数。`);
  const city = { cityCode: '519900', cityName: '示例市', shortName: '示例' };
  return fictitiousWorkbook({ ...city, counties: fictitiousCounties(city.cityCode, count) });
}

async function importFile(file: string, options: { 'dry-run': boolean; links?: string }): Promise<number> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Error(`不能读取文件 ${file}，请检查文件名和权限。`, { cause: error });
  });
  const database = await openDatabase(configOf(process.env));
  try {
    await migrate(database.owner, join(import.meta.dirname, '..', '..', '..', 'migrations'));
    const outcome = await importAsOperator(database, bytes, { now: new Date(), dryRun: options['dry-run'] });
    console.log(importReport(outcome, options['dry-run']));
    await handOutLinks(outcome.accounts, options.links);
    return outcome.plan.problems.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

async function handOutLinks(accounts: readonly ImportedAccount[], file: string | undefined): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map(({ login, personName, tenantName, path }) => [tenantName, personName, login, path]);
  const table = csvOf([['单位', '姓名', '登录名', '首次使用链接（接在系统网址之后）'], ...rows]);
  if (file === undefined) console.log(table);
  // Whoever has a link becomes that person: only the operator reads the file.
  else await writeFile(file, utf8Mark + table, { mode: 0o600 });
}

if (import.meta.main) {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(`没有导入：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
