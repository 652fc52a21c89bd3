import type { Explanation } from '../../domain/calendar/explanation.ts';
import { findClause } from '../../domain/procedure/clauses.ts';
import type { ClauseState } from '../../domain/procedure/judgement.ts';
import type { ObligationState } from '../../domain/procedure/worklist.ts';
import { forceNames } from '../../domain/refusal.ts';

/** How a state looks beside its words (ui/state-tag). */
export const obligationTones = {
  overdue: 'overdue',
  'due-soon': 'soon',
  ready: 'ready',
  waiting: 'waiting',
  done: 'done',
  waived: 'off',
} as const satisfies Record<ObligationState, string>;

export const clauseTones = {
  kept: 'done',
  'kept-late': 'soon',
  departed: 'info',
  broken: 'overdue',
  'not-yet': 'waiting',
  'not-applicable': 'off',
} as const satisfies Record<ClauseState, string>;

/** The opinion's own sentence for a clause; undefined for an article of a law. */
export function clauseWords(id: string): string | undefined {
  const clause = findClause(id);
  return clause === undefined
    ? undefined
    : `${clause.who}：${clause.what}。（${clause.when}，${forceNames[clause.force]}）`;
}

/** The domain's explanation with its force in words, as a date on the screen shows it. */
export function reasonOf(explanation: Explanation | undefined): (Explanation & { forceName: string }) | undefined {
  return explanation === undefined ? undefined : { ...explanation, forceName: forceNames[explanation.force] };
}
