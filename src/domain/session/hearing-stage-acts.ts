import type { ActDefinition } from '../procedure/act.ts';
import { hearingActs } from './hearing-acts.ts';
import { specialMeeting } from './special-meeting.ts';
import { speechActs } from './speech-acts.ts';
import { workReportActs } from './work-report-acts.ts';

/** S3.1–S3.6: from the organ's draft to what the session heard. */
export const hearingStageActs: readonly ActDefinition[] = [
  ...workReportActs,
  specialMeeting,
  ...hearingActs,
  ...speechActs,
];
