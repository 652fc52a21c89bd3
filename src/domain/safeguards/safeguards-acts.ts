import type { ActDefinition } from '../procedure/act.ts';
import { deputyActs } from './deputy-acts.ts';
import { partyActs } from './party-acts.ts';
import { postActs } from './post-acts.ts';

/** S5.1–S5.6: what runs beside the four stages from beginning to end. */
export const safeguardsActs: readonly ActDefinition[] = [...partyActs, ...postActs, ...deputyActs];
