import { tenantNameOf } from '../organisation/facts.ts';
import type { Attachment } from '../package/attachment.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { UnfinishedPromise } from './demand.ts';
import type { Round } from './handling-state.ts';
import { checkRoundReceived, currentRound, inCurrentRound, inRound, numbersOf } from './rounds.ts';

export type SubmitHandlingDraft = { title: string; text: string; attachments: readonly Attachment[] };
export type CommentOnHandling = { organIds: readonly string[]; comment: string };
export type SubmitHandlingReport = {
  title: string;
  text: string;
  unfinished: readonly UnfinishedPromise[];
  attachments: readonly Attachment[];
};

const submitDraft = defineAct<SubmitHandlingDraft>({
  kind: 'submit-handling-draft',
  case: 'topic',
  title: '送交办理落实情况报告征求意见稿',
  clause: 'S4.3',
  law: ['监督法 §17', 'HAN-03'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  ready: checkRoundReceived,
  evolve: (state, { title, text, attachments }, stamp) =>
    inCurrentRound(state, (round) => ({
      drafts: [...round.drafts, { title, text, attachments, fromTenantId: stamp.tenantId, on: stamp.on }],
    })),
  effects: ({ title, text, attachments }, facts) => ({
    packages: [
      {
        kind: 'handling-draft',
        title,
        addresseeIds: [facts.own.bodyId],
        content: { round: facts.own.round, date: facts.on, title, text },
        attachments,
      },
    ],
  }),
});

const receiveDraft = receiveAct('handling-draft', 'topic', 'body', (state, { content, from, attachments }) => {
  const { round: no, date, ...draft } = content;
  const paper = { ...draft, attachments, fromTenantId: from.tenantId, on: date };
  return inRound(state, no, (round) => ({ drafts: [...round.drafts, paper] }));
});

/** Organs whose latest draft of the round has no comment yet. */
export function draftsWaiting({ drafts, comments }: Round): readonly string[] {
  const waiting = drafts.filter((draft, index) => {
    const isLatest = drafts.findLastIndex(({ fromTenantId }) => fromTenantId === draft.fromTenantId) === index;
    const heard = comments.filter(({ organIds }) => organIds.includes(draft.fromTenantId)).length;
    const sent = drafts.filter(({ fromTenantId }) => fromTenantId === draft.fromTenantId).length;
    return isLatest && heard < sent;
  });
  return waiting.map(({ fromTenantId }) => fromTenantId);
}

const commentOnHandling = defineAct<CommentOnHandling>({
  kind: 'comment-on-handling',
  case: 'topic',
  title: '对办理落实情况提出意见',
  clause: 'S4.2',
  law: ['监督法 §17', 'HAN-03'],
  level: 'both',
  tenant: 'body',
  by: 'lead-committee',
  // Several organs send their drafts at different times; each gets its comment.
  repeatable: true,
  check: ({ organIds }, facts) => {
    if (organIds.length === 0) return [refuse('comment/nobody', 'S4.2', '请选择意见发给哪些机关。', 'organIds')];
    const sent = new Set(currentRound(facts.state).drafts.map((draft) => draft.fromTenantId));
    const without = organIds.filter((id) => !sent.has(id));
    if (without.length === 0) return [];
    const names = without.map((id) => tenantNameOf(facts.organisation, id)).join('、');
    const text = `尚未收到${names}的办理落实情况报告征求意见稿，请先签收。`;
    return [refuse('comment/no-draft', '监督法 §17', text, 'organIds')];
  },
  evolve: (state, { organIds, comment }, stamp) =>
    inCurrentRound(state, (round) => ({
      comments: [...round.comments, { organIds, text: comment, on: stamp.on }],
    })),
  effects: (payload, facts) => ({
    packages: [
      {
        kind: 'handling-comment',
        title: `对“${facts.view.name}”办理落实情况的意见`,
        addresseeIds: payload.organIds,
        content: { round: facts.own.round, date: facts.on, comment: payload.comment },
      },
    ],
  }),
});

const receiveComment = receiveAct('handling-comment', 'topic', 'organ', (state, { content, stamp }) =>
  inRound(state, content.round, (round) => ({
    comments: [...round.comments, { organIds: [stamp.tenantId], text: content.comment, on: content.date }],
  })),
);

const submitReport = defineAct<SubmitHandlingReport>({
  kind: 'submit-handling-report',
  case: 'topic',
  title: '报送办理落实情况报告',
  clause: 'S4.3',
  law: ['监督法 §17', 'HAN-01', 'HAN-03'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  ready: (facts) => [...checkRoundReceived(facts), ...checkCommentReceived(facts)],
  check: (payload, facts) => checkPromisesKept(payload, facts),
  evolve: (state, { title, text, unfinished, attachments }, stamp) =>
    inCurrentRound(state, (round) => ({
      reports: [...round.reports, { title, text, unfinished, attachments, fromTenantId: stamp.tenantId, on: stamp.on }],
    })),
  effects: ({ title, text, unfinished, attachments }, facts) => ({
    packages: [
      {
        kind: 'handling-report',
        title,
        addresseeIds: [facts.own.bodyId],
        content: { round: facts.own.round, date: facts.on, title, text, unfinished },
        attachments,
      },
    ],
  }),
});

/** The committee's comment comes before the report to the standing committee (监督法 §17). */
function checkCommentReceived({ state }: Facts): readonly Refusal[] {
  if (currentRound(state).comments.length > 0) return [];
  const text = '尚未签收人大有关委室对征求意见稿的意见，请先签收，据以修改后再报送。';
  return [refuse('report/comment-not-received', '监督法 §17', text)];
}

/** Every accepted promise is shown to be kept, or the plan for the rest is stated. */
function checkPromisesKept({ unfinished }: SubmitHandlingReport, { state }: Facts): readonly Refusal[] {
  const { answers, evidence } = currentRound(state);
  const told = new Set([
    ...evidence.map((entry) => entry.demandId),
    ...unfinished.filter((entry) => entry.plan.trim() !== '').map((entry) => entry.demandId),
  ]);
  const accepted = new Set(answers.flatMap((answer) => (answer.stance === 'accepted' ? [answer.demandId] : [])));
  const silent = state.handling.demands.filter((demand) => accepted.has(demand.id) && !told.has(demand.id));
  if (silent.length === 0) return [];
  const text = `审议要求${numbersOf(silent)}的承诺既没有佐证，也没有写明后续计划，请补充，或者写明理由。`;
  return [departsFrom('report/promises-silent', 'S4.3', text, 'unfinished')];
}

const receiveReport = receiveAct('handling-report', 'topic', 'body', (state, { content, from, attachments }) => {
  const { round: no, date, ...report } = content;
  const paper = { ...report, attachments, fromTenantId: from.tenantId, on: date };
  return inRound(state, no, (round) => ({ reports: [...round.reports, paper] }));
});

/** S4.3, 监督法 §17: draft, comment, report – in this order, in every round. */
export const reportActs = [submitDraft, receiveDraft, commentOnHandling, receiveComment, submitReport, receiveReport];
