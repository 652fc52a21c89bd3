import type { CaseState } from '../case-state.ts';
import type { DeliberationState } from './deliberation-state.ts';
import type { SessionState } from './session-state.ts';

/** The state with the sitting changed. */
export function withSession(state: CaseState, change: Partial<SessionState>): CaseState {
  return { ...state, session: { ...state.session, ...change } };
}

/** The state with the deliberation of the topic changed. */
export function withDeliberation(state: CaseState, change: Partial<DeliberationState>): CaseState {
  return { ...state, deliberation: { ...state.deliberation, ...change } };
}
