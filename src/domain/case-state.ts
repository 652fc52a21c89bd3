import type { HandlingState } from './handling/handling-state.ts';
import type { ResearchState } from './research/research-state.ts';
import type { SafeguardsState } from './safeguards/safeguards-state.ts';
import type { DeliberationState } from './session/deliberation-state.ts';
import type { SessionState } from './session/session-state.ts';
import type { AdjustmentState } from './topic/adjustment-state.ts';
import type { YearState } from './topic/year-state.ts';

/**
 * The private state of one tenant in one case: the fold of its own acts, slice by slice. An organ has no plan and no team; its
 * slices simply stay as they start.
 */
export type CaseState = {
  year: YearState;
  adjustment: AdjustmentState;
  research: ResearchState;
  deliberation: DeliberationState;
  session: SessionState;
  handling: HandlingState;
  safeguards: SafeguardsState;
};
