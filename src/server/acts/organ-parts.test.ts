import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addAccount,
  addTenant,
  type Client,
  smallLinkage,
  type TestApp,
  type TestTenant,
  testApp,
} from '../../../test/test-app.ts';
import { addCase } from '../../../test/test-cases.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let housing: TestTenant;
let office: Client;
let reporting: Client;
let assisting: Client;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  const organ = { cityCode: '510700', level: 'city', kind: 'organ', organKind: 'department' } as const;
  housing = await addTenant(t.db, { ...organ, name: '市住建局', areaCode: '510700', bodyId: tenants.city.id });
  await addAccount(t.db, tenants.city, { login: 'office', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.government, { login: 'government', roles: ['organ-clerk'] });
  await addAccount(t.db, housing, { login: 'housing', roles: ['organ-clerk'] });
  [office, reporting, assisting] = [
    await t.signInAs('office'),
    await t.signInAs('government'),
    await t.signInAs('housing'),
  ];
});
afterAll(() => t.close());

const tasksOf = async (caseId: string, tenant: TestTenant): Promise<string[]> => {
  const sql = 'select step_id from task where case_id = $1 and tenant_id = $2 order by step_id';
  return (await t.db.owner.query(sql, [caseId, tenant.id])).rows.map((row) => row.step_id);
};

describe('S3.5 监督法 §16 the organs a body names', () => {
  test('report if they stand first, and owe nothing if they assist', async () => {
    const caseId = await addCase(t.db, { kind: 'topic', tenants: [tenants.city, tenants.county] });
    const payload = { organIds: [tenants.government.id, housing.id] };
    const named = await office.post(`/api/cases/${caseId}/acts/name-responsible-organs`, { payload });
    expect(named.json()).toMatchObject({ state: 'recorded' });
    expect(await tasksOf(caseId, tenants.government)).toEqual([
      'receive-collected-opinions',
      'submit-draft-report',
      'submit-final-report',
    ]);
    expect(await tasksOf(caseId, housing)).toEqual([]);
    const draft = { payload: { title: '征求意见稿', text: '正文' } };
    const taken = await assisting.post(`/api/cases/${caseId}/acts/submit-draft-report`, draft);
    expect([taken.statusCode, taken.json()]).toMatchObject([409, { code: 'work-report/not-reporting' }]);
    const sent = await reporting.post(`/api/cases/${caseId}/acts/submit-draft-report`, draft);
    expect(sent.json()).toMatchObject({ state: 'recorded' });
    expect(await tasksOf(caseId, tenants.government)).not.toContain('submit-draft-report');
  });

  test('change places until the first has sent its draft', async () => {
    const caseId = await addCase(t.db, { kind: 'topic', tenants: [tenants.city, tenants.county] });
    const name = (organIds: readonly string[]) =>
      office.post(`/api/cases/${caseId}/acts/name-responsible-organs`, { payload: { organIds } });
    await name([tenants.government.id, housing.id]);
    await name([housing.id, tenants.government.id]);
    expect(await tasksOf(caseId, tenants.government)).toEqual([]);
    expect(await tasksOf(caseId, housing)).toContain('submit-draft-report');
  });
});
