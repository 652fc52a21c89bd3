import { z } from 'zod';
import type { CaseView, PlainDateText } from '../domain/procedure/case.ts';
import type { ScheduleRules } from '../domain/procedure/case-context.ts';
import { cityExpects, type Expectation } from '../domain/procedure/city-expects.ts';
import type { VisitNotice } from '../domain/research/visit-notice.ts';
import { exportFile as file } from './export-file.ts';
import { defineRoute } from './route.ts';

/** Which topics: the same words in the address of what the city expects and of its spreadsheet. */
export const expectationFilter = z.object({
  /** Those on which all is done, too. */
  met: z.enum(['shown']).optional(),
});
export type ExpectationFilter = z.output<typeof expectationFilter>;

/** What is expected of one county on one topic. */
export type AskedTopic = { topic: CaseView; expectations: readonly Expectation[] };

type Known = {
  countyId: string;
  rules: ScheduleRules;
  today: PlainDateText;
  /** What the county was told last of the visits to it. */
  noticeOf: (topic: CaseView) => Pick<VisitNotice, 'visits'> | undefined;
};

/** Every topic under way on which something is expected of the county. */
export function expectedTopicsOf(topics: readonly CaseView[], known: Known): readonly AskedTopic[] {
  const { countyId, rules, today, noticeOf } = known;
  return topics
    .filter(({ state }) => state === 'active')
    .map((topic) => ({ topic, expectations: cityExpects(topic, countyId, rules, today, noticeOf(topic)) }))
    .filter(({ expectations }) => expectations.length > 0);
}

/** Those with something left to do, the next date first; then those that are done, where they are asked for or nothing else is there. */
export function expectedTopicsShown(asked: readonly AskedTopic[], { met }: ExpectationFilter): readonly AskedTopic[] {
  const open = asked.filter((one) => !isMet(one)).toSorted((one, other) => nextDue(one).localeCompare(nextDue(other)));
  return met !== undefined || open.length === 0 ? [...open, ...asked.filter(isMet)] : open;
}

/** Whether all that is expected on the topic is done. */
export function isMet({ expectations }: AskedTopic): boolean {
  return expectations.every(({ state }) => state === 'done' || state === 'waived');
}

function nextDue({ expectations }: AskedTopic): string {
  const dues = expectations.flatMap(({ state, due }) => (state === 'done' || due === undefined ? [] : [due]));
  return dues.toSorted()[0] ?? '9999';
}

export const exportExpectations = defineRoute({
  ...file,
  path: '/api/expectations/export',
  id: 'exportExpectations',
  summary: '导出市人大常委会在各议题上对本级的要求',
  query: expectationFilter,
});
