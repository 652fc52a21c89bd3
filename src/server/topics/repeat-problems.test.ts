import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addAccount,
  type Client,
  smallLinkage,
  type TestApp,
  type TestTenant,
  testApp,
} from '../../../test/test-app.ts';
import { addCase } from '../../../test/test-cases.ts';
import type { listRepeatProblems } from '../../contract/repeat-problems.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { type CaseState, emptyCaseState } from '../../domain/case-state.ts';
import { emptyRound } from '../../domain/handling/handling-state.ts';
import type { Finding } from '../../domain/research/finding.ts';

let t: TestApp;
let tenants: Awaited<ReturnType<typeof smallLinkage>>;
let city: Client;
let county: Client;
let past: string;
let present: string;

beforeAll(async () => {
  t = await testApp();
  tenants = await smallLinkage(t.db);
  for (const [login, tenant, role] of [
    ['city', tenants.city, 'committee-clerk'],
    ['county', tenants.county, 'committee-clerk'],
    ['deputy', tenants.city, 'deputy'],
    ['organ', tenants.government, 'organ-clerk'],
  ] as const) {
    await addAccount(t.db, tenant, { login, roles: [role] });
  }
  [city, county] = [await t.signInAs('city'), await t.signInAs('county')];
  const all = [tenants.city, tenants.county, tenants.government];
  past = await addCase(t.db, { kind: 'topic', year: 2025, name: '城区停车管理', tenants: all });
  present = await addCase(t.db, { kind: 'topic', year: 2026, name: '城镇燃气安全', tenants: all });
  await hold(past, tenants.city, pastState());
  await hold(present, tenants.city, found('老旧小区消防通道违规停车，燃气抢险车辆难以通行'));
});
afterAll(() => t.close());

const finding = (id: string, title: string): Finding => ({
  id,
  title,
  description: '抽查的小区中多数消防通道被车辆占用，抢险车辆无法进入。',
  place: { kind: 'county', tenantId: tenants.county.id },
  severity: 'prominent',
});

function found(title: string): Partial<CaseState> {
  return { research: { ...emptyCaseState.research, findings: [finding('now', title)] } };
}

function pastState(): Partial<CaseState> {
  const title = '甲县老旧小区消防通道被违规停车占用';
  const demands = [
    {
      id: 'd1',
      no: 1,
      problem: '消防通道被占用',
      text: '逐个划线立牌',
      organId: tenants.government.id,
      findingIds: ['f1'],
    },
  ];
  const verdicts = [{ demandId: 'd1', verdict: 'met', reason: '' } as const];
  return {
    research: { ...emptyCaseState.research, countyFindings: { [tenants.county.id]: [finding('f1', title)] } },
    handling: {
      ...emptyCaseState.handling,
      ...{ demands, handedOverOn: '2025-11-03', rounds: [{ ...emptyRound(1, null), verdicts }] },
    },
  };
}

/** Puts contents into a tenant's own state, as its acts would have. */
async function hold(caseId: string, { cityCode, id }: TestTenant, state: Partial<CaseState>): Promise<void> {
  await t.db.owner.query(
    `insert into case_state (city_code, case_id, tenant_id, state) values ($1, $2, $3, $4)
     on conflict (city_code, case_id, tenant_id) do update set state = excluded.state`,
    [cityCode, caseId, id, JSON.stringify({ ...emptyCaseState, ...state })],
  );
}

async function repeatsOf(client: Client, caseId: string) {
  const answer = await client.get(`/api/cases/${caseId}/repeat-problems`);
  expect(answer.statusCode).toBe(200);
  return answer.json<ResponseOf<typeof listRepeatProblems>>().repeats;
}

test('HAN-08 a finding that is like a demand of an earlier year’s topic is named with that demand, its verdict and their words', async () => {
  const [repeat, ...more] = await repeatsOf(city, present);
  expect(more).toEqual([]);
  expect(repeat).toMatchObject({
    problemId: 'now',
    earlier: [{ caseId: past, year: 2025, caseName: '城区停车管理', no: 1, kind: 'after-met', place: 'same' }],
  });
  expect(repeat?.earlier[0]?.words).toContain('消防');
  // The place is no word they share.
  expect(repeat?.earlier[0]?.words.join()).not.toContain('甲县');
});

test('the earlier topic itself repeats nothing, and a topic without contents has nothing that stands again', async () => {
  expect(await repeatsOf(city, past)).toEqual([]);
  const empty = await addCase(t.db, { kind: 'topic', name: '新议题', tenants: [tenants.city] });
  expect(await repeatsOf(city, empty)).toEqual([]);
});

test('监督法 §6 a county compares with its own topics alone: what the city asked for is not shown to it', async () => {
  await hold(present, tenants.county, found('老旧小区消防通道违规停车，燃气抢险车辆难以通行'));
  expect(await repeatsOf(county, present)).toEqual([]);
});

test('a demand of the opinion as it stands is compared before it is handed over', async () => {
  const demand = {
    id: 'e1',
    no: 1,
    problem: '老旧小区消防通道被违规停车占用',
    text: '整治',
    organId: '',
    findingIds: [],
  };
  const opinion = {
    state: 'compiled',
    ...{ version: 1, assessment: '', problems: [], withoutDemand: [], countyResultsAbsorbed: [] },
    ...{ demands: [demand], returned: null, vote: null },
  } as const;
  const written = await addCase(t.db, { kind: 'topic', name: '物业服务', tenants: [tenants.city] });
  await hold(written, tenants.city, { deliberation: { ...emptyCaseState.deliberation, opinion } });
  expect((await repeatsOf(city, written)).map(({ problemId }) => problemId)).toEqual(['e1']);
});

test('deputies and organs are refused, and who has no part in the topic is told that there is none', async () => {
  const ask = async (login: string, caseId: string) => {
    const client = await t.signInAs(login);
    return (await client.get(`/api/cases/${caseId}/repeat-problems`)).statusCode;
  };
  expect(await ask('deputy', present)).toBe(403);
  expect(await ask('organ', present)).toBe(403);
  const others = await addCase(t.db, { kind: 'topic', name: '别的议题', tenants: [tenants.city] });
  expect(await ask('county', others)).toBe(404);
  const year = await addCase(t.db, { kind: 'year', year: 2031, tenants: [tenants.city] });
  expect(await ask('city', year)).toBe(404);
});
