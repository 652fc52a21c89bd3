import type { CaseState } from '../case-state.ts';
import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { cityTrackOf, countyTracksOf, trackOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { PlanComment, PlanCommentAnswer } from './plan-comment.ts';
import { commentsToAnswer, type PlanVoice, planVoices } from './plan-voices.ts';
import type { PlanText } from './research-state.ts';
import { withResearch } from './with-research.ts';

export type DraftImplementationPlan = Omit<PlanText, 'version'> & { commentAnswers: readonly PlanCommentAnswer[] };
export type CommentOnPlan = PlanComment;
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
  check: (payload, facts) => [...checkParts(payload), ...checkCommentAnswers(payload, facts)],
  evolve: (state, { commentAnswers, ...text }) => {
    const version = nextVersion(state.research.plan);
    const planAnswers = Object.fromEntries(
      commentAnswers.map(({ tenantId, ...answer }) => [
        tenantId,
        { ...answer, version, comment: state.research.planComments[tenantId]?.comment ?? '' },
      ]),
    );
    return withResearch(state, { plan: { ...text, version }, planApproved: false, planAnswers });
  },
  effects: (payload, facts) => ({
    packages: draftPackages(payload, facts),
    // A new version is a new question to the county committees and to the council.
    shared: [
      { kind: 'unmark-everywhere', stepIds: ['comment-on-plan'] },
      { kind: 'unmark', stepIds: ['approve-implementation-plan'] },
    ],
  }),
});

function checkParts(payload: DraftImplementationPlan): readonly Refusal[] {
  const missing = Object.entries(planParts).filter(([part]) => payload[part as keyof typeof planParts].trim() === '');
  if (missing.length === 0) return [];
  const names = missing.map(([, name]) => name).join('、');
  return [refuse('plan/part-missing', 'S2.1', `实施方案缺少${names}，须对四个环节都作出具体安排、提出明确要求。`)];
}

/** S2.1 会同: what a county has said to the version before is taken up, or the county is told why not. */
function checkCommentAnswers({ commentAnswers }: DraftImplementationPlan, facts: Facts): readonly Refusal[] {
  const answered = new Map(commentAnswers.map((answer) => [answer.tenantId, answer]));
  const open = commentsToAnswer(facts).filter(({ track }) => !answered.has(track.tenantId));
  const bare = commentAnswers.filter(({ answer, reason }) => answer !== 'adopted' && reason.trim() === '');
  const namesOf = (ids: readonly string[]) => ids.map((id) => trackOf(facts.view, id)?.shortName ?? id).join('、');
  return [
    ...(open.length === 0
      ? []
      : [
          refuse(
            'plan/comments-unanswered',
            'S2.1',
            `${namesOf(open.map(({ track }) => track.tenantId))}对上一稿提出了意见，请逐条写明采纳、部分采纳或者未采纳。`,
            'commentAnswers',
          ),
        ]),
    ...(bare.length === 0
      ? []
      : [
          refuse(
            'plan/answer-reason',
            'S2.1',
            `对${namesOf(bare.map(({ tenantId }) => tenantId))}的意见没有全部采纳，请写明理由。`,
            'commentAnswers',
          ),
        ]),
  ];
}

/** The new version to every county; whoever has said something reads with it what became of its own words, and of nobody else's. */
function draftPackages({ commentAnswers, ...text }: DraftImplementationPlan, facts: Facts): readonly PackageDraft[] {
  const { plan, planComments } = facts.state.research;
  const title = `“${facts.view.name}”实施方案征求意见稿`;
  const content = { ...text, version: nextVersion(plan) };
  const answered = new Set(commentAnswers.map(({ tenantId }) => tenantId));
  const others = countyTracksOf(facts.view).flatMap(({ tenantId }) => (answered.has(tenantId) ? [] : [tenantId]));
  return [
    ...(others.length === 0 ? [] : [{ kind: 'plan-draft' as const, title, addresseeIds: others, content }]),
    ...commentAnswers.map(({ tenantId, answer, reason }) => ({
      kind: 'plan-draft' as const,
      title: `${title}及意见处理情况`,
      addresseeIds: [tenantId],
      content: { ...content, commentAnswer: { comment: planComments[tenantId]?.comment ?? '', answer, reason } },
    })),
  ];
}

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
    payload.stance === 'agrees' || payload.comment.trim() !== ''
      ? []
      : [refuse('plan/comment-missing', 'S2.1', '有修改意见的，请写明意见。', 'comment')],
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

/**
 * What a county has sent and nobody has signed for is not yet a joint drafting, and what it wants changed is not agreed. Who has not said
 * anything at all is asked for by the order of the steps, once.
 */
function checkCommentsReceived(facts: Facts): readonly Refusal[] {
  const { plan } = facts.state.research;
  if (plan === null) return [];
  const voices = planVoices(facts);
  const named = (wanted: readonly PlanVoice[]) => wanted.map(({ track }) => track.shortName).join('、');
  const unsigned = voices.filter(({ standing }) => standing === 'sent');
  const open = voices.filter(({ comment }) => comment?.stance === 'revise');
  const version = `实施方案第${plan.version}稿`;
  return [
    ...(unsigned.length === 0
      ? []
      : [
          departsFrom(
            'plan/comments-missing',
            'S2.1',
            `${named(unsigned)}对${version}的意见已经报来，尚未签收，请先签收。确需先行审定的，请写明理由。`,
          ),
        ]),
    ...(open.length === 0
      ? []
      : [
          departsFrom(
            'plan/comments-open',
            'S2.1',
            `${named(open)}对${version}有修改意见，请由牵头委室修改后再审定；不再修改的，请写明理由。`,
          ),
        ]),
  ];
}

const receivePlanDraft = receiveAct('plan-draft', 'topic', 'body', (state, { content, stamp }) => {
  const { commentAnswer, ...plan } = content;
  if (!isNewer(plan, state.research.plan)) return state;
  const planAnswers =
    commentAnswer === undefined ? {} : { [stamp.tenantId]: { ...commentAnswer, version: plan.version } };
  return withResearch(state, { plan, planApproved: false, planAnswers });
});

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
