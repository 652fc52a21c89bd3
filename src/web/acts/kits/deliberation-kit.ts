import { deliberationActSchemas } from '../../../contract/acts/deliberation.ts';
import { deliberationActs } from '../../../domain/session/deliberation-acts.ts';
import { attendanceOfBallot } from '../fillings/assessment-filling.ts';
import { deliberationFillings } from '../fillings/deliberation-fillings.ts';
import { membersOfVote } from '../fillings/vote-filling.ts';
import type { Kit } from '../kit.ts';
import { findingOptions } from '../options/finding-options.ts';

/** 联动开展会议审议 (S3). */
export const kit: Kit = {
  acts: deliberationActs,
  schemas: deliberationActSchemas,
  fillings: deliberationFillings,
  options: findingOptions,
  computed: { 'assess-report': attendanceOfBallot, 'adopt-opinion': membersOfVote, 'make-resolution': membersOfVote },
  desks: {
    'hold-special-meeting': () => import('../desks/special-meeting-desk.tsx'),
    'compile-opinion': () => import('../desks/opinion-desk.tsx'),
    'assess-report': () => import('../desks/paper-count-desk.tsx'),
  },
};
