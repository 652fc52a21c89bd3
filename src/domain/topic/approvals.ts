import { type CaseView, cityTrackOf, doneOf, type PlainDateText, type Track } from '../procedure/case.ts';
import type { YearState } from './year-state.ts';

/** How a council stands to the newest version of the joint plan (S1.4). `registered` is known of the own body alone: others see it decided or not. */
export const approvalStates = ['not-received', 'waiting', 'registered', 'approved', 'returned'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const approvalStateNames = {
  'not-received': '待签收',
  waiting: '待审议',
  registered: '已登记待确认',
  approved: '同意',
  returned: '退回',
} satisfies Record<ApprovalState, string>;

export type Approval = { body: Track; state: ApprovalState; on?: PlainDateText; reason?: string };

/** What the reader knows beside tracks and own record: who has signed for the newest version, and that his own council's decision is registered. */
export type ApprovalSigns = { ownId: string; receivedIds: readonly string[]; isRegistered: boolean };

type Plan = Pick<YearState, 'jointPlan' | 'returns'>;

/** The council of every body that the reader sees, city first: how it stands to the newest version. Empty while there is none. */
export function approvalsOf(view: CaseView, plan: Plan, signs: ApprovalSigns): readonly Approval[] {
  const city = cityTrackOf(view);
  const newest = city === undefined ? undefined : doneOf('draft-joint-plan', city)?.seq;
  if (newest === undefined) return [];
  const bodies = view.tracks.filter(({ kind }) => kind === 'body');
  return bodies.map((body) => approvalOf(body, plan, signs, newest));
}

function approvalOf(body: Track, { returns, jointPlan }: Plan, signs: ApprovalSigns, newest: number): Approval {
  const approved = doneOf('decide-joint-plan', body);
  if (approved !== undefined) return { body, state: 'approved', on: approved.on };
  const isOwn = body.tenantId === signs.ownId;
  if (isOwn && signs.isRegistered) return { body, state: 'registered' };
  const returned = returns[body.tenantId];
  if (returned !== undefined) return { body, state: 'returned', ...returned };
  const hasSigned = isOwn ? jointPlan?.seq === newest : signs.receivedIds.includes(body.tenantId);
  return { body, state: body.level === 'city' || hasSigned ? 'waiting' : 'not-received' };
}

/** What was said to the newest version by those who sent it back and have not agreed to it since (S1.4). */
export function standingReturns(view: CaseView, { returns }: Pick<Plan, 'returns'>): Readonly<YearState['returns']> {
  const agreed = new Set(approvalsVoidedBy(view).map(({ tenantId }) => tenantId));
  return Object.fromEntries(Object.entries(returns).filter(([tenantId]) => !agreed.has(tenantId)));
}

/** Bodies whose council has approved the version that a new draft would replace: each has to decide again (S1.4). */
export function approvalsVoidedBy(view: CaseView): readonly Track[] {
  return view.tracks.filter((track) => track.kind === 'body' && doneOf('decide-joint-plan', track) !== undefined);
}
