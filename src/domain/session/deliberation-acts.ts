import type { ActDefinition } from '../procedure/act.ts';
import { hearingStageActs } from './hearing-stage-acts.ts';
import { opinionStageActs } from './opinion-stage-acts.ts';

/** S3.1–S3.8: from the organ's draft to the opinion the session adopted, at either level and between them. */
export const deliberationActs: readonly ActDefinition[] = [...hearingStageActs, ...opinionStageActs];
