import type { AssessmentResult } from '../ballot/satisfaction.ts';
import type { Facts } from '../procedure/act.ts';
import { orderedMarks, orderedSteps } from '../procedure/ordered-steps.ts';
import { performerNames } from '../procedure/step.ts';
import { explainInterpellation } from '../session/thresholds.ts';
import type { Demand } from './demand.ts';
import { type NextStep, nextStepNames, nextSteps } from './handling-state.ts';
import { currentRound, demandsLeft } from './rounds.ts';

/** What a way on puts on the round that it opens, beside the report and the assessment that every round has. */
export type Ordered = { stepId: string; title: string; by: string; clause: string };

/** One way on from 不满意: what it is, what it needs, what follows from it, and the steps that then bind. */
export type Rung = {
  step: NextStep;
  name: string;
  clause: string;
  needs: string;
  follows: string;
  ordered: readonly Ordered[];
};

const clauses = {
  rectify: 'S4.5',
  'second-deliberation': 'S4.5',
  inquiry: '监督法 §46',
  interpellation: '监督法 §51',
} satisfies Record<NextStep, string>;

const follows = {
  rectify: '机关在期限内继续办理未销号的要求，再次报告，常委会会议再次测评。',
  'second-deliberation': '机关再次报告，办理落实情况列入以后的常委会会议议程，先再次审议，后测评。',
  inquiry: '机关再次报告；以后的常委会会议上有关机关负责人到会听取意见、回答询问，后测评。',
  interpellation:
    '由主任会议决定口头答复或者书面答复：口头答复的负责人到会，书面答复的负责人签署；提案人过半数不满意的，可以要求再作答复，由主任会议决定。机关仍须再次报告，再次测评。',
} satisfies Record<NextStep, string>;

/** The four ways on, mildest first, each with its condition as the law has it (S4.5, SAT-08, INQ-01…04). */
export function ladderOf({ own }: Pick<Facts, 'own'>): readonly Rung[] {
  return nextSteps.map((step) => ({
    step,
    name: nextStepNames[step],
    clause: clauses[step],
    needs: step === 'interpellation' ? explainInterpellation(own.level).explain : '主任会议决定。',
    follows: follows[step],
    ordered: orderedBy(step),
  }));
}

/** As the procedure declares them: no round is closed over one of them (S4.4). */
function orderedBy(step: NextStep): readonly Ordered[] {
  if (step === 'rectify') return [];
  return orderedSteps
    .filter(({ onlyIf }) => onlyIf?.step === orderedMarks[step])
    .map(({ id, title, by, clause, law }) => ({
      stepId: id,
      title,
      by: performerNames[by],
      clause: law.find((article) => article.startsWith('监督法')) ?? clause,
    }));
}

/** What the next step is decided on: the ballot, and the demands that go on. */
export function groundsOf({ state }: Pick<Facts, 'state'>): {
  assessment: AssessmentResult | null;
  left: readonly Demand[];
} {
  return { assessment: currentRound(state).assessment, left: demandsLeft(state) };
}
