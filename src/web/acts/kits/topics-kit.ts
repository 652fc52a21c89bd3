import { adjustmentActSchemas } from '../../../contract/acts/adjustment.ts';
import { yearActSchemas } from '../../../contract/acts/year.ts';
import { adjustmentActs } from '../../../domain/topic/adjustment-acts.ts';
import { yearActs } from '../../../domain/topic/year-acts.ts';
import { topicsFillings } from '../fillings/topics-fillings.ts';
import type { Kit } from '../kit.ts';

/** 联动确定监督议题 (S1). */
export const kit: Kit = {
  acts: [...yearActs, ...adjustmentActs],
  schemas: { ...yearActSchemas, ...adjustmentActSchemas },
  fillings: topicsFillings,
  desks: {
    'open-solicitation': () => import('../desks/open-solicitation-desk.tsx'),
    'draft-joint-plan': () => import('../desks/draft-joint-plan-desk.tsx'),
  },
};
