import { handlingActSchemas } from '../../../contract/acts/handling.ts';
import { roundActs } from '../../../domain/handling/round-acts.ts';
import { attendanceOfBallot } from '../fillings/assessment-filling.ts';
import { handlingFillings } from '../fillings/handling-fillings.ts';
import type { Kit } from '../kit.ts';
import { handlingOptions } from '../options/handling-options.ts';

/** 联动实施结果监督 (S4); the way on from 不满意 has a kit of its own. */
export const kit: Kit = {
  acts: roundActs,
  schemas: handlingActSchemas,
  fillings: handlingFillings,
  options: handlingOptions,
  computed: { 'assess-handling': attendanceOfBallot },
  desks: {
    'assess-handling': () => import('../desks/paper-count-desk.tsx'),
    'answer-demands': () => import('../desks/answer-demands-desk.tsx'),
    'submit-evidence': () => import('../desks/submit-evidence-desk.tsx'),
    'decide-disputes': () => import('../desks/decide-disputes-desk.tsx'),
    'settle-disputes': () => import('../desks/settle-disputes-desk.tsx'),
    'comment-on-handling': () => import('../desks/comment-on-handling-desk.tsx'),
    'submit-handling-report': () => import('../desks/submit-handling-report-desk.tsx'),
    'give-verdicts': () => import('../desks/give-verdicts-desk.tsx'),
  },
};
