import { describe, expect, test } from 'vitest';
import type { Finding } from '../research/finding.ts';
import type { Demand, Verdict } from './demand.ts';
import { earlierOf } from './earlier-problem.ts';
import { emptyRound } from './handling-state.ts';
import { repeatProblemsOf } from './repeat-problems.ts';
import type { KnownTopic } from './repeat-texts.ts';

/** Words of these texts are set apart by blanks. */
const wordsOf = (text: string) => text.split(' ').filter(Boolean);

const finding = (id: string, title: string, county = 'county-1', description = ''): Finding => ({
  id,
  title,
  description,
  place: { kind: 'county', tenantId: county },
  severity: 'general',
});
const demand = (id: string, problem: string, findingIds: readonly string[] = [], no = 1): Demand => ({
  id,
  no,
  problem,
  text: '三个月 内 整改',
  organId: 'organ',
  findingIds,
});
const topic = (caseId: string, told: Partial<KnownTopic>): KnownTopic => ({
  caseId,
  name: `议题${caseId}`,
  year: 2025,
  findings: [],
  demands: [],
  withdrawn: [],
  rounds: [],
  handedOverOn: null,
  ...told,
});
const judged = (...rounds: readonly Verdict['verdict'][]) =>
  rounds.map((verdict, index) => ({
    ...emptyRound(index + 1, null),
    verdicts: [{ demandId: 'd1', verdict, reason: '理由' }],
  }));
const past = topic('past', {
  demands: [demand('d1', '老旧小区 消防 通道 占用', ['f1'])],
  findings: [finding('f1', '老旧小区 消防 通道 停车 占用')],
  rounds: judged('not-met', 'met'),
  handedOverOn: '2025-11-01',
});
const present = topic('present', {
  year: 2026,
  findings: [finding('g1', '老旧小区 消防 通道 占用'), finding('g2', '燃气 管道 老化')],
});
const kindsOf = (all: readonly KnownTopic[], of = present) =>
  repeatProblemsOf(of, all, wordsOf).map(({ problemId, earlier }) => [problemId, earlier.map(({ kind }) => kind)]);

describe('HAN-08 a problem that stands again', () => {
  test('is known by its words, with the demand, year and topic it stood in, its last verdict and why they are held alike', () => {
    const [repeat, ...more] = repeatProblemsOf(present, [past], wordsOf);
    expect(more).toEqual([]);
    expect(repeat).toMatchObject({
      problemId: 'g1',
      earlier: [
        {
          ...{ caseId: 'past', caseName: '议题past', year: 2025, demandId: 'd1', no: 1 },
          kind: 'after-met',
          judged: { verdict: 'met', round: 2 },
          place: 'same',
        },
      ],
    });
    expect(repeat?.earlier[0]?.words).toEqual(expect.arrayContaining(['消防', '通道', '占用']));
  });

  test.each([
    ['after-not-met', judged('not-met')],
    ['after-partly-met', judged('partly-met')],
    ['unjudged', []],
  ] as const)('was judged before: %s', (kind, rounds) => {
    expect(kindsOf([{ ...past, rounds }])).toEqual([['g1', [kind]]]);
  });

  test('the gravest comes first: what had been called solved', () => {
    const open = { ...past, caseId: 'open', rounds: [] };
    expect(kindsOf([open, past])).toEqual([['g1', ['after-met', 'unjudged']]]);
  });

  test('a demand that is written now is compared as a finding is', () => {
    const asks = { ...present, findings: [], demands: [demand('e1', '消防 通道 占用 老旧小区')] };
    expect(kindsOf([past], asks)).toEqual([['e1', ['after-met']]]);
  });

  test('the same fault in another county is the same problem, and said to be elsewhere', () => {
    const elsewhere = { ...present, findings: [finding('g1', '老旧小区 消防 通道 占用', 'county-2')] };
    expect(repeatProblemsOf(elsewhere, [past], wordsOf)[0]?.earlier[0]?.place).toBe('other');
    const unplaced = { ...past, demands: [demand('d1', '老旧小区 消防 通道 占用')], findings: [] };
    expect(repeatProblemsOf(present, [unplaced], wordsOf)[0]?.earlier[0]?.place).toBe('unknown');
  });

  test('only what was handed over before counts: not the topic itself, not one under way, not one that came later', () => {
    expect(kindsOf([present, { ...past, handedOverOn: null }])).toEqual([]);
    const handedOver = { ...present, handedOverOn: '2025-10-01' };
    expect(kindsOf([past], handedOver)).toEqual([]);
    expect(kindsOf([past], { ...handedOver, handedOverOn: '2026-10-01' })).toHaveLength(1);
    expect(kindsOf([{ ...past, year: 2027 }])).toEqual([]);
  });

  test('what was taken back is no earlier demand', () => {
    expect(kindsOf([{ ...past, withdrawn: [{ demandId: 'd1', reason: '事权', on: '2025-12-01' }] }])).toEqual([]);
  });

  test('one word in common, or words that any problem is told with, make nothing alike', () => {
    const other = { ...present, findings: [finding('g3', '通道'), finding('g4', '占用 问题 突出 明显')] };
    expect(kindsOf([past], other)).toEqual([]);
  });

  test('among many topics, what most of them say tells no problem apart', () => {
    const common = '日常 管理 规范';
    const asked = topic('asked', { demands: [demand('d9', common)], handedOverOn: '2025-11-01' });
    const now = { ...present, findings: [finding('g5', common)] };
    expect(kindsOf([asked], now)).toEqual([['g5', ['unjudged']]]);
    const others = ['a', 'b'].map((id) => topic(id, { year: 2026, findings: [finding(`f-${id}`, common)] }));
    expect(kindsOf([asked, ...others], now)).toEqual([]);
    expect(kindsOf([asked, past, ...others])).toEqual([['g1', ['after-met']]]);
  });

  test('a line says what its finding and its demand are like, each earlier demand once', () => {
    const both = { ...present, demands: [demand('e1', '老旧小区 消防 通道 占用', ['g1'])] };
    const repeats = repeatProblemsOf(both, [past], wordsOf);
    expect(repeats.map(({ problemId }) => problemId)).toEqual(['g1', 'e1']);
    expect(earlierOf(repeats, ['g1', 'e1']).map(({ demandId }) => demandId)).toEqual(['d1']);
    expect(earlierOf(repeats, ['g2', undefined])).toEqual([]);
  });
});
