import { defineAct } from '../procedure/act.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { refuse } from '../refusal.ts';

export type BeginSession = { number: string; opens: PlainDateText; closes: PlainDateText };

/** First act of a session's own case: recorded by the server with the council's decision to convene, never taken by hand. */
export const beginSession = defineAct<BeginSession>({
  kind: 'begin-session',
  case: 'session',
  title: '建立会议档案',
  clause: '组织法 §54',
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: () => [refuse('session/begun-by-convening', '组织法 §54', '会议档案随主任会议确定会期自动建立。')],
  evolve: (state, payload) => ({ ...state, session: { ...state.session, ...payload, state: 'convened' } }),
});
