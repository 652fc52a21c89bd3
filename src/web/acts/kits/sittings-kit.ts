import { sessionActSchemas } from '../../../contract/acts/session.ts';
import { sessionActs } from '../../../domain/session/session-acts.ts';
import { absentees, leavesLater, sittingsFillings } from '../fillings/sittings-fillings.ts';
import { membersOfVote } from '../fillings/vote-filling.ts';
import type { Kit } from '../kit.ts';
import { sittingsOptions } from '../options/sittings-options.ts';

/** 常委会会议 (S3.1, S3.5). */
export const kit: Kit = {
  acts: sessionActs,
  schemas: sessionActSchemas,
  fillings: sittingsFillings,
  options: sittingsOptions,
  computed: { 'adopt-agenda': membersOfVote, 'open-session': absentees, 'record-attendance': leavesLater },
  desks: {
    'convene-session': () => import('../desks/sitting-days-desk.tsx'),
    'move-session': () => import('../desks/sitting-days-desk.tsx'),
    'open-session': () => import('../desks/attendance-desk.tsx'),
    'record-attendance': () => import('../desks/attendance-desk.tsx'),
  },
};
