import { adjustmentActSchemas } from '../../../contract/acts/adjustment.ts';
import { yearActSchemas } from '../../../contract/acts/year.ts';
import { adjustmentActs } from '../../../domain/topic/adjustment-acts.ts';
import { yearActs } from '../../../domain/topic/year-acts.ts';
import { topicsFillings } from '../fillings/topics-fillings.ts';
import type { Kit } from '../kit.ts';
import { topicsOptions } from '../options/topics-options.ts';

const adjustmentDecided = async () => ({ desk: (await import('../desks/adjustment-desk.tsx')).decisionDesk });
const suggestionDesk = () => import('../desks/suggestion-desk.tsx');

/** 联动确定监督议题 (S1). */
export const kit: Kit = {
  acts: [...yearActs, ...adjustmentActs],
  schemas: { ...yearActSchemas, ...adjustmentActSchemas },
  fillings: topicsFillings,
  options: topicsOptions,
  desks: {
    'open-solicitation': () => import('../desks/open-solicitation-desk.tsx'),
    'register-suggestion': suggestionDesk,
    'suggest-topic': suggestionDesk,
    'send-suggestion': suggestionDesk,
    'draft-joint-plan': () => import('../desks/draft-joint-plan-desk.tsx'),
    'propose-adjustment': () => import('../desks/adjustment-desk.tsx'),
    'consult-adjustment': () => import('../desks/adjustment-desk.tsx'),
    'decide-adjustment': adjustmentDecided,
    'apply-adjustment': adjustmentDecided,
  },
};
