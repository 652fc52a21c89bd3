import { z } from 'zod';
import type { AssessmentEntry } from './assessments.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { holdsWords, type Orders, sortedRows } from './list-rows.ts';
import { defineRoute, uuid } from './route.ts';

/** Which ballots, and in what order: the same words in the address of the list and of its spreadsheet. */
export const assessmentFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  body: uuid.optional(),
  of: z.enum(['report', 'handling']).optional(),
  grade: z.enum(['satisfied', 'basically-satisfied', 'unsatisfied']).optional(),
  /** The ballots that counties have sent are left out. */
  counties: z.enum(['hidden']).optional(),
  sort: z.string().max(40).optional(),
});
export type AssessmentFilter = z.output<typeof assessmentFilter>;

/** The orders of the list of ballots by their names; the latest first unless another is asked for. */
const orders: Orders<AssessmentEntry> = {
  earliest: { by: ({ on }) => on ?? '' },
  topic: { by: ({ topicName }) => topicName },
  unsatisfied: { by: unsatisfiedShare, descending: true },
};

/** The ballots that fit everything that is said, in the order asked for. */
export function assessmentsShown(
  entries: readonly AssessmentEntry[],
  ownBodyId: string,
  filter: AssessmentFilter,
): readonly AssessmentEntry[] {
  const { text, body, of, grade, counties, sort } = filter;
  const fits = (entry: AssessmentEntry) =>
    (counties === undefined || entry.bodyId === ownBodyId) &&
    (body === undefined || entry.bodyId === body) &&
    (of === undefined || entry.of === of) &&
    (grade === undefined || entry.grade === grade) &&
    holdsWords(text, entry.topicName, String(entry.year));
  return sortedRows(entries.filter(fits), orders, sort);
}

/** Of the valid papers, in per cent to two decimals (SAT-03). */
export function unsatisfiedShare({ satisfied, basicallySatisfied, unsatisfied }: AssessmentEntry): number {
  const valid = satisfied + basicallySatisfied + unsatisfied;
  return valid === 0 ? 0 : Math.round((unsatisfied * 10_000) / valid) / 100;
}

export type AssessmentTrend = { bodyId: string; points: readonly AssessmentEntry[] };

/** The dated ballots of each body from the first to the last, the own body first. */
export function trendsOf(entries: readonly AssessmentEntry[], ownBodyId: string): readonly AssessmentTrend[] {
  const dated = entries.filter(({ on }) => on !== null);
  return [...Map.groupBy(dated, ({ bodyId }) => bodyId)]
    .map(([bodyId, own]) => ({
      bodyId,
      points: own.toSorted((one, other) => (one.on ?? '').localeCompare(other.on ?? '')),
    }))
    .toSorted((one, other) => Number(other.bodyId === ownBodyId) - Number(one.bodyId === ownBodyId));
}

export const exportAssessments = defineRoute({
  ...file,
  path: '/api/assessments/export',
  id: 'exportAssessments',
  summary: '导出历次满意度测评结果，不满意占比始终列出',
  query: assessmentFilter,
});
