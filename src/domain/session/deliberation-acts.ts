import type { ActDefinition } from '../procedure/act.ts';
import { hearingActs } from './hearing-acts.ts';
import { opinionActs } from './opinion-acts.ts';
import { resolutionActs } from './resolution-acts.ts';
import { specialMeeting } from './special-meeting.ts';
import { speechActs } from './speech-acts.ts';
import { workReportActs } from './work-report-acts.ts';

/** S3.1–S3.8: from the organ's draft to the opinion the session adopted, at either level and between them. */
export const deliberationActs: readonly ActDefinition[] = [
  ...workReportActs,
  specialMeeting,
  ...hearingActs,
  ...speechActs,
  ...opinionActs,
  ...resolutionActs,
];
