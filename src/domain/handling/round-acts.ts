import type { ActDefinition } from '../procedure/act.ts';
import { answerActs } from './answer-acts.ts';
import { disputeActs } from './dispute-acts.ts';
import { handOverActs } from './hand-over-acts.ts';
import { reportActs } from './report-acts.ts';
import { trackingActs } from './tracking-acts.ts';

/** S4.1–S4.3: what organs and committee do in every round of handling. */
export const roundActs: readonly ActDefinition[] = [
  ...handOverActs,
  ...answerActs,
  ...disputeActs,
  ...reportActs,
  ...trackingActs,
];
