import type { Level, TenantKind } from '../organisation/tenant.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { SessionItem } from '../session/convene-session.ts';
import type { ActDefinition } from './act.ts';
import { stepsDoneBy } from './procedure.ts';

/** A decision that the office has entered and nobody has confirmed yet; `items` of a sitting that it convenes. */
export type WaitingDecision = { caseId: string; kind: string; items: readonly SessionItem[] };

/** Said wherever a step stands whose decision is entered: nobody has to do it again. */
export const awaitsConfirmation = '已登记，待确认';

/**
 * The steps that a waiting decision will do once it is confirmed (监督法 §8), by case: they are still open and nobody's work. A sitting is
 * convened in the year for topics that are cases of their own.
 */
export function stepsAwaited(
  { caseId, kind, items }: WaitingDecision,
  level: Level,
  tenant: TenantKind,
): readonly { caseId: string; stepId: string }[] {
  if (kind === 'convene-session') {
    return items.map(({ topicId, purpose }) => ({
      caseId: topicId,
      stepId: purpose === 'deliberation' ? 'convene-session' : 'schedule-handling-assessment',
    }));
  }
  return stepsDoneBy(kind, level, tenant).map(({ id }) => ({ caseId, stepId: id }));
}

/** A decision that is taken once waits for its confirmation and is not entered a second time. */
export function refuseEnteredAgain({ clause, title }: Pick<ActDefinition, 'clause' | 'title'>): Refusal {
  return refuse('act/already-entered', clause, `“${title}”已经登记，正等待主任会议组成人员确认。`);
}
