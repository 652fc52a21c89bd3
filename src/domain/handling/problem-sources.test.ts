import { describe, expect, test } from 'vitest';
import { type CaseState, emptyCaseState } from '../case-state.ts';
import type { Finding } from '../research/finding.ts';
import { emptyRound } from './handling-state.ts';
import { problemLinesOf } from './problem-line.ts';
import { isMadeBy, lineSources, problemIdsIn, type RecordedAct } from './problem-sources.ts';

const finding = (id: string): Finding => ({
  id,
  title: '问题',
  description: '情况',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'general',
});
const own = 'f-000000000001-3';
const theirs = 'f-000000000002-8';
const demandId = 'd-000000000001-9-2';
const demand = { id: demandId, no: 2, problem: '问题', text: '要求', organId: 'organ', findingIds: [own] };
const promise = { demandId, stance: 'accepted', measure: '整治120处', owner: '局长', due: '2026-12-01' } as const;
const evidence = { demandId, text: '清单', on: '2026-11-20', attachments: [{ digest: 'a', name: '清单', size: 1 }] };
const notMet = { demandId, verdict: 'not-met', reason: '不足' } as const;
const met = { demandId, verdict: 'met', reason: '' } as const;

const act = (seq: number, kind: string, payload: object): RecordedAct => ({ seq, kind, payload });
const receipt = (seq: number, kind: string, content: object): RecordedAct =>
  act(seq, `receive-package/${kind}`, { packageId: `package-${seq}`, content });
const at = (seq: number, row?: string) => ({ in: 'act', seq, row });
const packageAt = (seq: number) => ({ in: 'package', packageId: `package-${seq}` });

const state: CaseState = {
  ...emptyCaseState,
  research: { ...emptyCaseState.research, findings: [finding(own)], countyFindings: { county: [finding(theirs)] } },
  handling: {
    ...emptyCaseState.handling,
    demands: [demand],
    rounds: [
      { ...emptyRound(1, null), answers: [promise], evidence: [evidence], verdicts: [notMet] },
      { ...emptyRound(2, '2027-03-01', [demandId]), answers: [promise], verdicts: [met] },
    ],
  },
};
const linesOf = (acts: readonly RecordedAct[]) => problemLinesOf(state).map((line) => lineSources(line, acts));

describe('a line leads to where each link was written', () => {
  test('a body’s own finding, paragraph, demand and verdicts are rows of its acts; what it was sent are packages', () => {
    const acts = [
      act(3, 'record-finding', { title: '问题' }),
      receipt(4, 'research-report', { findings: [{ id: theirs }] }),
      act(6, 'finalise-research-report', {
        paragraphs: [{ findingIds: [] }, { findingIds: [own] }],
        leftOut: [{ findingId: theirs, reason: '已完工' }],
      }),
      act(9, 'compile-opinion', { demands: [{}, {}], withoutDemand: [{ findingId: theirs, reason: '个性问题' }] }),
      receipt(12, 'demand-answers', { round: 1, answers: [promise] }),
      receipt(13, 'evidence', { round: 1, evidence: [evidence] }),
      act(14, 'give-verdicts', { verdicts: [notMet] }),
      receipt(16, 'demand-answers', { round: 2, answers: [promise] }),
      act(17, 'give-verdicts', { verdicts: [met] }),
    ];
    const [line, sent] = linesOf(acts);
    expect(line).toMatchObject({ finding: at(3), report: at(6, 'paragraphs/2'), demand: at(9, 'demands/2') });
    expect(line?.answer).toBeUndefined();
    expect(line?.rounds.map(({ answer, verdict }) => [answer, verdict])).toEqual([
      [packageAt(12), at(14, 'verdicts/1')],
      [packageAt(16), at(17, 'verdicts/1')],
    ]);
    expect(line?.rounds[0]?.evidence(evidence)).toEqual(packageAt(13));
    expect(sent).toMatchObject({
      finding: packageAt(4),
      report: at(6, 'leftOut/1'),
      notAsked: at(9, 'withoutDemand/1'),
    });
  });

  test('a county’s finding leads to what the city answered and told of it; a late one to the answer given to it', () => {
    const acts = [
      receipt(5, 'finding-answers', { answers: [{ findingId: own }] }),
      receipt(7, 'finding-outcomes', { outcomes: [{ findingId: own }] }),
      receipt(8, 'finding-outcomes', { outcomes: [{ findingId: own }] }),
      act(11, 'answer-late-findings', { answers: [{ findingId: 'x' }, { findingId: theirs }] }),
    ];
    const [line, sent] = linesOf(acts);
    expect(line).toMatchObject({ answer: packageAt(5), outcome: packageAt(8) });
    expect(sent?.report).toEqual(at(11, 'answers/2'));
  });

  test('an organ’s promise and evidence are its own acts, demand, verdict and assessment came in packages', () => {
    const assessment = { grade: 'satisfied' } as never;
    const told = state.handling.rounds.map((round) => ({ ...round, assessment }));
    const acts = [
      receipt(1, 'demands', { demands: [demand] }),
      act(2, 'answer-demands', { answers: [promise] }),
      act(3, 'submit-evidence', { evidence: [{ ...evidence, text: '别的' }, evidence] }),
      receipt(4, 'verdicts', { round: 1, verdicts: [notMet] }),
      receipt(5, 'handling-result', { round: 1 }),
    ];
    const bare = { ...state, research: emptyCaseState.research, handling: { ...state.handling, rounds: told } };
    const [line] = problemLinesOf(bare).map((one) => lineSources(one, acts));
    expect(line).toMatchObject({ finding: undefined, demand: packageAt(1) });
    const [round] = line?.rounds ?? [];
    expect(round).toMatchObject({ answer: at(2, 'answers/1'), verdict: packageAt(4), assessment: packageAt(5) });
    expect(round?.evidence(evidence)).toEqual(at(3, 'evidence/2'));
  });

  test('what the tenant does not hold leads nowhere', () => {
    const [line] = linesOf([]);
    expect(line).toMatchObject({ finding: undefined, report: undefined, demand: undefined });
    expect(line?.rounds.map(({ answer, verdict }) => [answer, verdict])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

test('the way back: an act or a package names the findings and demands it speaks of, and those it made', () => {
  expect(problemIdsIn({ paragraphs: [{ text: '段', findingIds: ['a', 'b'] }], leftOut: [{ findingId: 'c' }] })).toEqual(
    [...['a', 'b', 'c']],
  );
  expect(problemIdsIn({ demands: [{ id: 'd', findingIds: ['a'] }], verdicts: [{ demandId: 'e' }] })).toEqual([
    ...['d', 'a', 'e'],
  ]);
  expect(problemIdsIn({ note: '', on: null })).toEqual([]);
  expect([isMadeBy(demandId, 9), isMadeBy(own, 3), isMadeBy(own, 9)]).toEqual([true, true, false]);
});
