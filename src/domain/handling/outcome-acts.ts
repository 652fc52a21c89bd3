import type { ActDefinition } from '../procedure/act.ts';
import { assessmentActs } from './assessment-acts.ts';
import { closingActs } from './closing-acts.ts';
import { publicationActs } from './publication-acts.ts';

/** S4.1, S4.4: what the session holds of it, what the public is told, and the end. */
export const outcomeActs: readonly ActDefinition[] = [...publicationActs, ...assessmentActs, ...closingActs];
