import { type AssessmentEntry, listAssessments } from '../../contract/assessments.ts';
import type { AssessmentResult } from '../../domain/ballot/satisfaction.ts';
import { doneKey } from '../../domain/procedure/case.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { type AssessedTopic, listAssessedTopics } from './assessment-queries.ts';

/** The satisfaction ballots of a body over the years, with those its counties have sent (S3.2, S4.4). */
export function registerAssessmentRoutes(app: App): void {
  registerRoute(app, listAssessments, async ({ actor, read }) => {
    mustReadContents(actor);
    mustFollowProgress(actor);
    const topics = await read((trx) => listAssessedTopics(trx, actor.cityCode, actor.tenantId));
    const assessments = topics.flatMap((topic) => entriesOf(topic, actor.bodyId));
    const newestFirst = (one: AssessmentEntry, other: AssessmentEntry) =>
      other.year - one.year || (other.on ?? '').localeCompare(one.on ?? '');
    return { assessments: assessments.toSorted(newestFirst) };
  });
}

function entriesOf(topic: AssessedTopic, bodyId: string): AssessmentEntry[] {
  const { done, report, rounds, countyResults } = topic;
  const entry = (result: AssessmentResult, rest: Pick<AssessmentEntry, 'bodyId' | 'of' | 'round' | 'on'>) => {
    const { members, present, count, grade, explanation } = result;
    const { satisfied, basicallySatisfied, unsatisfied, invalid } = count;
    const { caseId, topicName, year } = topic;
    const counts = { satisfied, basicallySatisfied, unsatisfied, invalid };
    return { caseId, topicName, year, members, present, ...counts, grade, explanation, ...rest };
  };
  const own =
    report === null
      ? []
      : [entry(report, { bodyId, of: 'report', round: null, on: done['assess-report']?.on ?? null })];
  const handled = rounds.flatMap(({ no, assessment }) => {
    const on = done[doneKey('assess-handling', true, no)]?.on ?? null;
    return assessment === null ? [] : [entry(assessment, { bodyId, of: 'handling', round: no, on })];
  });
  // A county's day is its own; what it has sent says the result.
  const sent = Object.entries(countyResults ?? {}).flatMap(([countyId, { assessment }]) =>
    assessment === null ? [] : [entry(assessment, { bodyId: countyId, of: 'report', round: null, on: null })],
  );
  return [...own, ...handled, ...sent];
}
