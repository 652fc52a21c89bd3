import type { PlainDateText } from '../procedure/case.ts';

/** The six sources of 监督法 §12, and the organ's own request to report. */
export const suggestionSources = [
  'law-enforcement-inspection',
  'deputies',
  'members',
  'committee-research',
  'letters-and-visits',
  'public-concern',
  'organ-request',
] as const;
export type SuggestionSource = (typeof suggestionSources)[number];

export const suggestionSourceNames = {
  'law-enforcement-inspection': '执法检查中发现的突出问题',
  deputies: '代表建议、批评和意见集中反映的问题',
  members: '常委会组成人员提出的比较集中的问题',
  'committee-research': '专门委员会、工作机构调查研究发现的突出问题',
  'letters-and-visits': '来信来访集中反映的问题',
  'public-concern': '社会普遍关注的其他问题',
  'organ-request': '一府一委两院要求报告',
} satisfies Record<SuggestionSource, string>;

/** The five domains of S1.6. */
export const topicDomains = ['economy', 'science-city', 'livelihood', 'social-governance', 'environment'] as const;
export type TopicDomain = (typeof topicDomains)[number];

export const topicDomainNames = {
  economy: '经济发展',
  'science-city': '科技城建设',
  livelihood: '民生事业',
  'social-governance': '社会管理',
  environment: '生态环境保护',
} satisfies Record<TopicDomain, string>;

export type SuggestionText = {
  title: string;
  sources: readonly SuggestionSource[];
  domain: TopicDomain;
  necessity: string;
  feasibility: string;
};

/** 建议 as the office registered it; the author is kept through every merge. */
export type Suggestion = SuggestionText & {
  id: string;
  /** The day it was made, or registered. */
  on: PlainDateText;
  author: { kind: 'organ' | 'deputy' | 'member' | 'office' | 'citizen'; name: string };
};

/** A row of a body's preliminary list (S1.2): suggestions merged, authors kept by their ids. */
export type TopicProposal = { title: string; domain: TopicDomain; suggestionIds: readonly string[]; reason: string };

/**
 * A row of the joint plan: name, lead committee, deliberation time (S1.3, TOP-05). `suggestionIds`: what it grew from, as the city lists it,
 * counties' rows under their ids there; plans drafted before this was asked have none.
 */
export type PlannedTopic = {
  key: string;
  name: string;
  domain: TopicDomain;
  leadUnitId: string;
  deliberationDate: PlainDateText;
  suggestionIds?: readonly string[];
};

/** Whether two names of topics say the same, whatever marks and spaces stand in them. */
export function sameName(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/[\s“”"《》]/gu, '');
  return bare(one) === bare(other);
}

/** What an adjustment changes; a withdrawal ends the topic in step at every level (S1.8). */
export type TopicChange =
  | { kind: 'change'; name?: string; leadUnitId?: string; deliberationDate?: PlainDateText }
  | { kind: 'withdraw' };

/** The three triggers of S1.7. */
export const adjustmentTriggers = ['party-focus', 'central-work', 'livelihood-trend'] as const;
export type AdjustmentTrigger = (typeof adjustmentTriggers)[number];
export const adjustmentTriggerNames = {
  'party-focus': '党委工作重心的新调整',
  'central-work': '全市中心工作的新要求',
  'livelihood-trend': '社会民生关注的新动向',
} satisfies Record<AdjustmentTrigger, string>;
