import type { ActDefinition } from '../procedure/act.ts';
import { answerActs } from './answer-acts.ts';
import { assessmentActs } from './assessment-acts.ts';
import { disputeActs } from './dispute-acts.ts';
import { handOverActs } from './hand-over-acts.ts';
import { nextStepActs } from './next-step-acts.ts';
import { publicationActs } from './publication-acts.ts';
import { reportActs } from './report-acts.ts';
import { trackingActs } from './tracking-acts.ts';

/** S4.1–S4.5: from the hand-over to the verdict of the session, in rounds until the matter can be closed. */
export const handlingActs: readonly ActDefinition[] = [
  ...handOverActs,
  ...publicationActs,
  ...answerActs,
  ...disputeActs,
  ...reportActs,
  ...trackingActs,
  ...assessmentActs,
  ...nextStepActs,
];
