import { type AssessmentResult, gradeNames } from '../ballot/satisfaction.ts';
import type { CaseState } from '../case-state.ts';
import { type Verdict, verdictNames } from '../handling/demand.ts';
import type { Round } from '../handling/handling-state.ts';
import type { PlainDateText } from '../procedure/case.ts';

/** What everybody may know of a topic's outcome once it is published (监督法 §17): what was decided, by which votes, what is asked. */
export type PublishedResults = { on: PlainDateText; lines: readonly string[]; demands: readonly string[] };

/** The published results of a topic in one body; null before they are published, whatever has been decided. */
export function publishedResultsOf({ deliberation, handling }: CaseState): PublishedResults | null {
  const { opinion, resolution, reportAssessment } = deliberation;
  const on = handling.publishedOn;
  if (on === null || opinion?.state !== 'adopted') return null;
  const votes = opinion.vote === null ? '' : `，${votesText(opinion.vote)}`;
  return {
    on,
    lines: [
      `常委会会议表决通过审议意见，提出${opinion.demands.length}项要求${votes}。`,
      ...(resolution === null ? [] : [`作出决议决定“${resolution.title}”，${votesText(resolution.vote)}。`]),
      ...(reportAssessment === null ? [] : [`对专项工作报告的满意度测评：${assessmentText(reportAssessment)}`]),
      ...handling.rounds.flatMap((round) => handlingTexts(round, handling.rounds.length)),
    ],
    demands: opinion.demands.map(({ text }) => text),
  };
}

type Votes = { yes: readonly string[]; no: readonly string[]; abstain: readonly string[] };

function votesText({ yes, no, abstain }: Votes): string {
  return `赞成${yes.length}票，反对${no.length}票，弃权${abstain.length}票`;
}

const verdictKinds = ['met', 'partly-met', 'not-met'] as const satisfies readonly Verdict['verdict'][];

/** What an assessed and published round came to, demand by demand in sum and by the members' judgement (监督法 §17). */
function handlingTexts({ no, verdicts, assessment, publishedOn }: Round, rounds: number): readonly string[] {
  if (publishedOn === null || assessment === null) return [];
  const counted = verdictKinds
    .map((kind) => [verdictNames[kind], verdicts.filter(({ verdict }) => verdict === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count}项${name}`);
  const which = rounds === 1 ? '' : `第${no}轮`;
  const judged = counted.length === 0 ? [] : [`${which}办理落实情况：${counted.join('，')}。`];
  return [...judged, `对${which}办理落实情况的满意度测评：${assessmentText(assessment)}`];
}

function assessmentText({ count, grade }: Pick<AssessmentResult, 'count' | 'grade'>): string {
  const votes = `满意${count.satisfied}票，基本满意${count.basicallySatisfied}票，不满意${count.unsatisfied}票`;
  return `${votes}${grade === null ? '' : `，结果为“${gradeNames[grade]}”`}。`;
}
