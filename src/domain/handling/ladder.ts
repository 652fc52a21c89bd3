import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { Facts } from '../procedure/act.ts';
import { explainInterpellation } from '../session/thresholds.ts';
import type { Demand } from './demand.ts';
import { type NextStep, nextStepNames, nextSteps } from './handling-state.ts';
import { currentRound, demandsLeft } from './rounds.ts';

/** One way on from 不满意: what it is, what it needs, and what follows from it. */
export type Rung = { step: NextStep; name: string; clause: string; needs: string; follows: string };

const clauses = {
  rectify: 'S4.5',
  'second-deliberation': 'S4.5',
  inquiry: '监督法 §46',
  interpellation: '监督法 §51',
} satisfies Record<NextStep, string>;

const follows = {
  rectify: '机关在期限内继续办理未销号的要求，再次报告，常委会会议再次测评。',
  'second-deliberation': '机关再次报告，办理落实情况列入以后的常委会会议议程再次审议、测评。',
  inquiry: '常委会会议审议时，有关机关负责人到会听取意见、回答询问；办理继续进行，再次测评。',
  interpellation:
    '由主任会议决定交机关在会议上、委员会会议上口头答复或者书面答复；口头答复的负责人到会，书面答复的负责人签署。',
} satisfies Record<NextStep, string>;

/** The four ways on, mildest first, each with its condition as the law has it (S4.5, SAT-08, INQ-01…04). */
export function ladderOf({ own }: Pick<Facts, 'own'>): readonly Rung[] {
  return nextSteps.map((step) => ({
    step,
    name: nextStepNames[step],
    clause: clauses[step],
    needs: step === 'interpellation' ? explainInterpellation(own.level).explain : '主任会议决定。',
    follows: follows[step],
  }));
}

/** What the next step is decided on: the ballot, and the demands that go on. */
export function groundsOf({ state }: Pick<Facts, 'state'>): {
  assessment: AssessmentResult | null;
  left: readonly Demand[];
} {
  return { assessment: currentRound(state).assessment, left: demandsLeft(state) };
}
