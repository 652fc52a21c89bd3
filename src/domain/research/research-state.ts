import type { FindingOutcome } from '../handling/finding-outcome.ts';
import type { Attachment } from '../package/attachment.ts';
import type { CollectedOpinion, PackageContents } from '../package/contents.ts';
import type { Finding, FindingAnswer, LeftOut, Place, ReportParagraph } from './finding.ts';
import type { PlanComment, PlanCommentAnswer } from './plan-comment.ts';
import type { ToldPlan, VisitNotice } from './visit-notice.ts';

export type PlanText = PackageContents['implementation-plan'];

export type TeamMember = {
  personId: string;
  capacity: 'city-member' | 'committee-head' | 'county-leader' | 'city-deputy' | 'county-deputy';
};

export type Visit = {
  id: string;
  on: string;
  places: readonly Place[];
  forms: readonly ('site' | 'briefing' | 'talk')[];
  units: readonly string[];
  memberIds: readonly string[];
  notes: string;
};

/** 延伸调研 (S2.7): a county's own, in its own townships and units. */
export type ExtensionResearch = {
  id: string;
  from: string;
  until: string;
  places: readonly string[];
  forms: Visit['forms'];
  participants: readonly string[];
  summary: string;
};

/** What one body (or organ: collected opinions received) knows of the research on a topic (S2). */
export type ResearchState = {
  plan: PlanText | null;
  planApproved: boolean;
  /** City: comments by county. County: its own under its own id. */
  planComments: Readonly<Record<string, { version: number } & PlanComment>>;
  /** What became of comments: by the county whose they were, of the version that took them up. A county knows its own. */
  planAnswers: Readonly<Record<string, Omit<PlanCommentAnswer, 'tenantId'> & { version: number; comment: string }>>;
  team: { leaderId: string; members: readonly TeamMember[]; experts: readonly string[] } | null;
  /** City: what each county has been told of the visits ahead. */
  visitsTold: Readonly<Record<string, ToldPlan>>;
  /** County: what it was told last of the visits to it. */
  visitNotice: VisitNotice | null;
  visits: readonly Visit[];
  parksNotNeeded: string | null;
  evaluations: readonly { on: string; by: string; summary: string; attachments: readonly Attachment[] }[];
  findings: readonly Finding[];
  /** How an own finding read before it was corrected, oldest first. */
  findingCorrections: readonly { on: string; seq: number; reason: string; before: Finding }[];
  extension: readonly ExtensionResearch[];
  collectedOpinions: readonly CollectedOpinion[];
  report: { title: string; paragraphs: readonly ReportParagraph[]; attachments: readonly Attachment[] } | null;
  /** Own findings that the own report does not take up. */
  leftOut: readonly LeftOut[];
  /** City: findings received with the county reports, by county. */
  countyFindings: Readonly<Record<string, readonly Finding[]>>;
  /** City: its answers. County: the answers received. */
  answers: readonly FindingAnswer[];
  /** County: what became at the city of the findings it sent. */
  outcomes: readonly FindingOutcome[];
};

export const emptyResearchState: ResearchState = {
  plan: null,
  planApproved: false,
  planComments: {},
  planAnswers: {},
  team: null,
  visitsTold: {},
  visitNotice: null,
  visits: [],
  parksNotNeeded: null,
  evaluations: [],
  findings: [],
  findingCorrections: [],
  extension: [],
  collectedOpinions: [],
  report: null,
  leftOut: [],
  countyFindings: {},
  answers: [],
  outcomes: [],
};
