import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp, testPassword } from '../../../../test/test-app.ts';
import type { AssessmentEntry } from '../../../contract/assessments.ts';
import { legalCalendarOf } from '../../../domain/calendar/legal-days.ts';
import { settledInRound } from '../../../domain/handling/rounds.ts';
import type { CaseView } from '../../../domain/procedure/case.ts';
import { type ClauseCompliance, complianceOf } from '../../../domain/procedure/compliance.ts';
import { steps } from '../../../domain/procedure/procedure.ts';
import { scheduleOf } from '../../../domain/procedure/schedule.ts';
import { defaultSettings } from '../../../domain/procedure/settings.ts';
import { hashPassword } from '../../accounts/password.ts';
import { refreshLinkage } from '../../acts/refresh-cases.ts';
import { inScope, trxOver } from '../../db/database.ts';
import { verifyChains } from '../../ledger/verify-chains.ts';
import { fictitiousCounties, fictitiousWorkbook } from '../../organisations/fictitious-workbook.ts';
import { writeWorkbook } from '../../organisations/workbook-write.ts';
import { importAsOperator } from '../import.ts';
import { castMembersOf, openCast } from './cast.ts';
import { playScenario, type Told } from './scenario-story.ts';
import { type Story, seen, storyOf } from './telling.ts';

let running: TestApp;
let story: Story;
let told: Told;
const lines: string[] = [];

beforeAll(async () => {
  running = await testApp();
  const rows = fictitiousWorkbook({
    cityCode: '510600',
    cityName: '德阳市',
    shortName: '德阳',
    counties: fictitiousCounties('510600', 2),
  });
  const { plan } = await importAsOperator(running.db, await writeWorkbook(rows), {
    now: new Date('2026-11-24T01:00:00Z'),
  });
  expect(plan.problems).toEqual([]);
  const hash = await hashPassword(testPassword, { memoryCost: 64, timeCost: 1 });
  await running.db.owner.query('update account set password_hash = $1', [hash]);
  const url = await running.app.http.listen({ port: 0, host: '127.0.0.1' });
  const cast = await openCast({ url, members: castMembersOf(rows.roles), password: testPassword });
  story = storyOf(cast, '2026-11-24', (line) => lines.push(line));
  told = await playScenario(story, '2025-10-28');
}, 120_000);
afterAll(async () => {
  await running.close();
});

async function viewOf(caseId: string): Promise<CaseView> {
  return (await seen(story, story.city, caseId)).view;
}

async function complianceOfCase(caseId: string): Promise<ReadonlyMap<string, ClauseCompliance>> {
  const view = await viewOf(caseId);
  const schedule = scheduleOf(view, steps, legalCalendarOf([]), defaultSettings);
  return new Map(complianceOf(view, steps, schedule, '2026-11-24').map((one) => [one.clause.id, one]));
}

describe('one full year of a topic in a city that is not Mianyang', () => {
  test('S4.4 S4.5 every body closes the topic, the city and a county after a second round', async () => {
    const bodies = (await viewOf(told.topic.id)).tracks.filter(({ kind }) => kind === 'body');
    expect(bodies.map(({ level, round }) => [level, round])).toEqual([
      ['city', 2],
      ['county', 1],
      ['county', 2],
    ]);
    expect(bodies.map(({ closedOn }) => closedOn !== undefined)).toEqual([true, true, true]);
  });

  test('S1.1–S5.6 no clause is broken; what was done late or for a reason says so', async () => {
    const [year, topic] = [await complianceOfCase(told.yearCase.id), await complianceOfCase(told.topic.id)];
    const all = [...year.values(), ...topic.values()];
    expect(all.filter(({ state }) => state === 'broken').map(({ clause }) => clause.id)).toEqual([]);
    expect(all.filter(({ state }) => state === 'departed').map(({ clause }) => clause.id)).toEqual(['S2.10', 'S3.1']);
    expect(topic.get('S3.1')?.tracks.find(({ state }) => state === 'departed')?.name).toBe(story.counties.at(-1)?.name);
  });

  test('监督法 §52–54 the organ of a county answered twice in its own name; its body recorded what it was sent', async () => {
    const county = story.counties.at(-1);
    if (county === undefined) throw new Error('The story has counties.');
    const { state } = await seen(story, county, told.topic.id);
    const [, second] = state.handling.rounds;
    const words = (second?.interpellationAnswers ?? []).map(({ text }) => text);
    expect(words).toEqual(second?.organAnswers.map(({ text }) => text));
    expect(second?.interpellationAnswers.map(({ dissatisfiedIds }) => dissatisfiedIds.length)).toEqual([2, 0]);
    expect(lines.some((line) => line.includes('须如实登记'))).toBe(true);
  });

  test('S2.10 a county reads what became of its findings: the first is declined with its reason', async () => {
    const [first] = story.counties;
    if (first === undefined) throw new Error('No county.');
    const { state } = await seen(story, first, told.topic.id);
    expect(state.research.answers).toEqual([
      expect.objectContaining({ answer: 'declined', reason: expect.stringContaining('年度改造计划') }),
      expect.objectContaining({ answer: 'adopted' }),
      expect.objectContaining({ answer: 'merged' }),
    ]);
    // It came from the county's own extension research, and says so (S2.7).
    expect(state.research.findings[0]?.source?.text).toMatch(/^延伸调研（/);
  });

  test('组织法 §54 the moved session keeps its old day', async () => {
    const city = (await viewOf(told.topic.id)).tracks.find(({ kind, level }) => kind === 'body' && level === 'city');
    const { state } = await seen(story, story.city, city?.session?.sessionId ?? '');
    expect(state.session).toMatchObject({ opens: '2025-10-28', superseded: [{ opens: '2025-10-21' }] });
  });

  test('S4.5 the unsatisfied round names its one next step, and the next round answers what was not met (销号)', async () => {
    const { state } = await seen(story, story.city, told.topic.id);
    const [first, second] = state.handling.rounds;
    expect(first).toMatchObject({ assessment: { grade: 'unsatisfied' }, nextStep: { step: 'second-deliberation' } });
    expect(second?.secondDeliberation?.conclusion).toContain('同意再次测评');
    expect(second).toMatchObject({ assessment: { grade: 'satisfied' }, nextStep: null });
    const left = state.handling.demands.filter(({ id }) => settledInRound(state.handling, id)?.no !== 1);
    expect(left.length).toBeLessThan(state.handling.demands.length);
    expect(second?.answers.map(({ demandId }) => demandId)).toEqual(left.map(({ id }) => id));
  });

  test('S3.2 S4.4 the ballots stand in a row with the dissatisfied beside the grade; a county sees its own alone', async () => {
    type Answer = { assessments: AssessmentEntry[] };
    const office = await story.cast.of(story.city.id, 'office-clerk');
    const { assessments } = await office.get<Answer>('/api/assessments');
    const own = assessments.filter(({ bodyId }) => bodyId === story.city.id);
    expect(own.map(({ of, round, grade }) => [of, round, grade])).toEqual([
      ['handling', 2, 'satisfied'],
      ['handling', 1, 'unsatisfied'],
      ['report', null, 'satisfied'],
    ]);
    expect(own.every(({ unsatisfied, on }) => unsatisfied > 0 && on !== null)).toBe(true);
    expect(assessments.filter(({ bodyId }) => bodyId !== story.city.id)).toHaveLength(2);
    const county = await story.cast.of(story.counties[0]?.id ?? '', 'office-clerk');
    const seenByCounty = await county.get<Answer>('/api/assessments');
    expect(new Set(seenByCounty.assessments.map(({ bodyId }) => bodyId))).toEqual(new Set([story.counties[0]?.id]));
  });

  test('S1.7 S1.8 the adjusted topic carries its new name in every body', async () => {
    const clerk = await story.cast.of(story.counties[0]?.id ?? '', 'office-clerk');
    const { cases } = await clerk.get<{ cases: CaseView[] }>('/api/cases?kind=topic');
    expect(cases.map(({ name }) => name)).toContain('基本养老服务体系建设');
  });

  test('what the rules forbid was refused on the way, each with its clause', () => {
    const refusals = lines.filter((line) => line.includes('✗ 拒绝'));
    expect(refusals.length).toBeGreaterThanOrEqual(25);
    for (const line of refusals) expect(line).toMatch(/（(S\d\.\d+|组织法 §\d+|监督法 §\d+)）$|404|至少/);
  });

  test('every stored task is what it would be if all were made anew', async () => {
    const stored = async () =>
      (await running.db.owner.query('select * from task order by case_id, tenant_id, step_key')).rows as unknown[];
    const kept = await stored();
    const { id } = story.city;
    const scope = { cityCode: '510600', tenantId: id, bodyId: id, level: 'city', kind: 'body', personId: id } as const;
    await inScope(running.db, scope, (trx) => refreshLinkage(trx, '510600', '2026-11-24'));
    expect(kept.length).toBeGreaterThan(20);
    expect(await stored()).toEqual(kept);
  });

  test('every chain, package and receipt agrees', async () => {
    const client = await running.db.owner.connect();
    try {
      const verification = await verifyChains(trxOver(client), null);
      expect(verification.broken).toEqual([]);
      expect(verification.acts).toBeGreaterThan(250);
    } finally {
      client.release();
    }
  });
});
