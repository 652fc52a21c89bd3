import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { inScope, type Scope } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { getCase, insertCase, insertTracks } from './case-store.ts';

const cityCode = '510700';
const tenantId = uuidv7();
const scope: Scope = { cityCode, tenantId, bodyId: tenantId, level: 'city', kind: 'body', personId: uuidv7() };
const body = { id: tenantId, bodyId: tenantId, level: 'city', kind: 'body' } as const;
const none = { leadUnitId: null, leadUnitName: null, deliberationDate: null, domain: null };
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query("insert into linkage (city_code, name, short_name) values ('510700', '绵阳市', '绵阳')");
  await database.owner.query(
    `insert into tenant (city_code, id, kind, level, area_code, name, short_name, body_id)
     values ('510700', $1, 'body', 'city', '510700', '绵阳市人大常委会', '绵阳', $1)`,
    [tenantId],
  );
});
afterAll(() => database.close());

async function newCase(kind: 'topic' | 'session', name: string): Promise<string> {
  const id = uuidv7();
  const bodyId = kind === 'session' ? tenantId : null;
  await inScope(database, scope, async (trx) => {
    await insertCase(trx, cityCode, { ...none, id, kind, year: 2026, name, bodyId });
    await insertTracks(trx, cityCode, id, [body]);
  });
  return id;
}

async function placeOn(topicId: string, column: 'session' | 'handling_session', sessionId: string): Promise<void> {
  await database.owner.query(`update track set ${column} = $2 where case_id = $1`, [topicId, { sessionId }]);
}

test('a sitting knows the topics placed on it, for deliberation or for their handling, and no other', async () => {
  const [session, other] = [await newCase('session', '第二十次会议'), await newCase('session', '第二十一次会议')];
  const heard = await newCase('topic', '停车');
  const assessed = await newCase('topic', '养老');
  await newCase('topic', '未列入');
  await placeOn(heard, 'session', session);
  await placeOn(assessed, 'handling_session', session);
  const topicsOf = async (id: string) => (await inScope(database, scope, (trx) => getCase(trx, cityCode, id))).topics;
  expect(await topicsOf(session)).toEqual([
    { id: heard, name: '停车' },
    { id: assessed, name: '养老' },
  ]);
  expect(await topicsOf(other)).toEqual([]);
  expect(await topicsOf(heard)).toBeNull();
});
