import type { ActView } from '../../contract/cases.ts';
import { type ComplianceFilter, complianceShown } from '../../contract/compliance-list.ts';
import type { SessionRow } from '../../contract/session-list.ts';
import { topicDomainName } from '../../contract/topic-list.ts';
import { withDayTexts } from '../../domain/calendar/day-text.ts';
import {
  type CaseView,
  type PlainDateText,
  sessionStateNames,
  type Track,
  trackOf,
} from '../../domain/procedure/case.ts';
import { type ClauseCompliance, complianceOf, type TrackCompliance } from '../../domain/procedure/compliance.ts';
import { clauseStateNames } from '../../domain/procedure/judgement.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { type ScheduledStep, scheduleOf } from '../../domain/procedure/schedule.ts';
import { performerNames, type Stage, stageNames } from '../../domain/procedure/step.ts';
import { type Obligation, obligationStateNames, worklistOf } from '../../domain/procedure/worklist.ts';
import { forceNames } from '../../domain/refusal.ts';
import { topicStandingOf, topicStandingText } from '../../domain/topic/standing.ts';
import type { LoadedCase } from '../acts/act-facts.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

export const topicColumns: readonly TableColumn<CaseView>[] = [
  { title: '年度', width: 8, kind: 'number', value: (topic) => topic.year },
  { title: '议题', width: 40, value: (topic) => topic.name },
  { title: '领域', width: 14, value: (topic) => topicDomainName(topic.domain) },
  { title: '牵头委室', width: 24, value: (topic) => topic.leadUnitName ?? null },
  { title: '市级审议', width: 12, kind: 'date', value: (topic) => topic.deliberationDate ?? null },
  { title: '状态', width: 14, value: (topic) => topicStandingText(topicStandingOf(topic)) },
];

export const sessionColumns: readonly TableColumn<SessionRow>[] = [
  { title: '会议', width: 40, value: ({ view }) => view.name },
  { title: '开会', width: 12, kind: 'date', value: ({ sitting }) => sitting?.opens ?? null },
  { title: '闭会', width: 12, kind: 'date', value: ({ sitting }) => sitting?.closes ?? null },
  {
    title: '状态',
    width: 10,
    value: ({ sitting }) => (sitting === undefined ? null : sessionStateNames[sitting.state]),
  },
  { title: '议题', width: 60, value: ({ view }) => (view.topics ?? []).map(({ name }) => name).join('、') },
];

export type BoardRow = { track: Track; stage: Stage; obligation: Obligation; scheduled: ScheduledStep };

/** Every step of every track that the reader sees, in the order of the opinion, as it stands on a day. */
export function boardRowsOf({ view, linkage }: LoadedCase, today: PlainDateText): BoardRow[] {
  const schedule = scheduleOf(view, steps, linkage.calendar, linkage.settings);
  const scheduledOf = new Map(schedule.map((entry) => [`${entry.tenantId}/${entry.key}`, entry]));
  const stageOf = new Map(steps.map((step) => [step.id, step.stage]));
  return worklistOf(view, schedule, steps, today).flatMap((obligation) => {
    const track = trackOf(view, obligation.tenantId);
    const scheduled = scheduledOf.get(`${obligation.tenantId}/${obligation.key}`);
    const stage = stageOf.get(obligation.stepId);
    return track === undefined || scheduled === undefined || stage === undefined
      ? []
      : [{ track, stage, obligation, scheduled }];
  });
}

export const boardColumns: readonly TableColumn<BoardRow>[] = [
  { title: '单位', width: 24, value: ({ track }) => track.name },
  { title: '阶段', width: 20, value: ({ stage }) => stageNames[stage] },
  { title: '步骤', width: 40, value: ({ obligation }) => obligation.title },
  { title: '承办', width: 12, value: ({ obligation }) => performerNames[obligation.performer] },
  { title: '要求', width: 8, value: ({ obligation }) => forceNames[obligation.force] },
  { title: '期限', width: 12, kind: 'date', value: ({ obligation }) => obligation.due ?? null },
  { title: '状态', width: 10, value: ({ obligation }) => obligationStateNames[obligation.state] },
  { title: '说明', width: 50, value: ({ obligation }) => withDayTexts(obligation.why) },
  { title: '依据', width: 14, value: ({ obligation }) => obligation.clause },
  {
    title: '期限的算法',
    width: 50,
    value: ({ scheduled }) => withDayTexts(scheduled.explanation?.arithmetic ?? '') || null,
  },
];

/** The open steps of all cases, one after the other. */
export const overviewColumns: readonly TableColumn<BoardRow & { view: CaseView }>[] = [
  { title: '年度', width: 8, kind: 'number', value: ({ view }) => view.year },
  { title: '事项', width: 36, value: ({ view }) => view.name },
  ...boardColumns,
];

/** The own acts of a case: what was done when, by whom, and what went out with it. */
export const actColumns: readonly TableColumn<ActView>[] = [
  { title: '编号', width: 8, kind: 'number', value: ({ seq }) => seq },
  { title: '日期', width: 12, kind: 'date', value: ({ on }) => on },
  { title: '法定行为', width: 36, value: ({ title }) => title },
  { title: '依据', width: 14, value: ({ clause }) => clause },
  { title: '办理或登记', width: 14, value: ({ actorName }) => actorName },
  { title: '确认', width: 14, value: ({ confirmedByName }) => confirmedByName },
  { title: '记入时间', width: 18, value: ({ recordedAt }) => momentCell(recordedAt) },
  { title: '发出的报送件', width: 50, value: ({ packages }) => packages.map(({ title }) => title).join('\n') || null },
  {
    title: '变通理由',
    width: 40,
    value: ({ departures }) => departures.map(({ clause, reason }) => `${clause}：${reason}`).join('\n') || null,
  },
  { title: '摘要', width: 66, value: ({ hash }) => hash },
];

/** A clause, and one track's part in it; a clause that binds nobody here stands alone. */
export type ComplianceRow = { entry: ClauseCompliance; track: TrackCompliance | undefined };

export function complianceRowsOf(
  { view, linkage }: LoadedCase,
  today: PlainDateText,
  filter: ComplianceFilter,
): ComplianceRow[] {
  const schedule = scheduleOf(view, steps, linkage.calendar, linkage.settings);
  return complianceShown(complianceOf(view, steps, schedule, today), filter).flatMap((entry): ComplianceRow[] =>
    entry.tracks.length === 0 ? [{ entry, track: undefined }] : entry.tracks.map((track) => ({ entry, track })),
  );
}

export const complianceColumns: readonly TableColumn<ComplianceRow>[] = [
  { title: '条款', width: 8, value: ({ entry }) => entry.clause.id },
  { title: '阶段', width: 20, value: ({ entry }) => stageNames[entry.clause.stage] },
  { title: '要求的内容', width: 50, value: ({ entry }) => entry.clause.what },
  { title: '主体', width: 24, value: ({ entry }) => entry.clause.who },
  { title: '时间', width: 24, value: ({ entry }) => entry.clause.when },
  { title: '要求', width: 8, value: ({ entry }) => forceNames[entry.clause.force] },
  { title: '总体', width: 14, value: ({ entry }) => clauseStateNames[entry.state] },
  { title: '单位', width: 24, value: ({ track }) => track?.name ?? null },
  {
    title: '该单位',
    width: 14,
    value: ({ track }) => (track === undefined ? null : clauseStateNames[track.state]),
  },
  {
    title: '情况',
    width: 70,
    value: ({ track }) =>
      withDayTexts((track?.steps ?? []).map(({ title, why }) => `${title}：${why}`).join('\n')) || null,
  },
];
