import { describe, expect, test } from 'vitest';
import { type CaseState, emptyCaseState } from '../case-state.ts';
import type { Finding } from '../research/finding.ts';
import type { Demand } from './demand.ts';
import { emptyRound } from './handling-state.ts';
import { demandLinesOf, problemLinesOf, problemReportText } from './problem-line.ts';

const finding = (id: string): Finding => ({
  id,
  title: `问题${id}`,
  description: '情况',
  place: { kind: 'county', tenantId: 'county-1' },
  severity: 'general',
});
const demand = (id: string, findingIds: readonly string[]): Demand => ({
  id,
  no: 1,
  problem: '问题',
  text: '要求',
  organId: 'organ',
  findingIds,
});

function stateWith(research: Partial<CaseState['research']>, handling: Partial<CaseState['handling']> = {}): CaseState {
  return {
    ...emptyCaseState,
    research: { ...emptyCaseState.research, ...research },
    handling: { ...emptyCaseState.handling, ...handling },
  };
}

const promise = { demandId: 'd', stance: 'accepted', measure: '整治120处', owner: '局长', due: '2026-12-01' } as const;
const evidence = { demandId: 'd', text: '清单', on: '2026-11-20', attachments: [] };
const standings = (state: CaseState) => problemLinesOf(state).map(({ stands }) => stands);

describe('the line of a problem', () => {
  test('S2.10 a county’s finding is a line with its sender; declined, it ends with its reason', () => {
    const answers = [{ findingId: 'f2', answer: 'declined', reason: '已完工' } as const];
    const state = stateWith({ findings: [finding('f1')], countyFindings: { 'county-1': [finding('f2')] }, answers });
    expect(
      problemLinesOf(state).map(({ finding, fromTenantId, stands }) => [finding?.id, fromTenantId, stands]),
    ).toEqual([
      ['f1', undefined, 'found'],
      ['f2', 'county-1', 'declined'],
    ]);
  });

  test('S2.8 an own finding is in the report by its paragraph, or is left out and says why', () => {
    const paragraph = { no: 1, part: 'problem', text: '段', findingIds: ['f1'] } as const;
    const report = { title: '报告', paragraphs: [paragraph], attachments: [] };
    const findings = [finding('f1'), finding('f2')];
    const state = stateWith({ findings, report, leftOut: [{ findingId: 'f2', reason: '已完工' }] });
    expect(standings(state)).toEqual(['reported', 'left-out']);
    expect(problemLinesOf(state).map(problemReportText)).toEqual(['已写入本级报告第1段', '未写入报告，理由：已完工']);
    const answers = [{ findingId: 'f1', answer: 'declined', reason: '不属范围' } as const];
    const answered = problemLinesOf(stateWith({ findings, report, answers }));
    expect(answered.map(({ stands }) => stands)).toEqual(['reported', 'found']);
    expect(answered.map(problemReportText)).toEqual(['已写入本级报告第1段；市级未采纳，理由：不属范围', undefined]);
  });

  test('S3.7 once the results are handed over, a finding that no demand rests on says so', () => {
    const handling = { demands: [demand('d', ['f1'])], handedOverOn: '2026-11-01' };
    const state = stateWith({ findings: [finding('f1'), finding('f2')] }, handling);
    expect(standings(state)).toEqual(['demanded', 'not-demanded']);
  });

  test('S3.7 the reason why the opinion asks for nothing stands with the line once the opinion is out', () => {
    const opinion = {
      ...{
        version: 1,
        assessment: '',
        problems: [],
        demands: [],
        countyResultsAbsorbed: [],
        returned: null,
        vote: null,
      },
      state: 'adopted',
      withoutDemand: [{ findingId: 'f1', reason: '个性问题' }],
    } as const;
    const findings = [finding('f1')];
    const deliberation = { ...emptyCaseState.deliberation, opinion };
    const said = (handedOverOn: string | null) => {
      const state = stateWith({ findings }, { handedOverOn });
      return problemLinesOf({ ...state, deliberation })[0]?.notAsked;
    };
    expect(said('2026-11-01')).toBe('个性问题');
    expect(said(null)).toBeUndefined();
  });

  test('S4.2 a demand that was taken back says so with its reason, and nothing is due', () => {
    const withdrawn = [{ demandId: 'd', reason: '不属其职责', on: '2026-11-20' }];
    const rounds = [{ ...emptyRound(1, null), answers: [promise] }];
    const [line] = problemLinesOf(stateWith({}, { demands: [demand('d', [])], withdrawn, rounds }));
    expect(line).toMatchObject({ stands: 'withdrawn', notAsked: '不属其职责', due: undefined });
  });

  test('what is due is the promise’s day, else the round’s, of the last round that is about the demand; nothing once it is met', () => {
    const dueOf = (rounds: CaseState['handling']['rounds']) =>
      problemLinesOf(stateWith({}, { demands: [demand('d', [])], rounds }))[0]?.due;
    const first = { ...emptyRound(1, '2026-12-31'), answers: [promise] };
    expect(dueOf([emptyRound(1, '2026-12-31')])).toBe('2026-12-31');
    expect(dueOf([first])).toBe('2026-12-01');
    expect(dueOf([first, emptyRound(2, '2027-03-01', ['d'])])).toBe('2027-03-01');
    expect(dueOf([first, emptyRound(2, '2027-03-01', ['other'])])).toBe('2026-12-01');
    const met = { ...first, verdicts: [{ demandId: 'd', verdict: 'met', reason: '' } as const] };
    expect(dueOf([met])).toBeUndefined();
    expect(problemLinesOf(stateWith({ findings: [finding('f1')] }))[0]?.due).toBeUndefined();
  });

  test('read from its other end, a demand has the findings it rests on', () => {
    const demands = [demand('d', ['f1', 'f2']), demand('g', [])];
    const state = stateWith(
      { findings: [finding('f1')], countyFindings: { 'county-1': [finding('f2')] } },
      { demands },
    );
    expect(
      demandLinesOf(state).map(({ demand: { id }, findings }) => [id, findings.map((line) => line.finding?.id)]),
    ).toEqual([
      ['d', ['f1', 'f2']],
      ['g', []],
    ]);
  });

  test('S3.7 a finding that two demands rest on is two lines; a demand without a finding is one of its own', () => {
    const demands = [demand('d', ['f1']), demand('e', ['f1']), demand('g', [])];
    const lines = problemLinesOf(stateWith({ findings: [finding('f1')] }, { demands }));
    expect(lines.map((line) => [line.finding?.id, line.demand?.id])).toEqual([
      ['f1', 'd'],
      ['f1', 'e'],
      [undefined, 'g'],
    ]);
  });

  test('S4.3 an organ, which knows no findings, has a line for each of its demands', () => {
    expect(standings(stateWith({}, { demands: [demand('d', ['f1'])] }))).toEqual(['demanded']);
  });

  test('S4.2–S4.5 the newest link decides how far it has come, over the rounds', () => {
    const demands = [demand('d', [])];
    const first = { ...emptyRound(1, null), answers: [promise] };
    expect(standings(stateWith({}, { demands, rounds: [first] }))).toEqual(['promised']);
    const shown = { ...first, evidence: [evidence] };
    expect(standings(stateWith({}, { demands, rounds: [shown] }))).toEqual(['evidenced']);
    const judged = { ...shown, verdicts: [{ demandId: 'd', verdict: 'not-met', reason: '不足' } as const] };
    expect(standings(stateWith({}, { demands, rounds: [judged] }))).toEqual(['not-met']);
    const second = {
      ...emptyRound(2, null),
      answers: [{ demandId: 'd', stance: 'disputed', reason: '事权' } as const],
    };
    const both = problemLinesOf(stateWith({}, { demands, rounds: [judged, second] }));
    expect(both.map(({ stands, rounds }) => [stands, rounds.map(({ no }) => no)])).toEqual([['disputed', [1, 2]]]);
    // Met, and taken up again because the session was not satisfied: nothing has been said of it yet.
    const met = { ...judged, verdicts: [{ demandId: 'd', verdict: 'met', reason: '' } as const] };
    expect(standings(stateWith({}, { demands, rounds: [met] }))).toEqual(['met']);
    expect(standings(stateWith({}, { demands, rounds: [met, emptyRound(2, null, ['d'])] }))).toEqual(['demanded']);
    // A round that has only been opened says nothing yet.
    expect(standings(stateWith({}, { demands, rounds: [judged, emptyRound(2, null)] }))).toEqual(['not-met']);
  });
});
