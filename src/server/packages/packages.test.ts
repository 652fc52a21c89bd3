import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, markDone, uploadText } from '../../../test/test-cases.ts';
import { inScope } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { sealPackage } from './package-store.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let organ: Client;
let city: Client;
let county: Client;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  await addAccount(t.db, tenants.city, { login: 'city', roles: ['office-clerk'] });
  await addAccount(t.db, tenants.county, { login: 'county', roles: ['office-clerk'] });
  [organ, city, county] = [await t.signInAs('organ'), await t.signInAs('city'), await t.signInAs('county')];
});
afterAll(() => t.close());

/** A topic in which the city has named its government, which may now send its draft. */
async function newTopic(): Promise<string> {
  const caseId = await addCase(t.db, { kind: 'topic', tenants: [tenants.city, tenants.county, tenants.government] });
  await markDone(t.db, caseId, tenants.city, ['name-responsible-organs']);
  await markDone(t.db, caseId, tenants.government, ['reporting-organ']);
  return caseId;
}

function sendDraft(caseId: string, attachments: readonly { digest: string; name: string; size: number }[]) {
  const payload = { title: '专项工作报告（征求意见稿）', text: '基本情况。', attachments };
  return organ.post(`/api/cases/${caseId}/acts/submit-draft-report`, { payload });
}

const sealedIn = async (caseId: string) => {
  const { rows } = await t.db.owner.query('select attachments from package where case_id = $1', [caseId]);
  return rows;
};

describe('S5.3 附件', () => {
  test('that the sender uploaded are sealed, and the addressee reads them', async () => {
    const caseId = await newTopic();
    const own = await uploadText(organ, '基本情况.txt', '机关自己的附件');
    expect((await sendDraft(caseId, [own])).statusCode).toBe(201);
    expect(await sealedIn(caseId)).toEqual([{ attachments: [own] }]);
    expect((await city.get(`/api/attachments/${own.digest}`)).body).toBe('机关自己的附件');
  });

  test('of another tenant are refused, whoever knows the digest, and nothing of the act remains', async () => {
    const caseId = await newTopic();
    const foreign = await uploadText(county, '县级材料.txt', '县级没有报送的材料');
    const refused = await sendDraft(caseId, [foreign]);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'package/attachment-not-own', clause: 'S5.3' });
    expect(refused.body).toContain('县级材料.txt');
    expect(await sealedIn(caseId)).toEqual([]);
    const { rows } = await t.db.owner.query('select kind from act where case_id = $1', [caseId]);
    expect(rows).toEqual([]);
  });

  test('that reached the sender in a package are still another’s', async () => {
    const caseId = await newTopic();
    const ofCity = await uploadText(city, '人大来件.txt', '市人大常委会发来的附件');
    const { id: tenantId, bodyId, cityCode, level, kind } = tenants.city;
    const scope = { cityCode, tenantId, bodyId, level, kind, personId: uuidv7() };
    const post = { subject: '工作联系', text: '请参考附件。', about: 'contact' } as const;
    const addressed = { title: '工作联系', addresseeIds: [tenants.government.id], attachments: [ofCity] };
    await inScope(t.db, scope, (trx) =>
      sealPackage(
        trx,
        { ...addressed, kind: 'post', content: post },
        {
          id: uuidv7(),
          cityCode,
          fromTenantId: tenantId,
          caseId,
          sealedAt: '2026-01-05T01:00:00Z',
          sealedOn: '2026-01-05',
          head: { seq: 1, hash: 'test' },
          algorithm: 'sha-256',
        },
      ),
    );
    expect((await organ.get(`/api/attachments/${ofCity.digest}`)).statusCode).toBe(200);
    expect((await sendDraft(caseId, [ofCity])).json()).toMatchObject({ code: 'package/attachment-not-own' });
  });

  test('nobody uploaded are refused', async () => {
    const caseId = await newTopic();
    const made = { digest: 'f'.repeat(64), name: '不存在.pdf', size: 12 };
    expect((await sendDraft(caseId, [made])).json()).toMatchObject({ code: 'package/attachment-not-own' });
  });
});
