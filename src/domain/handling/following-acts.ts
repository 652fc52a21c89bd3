import type { ActDefinition } from '../procedure/act.ts';
import { interpellationActs } from './interpellation-acts.ts';
import { nextStepActs } from './next-step-acts.ts';
import { orderedActs } from './ordered-acts.ts';
import { organAnswerActs } from './organ-answer-acts.ts';

/** S4.5: the way on from 不满意, and what it orders. */
export const followingActs: readonly ActDefinition[] = [
  ...nextStepActs,
  ...orderedActs,
  ...interpellationActs,
  ...organAnswerActs,
];
