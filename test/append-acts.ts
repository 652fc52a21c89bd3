import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { inScope, type Scope } from '../src/server/db/database.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { type OpenDatabase, openDatabase, withClient } from '../src/server/db/open-database.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { append, lockChain } from '../src/server/ledger/ledger-store.ts';

/**
 * A process that appends acts as fast as it can, for tests that kill it: `node test/append-acts.ts <data directory> <writers>`. Each
 * writer has a tenant of its own. After every commit it prints "<tenant> <seq>"; what stands there was acknowledged.
 */
const [directory = '', writers = '2'] = process.argv.slice(2);
const cityCode = '510700';
let ending = false;

const database = await openDatabase({ dataDirectory: directory, databaseUrl: undefined });
process.once('SIGTERM', () => {
  ending = true;
});
await migrate(database.owner, join(import.meta.dirname, '..', 'migrations'));
const tenants = Array.from({ length: Number(writers) }, () => uuidv7());
await addTenants(database, tenants);
writeSync(1, 'ready\n');
await Promise.all(tenants.map(writeUntilTheEnd));
await database.close();

async function writeUntilTheEnd(tenantId: string): Promise<void> {
  while (!ending) {
    try {
      writeSync(1, `${tenantId} ${await appendOne(tenantId)}\n`);
    } catch {
      // The server was killed under us; nothing was acknowledged, and a moment later it answers again.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function appendOne(tenantId: string): Promise<number> {
  const scope: Scope = { cityCode, tenantId, bodyId: tenantId, level: 'county', kind: 'body', personId: tenantId };
  return inScope(database, scope, async (trx) => {
    const head = await lockChain(trx, cityCode, tenantId);
    const entry = {
      cityCode,
      tenantId,
      seq: head.seq + 1,
      kind: 'note',
      caseId: tenantId,
      happenedOn: '2026-03-01',
      recordedAt: new Date().toISOString(),
      actorId: tenantId,
      actorName: '张示例',
      confirmedBy: null,
      confirmedByName: null,
      meeting: null,
      departures: [],
      payload: { text: '写入'.repeat(100) },
      prevHash: head.hash,
    };
    return (await append(trx, entry, 'sha-256')).seq;
  });
}

async function addTenants(opened: OpenDatabase, ids: readonly string[]): Promise<void> {
  await withClient(opened.owner, async (client) => {
    await client.query(
      "insert into linkage (city_code, name, short_name) values ($1, '绵阳市', '绵阳') on conflict do nothing",
      [cityCode],
    );
    for (const id of ids) {
      await client.query(
        `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id)
         values ($1, $2, 'body', 'county', '510703', $3, $3, $2)`,
        [cityCode, id, `示例${id}人大常委会`],
      );
    }
  });
}
