import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { CaseState } from '../case-state.ts';
import { type Finding, type FindingAnswer, findingAnswerText } from '../research/finding.ts';
import { citedAt } from '../research/report-findings.ts';
import type { Demand, DemandAnswer, Evidence, Verdict } from './demand.ts';

/** What one round of handling did about a demand. */
export type ProblemRound = {
  no: number;
  answer: DemandAnswer | undefined;
  evidence: readonly Evidence[];
  verdict: Verdict | undefined;
  /** Of the round as a whole: the session assesses the handling, not a single demand (S4.4). */
  assessment: AssessmentResult | null;
};

/**
 * The line of a problem as one tenant sees it: a finding, what the city's report made of it, a demand that rests on it, and what every
 * round did. A finding with two demands is two lines; a demand that rests on no finding is a line without one.
 */
export type ProblemLine = {
  finding: Finding | undefined;
  /** The county that sent the finding; undefined for an own one. */
  fromTenantId: string | undefined;
  /** What the own report made of an own finding; undefined until it is final. */
  inReport: InReport | undefined;
  answer: FindingAnswer | undefined;
  demand: Demand | undefined;
  rounds: readonly ProblemRound[];
  stands: ProblemStanding;
};

/** Where the own report speaks of an own finding, or why it does not (S2.8). */
export type InReport = { paragraphNo: number } | { leftOut: string };

/** How far a line has come, from the first link to the last. */
export const problemStandings = [
  'found',
  'left-out',
  'declined',
  'reported',
  'demanded',
  'disputed',
  'promised',
  'evidenced',
  'not-met',
  'partly-met',
  'met',
] as const;
export type ProblemStanding = (typeof problemStandings)[number];

export const problemStandingNames = {
  found: '已发现',
  'left-out': '未写入报告',
  declined: '未采纳',
  reported: '已写入报告',
  demanded: '已提出要求',
  disputed: '机关有异议',
  promised: '已承诺',
  evidenced: '已提交佐证',
  'not-met': '未落实',
  'partly-met': '部分落实',
  met: '已销号',
} satisfies Record<ProblemStanding, string>;

/** What reports made of a finding, in words: the own one, and to a county what the city's answered (S2.8, S2.10). */
export function problemReportText({ inReport, answer }: Pick<ProblemLine, 'inReport' | 'answer'>): string | undefined {
  if (inReport === undefined) return answer === undefined ? undefined : findingAnswerText(answer);
  const own =
    'leftOut' in inReport ? `未写入报告，理由：${inReport.leftOut}` : `已写入本级报告第${inReport.paragraphNo}段`;
  return answer === undefined ? own : `${own}；市级${findingAnswerText(answer)}`;
}

/** Every line of the case, findings in the order they were recorded and received, then demands that rest on none (idea 5). */
export function problemLinesOf({ research, handling }: CaseState): readonly ProblemLine[] {
  const found = [
    ...research.findings.map((finding) => ({
      finding,
      fromTenantId: undefined,
      inReport: inReportOf(finding.id, research),
    })),
    ...Object.entries(research.countyFindings).flatMap(([fromTenantId, findings]) =>
      findings.map((finding) => ({ finding, fromTenantId, inReport: undefined })),
    ),
  ];
  const known = new Set(found.map(({ finding }) => finding.id));
  const lines = found.flatMap(({ finding, fromTenantId, inReport }) => {
    const answer = research.answers.find(({ findingId }) => findingId === finding.id);
    const demands = handling.demands.filter(({ findingIds }) => findingIds.includes(finding.id));
    const tails = demands.length === 0 ? [undefined] : demands;
    return tails.map((demand) => lineOf({ finding, fromTenantId, inReport, answer, demand }, handling.rounds));
  });
  // An organ has the demands and not the findings behind them.
  const rest = handling.demands.filter(({ findingIds }) => !findingIds.some((id) => known.has(id)));
  const nothing = { finding: undefined, fromTenantId: undefined, inReport: undefined, answer: undefined };
  const bare = rest.map((demand) => lineOf({ ...nothing, demand }, handling.rounds));
  return [...lines, ...bare];
}

function inReportOf(findingId: string, { report, leftOut }: CaseState['research']): InReport | undefined {
  if (report === null) return undefined;
  const left = leftOut.find((entry) => entry.findingId === findingId);
  if (left !== undefined) return { leftOut: left.reason };
  const paragraphNo = citedAt(report.paragraphs).get(findingId);
  return paragraphNo === undefined ? undefined : { paragraphNo };
}

type Head = Omit<ProblemLine, 'rounds' | 'stands'>;

function lineOf(head: Head, rounds: CaseState['handling']['rounds']): ProblemLine {
  const { demand } = head;
  const told = demand === undefined ? [] : rounds.map((round) => roundOf(round, demand.id));
  const shown = told.filter(
    (round) => round.answer !== undefined || round.evidence.length > 0 || round.verdict !== undefined,
  );
  return { ...head, rounds: shown, stands: standingOf(head, isTakenUpAgain(demand, rounds) ? [] : shown) };
}

/** A demand that was met and that a later round is about all the same: nothing has been said of it in that round yet. */
function isTakenUpAgain(demand: Demand | undefined, rounds: CaseState['handling']['rounds']): boolean {
  const last = rounds.at(-1);
  if (demand === undefined || last === undefined || !(last.demandIds ?? []).includes(demand.id)) return false;
  const isSilent = [...last.answers, ...last.evidence, ...last.verdicts].every(
    ({ demandId }) => demandId !== demand.id,
  );
  return isSilent && lastVerdict(demand.id, rounds)?.verdict === 'met';
}

function lastVerdict(demandId: string, rounds: CaseState['handling']['rounds']): Verdict | undefined {
  return rounds.flatMap(({ verdicts }) => verdicts).findLast((verdict) => verdict.demandId === demandId);
}

function roundOf(round: CaseState['handling']['rounds'][number], demandId: string): ProblemRound {
  return {
    no: round.no,
    answer: round.answers.find((answer) => answer.demandId === demandId),
    evidence: round.evidence.filter((entry) => entry.demandId === demandId),
    verdict: round.verdicts.find((verdict) => verdict.demandId === demandId),
    assessment: round.assessment,
  };
}

/** The newest link decides: a promise of the second round says more than the verdict of the first. */
function standingOf({ inReport, answer, demand }: Head, rounds: readonly ProblemRound[]): ProblemStanding {
  const last = rounds.at(-1);
  if (last?.verdict !== undefined) return last.verdict.verdict;
  if (last !== undefined && last.evidence.length > 0) return 'evidenced';
  if (last?.answer !== undefined) return last.answer.stance === 'disputed' ? 'disputed' : 'promised';
  if (demand !== undefined) return 'demanded';
  if (answer !== undefined) return answer.answer === 'declined' ? 'declined' : 'reported';
  if (inReport === undefined) return 'found';
  return 'leftOut' in inReport ? 'left-out' : 'reported';
}
