import type { DeliberationState } from '../session/deliberation-state.ts';

type Opinion = NonNullable<DeliberationState['opinion']>;

/** The deliberation opinion of one topic as a text: assessment, problems, demands, in the order Mianyang writes them. */
export function opinionTextOf({ assessment, problems, demands }: Opinion): string {
  const lines = [
    `会议认为：${assessment}`,
    ...(problems.length === 0
      ? []
      : ['存在的主要问题：', ...problems.map((problem, index) => `${index + 1}. ${problem}`)]),
    ...(demands.length === 0 ? [] : ['会议要求：', ...demands.map((demand) => `${demand.no}. ${demand.text}`)]),
  ];
  return lines.join('\n');
}
