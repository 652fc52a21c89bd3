import { defineAct, type Facts, type SharedChange } from '../procedure/act.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkOrderOfDays } from './convene-session.ts';
import { withSession } from './with-session.ts';

/** `seenChangeSet` is the digest of the changes that were shown before the decision. */
export type MoveSession = { opens: PlainDateText; closes: PlainDateText; reason: string; seenChangeSet: string };

/** 组织法 §54: the council moves a sitting; every date that counts from it moves with it, and the old ones stay on record. */
export const moveSession = defineAct<MoveSession>({
  kind: 'move-session',
  case: 'session',
  title: '会议改期',
  clause: '组织法 §54',
  law: ['组织法 §51'],
  level: 'both',
  tenant: 'body',
  by: 'council-of-chairpersons',
  repeatable: true,
  ready: ({ state, view }) => {
    if (state.session.state === 'convened') return [];
    return [refuse('session/not-to-come', '组织法 §54', `“${view.name}”已经开会，不能改期。`)];
  },
  check: (payload, facts) => [
    ...checkOrderOfDays(payload.opens, payload.closes),
    ...checkMoved(payload, facts),
    ...checkSeen(payload, facts),
  ],
  evolve: (state, { opens, closes, reason }, stamp) => {
    const { session } = state;
    const before = { opens: session.opens, closes: session.closes, reason, on: stamp.on };
    return withSession(state, { opens, closes, superseded: [...session.superseded, before] });
  },
  effects: ({ opens, closes, reason }, { view }) => {
    const session = { sessionId: view.id, opens, closes, state: 'convened' as const };
    return { shared: [{ kind: 'move-session', sessionId: view.id, session, reason }] };
  },
});

function checkMoved({ opens, closes }: MoveSession, { state, view, on }: Facts): readonly Refusal[] {
  const { session } = state;
  if (opens === session.opens && closes === session.closes) {
    const text = `“${view.name}”的会期没有变化，请填写新的召开、闭会日期。`;
    return [refuse('session/not-moved', '组织法 §54', text, 'opens')];
  }
  if (opens >= on) return [];
  const text = `新的召开日期${opens}早于主任会议决定之日${on}，请更正。`;
  return [refuse('session/in-past', '组织法 §54', text, 'opens')];
}

function checkSeen({ seenChangeSet }: MoveSession, { changeSetDigest }: Facts): readonly Refusal[] {
  if (changeSetDigest === undefined || changeSetDigest === seenChangeSet) return [];
  const text = '改期影响的日期与决定时看到的不一致，请重新查看变动后再提请主任会议决定。';
  return [refuse('session/change-set-not-seen', '组织法 §54', text, 'seenChangeSet')];
}

/** Tells every track that sits on this sitting that it has opened, or closed on that day. */
export function sittingStateChange(
  { view, state }: Facts,
  next: 'open' | 'closed',
  closes: PlainDateText,
): SharedChange {
  const session = { sessionId: view.id, opens: state.session.opens, closes, state: next };
  return { kind: 'move-session', sessionId: view.id, session, reason: next === 'open' ? '会议开会' : '会议闭会' };
}
