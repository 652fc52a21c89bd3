import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { Demand } from '../handling/demand.ts';
import type { PackageContents } from '../package/contents.ts';
import type { LeftOut } from '../research/finding.ts';
import type { NamedVote } from './session-state.ts';

export type Speech = { name: string; text: string };

export type CountyResults = PackageContents['supervision-results'];

/** What the leader of a county's standing committee said at the city's session, or gave in writing (S3.6). */
export type CountyStatement = { tenantId: string; name: string; form: 'spoken' | 'written'; text: string };

/** A problem that several counties have: which, and the findings it was seen in (S3.4). */
export type CommonProblem = { title: string; tenantIds: readonly string[]; findingIds: readonly string[] };

/** A county's results: taken up in these demands, by number, or in none and then `how` is the reason. */
export type CountyResultsAbsorbed = { tenantId: string; demandNos: readonly number[]; how: string };

/** What one tenant knows of the deliberation of a topic (S3). */
export type DeliberationState = {
  /** Organs that report or answer; the first is the reporting organ. */
  organIds: readonly string[];
  draftReport: PackageContents['work-report-draft'] | null;
  finalReport: PackageContents['work-report'] | null;
  distributedOn: string | null;
  /** City: results received from the counties. */
  countyResults: Readonly<Record<string, CountyResults>>;
  specialMeeting: {
    date: string;
    chairId: string;
    heardIds: readonly string[];
    summary: string;
    commonProblems: readonly CommonProblem[];
  } | null;
  deliberation: {
    on: string;
    organId: string;
    reporter: string;
    delegated: boolean;
    speeches: readonly Speech[];
  } | null;
  countyStatements: readonly CountyStatement[];
  /** Speakers who have confirmed the record of their speech (SES-14). */
  speechesConfirmed: readonly string[];
  inquiries: readonly { on: string; matter: string; asked: readonly string[]; summary: string }[];
  reportAssessment: AssessmentResult | null;
  opinion: {
    state: 'compiled' | 'agreed' | 'adopted';
    /** Grows with every compilation, so that nobody agrees to a text that was not before him. */
    version: number;
    assessment: string;
    problems: readonly string[];
    demands: readonly Demand[];
    /** Findings that lead to no demand, with the reason. */
    withoutDemand: readonly LeftOut[];
    /** County results: taken up in a demand, or not with a reason (OPI-04). */
    countyResultsAbsorbed: readonly CountyResultsAbsorbed[];
    /** Why the council sent this version back, or how the vote on it was lost. */
    returned: string | null;
    vote: NamedVote | null;
  } | null;
  resolution: { title: string; text: string; reportBy: string; vote: NamedVote } | null;
};

export const emptyDeliberationState: DeliberationState = {
  organIds: [],
  draftReport: null,
  finalReport: null,
  distributedOn: null,
  countyResults: {},
  specialMeeting: null,
  deliberation: null,
  countyStatements: [],
  speechesConfirmed: [],
  inquiries: [],
  reportAssessment: null,
  opinion: null,
  resolution: null,
};
