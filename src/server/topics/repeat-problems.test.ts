import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount, type Client, smallLinkage, type TestApp, testApp } from '../../../test/test-app.ts';
import { addCase, holdState } from '../../../test/test-cases.ts';
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
  await holdState(t.db, past, tenants.city, pastState());
  await holdState(t.db, present, tenants.city, found('老旧小区消防通道违规停车，燃气抢险车辆难以通行'));
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

test('HAN-08 the demand of the earlier year says where it was found again; a county reads nothing of it', async () => {
  const answer = await city.get(`/api/cases/${past}/repeat-problems`);
  const { stoodAgain } = answer.json<ResponseOf<typeof listRepeatProblems>>();
  const problem = '老旧小区消防通道违规停车，燃气抢险车辆难以通行';
  const later = [{ caseId: present, caseName: '城镇燃气安全', year: 2026, problemId: 'now', problem }];
  expect(stoodAgain).toEqual([{ demandId: 'd1', later }]);
  expect((await county.get(`/api/cases/${past}/repeat-problems`)).json()).toMatchObject({ stoodAgain: [] });
});

test('the earlier topic itself repeats nothing, and a topic without contents has nothing that stands again', async () => {
  expect(await repeatsOf(city, past)).toEqual([]);
  const empty = await addCase(t.db, { kind: 'topic', name: '新议题', tenants: [tenants.city] });
  expect(await repeatsOf(city, empty)).toEqual([]);
});

test('监督法 §6 a county compares with its own topics alone: what the city asked for is not shown to it', async () => {
  await holdState(t.db, present, tenants.county, found('老旧小区消防通道违规停车，燃气抢险车辆难以通行'));
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
  await holdState(t.db, written, tenants.city, { deliberation: { ...emptyCaseState.deliberation, opinion } });
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

describe('HAN-08 words alone do not make two problems one', () => {
  const pair = { problemIds: ['now'], earlierDemandId: 'd1', reason: '地点、成因都不同' };
  const tell = (client: Client, change: object = {}) =>
    client.request('PUT', `/api/cases/${present}/repeat-problems/apart`, { ...pair, earlierCaseId: past, ...change });
  const apartIn = async () =>
    (await repeatsOf(city, present)).flatMap(({ earlier }) => earlier.map(({ apart }) => apart));

  test('the committee says with a reason that they are two, once, and takes it back', async () => {
    const said = await Promise.all([tell(city), tell(city, { reason: '另一个理由' })]);
    expect(said.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const [apart] = await apartIn();
    expect(['地点、成因都不同', '另一个理由']).toContain(apart?.reason);
    const fromThere = async () => {
      const answer = await city.get(`/api/cases/${past}/repeat-problems`);
      const { stoodAgain } = answer.json<ResponseOf<typeof listRepeatProblems>>();
      return stoodAgain.flatMap(({ later }) => later.map(({ problemId }) => problemId));
    };
    expect(await fromThere()).not.toContain('now');
    expect((await tell(city, { reason: '又一个理由' })).statusCode).toBe(200);
    expect(await apartIn()).toEqual([apart]);
    expect((await tell(city, { reason: null })).statusCode).toBe(200);
    expect(await apartIn()).toEqual([null]);
    expect(await fromThere()).toContain('now');
    expect((await tell(city, { reason: null })).statusCode).toBe(200);
  });

  test('a reason is needed, and only what is held alike is told apart', async () => {
    expect((await tell(city, { reason: ' ' })).statusCode).toBe(400);
    const refused = await tell(city, { earlierDemandId: 'd9' });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'repeats/not-alike']);
    expect(await apartIn()).toEqual([null]);
  });

  test('the office does not judge, another body knows nothing of it, an organ is refused', async () => {
    await addAccount(t.db, tenants.city, { login: 'office', roles: ['office-clerk'] });
    const office = await t.signInAs('office');
    expect((await tell(office)).json<{ code: string }>().code).toBe('act/not-your-role');
    expect((await tell(county)).json<{ code: string }>().code).toBe('repeats/not-alike');
    expect((await tell(await t.signInAs('organ'))).statusCode).toBe(403);
    const view = await office.get(`/api/cases/${present}/repeat-problems`);
    expect(view.json<ResponseOf<typeof listRepeatProblems>>().mayTellApart).toBe(false);
  });
});
