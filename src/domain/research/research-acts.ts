import type { ActDefinition } from '../procedure/act.ts';
import { findingActs } from './finding-acts.ts';
import { planActs } from './plan-acts.ts';
import { reportActs } from './report-acts.ts';
import { teamActs } from './team-acts.ts';
import { visitActs } from './visit-acts.ts';
import { visitNoticeActs } from './visit-notice-acts.ts';

/** S2.1–S2.10, 监督法 §14: from the implementation plan to the reports and the answers to the counties' findings. */
export const researchActs: readonly ActDefinition[] = [
  ...planActs,
  ...teamActs,
  ...visitNoticeActs,
  ...visitActs,
  ...findingActs,
  ...reportActs,
];
