import type { ActDefinition } from '../procedure/act.ts';
import { followingActs } from './following-acts.ts';
import { outcomeActs } from './outcome-acts.ts';
import { roundActs } from './round-acts.ts';

/** S4.1–S4.5: from the hand-over to the verdict of the session, in rounds until the matter can be closed. */
export const handlingActs: readonly ActDefinition[] = [...roundActs, ...outcomeActs, ...followingActs];
