import { assessmentsShown, exportAssessments, unsatisfiedShare } from '../../contract/assessment-list.ts';
import { type AssessmentEntry, listAssessments } from '../../contract/assessments.ts';
import { type AssessmentResult, gradeNames } from '../../domain/ballot/satisfaction.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { doneKey } from '../../domain/procedure/case.ts';
import type { Trx } from '../db/database.ts';
import type { App } from '../http/app-parts.ts';
import { mustFollowProgress, mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, type TableColumn } from '../http/table-file.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { type AssessedTopic, listAssessedTopics } from './assessment-queries.ts';

/** The satisfaction ballots of a body over the years, with those its counties have sent (S3.2, S4.4). */
export function registerAssessmentRoutes(app: App): void {
  registerRoute(app, listAssessments, async ({ actor, read }) => {
    mustReadContents(actor);
    mustFollowProgress(actor);
    return { assessments: await read((trx) => assessmentsOf(trx, actor)) };
  });

  registerRoute(app, exportAssessments, async (call) => {
    const { actor, query } = call;
    mustReadContents(actor);
    mustFollowProgress(actor);
    return call.read(async (trx) => {
      const { organisation } = await linkageFacts(trx, actor.cityCode);
      const rows = assessmentsShown(await assessmentsOf(trx, actor), actor.bodyId, query);
      const columns = assessmentColumns((id) => tenantNameOf(organisation, id));
      const table = { name: '满意度测评', columns, rows };
      return sendTable(trx, call, table, { list: 'assessments', detail: query });
    });
  });
}

/** The ballots that the actor's body knows of, the newest first. */
async function assessmentsOf(trx: Trx, actor: Actor): Promise<AssessmentEntry[]> {
  const topics = await listAssessedTopics(trx, actor.cityCode, actor.tenantId);
  const newestFirst = (one: AssessmentEntry, other: AssessmentEntry) =>
    other.year - one.year || (other.on ?? '').localeCompare(one.on ?? '');
  return topics.flatMap((topic) => entriesOf(topic, actor.bodyId)).toSorted(newestFirst);
}

const ofNames = { report: '专项工作报告', handling: '办理落实情况' } as const;

function assessmentColumns(bodyName: (id: string) => string): readonly TableColumn<AssessmentEntry>[] {
  const figures = [
    ['组成人员', 'members'],
    ['出席', 'present'],
    ['满意', 'satisfied'],
    ['基本满意', 'basicallySatisfied'],
    ['不满意', 'unsatisfied'],
    ['无效', 'invalid'],
  ] as const;
  return [
    { title: '年度', width: 8, kind: 'number', value: ({ year }) => year },
    { title: '议题', width: 36, value: ({ topicName }) => topicName },
    { title: '测评的人大常委会', width: 24, value: ({ bodyId }) => bodyName(bodyId) },
    { title: '测评对象', width: 16, value: ({ of }) => ofNames[of] },
    { title: '轮次', width: 6, kind: 'number', value: ({ round }) => round },
    { title: '日期', width: 12, kind: 'date', value: ({ on }) => on },
    ...figures.map(([title, key]) => ({
      title,
      width: 10,
      kind: 'number' as const,
      value: (entry: AssessmentEntry) => entry[key],
    })),
    { title: '不满意占有效票（%）', width: 18, kind: 'number', value: unsatisfiedShare },
    { title: '等次', width: 12, value: ({ grade }) => (grade === null ? '只公布票数' : gradeNames[grade]) },
    { title: '评定', width: 60, value: ({ explanation }) => explanation },
  ];
}

function entriesOf(topic: AssessedTopic, bodyId: string): AssessmentEntry[] {
  const { done, report, rounds, countyResults, countyDays } = topic;
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
  // What a county has sent says the result; its track says on which day its session assessed.
  const sent = Object.entries(countyResults ?? {}).flatMap(([countyId, { assessment }]) =>
    assessment === null
      ? []
      : [entry(assessment, { bodyId: countyId, of: 'report', round: null, on: countyDays?.[countyId] ?? null })],
  );
  return [...own, ...handled, ...sent];
}
