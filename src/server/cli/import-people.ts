import { join } from 'node:path';
import { hashPassword } from '../accounts/password.ts';
import type { Config } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase, withClient } from '../db/open-database.ts';
import { type ImportedAccount, importAsOperator, importReport } from './import.ts';

/**
 * Fills an empty installation with the people of a workbook and gives the new accounts one password: for a demonstration, never for
 * real use. Throws in Chinese where a linkage is there already, and with every problem of the workbook.
 */
export async function importPeople(
  config: Config,
  bytes: Buffer,
  password: string,
): Promise<readonly ImportedAccount[]> {
  const database = await openDatabase(config);
  try {
    await migrate(database.owner, join(import.meta.dirname, '..', '..', '..', 'migrations'));
    const { rows } = await withClient(database.owner, (client) => client.query('select 1 from linkage limit 1'));
    if (rows.length > 0) throw new Error('数据库中已有联动域；演示只在空数据库中准备。');
    const outcome = await importAsOperator(database, bytes, { now: new Date() });
    if (outcome.plan.problems.length > 0) throw new Error(importReport(outcome, false));
    if (outcome.accounts.length === 0) return [];
    const hash = await hashPassword(password, { memoryCost: 19_456, timeCost: 2 });
    const ids = outcome.accounts.map(({ accountId }) => accountId);
    await withClient(database.owner, (client) =>
      client.query('update account set password_hash = $1 where id = any($2) and password_hash is null', [hash, ids]),
    );
    return outcome.accounts;
  } finally {
    await database.close();
  }
}
