import type { CaseState } from '../case-state.ts';
import type { PlainDateText } from '../procedure/case.ts';
import type { Demand, UnfinishedPromise } from './demand.ts';
import { currentRound, openDemands, promisesOpen } from './rounds.ts';

/** Whose report, to whom, on what. */
export type ReportHead = { organName: string; bodyName: string; topicName: string };

export function handlingReportTitle({ organName, topicName }: ReportHead): string {
  return `${organName}关于“${topicName}”审议意见办理落实情况的报告`;
}

/**
 * The handling report as it can be put together from what is on record: demand, measure, what has been shown, and what is left. A
 * beginning to be worked on, never more than what was recorded. `dayText` writes a day as its reader writes it.
 */
export function handlingReportText(
  head: ReportHead,
  state: CaseState,
  dayText: (day: PlainDateText) => string,
): string {
  const round = currentRound(state);
  const demands = openDemands(state);
  const which = round.no === 1 ? '' : `第${round.no}轮`;
  return [
    `${head.bodyName}：`,
    `现将“${head.topicName}”审议意见${which}办理落实情况报告如下。`,
    '一、逐项办理落实情况',
    ...demands.flatMap((demand, index) => [
      `（${index + 1}）第${demand.no}项：${demand.text}`,
      ...told(demand, state, dayText),
    ]),
    '二、尚未办结的事项和下一步安排',
    ...leftText(state, demands, dayText),
    '以上报告，请审议。',
  ].join('\n');
}

function told(demand: Demand, state: CaseState, dayText: (day: PlainDateText) => string): readonly string[] {
  const round = currentRound(state);
  const isOf = ({ demandId }: { demandId: string }) => demandId === demand.id;
  const answer = round.answers.find(isOf);
  if (answer === undefined) return ['尚未作出答复。'];
  if (answer.stance === 'disputed') return [`提出异议：${answer.reason}`];
  const shown = round.evidence.filter(isOf);
  return [
    `整改措施：${answer.measure}（责任人：${answer.owner}，${dayText(answer.due)}前完成）`,
    ...(shown.length === 0
      ? ['落实情况：尚未办结。']
      : shown.map(({ on, text, attachments }) => {
          const files = attachments.map(({ name }) => `《${name}》`).join('、');
          return `落实情况（${dayText(on)}）：${text}${files === '' ? '' : `附：${files}`}`;
        })),
  ];
}

function leftText(state: CaseState, demands: readonly Demand[], dayText: (day: PlainDateText) => string): string[] {
  const left = promisesOpen(currentRound(state));
  if (left.length === 0) return ['没有尚未办结的承诺事项。'];
  return left.flatMap(({ demandId, measure, due }) => {
    const demand = demands.find(({ id }) => id === demandId);
    return demand === undefined ? [] : [`第${demand.no}项：${measure}（承诺${dayText(due)}前完成）`];
  });
}

/** Promises of which nothing has been shown stand in the report as unfinished: the plan for each is the organ's to write. */
export function unfinishedOf(state: CaseState): readonly UnfinishedPromise[] {
  const open = new Set(openDemands(state).map(({ id }) => id));
  return promisesOpen(currentRound(state))
    .filter(({ demandId }) => open.has(demandId))
    .map(({ demandId }) => ({ demandId, plan: '' }));
}
