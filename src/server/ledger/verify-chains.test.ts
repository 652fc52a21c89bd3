import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { inScope, type Scope, trxOver } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { sealPackage } from '../packages/package-store.ts';
import { digestOf } from './digest.ts';
import { append, type ChainHead, lockChain } from './ledger-store.ts';
import { type Verification, verifyChains } from './verify-chains.ts';

const city = '510700';
const caseId = uuidv7();
const cityBody = { id: uuidv7(), name: '绵阳市人大常委会', level: 'city' as const };
const county = { id: uuidv7(), name: '涪城区人大常委会', level: 'county' as const };
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query("insert into linkage (city_code, name, short_name) values ('510700', '绵阳市', '绵阳')");
  for (const body of [cityBody, county]) {
    await database.owner.query(
      `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id)
       values ('510700', $1, 'body', $2, '510700', $3, $3, $1)`,
      [body.id, body.level, body.name],
    );
  }
  await database.owner.query(
    "insert into supervision_case (city_code, id, kind, year, name) values ('510700', $1, 'year', 2026, '2026年度')",
    [caseId],
  );
});
afterAll(() => database.close());

type Body = typeof cityBody | typeof county;

function scopeOf(body: Body): Scope {
  return { cityCode: city, tenantId: body.id, bodyId: body.id, level: body.level, kind: 'body', personId: uuidv7() };
}

async function act(
  body: Body,
  kind: string,
  payload: unknown,
  algorithm: 'sha-256' | 'sm3' = 'sha-256',
): Promise<ChainHead> {
  return inScope(database, scopeOf(body), async (trx) => {
    const head = await lockChain(trx, city, body.id);
    return append(
      trx,
      {
        cityCode: city,
        tenantId: body.id,
        seq: head.seq + 1,
        kind,
        caseId,
        happenedOn: '2026-03-01',
        recordedAt: '2026-03-01T01:00:00.000Z',
        actorId: uuidv7(),
        actorName: '张示例',
        confirmedBy: null,
        confirmedByName: null,
        meeting: null,
        departures: [{ rule: 'S2.4', reason: '路途较远' }] as never,
        payload,
        prevHash: head.hash,
      },
      algorithm,
    );
  });
}

/** The county seals a suggestion after its `head`, and the city signs for it. */
async function sendAndReceive(head: ChainHead): Promise<string> {
  const id = uuidv7();
  const content = { subject: '垃圾分类', reason: '群众反映' } as never;
  const digest = await inScope(database, scopeOf(county), (trx) =>
    sealPackage(
      trx,
      { kind: 'suggestion', title: '议题建议', addresseeIds: [cityBody.id], content },
      {
        id,
        cityCode: city,
        fromTenantId: county.id,
        caseId,
        sealedAt: '2026-03-02T01:00:00.000Z',
        sealedOn: '2026-03-02',
        head,
        algorithm: 'sha-256',
      },
    ),
  );
  const from = { tenantId: county.id, name: county.name };
  await act(cityBody, 'receive-package/suggestion', {
    packageId: id,
    digest,
    from,
    senderSeq: head.seq,
    senderHash: head.hash,
    content,
  });
  return id;
}

/** As the owner, whom row-level security and grants do not bind: what somebody with the database's password could do. */
async function verify(cityCode: string | null = city): Promise<Verification> {
  const client = new pg.Client(database.ownerConfig);
  await client.connect();
  try {
    return await verifyChains(trxOver(client), cityCode);
  } finally {
    await client.end();
  }
}

async function brokenAfter(tampering: string, values: unknown[] = []): Promise<unknown[]> {
  const { rowCount } = await database.owner.query(tampering, values);
  expect(rowCount).toBeGreaterThan(0);
  const { broken } = await verify();
  return broken.map(({ name, seq, problem }) => ({ name, seq, problem }));
}

let packageId: string;

/** Four acts of the county, the third of which is shown to the city; four of the city, the last a receipt. */
beforeEach(async () => {
  await database.owner.query('truncate act, chain, package, package_addressee cascade');
  for (const number of [1, 2, 3])
    await act(cityBody, 'note', { number, 议题: '垃圾分类', nested: { b: 1, a: [1, null, 2.5] } });
  await act(county, 'note', { number: 1 });
  await act(county, 'note', { number: 2 }, 'sm3');
  const shown = await act(county, 'send', { number: 3 });
  packageId = await sendAndReceive(shown);
  await act(county, 'note', { number: 4 });
});

test('untouched chains, packages and receipts hold', async () => {
  expect(await verify()).toEqual({ chains: 2, acts: 8, packages: 1, broken: [] });
  expect(await verify(null)).toEqual({ chains: 2, acts: 8, packages: 1, broken: [] });
  expect(await verify('510600')).toEqual({ chains: 0, acts: 0, packages: 0, broken: [] });
});

describe('the first broken link is named when', () => {
  test('a payload was edited', async () => {
    const tampering = `update act set payload = payload || '{"number": 9}' where tenant_id = $1 and seq = 2`;
    expect(await brokenAfter(tampering, [cityBody.id])).toEqual([
      { name: cityBody.name, seq: 2, problem: '内容与散列不符，记录被改动' },
    ]);
  });

  test('who acted, or when, was edited', async () => {
    expect(
      await brokenAfter("update act set actor_name = '李样本' where tenant_id = $1 and seq = 1", [county.id]),
    ).toEqual([{ name: county.name, seq: 1, problem: '内容与散列不符，记录被改动' }]);
  });

  test('an act in the middle was removed', async () => {
    expect(await brokenAfter('delete from act where tenant_id = $1 and seq = 2', [cityBody.id])).toEqual([
      { name: cityBody.name, seq: 2, problem: '缺少第2号行为' },
    ]);
  });

  test('a hash was forged to fit an edited payload', async () => {
    const tampering =
      "update act set payload = '{}', hash = 'sha256:' || encode(sha256('x'), 'hex') where tenant_id = $1 and seq = 2";
    expect(await brokenAfter(tampering, [cityBody.id])).toEqual([
      { name: cityBody.name, seq: 2, problem: '内容与散列不符，记录被改动' },
    ]);
  });

  test('the tail was removed', async () => {
    expect(await brokenAfter('delete from act where tenant_id = $1 and seq = 4', [county.id])).toEqual([
      { name: county.name, seq: 4, problem: '链头记载第4号行为，账上最后一号是3：尾部行为被删除' },
    ]);
  });

  test('the head of a chain was removed', async () => {
    expect(await brokenAfter('delete from chain where tenant_id = $1', [county.id])).toEqual([
      { name: county.name, seq: 1, problem: '账上最后一号行为是4，链头只记载到0：链头被改动' },
    ]);
  });

  test('the tail was removed and the head rewound, for the addressee had seen it', async () => {
    await database.owner.query('delete from package_addressee');
    await database.owner.query('delete from package');
    await database.owner.query('delete from act where tenant_id = $1 and seq > 2', [county.id]);
    const rewinding = `update chain set seq = 2, hash = (select hash from act where tenant_id = $1 and seq = 2) where tenant_id = $1`;
    expect(await brokenAfter(rewinding, [county.id])).toEqual([
      { name: county.name, seq: 3, problem: `${cityBody.name}签收时见到的第3号行为已不在账上或已改变` },
    ]);
  });

  test('a package was edited', async () => {
    expect(await brokenAfter(`update package set content = content || '{"reason": "另有原因"}'`)).toEqual([
      { name: county.name, seq: 3, problem: '报送件“议题建议”的内容与封存时的摘要不符' },
    ]);
  });

  test('a package was edited together with its digest, for its addressee had seen another', async () => {
    const { rows } = await database.owner.query('select id, kind, title, attachments from package');
    const content = { reason: '另有原因' };
    const digest = digestOf({ ...rows[0], content, addresseeIds: [cityBody.id] }, 'sha-256');
    expect(await brokenAfter('update package set content = $1, digest = $2', [content, digest])).toEqual([
      { name: county.name, seq: 3, problem: `${cityBody.name}签收的报送件与签收时的摘要不符` },
    ]);
  });

  test('an addressee was added to a sealed package', async () => {
    const tampering =
      "insert into package_addressee (city_code, package_id, tenant_id, from_tenant_id) values ('510700', $1, $2, $2)";
    expect(await brokenAfter(tampering, [packageId, county.id])).toEqual([
      { name: county.name, seq: 3, problem: '报送件“议题建议”的内容与封存时的摘要不符' },
    ]);
  });

  test('a package was removed after it had been signed for', async () => {
    await database.owner.query('delete from package_addressee');
    expect(await brokenAfter('delete from package')).toEqual([
      { name: county.name, seq: 3, problem: `${cityBody.name}签收的报送件已被删除` },
    ]);
  });
});

test.each([
  ['change', `update act set payload = '{}'`],
  ['remove', 'delete from act'],
  ['empty', 'truncate act'],
])('the application may not %s acts', async (_what, statement) => {
  await expect(inScope(database, scopeOf(county), (trx) => trx.run(statement))).rejects.toThrow('permission denied');
});
