import type { CaseState } from '../case-state.ts';
import type { SafeguardsState } from './safeguards-state.ts';

/** The state with the safeguards of the topic changed. */
export function withSafeguards(state: CaseState, change: Partial<SafeguardsState>): CaseState {
  return { ...state, safeguards: { ...state.safeguards, ...change } };
}
