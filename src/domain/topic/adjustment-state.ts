import type { Opinion } from './consultation.ts';
import type { AdjustmentTrigger, TopicChange } from './topic.ts';

/**
 * What the city conferred on last, with what each body said. `seq` is that act in the city's chain, so that an outdated text cannot be
 * decided on.
 */
export type Consulted = {
  change: TopicChange;
  conclusion: string;
  date: string;
  seq: number;
  opinions: readonly Omit<Opinion, 'key'>[];
  excusedIds: readonly string[];
};

/** One adjustment at a time: proposed, conferred on, decided by all councils, applied in step (S1.7, S1.8). */
export type AdjustmentState = {
  proposal: { fromTenantId: string; trigger: AdjustmentTrigger; change: TopicChange; reason: string } | null;
  consulted: Consulted | null;
  history: readonly { change: TopicChange; reason: string; on: string; outcome: 'applied' | 'kept' }[];
};

export const emptyAdjustmentState: AdjustmentState = { proposal: null, consulted: null, history: [] };

/** The four steps of one adjustment; when it has ended, the next begins with the first again. */
export const adjustmentSteps = [
  'propose-adjustment',
  'consult-adjustment',
  'decide-adjustment',
  'apply-adjustment',
] as const;
