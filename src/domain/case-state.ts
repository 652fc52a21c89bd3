import { emptyHandlingState, type HandlingState } from './handling/handling-state.ts';
import { emptyResearchState, type ResearchState } from './research/research-state.ts';
import { emptySafeguardsState, type SafeguardsState } from './safeguards/safeguards-state.ts';
import { type DeliberationState, emptyDeliberationState } from './session/deliberation-state.ts';
import { emptySessionState, type SessionState } from './session/session-state.ts';
import { type AdjustmentState, emptyAdjustmentState } from './topic/adjustment-state.ts';
import { emptyYearState, type YearState } from './topic/year-state.ts';

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

/** Before the first act. */
export const emptyCaseState: CaseState = {
  year: emptyYearState,
  adjustment: emptyAdjustmentState,
  research: emptyResearchState,
  deliberation: emptyDeliberationState,
  session: emptySessionState,
  handling: emptyHandlingState,
  safeguards: emptySafeguardsState,
};
