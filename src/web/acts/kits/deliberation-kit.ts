import { deliberationActSchemas } from '../../../contract/acts/deliberation.ts';
import { hearingStageActs } from '../../../domain/session/hearing-stage-acts.ts';
import { attendanceOfBallot } from '../fillings/assessment-filling.ts';
import { deliberationFillings } from '../fillings/deliberation-fillings.ts';
import type { Kit } from '../kit.ts';
import { findingOptions } from '../options/finding-options.ts';

/** 联动开展会议审议 (S3); what the session says to it has a kit of its own. */
export const kit: Kit = {
  acts: hearingStageActs,
  schemas: deliberationActSchemas,
  fillings: deliberationFillings,
  options: findingOptions,
  computed: { 'assess-report': attendanceOfBallot },
  desks: {
    'hold-special-meeting': () => import('../desks/special-meeting-desk.tsx'),
    'assess-report': () => import('../desks/paper-count-desk.tsx'),
  },
};
