import { researchActSchemas } from '../../../contract/acts/research.ts';
import { researchActs } from '../../../domain/research/research-acts.ts';
import { researchFillings } from '../fillings/research-fillings.ts';
import type { Kit } from '../kit.ts';
import { researchOptions } from '../options/research-options.ts';

/** 联动组织开展调研 (S2). */
export const kit: Kit = {
  acts: researchActs,
  schemas: researchActSchemas,
  fillings: researchFillings,
  options: researchOptions,
  desks: {
    'finalise-research-report': () => import('../desks/research-report-desk.tsx'),
    'send-research-report': () => import('../desks/send-report-desk.tsx'),
    'draft-implementation-plan': () => import('../desks/draft-implementation-plan-desk.tsx'),
    'comment-on-plan': () => import('../desks/comment-on-plan-desk.tsx'),
    'form-research-team': () => import('../desks/form-research-team-desk.tsx'),
    'send-visit-notice': () => import('../desks/send-visit-notice-desk.tsx'),
    'record-finding': () => import('../desks/record-finding-desk.tsx'),
    'record-visit': () => import('../desks/record-visit-desk.tsx'),
    'approve-implementation-plan': () => import('../desks/approve-implementation-plan-desk.tsx'),
  },
};
