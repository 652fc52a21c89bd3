import { handlingActSchemas } from '../../../contract/acts/handling.ts';
import { handlingActs } from '../../../domain/handling/handling-acts.ts';
import { attendanceOfBallot } from '../fillings/assessment-filling.ts';
import { handlingFillings } from '../fillings/handling-fillings.ts';
import type { Kit } from '../kit.ts';

/** 联动实施结果监督 (S4). */
export const kit: Kit = {
  acts: handlingActs,
  schemas: handlingActSchemas,
  fillings: handlingFillings,
  computed: { 'assess-handling': attendanceOfBallot },
  desks: { 'assess-handling': () => import('../desks/paper-count-desk.tsx') },
};
