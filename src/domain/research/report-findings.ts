import { type Refusal, refuse } from '../refusal.ts';
import type { Finding, FindingAnswer, LeftOut, ReportParagraph } from './finding.ts';
import type { ResearchState } from './research-state.ts';

/** What a report says of findings: which paragraph cites which, and what it leaves out. */
export type ReportCitations = {
  paragraphs: readonly Pick<ReportParagraph, 'findingIds'>[];
  leftOut: readonly LeftOut[];
};

type Known = Pick<ResearchState, 'findings' | 'countyFindings'>;

/** Every finding that a report of this body can cite: its own, then those that the counties have sent. */
export function citableFindings({ findings, countyFindings }: Known): readonly Finding[] {
  return [...findings, ...Object.values(countyFindings).flat()];
}

/** Where each cited finding stands first, by the number of its paragraph. */
export function citedAt(paragraphs: ReportCitations['paragraphs']): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const [index, { findingIds }] of paragraphs.entries()) {
    for (const id of findingIds) if (!at.has(id)) at.set(id, index + 1);
  }
  return at;
}

/** Findings that the report neither cites nor leaves out with a reason: as long as there is one, the report is not complete. */
export function openFindings(citations: ReportCitations, known: Known): readonly Finding[] {
  const cited = citedAt(citations.paragraphs);
  const leftOut = new Set(citations.leftOut.map(({ findingId }) => findingId));
  return citableFindings(known).filter(({ id }) => !cited.has(id) && !leftOut.has(id));
}

/**
 * The city's answer to each finding of the counties follows from its report (S2.10): cited alone it is adopted, cited together with
 * others it is merged with them, left out it is declined for that reason.
 */
export function answersInReport({ paragraphs, leftOut }: ReportCitations, { countyFindings }: Known): FindingAnswer[] {
  const cited = citedAt(paragraphs);
  return Object.values(countyFindings)
    .flat()
    .flatMap(({ id: findingId }): FindingAnswer[] => {
      const paragraphNo = cited.get(findingId);
      if (paragraphNo !== undefined) {
        const isAlone = paragraphs[paragraphNo - 1]?.findingIds.length === 1;
        return [{ findingId, answer: isAlone ? 'adopted' : 'merged', paragraphNo }];
      }
      const left = leftOut.find((entry) => entry.findingId === findingId);
      return left === undefined ? [] : [{ findingId, answer: 'declined', reason: left.reason }];
    });
}

/** Every finding is cited or left out, once, and what is left out has its reason (S2.8, S2.10, SUR-08). */
export function checkReportFindings(citations: ReportCitations, known: Known): readonly Refusal[] {
  return [
    ...checkCited(citations, known),
    ...checkOpen(citations, known),
    ...checkLeftOut(citations, citableFindings(known)),
  ];
}

function checkCited({ paragraphs }: ReportCitations, known: Known): readonly Refusal[] {
  const ids = new Set(citableFindings(known).map(({ id }) => id));
  return paragraphs.flatMap(({ findingIds }, index) => {
    const unknown = findingIds.filter((id) => !ids.has(id));
    if (unknown.length === 0) return [];
    const text = `调研报告第${index + 1}段引用的${unknown.length}项问题没有登记，请先登记发现的问题，或者取消引用。`;
    return [refuse('report/unknown-finding', 'S2.8', text, `paragraphs.${index}.findingIds`)];
  });
}

function checkOpen(citations: ReportCitations, known: Known): readonly Refusal[] {
  const open = openFindings(citations, known);
  const own = open.filter((finding) => known.findings.includes(finding));
  const sent = open.filter((finding) => !known.findings.includes(finding));
  const refusals: Refusal[] = [];
  if (own.length > 0) {
    const text = `本级登记的问题${titlesOf(own)}没有写入报告，请在有关段落引用，或者列为不写入报告并说明理由。`;
    refusals.push(refuse('report/finding-open', 'S2.8', text, 'leftOut'));
  }
  if (sent.length > 0) {
    const text = `县（市、区）报送的问题${titlesOf(sent)}尚未处理，请在有关段落引用，或者列为不采纳并说明理由。`;
    refusals.push(refuse('answers/missing', 'S2.10', text, 'leftOut'));
  }
  return refusals;
}

function checkLeftOut({ paragraphs, leftOut }: ReportCitations, known: readonly Finding[]): readonly Refusal[] {
  const cited = citedAt(paragraphs);
  return leftOut.flatMap(({ findingId, reason }, index): Refusal[] => {
    const finding = known.find(({ id }) => id === findingId);
    if (finding === undefined) {
      const text = `不写入报告的第${index + 1}项问题没有登记，请核对。`;
      return [refuse('report/unknown-left-out', 'S2.8', text, 'leftOut')];
    }
    const said = `问题“${finding.title}”`;
    const refusals: Refusal[] = [];
    if (leftOut.findIndex((entry) => entry.findingId === findingId) < index) {
      refusals.push(refuse('report/left-out-twice', 'S2.8', `${said}重复列为不写入报告。`, 'leftOut'));
    }
    const at = cited.get(findingId);
    if (at !== undefined) {
      const text = `${said}已在第${at}段引用，不能同时列为不写入报告，请取消其中一处。`;
      refusals.push(refuse('report/cited-and-left-out', 'S2.8', text, 'leftOut'));
    }
    if (reason.trim() === '') {
      refusals.push(refuse('report/left-out-without-reason', 'S2.8', `${said}不写入报告，请说明理由。`, 'leftOut'));
    }
    return refusals;
  });
}

function titlesOf(findings: readonly Finding[]): string {
  return findings.map(({ title }) => `“${title}”`).join('、');
}
