import type { TopicChange } from './topic.ts';

/** One adjustment at a time: proposed, conferred on, decided by ten councils, applied in step (S1.7, S1.8). */
export type AdjustmentState = {
  proposal: { trigger: string; change: TopicChange; reason: string } | null;
  consulted: { change: TopicChange; conclusion: string; date: string } | null;
  history: readonly { change: TopicChange; on: string }[];
};

export const emptyAdjustmentState: AdjustmentState = { proposal: null, consulted: null, history: [] };
