import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { sealAs } from '../../../test/sealed.ts';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, markDone } from '../../../test/test-cases.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let county: Client;
const url = '/api/expectations/export';

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  const logins = { county: tenants.county, other: tenants.otherCounty, city: tenants.city };
  for (const [login, tenant] of Object.entries(logins)) {
    await addAccount(t.db, tenant, { login, roles: ['office-clerk'] });
  }
  await addAccount(t.db, tenants.county, { login: 'deputy', roles: ['deputy'] });
  await addAccount(t.db, tenants.government, { login: 'organ', roles: ['organ-clerk'] });
  county = await t.signInAs('county');
  const both = [tenants.city, tenants.county];
  await topic('停车治理', { deliberates: '2026-12-15', tenants: both });
  const sent = await topic('河湖保护', { deliberates: '2026-12-01', tenants: both });
  await topic('养老服务', { deliberates: '2026-12-20', tenants: [tenants.city, tenants.otherCounty] });
  await markDone(t.db, sent, tenants.county, ['comment-on-plan', 'send-research-report']);
  await sealAs(t.db, tenants.county, {
    ...{ to: [tenants.city], of: sent, kind: 'research-report', title: '旧的报告', on: '2026-09-01' },
  });
  await sealAs(t.db, tenants.county, {
    ...{ to: [tenants.city], of: sent, kind: 'research-report', title: '报告', on: '2026-09-28' },
  });
});
afterAll(() => t.close());

async function topic(
  name: string,
  given: { deliberates: string; tenants: Parameters<typeof addCase>[1]['tenants'] },
): Promise<string> {
  const id = await addCase(t.db, { kind: 'topic', name, tenants: given.tenants });
  await t.db.owner.query('update supervision_case set deliberation_date = $2 where id = $1', [id, given.deliberates]);
  return id;
}

const told = async (query = '') => (await exportedRows(county, `${url}${query}`)).slice(1);

describe('what the city expects of a county as a spreadsheet', () => {
  test('has its own topics alone, the next date first, each thing with its clause and working', async () => {
    const rows = await told();
    expect([...new Set(rows.map(([, name]) => name))]).toEqual(['停车治理', '河湖保护']);
    const comment = rows.find(([, name, , title]) => name === '停车治理' && title === '会同研究实施方案');
    expect(comment?.slice(4, 8)).toEqual(['逾期', new Date('2026-10-15T00:00:00Z'), 'S2.1', '刚性，期限为原则']);
    expect(comment?.[9]).toContain('2026年12月15日');
  });

  test('S2.9 tells of what was sent last when that was, and whether the city has signed for it', async () => {
    const courseOf = async () =>
      (await told()).find(([, name, , title]) => name === '河湖保护' && title === '向市人大常委会报送调研报告')?.[8];
    expect(await courseOf()).toBe('2026年9月28日报送，市人大常委会尚未签收');
    await t.db.owner.query("update package_addressee set received_on = '2026-09-29', received_at = now()");
    expect(await courseOf()).toBe('2026年9月28日报送，市人大常委会2026年9月29日签收');
  });

  test('leaves an entry that says whether topics that are done were listed too', async () => {
    await told('?met=shown');
    const { rows } = await t.db.owner.query(
      "select detail from audit_entry where action = 'list-exported' order by id desc limit 1",
    );
    expect(rows).toMatchObject([{ detail: { list: 'expectations', name: '市里要求', met: 'shown' } }]);
  });

  test('监督法 §6 is for counties: the city, organs and who reads no contents are refused, another county has its own', async () => {
    for (const login of ['city', 'organ', 'deputy']) {
      expect((await (await t.signInAs(login)).get(url)).statusCode).toBe(403);
    }
    const others = await exportedRows(await t.signInAs('other'), url);
    expect([...new Set(others.slice(1).map(([, name]) => name))]).toEqual(['养老服务']);
  });
});
