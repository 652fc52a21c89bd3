import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, configOf } from '../config.ts';
import { dayInBeijing } from '../http/call.ts';
import { start, stopOnSignal } from '../main.ts';
import { mianyangWorkbook } from '../organisations/mianyang-workbook.ts';
import { writeWorkbook } from '../organisations/workbook-write.ts';
import type { ImportedAccount } from './import.ts';
import { importPeople } from './import-people.ts';
import { castMembersOf, openCast } from './story/cast.ts';
import { playDemo } from './story/demo-story.ts';
import { storyOf } from './story/telling.ts';

/** Every account of the demo gets this one; nowhere else is there a password that everybody knows. */
const demoPassword = '联动-演示-2026';

function accountsFile({ dataDirectory }: Config): string {
  return join(dataDirectory, 'demo-accounts.json');
}

/** Stands while the story is being told: a demo that was stopped in the middle begins anew. */
function unfinishedFile({ dataDirectory }: Config): string {
  return join(dataDirectory, 'demo-unfinished');
}

async function writeAccounts(config: Config, accounts: readonly ImportedAccount[]): Promise<void> {
  const list = accounts.map(({ login, personName, tenantName }) => ({ login, personName, tenantName }));
  const text = JSON.stringify({ password: demoPassword, accounts: list }, null, 2);
  await writeFile(accountsFile(config), text, { mode: 0o600 });
}

/** Removes a half-told demo of our own: only a directory in which a story was begun here and not ended, and never a given database. */
async function clearHalfTold(config: Config): Promise<void> {
  if (config.databaseUrl !== undefined || !existsSync(unfinishedFile(config))) return;
  process.stdout.write('上次演示没有准备完，重新准备……\n');
  await rm(config.dataDirectory, { recursive: true, force: true });
}

/**
 * Makes the people on the first start. True when their story is still to be told. Throws in Chinese where something else lies already:
 * nobody's real data become a demo.
 */
export async function prepareDemo(config: Config): Promise<boolean> {
  await clearHalfTold(config);
  if (existsSync(accountsFile(config))) return false;
  await mkdir(config.dataDirectory, { recursive: true });
  if ((await readdir(config.dataDirectory)).length > 0) {
    throw new Error(`${config.dataDirectory} 已有内容，但不是演示数据。请将 LIANDU_DATA 指向空目录，或者不设置它。`);
  }
  await writeFile(unfinishedFile(config), '');
  const accounts = await importPeople(config, await writeWorkbook(mianyangWorkbook()), demoPassword);
  await writeAccounts(config, accounts);
  return accounts.length > 0;
}

async function tell(config: Config, url: string): Promise<void> {
  process.stdout.write('正在准备演示：一个办结的议题、一个调研中的议题、一个筹划中的议题……\n');
  const members = castMembersOf(mianyangWorkbook().roles);
  const cast = await openCast({ url, members, password: demoPassword });
  let told = 0;
  const say = () => {
    told += 1;
    if (told % 100 === 0) process.stdout.write(`  已办理 ${told} 项\n`);
  };
  await playDemo(storyOf(cast, dayInBeijing(new Date()), say));
  await rm(unfinishedFile(config), { force: true });
}

async function main(): Promise<void> {
  const config = configOf({ LIANDU_DATA: './data-demo', ...process.env });
  const fresh = await prepareDemo(config);
  const running = await start(config, { NODE_ENV: 'production', ...process.env });
  stopOnSignal(running);
  try {
    if (fresh) await tell(config, running.url);
  } catch (error) {
    await running.stop();
    throw error;
  }
  process.stdout.write(
    `演示已启动：${running.url}\n账号（密码均为 ${demoPassword}）：510700.office 市办公室，510700.committee4 牵头委室，510700.chair 主任，510703.office 县办公室，510700.gov 机关；全部账号见 ${accountsFile(config)}\n`,
  );
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`演示没有启动：${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
