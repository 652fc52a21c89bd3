import { outcomeActSchemas } from '../../../contract/acts/outcomes.ts';
import { outcomeActs } from '../../../domain/handling/outcome-acts.ts';
import { assessment, attendanceOfBallot } from '../fillings/assessment-filling.ts';
import type { Kit } from '../kit.ts';

/** What the session holds of the handling, what the public is told, and the end of a track (S4.1, S4.4). */
export const kit: Kit = {
  acts: outcomeActs,
  schemas: outcomeActSchemas,
  fillings: { 'assess-handling': assessment },
  computed: { 'assess-handling': attendanceOfBallot },
  desks: { 'assess-handling': () => import('../desks/paper-count-desk.tsx') },
};
