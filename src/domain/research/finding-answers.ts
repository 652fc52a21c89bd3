import type { Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Finding, FindingAnswer, ReportParagraph } from './finding.ts';
import type { ResearchState } from './research-state.ts';

/** Findings of the counties that the city has received and not answered yet (S2.10). */
export function unansweredFindings({ countyFindings, answers }: ResearchState): readonly Finding[] {
  const answered = new Set(answers.map((answer) => answer.findingId));
  return Object.values(countyFindings)
    .flat()
    .filter((finding) => !answered.has(finding.id));
}

type Answering = {
  answers: readonly FindingAnswer[];
  asked: readonly Finding[];
  paragraphs: readonly ReportParagraph[];
};

/**
 * Findings that arrive when the report stands: each is answered exactly once, taken up where the report already speaks of it or declined
 * with a reason (S2.10, SUR-08).
 */
export function checkFindingAnswers(answering: Answering): readonly Refusal[] {
  return [...checkOneEach(answering), ...answering.answers.flatMap((answer) => checkAnswer(answer, answering))];
}

function checkOneEach({ answers, asked }: Answering): readonly Refusal[] {
  const ids = answers.map((answer) => answer.findingId);
  const missing = asked.filter((finding) => !ids.includes(finding.id));
  const twice = asked.filter((finding) => ids.filter((id) => id === finding.id).length > 1);
  const unknown = ids.filter((id) => !asked.some((finding) => finding.id === id));
  const refusals: Refusal[] = [];
  if (missing.length > 0) {
    const text = `县（市、区）报送的问题${titlesOf(missing)}尚未处理，须逐项采纳、合并或者不采纳并说明理由。`;
    refusals.push(refuse('answers/missing', 'S2.10', text, 'answers'));
  }
  if (twice.length > 0) {
    refusals.push(refuse('answers/twice', 'S2.10', `问题${titlesOf(twice)}重复处理，每项只处理一次。`, 'answers'));
  }
  if (unknown.length > 0) {
    const text = `问题${unknown.join('、')}不在待处理的县（市、区）报送问题之中，请核对。`;
    refusals.push(refuse('answers/unknown', 'S2.10', text, 'answers'));
  }
  return refusals;
}

function checkAnswer(answer: FindingAnswer, { asked, paragraphs }: Answering): readonly Refusal[] {
  const finding = asked.find((candidate) => candidate.id === answer.findingId);
  if (finding === undefined) return [];
  if (answer.answer === 'declined') {
    if (answer.reason.trim() !== '') return [];
    return [refuse('answers/no-reason', 'S2.10', `问题“${finding.title}”不予采纳，请说明理由。`, 'answers')];
  }
  const paragraph = paragraphs.find((candidate) => candidate.no === answer.paragraphNo);
  if (paragraph !== undefined) return [];
  const text = `问题“${finding.title}”采纳于第${answer.paragraphNo}段，但调研报告没有该段。`;
  return [refuse('answers/no-paragraph', 'S2.10', text, 'answers')];
}

function titlesOf(findings: readonly Finding[]): string {
  return findings.map((finding) => `“${finding.title}”`).join('、');
}

type AnswersOfOneCounty = {
  countyId: string;
  answers: readonly FindingAnswer[];
  paragraphs: readonly ReportParagraph[];
};

/** Each county gets the answers to its own findings, the paragraphs that took them up, and no other county's ids. */
export function answersByCounty(
  answers: readonly FindingAnswer[],
  paragraphs: readonly ReportParagraph[],
  { state }: Facts,
): readonly AnswersOfOneCounty[] {
  return Object.entries(state.research.countyFindings).flatMap(([countyId, findings]) => {
    const own = new Set(findings.map((finding) => finding.id));
    const theirs = answers.filter((answer) => own.has(answer.findingId));
    if (theirs.length === 0) return [];
    const cited = new Set(theirs.flatMap((answer) => (answer.answer === 'declined' ? [] : [answer.paragraphNo])));
    const shown = paragraphs
      .filter((paragraph) => cited.has(paragraph.no))
      .map((paragraph) => ({ ...paragraph, findingIds: paragraph.findingIds.filter((id) => own.has(id)) }));
    return [{ countyId, answers: theirs, paragraphs: shown }];
  });
}
