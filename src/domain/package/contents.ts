import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { Demand, DemandAnswer, DisputeOutcome, Evidence, UnfinishedPromise, Verdict } from '../handling/demand.ts';
import type { FindingOutcome } from '../handling/finding-outcome.ts';
import type { AnswerForm, AskedOfOrgan, FollowUp, OrganAnswer } from '../handling/handling-state.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Finding, FindingAnswer, ReportParagraph } from '../research/finding.ts';
import type { PlanComment, PlanCommentAnswer } from '../research/plan-comment.ts';
import type { VisitNotice } from '../research/visit-notice.ts';
import type { CallText } from '../topic/call-text.ts';
import type { ConsultationRecord, Opinion } from '../topic/consultation.ts';
import type { PlannedTopic, SuggestionText, TopicChange, TopicProposal } from '../topic/topic.ts';

/** An item of the opinions of all sides that the organ has to answer in its report (监督法 §14). */
export type CollectedOpinion = { id: string; text: string; source: string };

/** The contents of each kind of package. What stands here is all that the addressee ever sees of the sender's work. */
export type PackageContents = {
  'solicitation-call': CallText;
  suggestion: SuggestionText;
  'preliminary-list': { topics: readonly TopicProposal[] };
  'consultation-record': ConsultationRecord;
  'joint-plan': { version: number; topics: readonly PlannedTopic[]; note: string };
  /** `date`: of the council's meeting. */
  'joint-plan-return': { version: number; reason: string; date: PlainDateText };
  /** `text`: the change in a sentence, as the sender's record had it. */
  'adjustment-proposal': { trigger: string; change: TopicChange; text: string; reason: string };
  /** `keep` ends the proposal: the topic stays as it is. */
  'adjustment-consultation': {
    outcome: 'adjust' | 'keep';
    change: TopicChange;
    text: string;
    conclusion: string;
    date: PlainDateText;
    opinions: readonly Omit<Opinion, 'key'>[];
    excusedIds: readonly string[];
  };
  'plan-draft': {
    version: number;
    focus: string;
    siteResearch: string;
    talks: string;
    deliberation: string;
    countyTasks: string;
    /** What became of the addressee's comment on the version before; only its own. */
    commentAnswer?: { comment: string; answer: PlanCommentAnswer['answer']; reason: string };
  };
  'plan-comment': { version: number } & PlanComment;
  'implementation-plan': {
    version: number;
    focus: string;
    siteResearch: string;
    talks: string;
    deliberation: string;
    countyTasks: string;
  };
  /** Of the addressee's own visits alone (S2.4). */
  'visit-notice': VisitNotice;
  'collected-opinions': { opinions: readonly CollectedOpinion[] };
  'research-report': {
    title: string;
    paragraphs: readonly ReportParagraph[];
    findings: readonly Finding[];
    /** What the sender says with it. */
    note: string;
  };
  /** The city's answer to the findings of one county, with the paragraphs that took them up (S2.10). */
  'finding-answers': { reportTitle: string; answers: readonly FindingAnswer[]; paragraphs: readonly ReportParagraph[] };
  /** What became of the findings of one county: demands, verdicts, the session's grade (S3.3, S5.3). */
  'finding-outcomes': { outcomes: readonly FindingOutcome[] };
  'work-report-draft': { title: string; text: string };
  'work-report': { title: string; text: string; opinionAnswers: readonly { opinionId: string; answer: string }[] };
  'supervision-results': {
    sessionName: string;
    /** The organ's report that the session heard, whole: S3.3 asks for it by name. */
    workReport: { organName: string; title: string; text: string } | null;
    /** 专题询问 that the session held (S3.2). */
    inquiries: readonly { on: PlainDateText; matter: string; summary: string }[];
    resolution: { title: string; text: string } | null;
    opinion: string;
    demands: readonly Demand[];
    assessment: AssessmentResult | null;
    problems: readonly string[];
    note: string;
  };
  /** 报送同级党委. */
  results: {
    sessionName: string;
    opinion: string;
    demands: readonly Demand[];
    assessment: AssessmentResult | null;
    resolution: string | null;
  };
  /** 印发机关: the demands addressed to this organ. */
  demands: {
    sessionName: string;
    opinion: string;
    demands: readonly Demand[];
    assessment: AssessmentResult | null;
    resolution: { text: string; reportBy: PlainDateText } | null;
    /** The round in which they are to be met: 1, unless another organ's demand is taken over later. */
    round: number;
    /** Null where the term counts from the organ's receipt, which nobody knows yet at sealing. */
    handlingDue: PlainDateText | null;
  };
  /** Of every demand of the round; what differs from the organ's earlier answer replaces it. */
  'demand-answers': { round: number; on: PlainDateText; answers: readonly DemandAnswer[] };
  /** `on` is the organ's day: both sides know the same. */
  evidence: { round: number; evidence: readonly Evidence[] };
  /** What became of the addressee's disputes (监督法 §17). */
  'dispute-decisions': { round: number; on: PlainDateText; outcomes: readonly DisputeOutcome[] };
  'handling-draft': { round: number; date: PlainDateText; title: string; text: string };
  'handling-comment': { round: number; date: PlainDateText; comment: string };
  'handling-report': {
    round: number;
    date: PlainDateText;
    title: string;
    text: string;
    unfinished: readonly UnfinishedPromise[];
  };
  /** To one organ: what was found, of which of its demands (of all where none is named), and what is asked. */
  'follow-up-feedback': {
    round: number;
    date: PlainDateText;
    inspection: FollowUp['form'];
    demandIds: readonly string[];
    problems: string;
    feedback: string;
  };
  verdicts: { round: number; verdicts: readonly Verdict[] };
  'handling-result': { round: number; assessment: AssessmentResult };
  /** `demandIds`: which of the addressee's demands the round is about. */
  'next-step': {
    round: number;
    step: string;
    due: PlainDateText;
    requirement: string;
    demandIds: readonly string[];
    /** What the addressee is interpellated on; null for the other organs of the round. */
    asked: AskedOfOrgan | null;
  };
  /** Those who put the 质询案 were not satisfied: the organ answers once more (监督法 §53). */
  'second-answer': { round: number; asked: AskedOfOrgan };
  /** The organ's answer to a 质询案 in its own words (监督法 §52, §54). `form`: as the council ordered it. */
  'interpellation-answer': { round: number; question: string; form: AnswerForm } & Omit<OrganAnswer, 'attachments'>;
  /** 请示 asks for a decision on one matter, 报告 informs (DOC-02). */
  'party-report': { form: 'request' | 'report'; matter: string; text: string };
  post: { subject: string; text: string; about: 'contact' | 'information' | 'problem-and-rectification' | 'guidance' };
};

export type PackageKind = keyof PackageContents;

export const packageKindNames = {
  'solicitation-call': '议题征集通知',
  suggestion: '议题建议',
  'preliminary-list': '初步建议',
  'consultation-record': '会商记录',
  'joint-plan': '联动监督计划建议方案',
  'joint-plan-return': '计划建议方案退回意见',
  'adjustment-proposal': '议题调整建议',
  'adjustment-consultation': '议题调整会商意见',
  'plan-draft': '实施方案征求意见稿',
  'plan-comment': '实施方案修改意见',
  'implementation-plan': '实施方案',
  'visit-notice': '联合调研安排告知',
  'collected-opinions': '各方面意见汇总',
  'research-report': '调研报告',
  'finding-answers': '发现问题采纳情况反馈',
  'finding-outcomes': '发现问题办理情况反馈',
  'work-report-draft': '专项工作报告征求意见稿',
  'work-report': '专项工作报告',
  'supervision-results': '监督工作情况报告',
  results: '监督结果',
  demands: '审议意见',
  'demand-answers': '审议要求答复',
  evidence: '佐证',
  'dispute-decisions': '对异议的处理意见',
  'handling-draft': '办理落实情况报告征求意见稿',
  'handling-comment': '对办理落实情况的意见',
  'handling-report': '办理落实情况报告',
  'follow-up-feedback': '跟踪检查反馈',
  verdicts: '审议要求落实评价',
  'handling-result': '办理落实情况满意度测评结果',
  'next-step': '下一步监督通知',
  'second-answer': '再作答复通知',
  'interpellation-answer': '对质询的答复',
  'party-report': '请示报告',
  post: '工作联系',
} satisfies Record<PackageKind, string>;
