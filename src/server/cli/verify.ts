import { parseArgs } from 'node:util';
import { type Config, configOf } from '../config.ts';
import { hasCluster } from '../db/cluster.ts';
import { trxOver } from '../db/database.ts';
import { openDatabase, withClient } from '../db/open-database.ts';
import { type Verification, verifyChains } from '../ledger/verify-chains.ts';

/**
 * Walks the chains of one linkage or of all, beside a working server if there is one: it reads one moment of the database as the owner
 * and changes nothing.
 */
export async function verifyDatabase(config: Config, cityCode: string | null): Promise<Verification> {
  if (config.databaseUrl === undefined && !hasCluster(config.dataDirectory)) throw new Error(nothingThere);
  const database = await openDatabase(config);
  try {
    return await withClient(database.owner, async (client) => {
      // One moment: an act that is appended meanwhile must not look like a wrong head.
      await client.query('begin isolation level repeatable read read only');
      const { rows } = await client.query<{ found: boolean }>("select to_regclass('chain') is not null as found");
      if (rows[0]?.found !== true) throw new Error(nothingThere);
      return await verifyChains(trxOver(client), cityCode);
    });
  } finally {
    await database.close();
  }
}

const nothingThere = '这里还没有联督的数据。请检查 LIANDU_DATA 或 DATABASE_URL，或先运行 npm start。';

/** What a person reads at the end: one line when all holds, else each first broken link. */
export function verificationReport(verification: Verification): string {
  const { chains, acts, packages, broken } = verification;
  const walked = `核对了 ${chains} 条行为链、${acts} 项法定行为、${packages} 件报送件`;
  if (broken.length === 0) return `${walked}，全部一致。`;
  const links = broken.map(({ cityCode, name, seq, problem }) => `  ${name}（${cityCode}）第 ${seq} 号：${problem}`);
  return [`${walked}，发现 ${broken.length} 处不一致：`, ...links].join('\n');
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { city: { type: 'string' } } });
    const verification = await verifyDatabase(configOf(process.env), values.city ?? null);
    console.log(verificationReport(verification));
    if (verification.broken.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(`核对没有完成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
