import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import type { StoredFile } from '../../contract/files.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let county: Client;
let city: Client;
let otherCounty: Client;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  for (const login of ['city', 'county', 'otherCounty'] as const)
    await addAccount(t.db, tenants[login], { login, roles: ['office-clerk'] });
  [county, city, otherCounty] = [await t.signInAs('county'), await t.signInAs('city'), await t.signInAs('otherCounty')];
});
afterAll(() => t.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(client: Client, name: string, bytes: Buffer, secrecy: string | undefined = '公开') {
  const form = new FormData();
  if (secrecy !== '') form.append('secrecy', secrecy);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const encoded = new Request('http://liandu.test', { method: 'POST', body: form });
  const body = Buffer.from(await encoded.arrayBuffer());
  return client.request('POST', '/api/files', body, { 'content-type': encoded.headers.get('content-type') ?? '' });
}

describe('an upload', () => {
  test('is kept by its digest and given out as a download only', async () => {
    const response = await upload(county, '调研报告.pdf', pdf);
    expect(response.statusCode).toBe(201);
    const file = response.json<{ id: string; digest: string }>();
    expect(file).toMatchObject({
      name: '调研报告.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      digest: createHash('sha256').update(pdf).digest('hex'),
    });
    const download = await county.get(`/api/files/${file.id}`);
    expect(download.rawPayload.equals(pdf)).toBe(true);
    expect(download.headers).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('调研报告.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  test('of the same bytes twice is kept once', async () => {
    await upload(county, '甲.txt', Buffer.from('同样的内容'));
    expect((await upload(county, '乙.txt', Buffer.from('同样的内容'))).statusCode).toBe(201);
    const { rows } = await t.db.owner.query(
      'select (select count(*)::int from file where digest = $1) as files, (select count(*)::int from file_blob where digest = $1) as blobs',
      [createHash('sha256').update('同样的内容').digest('hex')],
    );
    expect(rows).toEqual([{ files: 2, blobs: 1 }]);
  });

  test('of a state secret is refused by the form’s 密级 and by a marked name, and the attempt is recorded', async () => {
    for (const secrecy of ['秘密', '机密', '绝密']) {
      expect((await upload(county, '文件.pdf', pdf, secrecy)).json()).toMatchObject({
        status: 422,
        code: 'file/state-secret',
        clause: '保守国家秘密法 §29–31',
      });
    }
    expect((await upload(county, '通知（机密★5年）.pdf', pdf)).json()).toMatchObject({ code: 'file/state-secret' });
    const { rows } = await t.db.owner.query(
      "select count(*)::int as count from audit_entry where action = 'state-secret-refused'",
    );
    expect(rows).toEqual([{ count: 4 }]);
  });

  test('without a 密级 is refused', async () => {
    expect((await upload(county, '文件.pdf', pdf, '')).json()).toMatchObject({ code: 'file/secrecy-missing' });
  });

  test('is what its bytes are, not what its name says', async () => {
    expect((await upload(county, '图.pdf', png)).json()).toMatchObject({ code: 'file/type-mismatch' });
    expect((await upload(county, '页.txt', Buffer.from([0, 1, 2, 3]))).json()).toMatchObject({ code: 'file/type' });
    expect((await upload(county, '页.html', Buffer.from('<script>alert(1)</script>'))).json()).toMatchObject({
      code: 'file/type-mismatch',
    });
    expect((await upload(county, '程序.txt', Buffer.from('7f454c4602010100', 'hex'))).json()).toMatchObject({
      status: 422,
    });
    expect((await upload(county, '图.png', png)).json()).toMatchObject({ mediaType: 'image/png' });
  });

  test('above the limit is refused', async () => {
    const response = await upload(county, '大.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    expect(response.json()).toMatchObject({ status: 413, code: 'request/too-large' });
  });

  test('loses path and control signs of its name', async () => {
    expect((await upload(county, '..\\..\\坏\u202e名.txt', Buffer.from('x'))).json()).toMatchObject({
      name: '坏名.txt',
    });
  });
});

describe('a file', () => {
  test('of another tenant is not there, until a package brings it', async () => {
    const { id, digest } = (await upload(county, '报送.pdf', Buffer.concat([pdf, Buffer.from('%')]))).json<{
      id: string;
      digest: string;
    }>();
    expect((await city.get(`/api/files/${id}`)).json()).toMatchObject({ status: 404, code: 'file/not-found' });
    await sendPackage(digest);
    expect((await city.get(`/api/files/${id}`)).statusCode).toBe(200);
    expect((await city.get(`/api/attachments/${digest}`)).statusCode).toBe(200);
    expect((await otherCounty.get(`/api/files/${id}`)).statusCode).toBe(404);
    expect((await otherCounty.get(`/api/attachments/${digest}`)).statusCode).toBe(404);
    const { rows } = await t.db.owner.query("select tenant_id from audit_entry where action = 'attachment-read'");
    expect(rows).toEqual([{ tenant_id: tenants.city.id }, { tenant_id: tenants.city.id }]);
  });

  test('does not leave before it is on record who read it', async () => {
    const { id, digest } = (await upload(county, '报送.txt', Buffer.from('已报送内容'))).json<StoredFile>();
    await sendPackage(digest);
    // Fails when the transaction is committed, not before.
    await t.db.owner.query(
      `create table nothing (id uuid primary key);
       alter table audit_entry add constraint planted_failure foreign key (id) references nothing (id) deferrable initially deferred not valid`,
    );
    for (const address of [`/api/files/${id}`, `/api/attachments/${digest}`]) {
      const answer = await city.get(address);
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toContain('已报送内容');
    }
    await t.db.owner.query('alter table audit_entry drop constraint planted_failure; drop table nothing');
    expect((await city.get(`/api/files/${id}`)).body).toBe('已报送内容');
  });

  test('is closed to deputies and administrators of the own tenant, as its papers are', async () => {
    const { id, digest } = (await upload(county, '未报送.txt', Buffer.from('未报送'))).json<StoredFile>();
    for (const role of ['deputy', 'system-admin'] as const) {
      await addAccount(t.db, tenants.county, { login: role, roles: [role] });
      const client = await t.signInAs(role);
      for (const address of [`/api/files/${id}`, `/api/attachments/${digest}`]) {
        expect((await client.get(address)).json()).toMatchObject({ status: 403, code: 'contents/not-yours' });
      }
    }
  });
});

async function sendPackage(digest: string): Promise<void> {
  const caseId = uuidv7();
  const packageId = uuidv7();
  const from = tenants.county.id;
  await t.db.owner.query(
    "insert into supervision_case (city_code, id, kind, year, name) values ('510700', $1, 'topic', 2026, '示例')",
    [caseId],
  );
  await t.db.owner.query(
    `insert into package (city_code, id, from_tenant_id, case_id, kind, title, content, attachments, digest, sealed_at, sealed_on, sender_seq, sender_hash)
     values ('510700', $1, $2, $3, 'research-report', '报告', '{}', $4, 'd', '2026-11-24T01:00:00Z', '2026-11-24', 1, 'h')`,
    [packageId, from, caseId, JSON.stringify([{ digest, name: '报送.pdf', size: 1 }])],
  );
  await t.db.owner.query(
    "insert into package_addressee (city_code, package_id, tenant_id, from_tenant_id) values ('510700', $1, $2, $3)",
    [packageId, tenants.city.id, from],
  );
}
