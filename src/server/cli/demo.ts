import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { hashPassword } from '../accounts/password.ts';
import { type Config, configOf } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase, withClient } from '../db/open-database.ts';
import { dayInBeijing } from '../http/call.ts';
import { start, stopOnSignal } from '../main.ts';
import { mianyangWorkbook } from '../organisations/mianyang-workbook.ts';
import { writeWorkbook } from '../organisations/workbook-write.ts';
import { importAsOperator } from './import.ts';
import { openCast } from './story/story-client.ts';
import { playYear } from './story/year-story.ts';

/** Every account of the demo gets this one; nowhere else is there a password that everybody knows. */
const demoPassword = '联动-演示-2026';
const root = join(import.meta.dirname, '..', '..', '..');

/** Fills an empty data directory with the fictitious people of Mianyang. True when they were new. */
async function makePeople(config: Config): Promise<boolean> {
  const database = await openDatabase(config);
  try {
    await migrate(database.owner, join(root, 'migrations'));
    const outcome = await importAsOperator(database, await writeWorkbook(mianyangWorkbook()), { now: new Date() });
    if (outcome.accounts.length === 0) return false;
    const hash = await hashPassword(demoPassword, { memoryCost: 19_456, timeCost: 2 });
    await withClient(database.owner, (client) => givePassword(client, hash));
    await writeAccounts(config, outcome.accounts);
    return true;
  } finally {
    await database.close();
  }
}

async function givePassword(client: pg.Client, hash: string): Promise<void> {
  await client.query('update account set password_hash = $1 where password_hash is null', [hash]);
}

type Account = { login: string; personName: string; tenantName: string };

async function writeAccounts(config: Config, accounts: readonly Account[]): Promise<void> {
  const list = accounts.map(({ login, personName, tenantName }) => ({ login, personName, tenantName }));
  const text = JSON.stringify({ password: demoPassword, accounts: list }, null, 2);
  await writeFile(accountsFile(config), text, { mode: 0o600 });
}

function accountsFile(config: Config): string {
  return join(config.dataDirectory, 'demo-accounts.json');
}

async function main(): Promise<void> {
  const config = configOf({ LIANDU_DATA: './data-demo', ...process.env });
  // The list of accounts is written last: where it is, the people are there, and a later start need not open the database twice.
  const fresh = !existsSync(accountsFile(config)) && (await makePeople(config));
  const running = await start(config, { NODE_ENV: 'production', ...process.env });
  stopOnSignal(running);
  if (fresh) {
    process.stdout.write('正在演示征集、会商、计划和实施方案……\n');
    const today = dayInBeijing(new Date());
    const cast = await openCast(running.url, demoPassword, '510700.office');
    // Called for now are the topics of the next year.
    await playYear(cast, Number(today.slice(0, 4)) + 1, today);
  }
  process.stdout.write(
    `演示已启动：${running.url}\n账号（密码均为 ${demoPassword}）：510700.office 市办公室，510700.committee1 牵头委室，510700.chair 主任，510703.office 县办公室，510700.gov 机关；全部账号见 ${accountsFile(config)}\n`,
  );
}

if (import.meta.main) await main();
