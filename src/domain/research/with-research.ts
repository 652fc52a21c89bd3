import type { CaseState } from '../case-state.ts';
import type { ResearchState } from './research-state.ts';

/** The state with the research of the topic changed. */
export function withResearch(state: CaseState, change: Partial<ResearchState>): CaseState {
  return { ...state, research: { ...state.research, ...change } };
}
