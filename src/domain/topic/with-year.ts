import type { CaseState } from '../case-state.ts';
import type { YearState } from './year-state.ts';

/** The state with the year of topics changed. */
export function withYear(state: CaseState, change: Partial<YearState>): CaseState {
  return { ...state, year: { ...state.year, ...change } };
}
