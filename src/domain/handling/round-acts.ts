import type { ActDefinition } from '../procedure/act.ts';
import { answerActs } from './answer-acts.ts';
import { assessmentActs } from './assessment-acts.ts';
import { closingActs } from './closing-acts.ts';
import { disputeActs } from './dispute-acts.ts';
import { handOverActs } from './hand-over-acts.ts';
import { publicationActs } from './publication-acts.ts';
import { reportActs } from './report-acts.ts';
import { trackingActs } from './tracking-acts.ts';

/** S4.1–S4.4: what every round of handling has, and the end. */
export const roundActs: readonly ActDefinition[] = [
  ...handOverActs,
  ...publicationActs,
  ...answerActs,
  ...disputeActs,
  ...reportActs,
  ...trackingActs,
  ...assessmentActs,
  ...closingActs,
];
