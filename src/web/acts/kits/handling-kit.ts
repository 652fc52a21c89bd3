import { handlingActSchemas } from '../../../contract/acts/handling.ts';
import { roundActs } from '../../../domain/handling/round-acts.ts';
import { handlingFillings } from '../fillings/handling-fillings.ts';
import type { Kit } from '../kit.ts';
import { handlingOptions } from '../options/handling-options.ts';

/** What organs and committee do in a round of handling (S4.1–S4.3); what the session holds of it and the way on have kits of their own. */
export const kit: Kit = {
  acts: roundActs,
  schemas: handlingActSchemas,
  fillings: handlingFillings,
  options: handlingOptions,
  desks: {
    'answer-demands': () => import('../desks/answer-demands-desk.tsx'),
    'submit-evidence': () => import('../desks/submit-evidence-desk.tsx'),
    'decide-disputes': () => import('../desks/decide-disputes-desk.tsx'),
    'settle-disputes': () => import('../desks/settle-disputes-desk.tsx'),
    'comment-on-handling': () => import('../desks/comment-on-handling-desk.tsx'),
    'submit-handling-report': () => import('../desks/submit-handling-report-desk.tsx'),
    'give-verdicts': () => import('../desks/give-verdicts-desk.tsx'),
  },
};
