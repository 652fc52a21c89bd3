import type { PlainDateText } from '../procedure/case.ts';

/** 审议要求: one row of a deliberation opinion, addressed to one organ, with the findings it rests on. */
export type Demand = {
  id: string;
  no: number;
  problem: string;
  text: string;
  organId: string;
  findingIds: readonly string[];
};

/** What the organ says to one demand: it accepts with a promise (整改承诺) or disputes with a reason. */
export type DemandAnswer =
  | { demandId: string; stance: 'accepted'; measure: string; owner: string; due: PlainDateText }
  | { demandId: string; stance: 'disputed'; reason: string };

/** 佐证: what the organ shows for a promise kept. */
export type Evidence = { demandId: string; text: string; on: PlainDateText };

/** A promise not yet kept when the organ reports, with its plan for the rest. */
export type UnfinishedPromise = { demandId: string; plan: string };

/** 评价: the committee decides, never the organ (HAN-08). */
export type Verdict = { demandId: string; verdict: 'met' | 'partly-met' | 'not-met'; reason: string };

export const verdictNames = { met: '已落实', 'partly-met': '部分落实', 'not-met': '未落实' } satisfies Record<
  Verdict['verdict'],
  string
>;

/** A verdict with its reason, in one sentence part. */
export function verdictText({ verdict, reason }: Verdict): string {
  return `${verdictNames[verdict]}${reason === '' ? '' : `：${reason}`}`;
}

/** What an organ says to a demand; `dayText` writes a day as its reader writes it. */
export function demandAnswerText(answer: DemandAnswer, dayText: (day: PlainDateText) => string): string {
  if (answer.stance === 'disputed') return `异议：${answer.reason}`;
  return `${answer.measure}（责任人${answer.owner}，${dayText(answer.due)}前完成）`;
}
