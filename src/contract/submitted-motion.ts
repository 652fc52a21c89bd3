import type { SubmittedMotion } from '../domain/handling/handling-state.ts';
import type { MotionView } from './interpellations.ts';

/** The 质询案 that waits for the council, as the rules know it; null where none was put. */
export function submittedAmong(motions: readonly MotionView[]): SubmittedMotion | null {
  const motion = motions.find(({ state }) => state === 'submitted');
  if (motion === undefined || motion.submittedOn === null) return null;
  const { id, organId, question, content, submittedOn, signatures } = motion;
  const signatoryIds = signatures.flatMap(({ personId, counts }) => (counts ? [personId] : []));
  return { motionId: id, organId, question, content, submittedOn, signatoryIds };
}
