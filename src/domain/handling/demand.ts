import { dayText } from '../calendar/day-text.ts';
import type { Attachment } from '../package/attachment.ts';
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

/** 整改承诺. */
export type Promised = Extract<DemandAnswer, { stance: 'accepted' }>;

/** An answer that a later one of the same round has replaced, and since when. */
export type SupersededAnswer = { answer: DemandAnswer; on: PlainDateText };

/** 佐证: what the organ shows for a promise kept, on its own day, with the files it sent. */
export type Evidence = {
  demandId: string;
  text: string;
  on: PlainDateText;
  attachments: readonly Attachment[];
};

/**
 * What the committee makes of a dispute: the demand stands, or the council is asked to withdraw it or to give it to another organ. What
 * a session has adopted no committee takes back (组织法 §54).
 */
export type DisputeDecision =
  | { demandId: string; decision: 'upheld'; reason: string }
  | { demandId: string; decision: 'withdraw'; reason: string }
  | { demandId: string; decision: 'reassign'; organId: string; reason: string };

export const disputeDecisionNames = {
  upheld: '维持原要求',
  withdraw: '提请主任会议撤回',
  reassign: '提请主任会议改由其他机关办理',
} satisfies Record<DisputeDecision['decision'], string>;

/** A decision on a dispute as it stands: `open` waits for the council. */
export type DecidedDispute = { decision: DisputeDecision; on: PlainDateText; state: 'settled' | 'open' };

/** What an organ is told of its dispute. */
export type DisputeOutcome = { demandId: string; outcome: 'upheld' | 'withdrawn' | 'reassigned'; reason: string };

/** A demand that is not asked for any more: taken back, or given to another organ, whose name it was told. */
export type WithdrawnDemand = { demandId: string; reason: string; on: PlainDateText };

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

/** What an organ says to a demand. */
export function demandAnswerText(answer: DemandAnswer): string {
  if (answer.stance === 'disputed') return `异议：${answer.reason}`;
  return `${answer.measure}（责任人${answer.owner}，${dayText(answer.due)}前完成）`;
}
