import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { dayText, withDayTexts } from '../../domain/calendar/day-text.ts';
import {
  type DemandAnswer,
  demandAnswerText,
  type Evidence,
  type Verdict,
  verdictText,
} from '../../domain/handling/demand.ts';
import {
  type EarlierProblem,
  earlierOf,
  earlierProblemText,
  type RepeatProblem,
} from '../../domain/handling/earlier-problem.ts';
import type { FindingRow } from '../../domain/handling/finding-rows.ts';
import {
  type ProblemLine,
  type ProblemRound,
  problemReportText,
  problemStandingNames,
} from '../../domain/handling/problem-line.ts';
import { type PromiseRow, promiseStandingNames } from '../../domain/handling/promises.ts';
import { type LaterProblem, laterProblemText, type StoodAgain } from '../../domain/handling/stood-again.ts';
import { stillUnmetText } from '../../domain/handling/unmet-before.ts';
import { type OrganisationFacts, tenantNameOf } from '../../domain/organisation/facts.ts';
import { type Finding, severityNames } from '../../domain/research/finding.ts';
import type { TableColumn } from '../http/table-file.ts';

export const findingColumns: readonly TableColumn<FindingRow>[] = [
  { title: '发现问题', width: 36, value: ({ finding }) => finding.title },
  { title: '具体情况', width: 60, value: ({ finding }) => finding.description },
  { title: '来源', width: 16, value: ({ source }) => source },
  {
    title: '来自延伸调研',
    width: 30,
    value: ({ finding: { source } }) => (source === undefined ? null : withDayTexts(source.text)),
  },
  { title: '地点', width: 24, value: ({ place }) => place },
  { title: '程度', width: 8, value: ({ finding }) => severityNames[finding.severity] },
  { title: '目前', width: 14, value: ({ stands }) => problemStandingNames[stands] },
  { title: '调研报告', width: 40, value: ({ report }) => report ?? null },
  { title: '更正', width: 40, value: ({ corrected }) => corrected ?? null },
];

/** A demand as it stands in the round under way, with the name of the organ it is put to. */
export type NamedPromise = PromiseRow & { organ: string };

export const promiseColumns: readonly TableColumn<NamedPromise>[] = [
  { title: '审议要求', width: 10, kind: 'number', value: ({ demand }) => demand.no },
  { title: '问题', width: 36, value: ({ demand }) => demand.problem },
  { title: '要求的内容', width: 50, value: ({ demand }) => demand.text },
  {
    title: '目前',
    width: 14,
    value: ({ standing, settledIn }) =>
      settledIn === undefined ? promiseStandingNames[standing] : `第${settledIn}轮已销号`,
  },
  { title: '承诺的时限', width: 12, kind: 'date', value: ({ due }) => due ?? null },
  { title: '办理机关', width: 24, value: ({ organ }) => organ },
  { title: '整改承诺', width: 50, value: ({ answer }) => answerText(answer) },
  { title: '佐证', width: 50, value: ({ evidence }) => evidenceText(evidence) },
  { title: '评价', width: 30, value: ({ verdict }) => judgedText(verdict) },
];

export type ProblemRow = {
  line: ProblemLine;
  from: string;
  organ: string;
  /** Undefined where nothing has been said of the demand in any round. */
  round: ProblemRound | undefined;
  earlier: readonly EarlierProblem[];
  later: readonly LaterProblem[];
};

/** The lines of the problems as rows, one for each round that says something of the demand. */
export function problemRowsOf(
  lines: readonly ProblemLine[],
  organisation: OrganisationFacts,
  { repeats, stoodAgain }: { repeats: readonly RepeatProblem[]; stoodAgain: readonly StoodAgain[] },
): ProblemRow[] {
  return lines.flatMap((line): ProblemRow[] => {
    const { finding, fromTenantId, demand, rounds } = line;
    const told = {
      line,
      from: sourceOf(finding, fromTenantId, organisation),
      organ: demand === undefined ? '' : tenantNameOf(organisation, demand.organId),
      earlier: earlierOf(repeats, [finding?.id, demand?.id]),
      later: stoodAgain.find(({ demandId }) => demandId === demand?.id)?.later ?? [],
    };
    return rounds.length === 0 ? [{ ...told, round: undefined }] : rounds.map((round) => ({ ...told, round }));
  });
}

function sourceOf(finding: Finding | undefined, from: string | undefined, organisation: OrganisationFacts): string {
  if (finding === undefined) return '';
  return from === undefined ? '本级' : tenantNameOf(organisation, from);
}

export const problemColumns: readonly TableColumn<ProblemRow>[] = [
  { title: '发现问题', width: 30, value: ({ line }) => line.finding?.title ?? null },
  { title: '来源', width: 24, value: ({ from }) => from },
  {
    title: '程度',
    width: 8,
    value: ({ line: { finding } }) => (finding === undefined ? null : severityNames[finding.severity]),
  },
  { title: '具体情况', width: 50, value: ({ line }) => line.finding?.description ?? null },
  { title: '目前', width: 14, value: ({ line }) => stillUnmetText(line.rounds) ?? problemStandingNames[line.stands] },
  { title: '再次出现', width: 40, value: ({ earlier }) => earlier.map(earlierProblemText).join('\n') || null },
  {
    title: '此后再次出现',
    width: 40,
    value: ({ later }) => later.map(laterProblemText).join('\n') || null,
  },
  { title: '调研报告', width: 30, value: ({ line }) => problemReportText(line) ?? null },
  { title: '审议要求', width: 8, kind: 'number', value: ({ line }) => line.demand?.no ?? null },
  { title: '要求的内容', width: 50, value: ({ line }) => line.demand?.text ?? null },
  { title: '不提出、不再要求的理由', width: 30, value: notAskedOf },
  { title: '责任机关', width: 24, value: ({ organ }) => organ },
  { title: '期限', width: 12, kind: 'date', value: ({ line }) => line.due ?? null },
  { title: '轮次', width: 6, kind: 'number', value: ({ round }) => round?.no ?? null },
  { title: '整改承诺', width: 50, value: ({ round }) => answerText(round?.answer) },
  { title: '佐证', width: 40, value: ({ round }) => evidenceText(round?.evidence ?? []) },
  { title: '评价', width: 24, value: ({ round }) => judgedText(round?.verdict) },
  { title: '满意度测评', width: 12, value: assessmentOf },
];

/** The own opinion's, or for a county's finding what the city told it. */
function notAskedOf({ line: { notAsked, outcome } }: ProblemRow): string | null {
  const told = outcome === undefined || outcome.demands.length > 0 ? null : outcome.reason;
  return [notAsked, told === null ? undefined : `市级：${told}`].filter((one) => one !== undefined).join('\n') || null;
}

function answerText(answer: DemandAnswer | undefined): string | null {
  return answer === undefined ? null : demandAnswerText(answer);
}

function judgedText(verdict: Verdict | undefined): string | null {
  return verdict === undefined ? null : verdictText(verdict);
}

function evidenceText(evidence: readonly Evidence[]): string | null {
  const shown = evidence.map(({ on, text, attachments }) => {
    const files = attachments.map(({ name }) => name).join('、');
    return `${dayText(on)}：${text}${files === '' ? '' : `（${files}）`}`;
  });
  return shown.join('\n') || null;
}

function assessmentOf({ round }: ProblemRow): string | null {
  const assessment = round?.assessment ?? null;
  if (assessment === null) return null;
  return assessment.grade === null ? '只公布票数' : gradeNames[assessment.grade];
}
