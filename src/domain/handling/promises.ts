import { daysBetween } from '../calendar/counting.ts';
import type { CaseState } from '../case-state.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { dueSoonDays } from '../procedure/worklist.ts';
import type { Demand, DemandAnswer, Evidence, Verdict } from './demand.ts';
import type { Round } from './handling-state.ts';
import { currentRound, openDemands, settledInRound } from './rounds.ts';

/** How a promise stands: what presses first, first. */
export const promiseStandings = [
  'overdue',
  'due-soon',
  'unanswered',
  'disputed',
  'open',
  'claimed',
  'not-met',
  'partly-met',
  'met',
  'settled',
  'withdrawn',
] as const;
export type PromiseStanding = (typeof promiseStandings)[number];

export const promiseStandingNames = {
  overdue: '承诺逾期',
  'due-soon': '即将到期',
  unanswered: '尚未答复',
  disputed: '有异议',
  open: '未到期',
  claimed: '已提交佐证',
  'not-met': '未落实',
  'partly-met': '部分落实',
  met: '已销号',
  settled: '此前已销号',
  withdrawn: '不再要求',
} satisfies Record<PromiseStanding, string>;

/** One demand as it stands in the round under way. */
export type PromiseRow = {
  demand: Demand;
  answer: DemandAnswer | undefined;
  due: PlainDateText | undefined;
  evidence: readonly Evidence[];
  verdict: Verdict | undefined;
  /** The round in which it was settled before, where it was. */
  settledIn: number | undefined;
  standing: PromiseStanding;
};

/** What was promised, what falls due, what has been shown and judged: every demand once, in the order of the opinion (HAN-08). */
export function promiseRowsOf(state: CaseState, today: PlainDateText): readonly PromiseRow[] {
  const round = currentRound(state);
  const open = new Set(openDemands(state).map(({ id }) => id));
  return state.handling.demands.map((demand): PromiseRow => {
    const known = toldIn(round, demand);
    if (state.handling.withdrawn.some(({ demandId }) => demandId === demand.id))
      return { ...known, settledIn: undefined, standing: 'withdrawn' };
    const settledIn = open.has(demand.id) ? undefined : settledInRound(state.handling, demand.id)?.no;
    const past = state.handling.rounds.find(({ no }) => no === settledIn);
    if (past !== undefined) return { ...toldIn(past, demand), settledIn, standing: 'settled' };
    return { ...known, settledIn, standing: standingOf(known, today) };
  });
}

/** What a round says of one demand. */
function toldIn({ answers, evidence, verdicts }: Round, demand: Demand): Known {
  const isOf = ({ demandId }: { demandId: string }) => demandId === demand.id;
  const answer = answers.find(isOf);
  return {
    demand,
    answer,
    due: answer?.stance === 'accepted' ? answer.due : undefined,
    evidence: evidence.filter(isOf),
    verdict: verdicts.find(isOf),
  };
}

type Known = Omit<PromiseRow, 'settledIn' | 'standing'>;

function standingOf({ answer, evidence, verdict, due }: Known, today: PlainDateText): PromiseStanding {
  if (verdict !== undefined) return verdict.verdict;
  if (answer === undefined) return 'unanswered';
  if (answer.stance === 'disputed') return 'disputed';
  if (evidence.length > 0) return 'claimed';
  if (due !== undefined && due < today) return 'overdue';
  return due !== undefined && daysBetween(today, due) <= dueSoonDays ? 'due-soon' : 'open';
}
