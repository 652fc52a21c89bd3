import { describe, expect, test } from 'vitest';
import type { Finding } from '../research/finding.ts';
import type { Demand } from './demand.ts';
import type { KnownTopic } from './repeat-texts.ts';
import { laterTopics, stoodAgainOf } from './stood-again.ts';

/** Words of these texts are set apart by blanks. */
const wordsOf = (text: string) => text.split(' ').filter(Boolean);
const blocked = '老旧小区 消防 通道 占用';

const finding = (id: string, title: string): Finding => ({
  id,
  title,
  description: '',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'general',
});
const demand = (id: string, problem: string, findingIds: readonly string[] = []): Demand => ({
  id,
  no: 1,
  problem,
  text: '三个月 内 整改',
  organId: 'organ',
  findingIds,
});
const topic = (caseId: string, year: number, told: Partial<KnownTopic>): KnownTopic => ({
  caseId,
  name: `议题${caseId}`,
  year,
  findings: [],
  demands: [],
  withdrawn: [],
  rounds: [],
  handedOverOn: null,
  ...told,
});
const past = topic('past', 2025, {
  demands: [demand('d1', blocked), demand('d2', '停车 泊位 不足')],
  handedOverOn: '2025-11-01',
});
const now = topic('now', 2026, { findings: [finding('g1', blocked), finding('g2', '燃气 管道 老化')] });
const againIn = (all: readonly KnownTopic[], told: Parameters<typeof stoodAgainOf>[2] = [], of = past) =>
  stoodAgainOf(of, laterTopics(of, all, wordsOf), told);

describe('HAN-08 what was asked for and stood again later', () => {
  test('is told at the demand, with topic, year and problem', () => {
    const later = [{ caseId: 'now', caseName: '议题now', year: 2026, problemId: 'g1', problem: blocked }];
    expect(againIn([past, now])).toEqual([{ demandId: 'd1', later }]);
  });

  test('once there is a demand of it, by that demand and not by its finding as well', () => {
    const asked = { ...now, demands: [demand('e1', blocked, ['g1'])] };
    expect(againIn([past, asked]).flatMap(({ later }) => later.map(({ problemId }) => problemId))).toEqual(['e1']);
  });

  test('the newest topic first, three at the most', () => {
    const years = [2026, 2029, 2027, 2028];
    const later = years.map((year) => topic(`t${year}`, year, { findings: [finding(`f${year}`, blocked)] }));
    // What most topics say tells no problem apart.
    const others = ['a', 'b', 'c', 'd', 'e'].map((id) => topic(id, 2026, { findings: [finding(`f-${id}`, id)] }));
    const [again] = againIn([past, ...later, ...others]);
    expect(again?.later.map(({ year }) => year)).toEqual([2029, 2028, 2027]);
  });

  test('not where the committee has told the two apart, whichever of the line it said it of', () => {
    const told = { caseId: 'now', problemId: 'g1', earlierCaseId: 'past', earlierDemandId: 'd1' };
    const said = [{ ...told, reason: '另一处', byName: '张示例', on: '2026-05-01' }];
    expect(againIn([past, now], said)).toEqual([]);
    expect(againIn([past, { ...now, demands: [demand('e1', blocked, ['g1'])] }], said)).toEqual([]);
    expect(againIn([past, now], [{ ...said[0], caseId: 'another' } as (typeof said)[0]])).toHaveLength(1);
  });

  test('nothing of an earlier topic, and nothing before the demands are handed over', () => {
    expect(againIn([past, now], [], now)).toEqual([]);
    const open = { ...past, handedOverOn: null };
    expect(againIn([open, now], [], open)).toEqual([]);
  });
});
