import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { CaseState } from '../case-state.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { type Finding, type FindingAnswer, findingAnswerText } from '../research/finding.ts';
import { citedAt } from '../research/report-findings.ts';
import type { Demand, DemandAnswer, Evidence, Verdict } from './demand.ts';
import type { FindingOutcome } from './finding-outcome.ts';

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
  /** What the city's report made of it; of an own finding only a county has one. */
  answer: FindingAnswer | undefined;
  /** County: what the city tells of its handling. The own handling is another branch of the line (监督法 §6). */
  outcome: FindingOutcome | undefined;
  demand: Demand | undefined;
  /** Why the own opinion asks for nothing (S3.7), or why what it asked for is not asked any more; undefined where it does. */
  notAsked: string | undefined;
  rounds: readonly ProblemRound[];
  stands: ProblemStanding;
  /** What was promised by when, else when the round is due; undefined once nothing is owed. */
  due: PlainDateText | undefined;
};

/** Where the own report speaks of an own finding, or why it does not (S2.8). */
export type InReport = { paragraphNo: number } | { leftOut: string };

/** How far a line has come, from the first link to the last. */
export const problemStandings = [
  'found',
  'left-out',
  'declined',
  'reported',
  'not-demanded',
  'demanded',
  'disputed',
  'promised',
  'evidenced',
  'not-met',
  'partly-met',
  'met',
  'withdrawn',
] as const;
export type ProblemStanding = (typeof problemStandings)[number];

export const problemStandingNames = {
  found: '已发现',
  'left-out': '未写入报告',
  declined: '未采纳',
  reported: '已写入报告',
  'not-demanded': '未提出要求',
  demanded: '已提出要求',
  disputed: '机关有异议',
  promised: '已承诺',
  evidenced: '已提交佐证',
  'not-met': '未落实',
  'partly-met': '部分落实',
  met: '已销号',
  withdrawn: '不再要求',
} satisfies Record<ProblemStanding, string>;

/** What reports made of a finding, in words: the own one, and to a county what the city's answered (S2.8, S2.10). */
export function problemReportText({ inReport, answer }: Pick<ProblemLine, 'inReport' | 'answer'>): string | undefined {
  if (inReport === undefined) return answer === undefined ? undefined : findingAnswerText(answer);
  const own =
    'leftOut' in inReport ? `未写入报告，理由：${inReport.leftOut}` : `已写入本级报告第${inReport.paragraphNo}段`;
  return answer === undefined ? own : `${own}；市级${findingAnswerText(answer)}`;
}

/** Every line of the case, findings in the order they were recorded and received, then demands that rest on none (idea 5). */
export function problemLinesOf(state: CaseState): readonly ProblemLine[] {
  const { research, handling } = state;
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
    const outcome = research.outcomes.find(({ findingId }) => findingId === finding.id);
    const demands = handling.demands.filter(({ findingIds }) => findingIds.includes(finding.id));
    const tails = demands.length === 0 ? [undefined] : demands;
    return tails.map((demand) => lineOf({ finding, fromTenantId, inReport, answer, outcome, demand }, state));
  });
  // An organ has the demands and not the findings behind them.
  const rest = handling.demands.filter(({ findingIds }) => !findingIds.some((id) => known.has(id)));
  const nothing = {
    finding: undefined,
    fromTenantId: undefined,
    inReport: undefined,
    answer: undefined,
    outcome: undefined,
  };
  const bare = rest.map((demand) => lineOf({ ...nothing, demand }, state));
  return [...lines, ...bare];
}

function inReportOf(findingId: string, { report, leftOut }: CaseState['research']): InReport | undefined {
  if (report === null) return undefined;
  const left = leftOut.find((entry) => entry.findingId === findingId);
  if (left !== undefined) return { leftOut: left.reason };
  const paragraphNo = citedAt(report.paragraphs).get(findingId);
  return paragraphNo === undefined ? undefined : { paragraphNo };
}

type Head = Omit<ProblemLine, 'notAsked' | 'rounds' | 'stands' | 'due'>;

function lineOf(head: Head, { handling, deliberation }: CaseState): ProblemLine {
  const { demand, finding } = head;
  const { rounds, handedOverOn } = handling;
  const told = demand === undefined ? [] : rounds.map((round) => roundOf(round, demand.id));
  const shown = told.filter(
    (round) => round.answer !== undefined || round.evidence.length > 0 || round.verdict !== undefined,
  );
  if (demand === undefined) {
    // What a draft of the opinion says is not said yet.
    const said = handedOverOn === null ? undefined : deliberation.opinion?.withoutDemand;
    const notAsked = said?.find(({ findingId }) => findingId === finding?.id)?.reason;
    return { ...head, notAsked, rounds: shown, stands: standingOf(head, [], handedOverOn), due: undefined };
  }
  const gone = handling.withdrawn.find(({ demandId }) => demandId === demand.id);
  if (gone !== undefined) return { ...head, notAsked: gone.reason, rounds: shown, stands: 'withdrawn', due: undefined };
  const stands = standingOf(head, isTakenUpAgain(demand, rounds) ? [] : shown, handedOverOn);
  const due = stands === 'met' ? undefined : dueOf(demand.id, rounds);
  return { ...head, notAsked: undefined, rounds: shown, stands, due };
}

/** Of the last round that is about the demand. */
function dueOf(demandId: string, rounds: CaseState['handling']['rounds']): PlainDateText | undefined {
  const last = rounds.findLast(({ demandIds }) => demandIds === null || demandIds.includes(demandId));
  const answer = last?.answers.find((entry) => entry.demandId === demandId);
  return answer?.stance === 'accepted' ? answer.due : (last?.due ?? undefined);
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
function standingOf(head: Head, rounds: readonly ProblemRound[], handedOverOn: string | null): ProblemStanding {
  const { fromTenantId, inReport, answer, demand } = head;
  const last = rounds.at(-1);
  if (last?.verdict !== undefined) return last.verdict.verdict;
  if (last !== undefined && last.evidence.length > 0) return 'evidenced';
  if (last?.answer !== undefined) return last.answer.stance === 'disputed' ? 'disputed' : 'promised';
  if (demand !== undefined) return 'demanded';
  // What the city makes of a county's finding is another branch: at home its own report and opinion decide.
  const heard = fromTenantId === undefined ? undefined : answer;
  if (heard?.answer === 'declined') return 'declined';
  if (inReport !== undefined && 'leftOut' in inReport) return 'left-out';
  if (handedOverOn !== null) return 'not-demanded';
  return heard === undefined && inReport === undefined ? 'found' : 'reported';
}

/** One demand with the findings it rests on: the line read from its other end. */
export type DemandLine = { demand: Demand; findings: readonly ProblemLine[]; line: ProblemLine };

/** The lines grouped by demand, in the order of the opinion. */
export function demandLinesOf(state: CaseState, lines = problemLinesOf(state)): readonly DemandLine[] {
  return state.handling.demands.flatMap((demand) => {
    const own = lines.filter((line) => line.demand?.id === demand.id);
    const [line] = own;
    if (line === undefined) return [];
    return [{ demand, line, findings: own.filter(({ finding }) => finding !== undefined) }];
  });
}
