import type { Attachment } from '../package/attachment.ts';

/** Where a problem was found: a county, a park, or a department of the city (S2.4, S2.5). */
export type Place =
  | { kind: 'county'; tenantId: string }
  | { kind: 'park'; parkId: string }
  | { kind: 'department'; organId: string };

/** 发现问题. The id is the thread of the line of a problem: every later link names it. */
export type Finding = {
  id: string;
  title: string;
  description: string;
  place: Place;
  severity: 'prominent' | 'general';
  /** Photos from the field and other files, by digest; they leave the house with the report that cites the finding. */
  attachments?: readonly Attachment[];
  /** Of which extension research (S2.7), and in words for whoever does not have that on record. */
  source?: FindingSource;
};

export type FindingSource = { extensionId: string; text: string };

export const severityNames = { prominent: '突出', general: '一般' } satisfies Record<Finding['severity'], string>;

/** A research report is written in paragraphs so that findings can be cited and answered one by one. */
export type ReportParagraph = {
  no: number;
  part: 'overview' | 'achievement' | 'problem' | 'cause' | 'suggestion';
  text: string;
  findingIds: readonly string[];
};

export const reportPartNames = {
  overview: '调研概况',
  achievement: '成效',
  problem: '问题',
  cause: '原因',
  suggestion: '建议',
} satisfies Record<ReportParagraph['part'], string>;

/** What became of a county's finding in the city's report: every one gets one of the three (S2.10). */
export type FindingAnswer =
  | { findingId: string; answer: 'adopted' | 'merged'; paragraphNo: number }
  | { findingId: string; answer: 'declined'; reason: string };

export const findingAnswerNames = { adopted: '采纳', merged: '合并采纳', declined: '未采纳' } satisfies Record<
  FindingAnswer['answer'],
  string
>;

/** What became of a county's finding, in one sentence part (S2.10). */
export function findingAnswerText(answer: FindingAnswer): string {
  const name = findingAnswerNames[answer.answer];
  return answer.answer === 'declined' ? `${name}，理由：${answer.reason}` : `${name}，见报告第${answer.paragraphNo}段`;
}

/** A finding that the report does not take up, with the reason: it is in no paragraph and travels nowhere. */
export type LeftOut = { findingId: string; reason: string };
