import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, holdState } from '../../../test/test-cases.ts';
import { emptyCaseState } from '../../domain/case-state.ts';
import { emptyRound } from '../../domain/handling/handling-state.ts';
import type { Finding } from '../../domain/research/finding.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let city: Client;
let topic: string;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  for (const [login, tenant, role] of [
    ['city', tenants.city, 'committee-clerk'],
    ['county', tenants.county, 'committee-clerk'],
    ['deputy', tenants.city, 'deputy'],
    ['organ', tenants.government, 'organ-clerk'],
    ['system', tenants.city, 'system-admin'],
  ] as const) {
    await addAccount(t.db, tenant, { login, roles: [role] });
  }
  city = await t.signInAs('city');
  topic = await addCase(t.db, { kind: 'topic', name: '停车治理', tenants: [tenants.city, tenants.government] });
  await holdState(t.db, topic, tenants.city, { research: researched(), handling: handled() });
  await holdState(t.db, topic, tenants.government, { handling: handled() });
});
afterAll(() => t.close());

const finding = (id: string, title: string, severity: Finding['severity']): Finding => ({
  ...{ id, title, severity, description: '抽查发现' },
  place: { kind: 'county', tenantId: tenants.county.id },
});

function researched() {
  const findings = [finding('f1', '车位不足', 'general'), finding('f2', '消防通道占用', 'prominent')];
  return { ...emptyCaseState.research, findings };
}

/** On 2026-11-24 the promise about the first demand is late, and nothing has been said to the second. */
function handled() {
  const demand = (no: number, findingIds: string[]) => {
    return { id: `d${no}`, no, problem: `问题${no}`, text: `整改${no}`, organId: tenants.government.id, findingIds };
  };
  const promised = {
    demandId: 'd1',
    stance: 'accepted',
    measure: '建两处',
    owner: '张示例',
    due: '2026-11-20',
  } as const;
  return {
    ...emptyCaseState.handling,
    handedOverOn: '2026-11-03',
    demands: [demand(1, ['f1']), demand(2, [])],
    rounds: [{ ...emptyRound(1, '2027-01-27'), answers: [promised] }],
  };
}

const at = (list: string, query = '') => `/api/cases/${topic}/${list}/export${query}`;
const firstCells = async (client: Client, list: string, query = '') =>
  (await exportedRows(client, at(list, query))).slice(1).map(([first]) => first);

async function statusOf(login: string, list: string): Promise<number> {
  return (await (await t.signInAs(login)).get(at(list))).statusCode;
}

async function lastDetail(): Promise<unknown> {
  const { rows } = await t.db.owner.query(
    "select subject, detail from audit_entry where action = 'list-exported' order by id desc limit 1",
  );
  return rows[0];
}

describe('the findings of a topic as a spreadsheet', () => {
  test('are the lines of the screen: narrowed, searched and ordered as there', async () => {
    const [titles, first] = await exportedRows(city, at('findings'));
    expect(titles).toEqual([
      '发现问题',
      '具体情况',
      '来源',
      '来自延伸调研',
      '地点',
      '程度',
      '目前',
      '调研报告',
      '更正',
    ]);
    expect(first?.slice(0, 3)).toEqual(['车位不足', '抽查发现', '本级']);
    expect(await firstCells(city, 'findings', '?sort=severity')).toEqual(['消防通道占用', '车位不足']);
    expect(await firstCells(city, 'findings', '?severity=prominent')).toEqual(['消防通道占用']);
    expect(await firstCells(city, 'findings', `?text=${encodeURIComponent('车位 抽查')}`)).toEqual(['车位不足']);
    expect(await firstCells(city, 'findings', `?body=${tenants.county.id}`)).toEqual([]);
  });

  test('leave an entry that tells which part of the list left, and not the words that were looked for', async () => {
    await exportedRows(city, at('findings', `?severity=general&text=${encodeURIComponent('车位')}`));
    expect(await lastDetail()).toEqual({
      subject: '停车治理',
      detail: { list: 'findings', name: '发现问题 停车治理', rows: 1, severity: 'general' },
    });
  });

  test('监督法 §6 are a standing committee’s own: no organ, deputy or administrator gets them, and no other body', async () => {
    expect(await statusOf('organ', 'findings')).toBe(403);
    expect(await statusOf('deputy', 'findings')).toBe(403);
    expect(await statusOf('system', 'findings')).toBe(403);
    expect(await statusOf('county', 'findings')).toBe(404);
  });
});

describe('HAN-08 the promises as a spreadsheet', () => {
  test('tell of every demand how it stands on the day, and are narrowed and ordered as on the screen', async () => {
    const [, late] = await exportedRows(city, at('promises'));
    expect(late?.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))).toEqual([
      ...[1, '问题1', '整改1', '承诺逾期', '2026-11-20', '市人民政府'],
      ...['建两处（责任人张示例，2026年11月20日前完成）', null, null],
    ]);
    expect(await firstCells(city, 'promises', '?sort=due-late')).toEqual([1, 2]);
    expect(await firstCells(city, 'promises', '?promise=unanswered')).toEqual([2]);
    expect(await lastDetail()).toMatchObject({ detail: { list: 'promises', promise: 'unanswered', rows: 1 } });
  });

  test('are for the organ too, and for nobody who does not read the contents', async () => {
    expect(await firstCells(await t.signInAs('organ'), 'promises')).toEqual([1, 2]);
    expect(await statusOf('deputy', 'promises')).toBe(403);
    expect(await statusOf('county', 'promises')).toBe(404);
  });
});

describe('the list of problems as a spreadsheet', () => {
  test('has the lines of the screen alone, from either end', async () => {
    expect(await firstCells(city, 'problems')).toEqual(['车位不足', '消防通道占用', null]);
    expect(await firstCells(city, 'problems', '?due=overdue')).toEqual(['车位不足']);
    expect(await firstCells(city, 'problems', '?sort=due-late')).toEqual([null, '车位不足', '消防通道占用']);
    expect(await firstCells(city, 'problems', '?view=demands')).toEqual(['车位不足', null]);
    expect(await firstCells(city, 'problems', '?repeat=only')).toEqual([]);
    expect(await firstCells(city, 'problems', `?organ=${tenants.government.id}&stands=demanded`)).toEqual([null]);
  });

  test('leaves an entry that tells how it was narrowed', async () => {
    await exportedRows(city, at('problems', `?organ=${tenants.government.id}&stands=promised&view=demands`));
    expect(await lastDetail()).toEqual({
      subject: '停车治理',
      detail: {
        ...{ list: 'problems', name: '问题清单 停车治理', rows: 1 },
        ...{ organ: tenants.government.id, stands: 'promised', view: 'demands' },
      },
    });
  });
});
