import type { PlannedTopic, Suggestion, TopicProposal } from './topic.ts';

/** `seq` is the city's act that drafted this version, so that nobody decides on an outdated text. */
export type JointPlan = { version: number; topics: readonly PlannedTopic[]; seq: number };

/** What one body knows of its own year of topics (S1). */
export type YearState = {
  solicitation: { deadline: string; invited: readonly string[] } | null;
  suggestions: readonly Suggestion[];
  preliminary: readonly TopicProposal[];
  /** City: lists received, by county. */
  countyLists: Readonly<Record<string, readonly TopicProposal[]>>;
  /** The joint plan as drafted (city) or received (county). */
  jointPlan: JointPlan | null;
  /** City: reasons of the councils that returned the current version. */
  returns: Readonly<Record<string, string>>;
  /** City: the day on which its council settled the topics (S1.5); from then on they change only by adjustment (S1.7). */
  settledOn: string | null;
  annualPlan: { title: string; topicIds: readonly string[] } | null;
  publication: { on: string; address: string } | null;
  /** Sittings that the council has fixed this year, as it fixed them; a later move stands in the sitting's own record. */
  sessions: readonly { name: string; opens: string; closes: string }[];
};

export const emptyYearState: YearState = {
  solicitation: null,
  suggestions: [],
  preliminary: [],
  countyLists: {},
  jointPlan: null,
  returns: {},
  settledOn: null,
  annualPlan: null,
  publication: null,
  sessions: [],
};
