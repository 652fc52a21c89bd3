import type { Call, CallText } from './call-text.ts';
import type { ConsultationRecord } from './consultation.ts';
import type { PlannedTopic, Suggestion, TopicProposal } from './topic.ts';

/** `seq` is the city's act that drafted this version, so that nobody decides on an outdated text. */
export type JointPlan = { version: number; topics: readonly PlannedTopic[]; seq: number };

/** Why a council returned a version of the joint plan, and on which day it met. */
export type PlanReturn = { reason: string; on: string };

/** What one body knows of its own year of topics (S1). */
export type YearState = {
  solicitation: Call | null;
  /** The call of the city (a county) or of the own standing committee (an organ), as received, with the name of who made it. */
  receivedCall: (CallText & { fromName: string }) | null;
  suggestions: readonly Suggestion[];
  preliminary: readonly TopicProposal[];
  /** City: lists received, by county. */
  countyLists: Readonly<Record<string, readonly TopicProposal[]>>;
  /** The conferring as it was closed (city) or received (county). */
  consultation: ConsultationRecord | null;
  /** The joint plan as drafted (city) or received (county). */
  jointPlan: JointPlan | null;
  /** Councils that returned the current version, by body: all of them for the city, its own for a county. */
  returns: Readonly<Record<string, PlanReturn>>;
  /** City: the day on which its council settled the topics (S1.5); from then on they change only by adjustment (S1.7). */
  settledOn: string | null;
  annualPlan: { title: string; topicIds: readonly string[] } | null;
  publication: { on: string; address: string } | null;
  /** Sittings that the council has fixed this year, as it fixed them; a later move stands in the sitting's own record. */
  sessions: readonly { name: string; opens: string; closes: string }[];
};

export const emptyYearState: YearState = {
  solicitation: null,
  receivedCall: null,
  suggestions: [],
  preliminary: [],
  countyLists: {},
  consultation: null,
  jointPlan: null,
  returns: {},
  settledOn: null,
  annualPlan: null,
  publication: null,
  sessions: [],
};
