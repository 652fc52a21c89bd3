import type { ActDefinition } from '../procedure/act.ts';
import { opinionActs } from './opinion-acts.ts';
import { resolutionActs } from './resolution-acts.ts';

/** S3.3, S3.7, S3.8: what the session says to it. */
export const opinionStageActs: readonly ActDefinition[] = [...opinionActs, ...resolutionActs];
