import { type CaseState, emptyCaseState } from '../src/domain/case-state.ts';
import type { Post } from '../src/domain/organisation/facts.ts';
import type { CaseKind } from '../src/domain/procedure/case.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import type { Client, TestTenant } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';

type NewCase = { kind: CaseKind; year?: number; name?: string; tenants: readonly TestTenant[]; bodyId?: string };

/** A case with a track for each tenant, nothing done; rows of the owner, no act. */
export async function addCase(
  db: TestDatabase,
  { kind, year = 2026, name = '示例议题', tenants, bodyId }: NewCase,
): Promise<string> {
  const id = uuidv7();
  const cityCode = tenants[0]?.cityCode ?? '510700';
  await db.owner.query(
    'insert into supervision_case (city_code, id, kind, year, name, body_id) values ($1, $2, $3, $4, $5, $6)',
    [cityCode, id, kind, year, name, bodyId ?? null],
  );
  for (const tenant of tenants) {
    await db.owner.query(
      'insert into track (city_code, case_id, tenant_id, body_id, level, kind) values ($1, $2, $3, $4, $5, $6)',
      [cityCode, id, tenant.id, tenant.bodyId, tenant.level, tenant.kind],
    );
  }
  return id;
}

/** Marks steps as done on a tenant's track, on a day of the past. */
export async function markDone(
  db: TestDatabase,
  caseId: string,
  tenant: TestTenant,
  stepIds: readonly string[],
): Promise<void> {
  const done = Object.fromEntries(stepIds.map((stepId, index) => [stepId, { on: '2026-01-05', seq: index + 1 }]));
  await db.owner.query('update track set done = done || $3 where case_id = $1 and tenant_id = $2', [
    caseId,
    tenant.id,
    JSON.stringify(done),
  ]);
}

/** Puts contents into a tenant's own state of a case, as its acts would have. */
export async function holdState(
  db: TestDatabase,
  caseId: string,
  { cityCode, id }: TestTenant,
  state: Partial<CaseState>,
): Promise<void> {
  await db.owner.query(
    `insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)
     on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
    [cityCode, caseId, id, JSON.stringify({ ...emptyCaseState, ...state })],
  );
}

/** A post from a day on; the linkage's facts are read anew. */
export async function appoint(
  db: TestDatabase,
  tenant: TestTenant,
  { personId, post, from = '2021-10-29', until }: { personId: string; post: Post; from?: string; until?: string },
): Promise<void> {
  await db.owner.query(
    `insert into appointment (city_code, id, person_id, tenant_id, post, from_date, until_date)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenant.cityCode, uuidv7(), personId, tenant.id, post, from, until ?? null],
  );
  await db.owner.query('update linkage set organisation_version = organisation_version + 1 where city_code = $1', [
    tenant.cityCode,
  ]);
}

/** Uploads a text file of that name as anybody's form does; answers the file as it can be attached. */
export async function uploadText(client: Client, name: string, text: string) {
  const form = new FormData();
  form.append('secrecy', '公开');
  form.append('file', new Blob([text]), name);
  const encoded = new Request('http://liandu.test', { method: 'POST', body: form });
  const response = await client.request('POST', '/api/files', Buffer.from(await encoded.arrayBuffer()), {
    'content-type': encoded.headers.get('content-type') ?? '',
  });
  const { digest, size } = response.json<{ digest: string; size: number }>();
  return { digest, name, size };
}
