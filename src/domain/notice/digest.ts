import type { PlainDateText } from '../procedure/case.ts';

export type DueTask = { title: string; caseName: string; due: PlainDateText | null; state: 'overdue' | 'due-soon' };

/** What waits for one person in the morning. */
export type Waiting = { tasks: readonly DueTask[]; packages: number; decisions: number };

/** The sentence of the morning (每日提要): what is late, what is due within a week, what waits; undefined for whom nothing waits. */
export function digestTextOf({ tasks, packages, decisions }: Waiting): string | undefined {
  const overdue = tasks.filter((task) => task.state === 'overdue').length;
  const soon = tasks.length - overdue;
  const parts = [
    overdue === 0 ? '' : `${overdue}项已逾期`,
    soon === 0 ? '' : `${soon}项七日内到期`,
    packages === 0 ? '' : `${packages}件报送件待签收`,
    decisions === 0 ? '' : `${decisions}项集体决定待确认`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `今天：${parts.join('，')}。${nextText(tasks)}`;
}

/** The next day somebody will wait for, rather than the oldest that has passed. */
function nextText(tasks: readonly DueTask[]): string {
  const [next] = tasks
    .filter((task) => task.state === 'due-soon')
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''));
  return next === undefined ? '' : `最近到期：${next.due}，“${next.caseName}”${next.title}。`;
}
