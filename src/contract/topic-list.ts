import { z } from 'zod';
import type { CaseView } from '../domain/procedure/case.ts';
import { topicStandingOf, topicStandingText } from '../domain/topic/standing.ts';
import { topicDomainNames, topicDomains } from '../domain/topic/topic.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { holdsWords, type Orders, sortedRows } from './list-rows.ts';
import { defineRoute } from './route.ts';

export const topicStandings = ['in-work', 'closed', 'withdrawn'] as const;

/** Which topics, and in what order: the same words in the address of the list and of its spreadsheet. */
export const topicFilter = z.object({
  year: z.coerce.number().int().optional(),
  text: z.string().trim().max(limits.shortText).optional(),
  domain: z.enum(topicDomains).optional(),
  state: z.enum(topicStandings).optional(),
  sort: z.string().max(40).optional(),
});
export type TopicFilter = z.output<typeof topicFilter>;

/** The orders of the list of topics by their names. */
const orders: Orders<CaseView> = {
  name: { by: (topic) => topic.name },
  domain: { by: (topic) => topicDomainName(topic.domain) },
  lead: { by: (topic) => topic.leadUnitName ?? '' },
  soonest: { by: (topic) => topic.deliberationDate ?? '9999' },
  latest: { by: (topic) => topic.deliberationDate ?? '', descending: true },
  state: { by: (topic) => topicStandingText(topicStandingOf(topic)) },
};

/** The topics that fit everything that is said, in the order asked for. */
export function topicsShown(topics: readonly CaseView[], filter: TopicFilter): readonly CaseView[] {
  const { year, domain, state, text, sort } = filter;
  const fits = (topic: CaseView) =>
    (year === undefined || topic.year === year) &&
    (domain === undefined || topic.domain === domain) &&
    (state === undefined || topicStandingOf(topic).state === state) &&
    holdsWords(text, topic.name, topic.leadUnitName ?? '');
  return sortedRows(topics.filter(fits), orders, sort);
}

export function topicDomainName(domain: string | undefined): string {
  const known = topicDomains.find((candidate) => candidate === domain);
  return known === undefined ? '—' : topicDomainNames[known];
}

export const exportTopics = defineRoute({
  ...file,
  path: '/api/topics/export',
  id: 'exportTopics',
  summary: '导出联动监督议题清单',
  query: topicFilter,
});
