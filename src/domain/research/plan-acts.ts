import type { CaseState } from '../case-state.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { cityTrackOf, countyTracksOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { PlanText } from './research-state.ts';
import { withResearch } from './with-research.ts';

export type DraftImplementationPlan = Omit<PlanText, 'version'>;
export type CommentOnPlan = { agrees: boolean; comment: string };
export type ApproveImplementationPlan = { outcome: 'approved' } | { outcome: 'returned'; reason: string };

/** The four parts the opinion asks for (S2.1, SUR-02); tasks of the counties are added where there are any. */
const planParts = { focus: '监督重点', siteResearch: '实地调研', talks: '座谈走访', deliberation: '会议审议' } as const;

const draftPlan = defineAct<DraftImplementationPlan>({
  kind: 'draft-implementation-plan',
  case: 'topic',
  title: '拟定实施方案',
  clause: 'S2.1',
  law: ['SUR-02'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: (facts) =>
    facts.own.done['conclude-joint-research'] === undefined
      ? []
      : [refuse('plan/research-concluded', 'S2.1', '联合调研已经完成，实施方案不再修改。')],
  check: (payload) => {
    const missing = Object.entries(planParts).filter(([part]) => payload[part as keyof typeof planParts].trim() === '');
    if (missing.length === 0) return [];
    const names = missing.map(([, name]) => name).join('、');
    return [refuse('plan/part-missing', 'S2.1', `实施方案缺少${names}，须对四个环节都作出具体安排、提出明确要求。`)];
  },
  evolve: (state, payload) =>
    withResearch(state, { plan: { ...payload, version: nextVersion(state.research.plan) }, planApproved: false }),
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'plan-draft',
        title: `“${facts.view.name}”实施方案征求意见稿`,
        addresseeIds: countyTracksOf(facts.view).map((track) => track.tenantId),
        content: { ...payload, version: nextVersion(facts.state.research.plan) },
      },
    ],
    // A new version is a new question to the county committees and to the council.
    shared: [
      { kind: 'unmark-everywhere', stepIds: ['comment-on-plan'] },
      { kind: 'unmark', stepIds: ['approve-implementation-plan'] },
    ],
  }),
});

function nextVersion(plan: PlanText | null): number {
  return (plan?.version ?? 0) + 1;
}

const commentOnPlan = defineAct<CommentOnPlan>({
  kind: 'comment-on-plan',
  case: 'topic',
  title: '会同研究实施方案',
  clause: 'S2.1',
  level: 'county',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: ({ own, state }) => {
    const { plan, planComments } = state.research;
    if (plan === null) {
      return [refuse('plan/not-received', 'S2.1', '尚未签收实施方案征求意见稿，请先在“报送件”中签收。')];
    }
    if (planComments[own.tenantId]?.version !== plan.version) return [];
    const text = `对实施方案第${plan.version}稿已经提出意见，市人大常委会发出新的一稿后可以再提。`;
    return [refuse('plan/already-commented', 'S2.1', text)];
  },
  check: (payload) =>
    payload.agrees || payload.comment.trim() !== ''
      ? []
      : [refuse('plan/comment-missing', 'S2.1', '不同意实施方案的，请写明修改意见。', 'comment')],
  evolve: (state, payload, stamp) => {
    const version = state.research.plan?.version ?? 0;
    return withResearch(state, { planComments: { [stamp.tenantId]: { ...payload, version } } });
  },
  effects: (payload, facts) => {
    const city = cityTrackOf(facts.view);
    if (city === undefined) return {};
    const title = `${facts.own.shortName}对“${facts.view.name}”实施方案的意见`;
    const content = { ...payload, version: facts.state.research.plan?.version ?? 0 };
    return { packages: [{ kind: 'plan-comment', title, addresseeIds: [city.tenantId], content }] };
  },
});

const approvePlan = defineAct<ApproveImplementationPlan>({
  kind: 'approve-implementation-plan',
  case: 'topic',
  title: '主任会议审定实施方案',
  clause: 'S2.2',
  law: ['SUR-01'],
  level: 'city',
  tenant: 'body',
  by: 'council-of-chairpersons',
  ready: checkCommentsReceived,
  satisfies: (payload) => payload.outcome === 'approved',
  evolve: (state, payload) => withResearch(state, { planApproved: payload.outcome === 'approved' }),
  effects: (payload, facts) => {
    const { plan } = facts.state.research;
    if (payload.outcome === 'returned' || plan === null) return {};
    const counties = countyTracksOf(facts.view).map((track) => track.tenantId);
    const addresseeIds = [...counties, ...facts.state.deliberation.organIds];
    return {
      packages: [{ kind: 'implementation-plan', title: `“${facts.view.name}”实施方案`, addresseeIds, content: plan }],
    };
  },
});

/** What a county said to an earlier version, or has sent and nobody has signed for, is not yet a joint drafting of this one. */
function checkCommentsReceived(facts: Facts): readonly Refusal[] {
  const { plan, planComments } = facts.state.research;
  if (plan === null) return [];
  const missing = countyTracksOf(facts.view).filter((track) => planComments[track.tenantId]?.version !== plan.version);
  if (missing.length === 0) return [];
  const names = missing.map((track) => track.shortName).join('、');
  const text = `尚未收到${names}对实施方案第${plan.version}稿的意见；已经报来的，请先签收。确需先行审定的，请写明理由。`;
  return [departsFrom('plan/comments-missing', 'S2.1', text)];
}

const receivePlanDraft = receiveAct('plan-draft', 'topic', 'body', (state, { content }) =>
  isNewer(content, state.research.plan) ? withResearch(state, { plan: content, planApproved: false }) : state,
);

const receivePlanComment = receiveAct('plan-comment', 'topic', 'body', (state, { content, from }) =>
  isNewer(content, state.research.planComments[from.tenantId])
    ? withResearch(state, { planComments: { ...state.research.planComments, [from.tenantId]: content } })
    : state,
);

const receivePlan = receiveAct('implementation-plan', 'topic', 'body', takeApproved);
const organReceivesPlan = receiveAct('implementation-plan', 'topic', 'organ', takeApproved);

type Versioned = { version: number };

/** Packages may be signed for in any order; what is older than what is in hand replaces nothing. */
function isNewer(arrived: Versioned, inHand: Versioned | null | undefined): boolean {
  return arrived.version > (inHand?.version ?? 0);
}

/** The approved plan is the draft of the same version, now approved. */
function takeApproved(state: CaseState, { content }: { content: PlanText }): CaseState {
  return content.version < (state.research.plan?.version ?? 0)
    ? state
    : withResearch(state, { plan: content, planApproved: true });
}

/** S2.1–S2.2: the implementation plan, drafted together, approved before it is carried out. */
export const planActs = [
  draftPlan,
  receivePlanDraft,
  commentOnPlan,
  receivePlanComment,
  approvePlan,
  receivePlan,
  organReceivesPlan,
];
