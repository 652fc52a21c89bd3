import type { PackageContents, PackageKind } from '../package/contents.ts';
import {
  demandsPaper,
  resultsPaper,
  supervisionResultsPaper,
  workReportDraftPaper,
  workReportPaper,
} from './deliberation-papers.ts';
import {
  demandAnswersPaper,
  disputeDecisionsPaper,
  evidencePaper,
  followUpPaper,
  handlingCommentPaper,
  handlingDraftPaper,
  handlingReportPaper,
  handlingResultPaper,
  interpellationAnswerPaper,
  nextStepPaper,
  secondAnswerPaper,
  verdictsPaper,
} from './handling-papers.ts';
import type { Paper, PaperSource } from './paper.ts';
import {
  collectedOpinionsPaper,
  findingAnswersPaper,
  findingOutcomesPaper,
  planCommentPaper,
  planDraftPaper,
  planPaper,
  researchReportPaper,
  visitNoticePaper,
} from './research-papers.ts';
import { partyReportPaper, postPaper } from './safeguards-papers.ts';
import {
  adjustmentConsultationPaper,
  adjustmentProposalPaper,
  callPaper,
  consultationRecordPaper,
  jointPlanPaper,
  jointPlanReturnPaper,
  preliminaryListPaper,
  suggestionPaper,
} from './topics-papers.ts';

/** How each kind of package reads as an official paper. A new kind of package does not compile without its paper. */
const papers: { [K in PackageKind]: (content: PackageContents[K], source: PaperSource) => Paper } = {
  'solicitation-call': callPaper,
  suggestion: suggestionPaper,
  'preliminary-list': preliminaryListPaper,
  'consultation-record': consultationRecordPaper,
  'joint-plan': jointPlanPaper,
  'joint-plan-return': jointPlanReturnPaper,
  'adjustment-proposal': adjustmentProposalPaper,
  'adjustment-consultation': adjustmentConsultationPaper,
  'plan-draft': planDraftPaper,
  'plan-comment': planCommentPaper,
  'implementation-plan': planPaper,
  'visit-notice': visitNoticePaper,
  'collected-opinions': collectedOpinionsPaper,
  'research-report': researchReportPaper,
  'finding-answers': findingAnswersPaper,
  'finding-outcomes': findingOutcomesPaper,
  'work-report-draft': workReportDraftPaper,
  'work-report': workReportPaper,
  'supervision-results': supervisionResultsPaper,
  results: resultsPaper,
  demands: demandsPaper,
  'demand-answers': demandAnswersPaper,
  evidence: evidencePaper,
  'dispute-decisions': disputeDecisionsPaper,
  'handling-draft': handlingDraftPaper,
  'handling-comment': handlingCommentPaper,
  'handling-report': handlingReportPaper,
  'follow-up-feedback': followUpPaper,
  verdicts: verdictsPaper,
  'handling-result': handlingResultPaper,
  'next-step': nextStepPaper,
  'second-answer': secondAnswerPaper,
  'interpellation-answer': interpellationAnswerPaper,
  'party-report': partyReportPaper,
  post: postPaper,
};

/** A package as the paper that its addressee reads. */
export function paperOf<K extends PackageKind>(kind: K, content: PackageContents[K], source: PaperSource): Paper {
  return papers[kind](content, source);
}
