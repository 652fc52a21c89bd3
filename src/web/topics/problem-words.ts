import { type DemandAnswer, demandAnswerText } from '../../domain/handling/demand.ts';
import type { ProblemStanding } from '../../domain/handling/problem-line.ts';
import type { Tone } from '../ui/state-tag.tsx';

export const standingTones = {
  found: 'info',
  'left-out': 'off',
  declined: 'off',
  reported: 'info',
  'not-demanded': 'off',
  demanded: 'ready',
  disputed: 'overdue',
  promised: 'ready',
  evidenced: 'ready',
  'not-met': 'overdue',
  'partly-met': 'soon',
  met: 'done',
  withdrawn: 'off',
} as const satisfies Record<ProblemStanding, Tone>;

export function promiseText(answer: DemandAnswer): string {
  return demandAnswerText(answer);
}
