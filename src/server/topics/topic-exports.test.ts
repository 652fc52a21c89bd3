import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedRows } from '../../../test/exported.ts';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, appoint, holdState, markDone } from '../../../test/test-cases.ts';
import { emptyCaseState } from '../../domain/case-state.ts';
import { emptyRound } from '../../domain/handling/handling-state.ts';
import type { Finding } from '../../domain/research/finding.ts';
import type { Visit } from '../../domain/research/research-state.ts';
import { uuidv7 } from '../db/uuid.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let city: Client;
let topic: string;
let member: string;

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
    const { personId } = await addAccount(t.db, tenant, { login, roles: [role] });
    if (login === 'city') member = personId;
  }
  await appoint(t.db, tenants.city, { personId: member, post: 'committee-head' });
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

describe('S2.4, S2.5 the joint research as spreadsheets', () => {
  const visit = (id: string, on: string, forms: Visit['forms'], change: Partial<Visit> = {}): Visit => ({
    ...{ id, on, forms, units: ['停车管理中心'], memberIds: [], notes: '' },
    places: [{ kind: 'county', tenantId: tenants.county.id }],
    ...change,
  });
  const joint = (list: string) => `/api/cases/${visited}/${list}/export`;
  let visited: string;

  beforeAll(async () => {
    visited = await addCase(t.db, {
      ...{ kind: 'topic', name: '养老服务' },
      tenants: [tenants.city, tenants.county, tenants.otherCounty],
    });
    const visits = [
      visit('v1', '2026-05-06', ['site', 'talk'], { memberIds: [member], notes: '看了两处。' }),
      visit('v2', '2026-05-08', ['briefing']),
      visit('v3', '2026-05-09', ['site']),
    ];
    const findings = [finding('f1', '床位空置', 'general')];
    await holdState(t.db, visited, tenants.city, { research: { ...emptyCaseState.research, visits, findings } });
  });

  test('tell of every county in which form it was visited on which days, and where a visit on site is missing', async () => {
    const rows = await exportedRows(city, joint('coverage'));
    expect(rows[0]).toEqual(['地点', '类别', '实地调研', '听取汇报', '座谈', '县级延伸调研', '发现问题']);
    expect(rows.slice(1).map((row) => [...row.slice(1)])).toEqual([
      ['县（市、区）', '2026年5月6日、2026年5月9日', '2026年5月8日', '2026年5月6日', '未登记', 1],
      ['县（市、区）', '未开展', null, null, '未登记', 0],
    ]);
  });

  test('tell of every visit, the last one first: day, forms, units, who took part and what was seen', async () => {
    const rows = await exportedRows(city, joint('visits'));
    expect(rows.slice(1).map(([on]) => (on instanceof Date ? on.toISOString().slice(0, 10) : on))).toEqual([
      ...['2026-05-09', '2026-05-08', '2026-05-06'],
    ]);
    expect(rows[3]?.slice(2)).toEqual(['实地调研、座谈', '停车管理中心', 'city示例', '看了两处。']);
    expect(await lastDetail()).toEqual({
      subject: '养老服务',
      detail: { list: 'visits', name: '调研活动 养老服务', rows: 3 },
    });
  });

  test('监督法 §6 are the city’s own: a county with a part in the topic is refused, and so is who reads no contents', async () => {
    for (const list of ['coverage', 'visits']) {
      for (const login of ['county', 'deputy', 'system']) {
        expect((await (await t.signInAs(login)).get(joint(list))).statusCode).toBe(403);
      }
      expect((await (await t.signInAs('organ')).get(joint(list))).statusCode).toBe(403);
    }
  });
});

describe('the dates of a topic as a spreadsheet', () => {
  test('are those of the own track with their clause and working, by their days', async () => {
    const dated = await addCase(t.db, { kind: 'topic', name: '燃气安全', tenants: [tenants.city, tenants.county] });
    await t.db.owner.query('update supervision_case set deliberation_date = $2 where id = $1', [dated, '2026-12-15']);
    await markDone(t.db, dated, tenants.county, ['comment-on-plan']);
    const rows = await exportedRows(await t.signInAs('county'), `/api/cases/${dated}/dates/export`);
    expect(rows[0]).toEqual(['步骤', '期限', '完成', '依据', '效力', '办理', '期限的算法']);
    const days = rows.slice(1).flatMap(([, due]) => (due instanceof Date ? [due.getTime()] : []));
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    const comment = rows.find(([title]) => title === '会同研究实施方案');
    expect(comment?.[2]).toEqual(new Date('2026-01-05T00:00:00Z'));
    expect(comment?.[3]).toBe('S2.1');
    expect(comment?.[6]).toContain('2026年12月15日');
    expect((await (await t.signInAs('organ')).get(`/api/cases/${dated}/dates/export`)).statusCode).toBe(404);
    expect((await (await t.signInAs('system')).get(`/api/cases/${dated}/dates/export`)).statusCode).toBe(403);
  });

  test('and those that a moved session replaced, each with its reason', async () => {
    await t.db.owner.query(
      `insert into superseded_date (city_code, id, case_id, tenant_id, step_key, old_due, new_due, reason)
       values ('510700', $1, $2, $3, 'deliberate', '2026-12-01', '2026-12-15', '会期调整')`,
      [uuidv7(), topic, tenants.city.id],
    );
    const [, row] = await exportedRows(city, at('superseded-dates'));
    expect(row?.slice(1, 4)).toEqual([
      new Date('2026-12-01T00:00:00Z'),
      new Date('2026-12-15T00:00:00Z'),
      ...['会期调整'],
    ]);
    expect(await exportedRows(await t.signInAs('organ'), at('superseded-dates'))).toHaveLength(1);
    expect(await statusOf('county', 'superseded-dates')).toBe(404);
  });
});

describe('S5.2 the open steps of all cases as a spreadsheet', () => {
  const steps = async (query: string) => {
    const rows = await exportedRows(city, `/api/board/export${query}`);
    return rows.slice(1).map((row) => ({ body: row[2], state: row[8], due: row[7] }));
  };

  test('are those of the chosen body, and what it has to do now with the most pressing first', async () => {
    const all = await steps('');
    const own = await steps(`?body=${tenants.city.id}`);
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    expect(new Set(own.map(({ body }) => body))).toEqual(new Set(['市人大常委会']));
    const now = await steps(`?body=${tenants.city.id}&open=now`);
    expect(now.length).toBeGreaterThan(0);
    const order = ['逾期', '即将到期', '待办理'];
    const places = now.map(({ state }) => order.indexOf(String(state)));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(await lastDetail()).toMatchObject({ detail: { list: 'overview', body: tenants.city.id, open: 'now' } });
  });

  test('are what is late alone, over all bodies, where that is asked for', async () => {
    const late = await steps('?open=late');
    expect(new Set(late.map(({ state }) => state))).toEqual(new Set(['逾期']));
  });
});

describe('the board and the procedure report of a case as spreadsheets', () => {
  const rowsAt = async (list: string, query = '') => (await exportedRows(city, at(list, query))).slice(1);

  test('the board leaves with the organs and the optional steps that are on the screen', async () => {
    await markDone(t.db, topic, tenants.government, ['reporting-organ']);
    const bodies = async (query: string) => new Set((await rowsAt('board', query)).map(([name]) => name));
    expect(await bodies('')).toEqual(new Set(['市人大常委会', '市人民政府']));
    expect(await bodies('?organs=hidden')).toEqual(new Set(['市人大常委会']));
    const forces = async (query: string) => new Set((await rowsAt('board', query)).map((row) => row[4]));
    expect(await forces('')).toContain('可选');
    expect(await forces('?optional=hidden')).not.toContain('可选');
    await rowsAt('board', '?organs=hidden&optional=hidden');
    expect(await lastDetail()).toMatchObject({ detail: { list: 'board', organs: 'hidden', optional: 'hidden' } });
  });

  test('S5.4 the report leaves whole, or with what is not kept alone', async () => {
    const states = async (query = '') => new Set((await rowsAt('compliance', query)).map((row) => row[6]));
    expect(await states()).toContain('不适用');
    const open = await states('?open=true');
    expect(open.size).toBeGreaterThan(0);
    expect(open).not.toContain('不适用');
    expect(open).not.toContain('已落实');
  });
});
