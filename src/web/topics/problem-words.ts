import type { DemandAnswer, Verdict } from '../../domain/handling/demand.ts';
import { verdictNames } from '../../domain/handling/demand.ts';
import type { ProblemStanding } from '../../domain/handling/problem-line.ts';
import { type FindingAnswer, findingAnswerNames } from '../../domain/research/finding.ts';
import { dateText } from '../lib/formats.ts';
import type { Tone } from '../ui/state-tag.tsx';

export const standingTones = {
  found: 'info',
  declined: 'off',
  reported: 'info',
  demanded: 'ready',
  disputed: 'overdue',
  promised: 'ready',
  evidenced: 'ready',
  'not-met': 'overdue',
  'partly-met': 'soon',
  met: 'done',
} as const satisfies Record<ProblemStanding, Tone>;

export function reportText(answer: FindingAnswer): string {
  const name = findingAnswerNames[answer.answer];
  return answer.answer === 'declined' ? `${name}，理由：${answer.reason}` : `${name}，见报告第${answer.paragraphNo}段`;
}

export function promiseText(answer: DemandAnswer): string {
  if (answer.stance === 'disputed') return `异议：${answer.reason}`;
  return `${answer.measure}（责任人${answer.owner}，${dateText(answer.due)}前完成）`;
}

export function verdictText({ verdict, reason }: Verdict): string {
  return `${verdictNames[verdict]}${reason === '' ? '' : `：${reason}`}`;
}
