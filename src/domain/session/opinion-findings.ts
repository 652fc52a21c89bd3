import { type Refusal, refuse } from '../refusal.ts';
import type { Finding, LeftOut } from '../research/finding.ts';
import { citableFindings } from '../research/report-findings.ts';
import type { ResearchState } from '../research/research-state.ts';
import type { DeliberationState } from './deliberation-state.ts';

type Resting = { findingIds: readonly string[] };

/** The findings that the opinion has to do with: what the report took up, not what it left out or declined for a reason. */
export function findingsForOpinion(research: ResearchState): readonly Finding[] {
  const gone = new Set([
    ...research.leftOut.map(({ findingId }) => findingId),
    ...research.answers.flatMap(({ findingId, answer }) => (answer === 'declined' ? [findingId] : [])),
  ]);
  return citableFindings(research).filter(({ id }) => !gone.has(id));
}

/** Findings that no demand rests on and that nobody has said anything about: each would end here without a word. */
export function findingsWithoutDemand(
  demands: readonly Resting[],
  withoutDemand: readonly Pick<LeftOut, 'findingId'>[],
  research: ResearchState,
): readonly Finding[] {
  const taken = new Set([
    ...demands.flatMap(({ findingIds }) => findingIds),
    ...withoutDemand.map(({ findingId }) => findingId),
  ]);
  return findingsForOpinion(research).filter(({ id }) => !taken.has(id));
}

/** Said of a finding that it leads to no demand: once, of a known one that no demand rests on, with the reason. */
export function checkWithoutDemand(
  demands: readonly Resting[],
  withoutDemand: readonly LeftOut[],
  research: ResearchState,
): readonly Refusal[] {
  const known = citableFindings(research);
  return withoutDemand.flatMap(({ findingId, reason }, index): Refusal[] => {
    const finding = known.find(({ id }) => id === findingId);
    if (finding === undefined) {
      return [
        refuse(
          'opinion/unknown-finding',
          'S3.7',
          `不提出要求的第${index + 1}项问题没有登记，请核对。`,
          'withoutDemand',
        ),
      ];
    }
    const said = `问题“${finding.title}”`;
    const refusals: Refusal[] = [];
    const at = demands.findIndex(({ findingIds }) => findingIds.includes(findingId));
    if (at >= 0) {
      const text = `${said}已是第${at + 1}项审议要求的依据，不能同时列为不提出要求。`;
      refusals.push(refuse('opinion/demanded-and-not', 'S3.7', text, 'withoutDemand'));
    }
    if (withoutDemand.findIndex((entry) => entry.findingId === findingId) < index) {
      refusals.push(refuse('opinion/without-demand-twice', 'S3.7', `${said}重复列为不提出要求。`, 'withoutDemand'));
    }
    if (reason.trim() === '') {
      refusals.push(
        refuse('opinion/without-demand-reason', 'S3.7', `${said}不提出要求，请说明理由。`, 'withoutDemand'),
      );
    }
    return refusals;
  });
}

/** A demand as it is begun: what it is about is known, what is asked is still to be written. */
export type BegunDemand = { problem: string; findingIds: readonly string[] };

/** The demands that a first draft begins with: the common problems of the special meeting, then problems of the report that these leave open. */
export function demandsToBegin({
  research,
  deliberation,
}: {
  research: ResearchState;
  deliberation: DeliberationState;
}): readonly BegunDemand[] {
  const common = (deliberation.specialMeeting?.commonProblems ?? []).map(({ title, findingIds }) => {
    return { problem: title, findingIds };
  });
  const taken = new Set(common.flatMap(({ findingIds }) => findingIds));
  const wanted = new Set(findingsForOpinion(research).map(({ id }) => id));
  const reported = (research.report?.paragraphs ?? []).flatMap(({ part, text, findingIds }): BegunDemand[] => {
    const left = findingIds.filter((id) => wanted.has(id) && !taken.has(id));
    return part === 'problem' && left.length > 0 ? [{ problem: firstSentence(text), findingIds: left }] : [];
  });
  return [...common, ...reported];
}

function firstSentence(text: string): string {
  return text.split(/(?<=[。；\n])/u)[0]?.trim() ?? text;
}
