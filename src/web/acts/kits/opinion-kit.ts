import { opinionActSchemas } from '../../../contract/acts/opinion.ts';
import { opinionStageActs } from '../../../domain/session/opinion-stage-acts.ts';
import { opinionFillings } from '../fillings/opinion-fillings.ts';
import { membersOfVote } from '../fillings/vote-filling.ts';
import type { Kit } from '../kit.ts';
import { findingOptions } from '../options/finding-options.ts';

/** The opinion, its adoption, a resolution, and what a county reports of it (S3.3, S3.7, S3.8). */
export const kit: Kit = {
  acts: opinionStageActs,
  schemas: opinionActSchemas,
  fillings: opinionFillings,
  options: findingOptions,
  computed: { 'adopt-opinion': membersOfVote, 'make-resolution': membersOfVote },
  desks: { 'compile-opinion': () => import('../desks/opinion-desk.tsx') },
};
