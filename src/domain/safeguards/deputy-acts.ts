import { deputyIdsOn, personNameOf } from '../organisation/facts.ts';
import { defineAct } from '../procedure/act.ts';
import { idOf } from '../procedure/act-ids.ts';
import { refuse } from '../refusal.ts';
import {
  activityNames,
  answerTimeRefusal,
  answerTo,
  findInvitation,
  mayWithdraw,
  openInvitationsOf,
  withdrawableOf,
} from './invitation.ts';
import { type Invitation, openConcerns } from './safeguards-state.ts';
import { withSafeguards } from './with-safeguards.ts';

export type InviteDeputies = Omit<Invitation, 'id' | 'on' | 'answers'>;
export type AnswerInvitation = { invitationId: string } & (
  | { outcome: 'accepted' }
  | { outcome: 'declined'; reason: string }
);
export type RaiseConcern = { text: string };
export type AnswerConcern = { concernId: string; answer: string };

const inviteDeputies = defineAct<InviteDeputies>({
  kind: 'invite-deputies',
  case: 'topic',
  title: '邀请代表参加调研视察、会议审议、跟踪督办',
  clause: 'S5.4',
  law: ['监督法 §7', '代表法 §31'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  check: ({ deputyIds, day }, facts) => {
    if (deputyIds.length === 0) {
      return [refuse('deputies/nobody', 'S5.4', '请选择邀请的代表，至少一人。', 'deputyIds')];
    }
    if (day !== undefined && day < facts.on) {
      return [refuse('invitation/day-past', 'S5.4', `活动日期${day}早于邀请日期${facts.on}，请核对。`, 'day')];
    }
    const deputies = new Set(deputyIdsOn(facts.organisation, facts.own.tenantId, facts.on));
    const strangers = deputyIds.filter((personId) => !deputies.has(personId));
    if (strangers.length === 0) return [];
    const names = strangers.map((personId) => personNameOf(facts.organisation, personId)).join('、');
    const text = `${names}在${facts.on}不是${facts.own.shortName}所在的本级人大代表，请核对。`;
    return [refuse('deputies/not-deputy', 'S5.4', text, 'deputyIds')];
  },
  evolve: (state, payload, stamp) => {
    const invitation = { ...payload, id: idOf('i', stamp), on: stamp.on };
    return withSafeguards(state, { invitations: [...state.safeguards.invitations, invitation] });
  },
  effects: ({ activity, day = '', deputyIds }, { view }) => {
    const text = `邀请您参加“${view.name}”${day}的${activityNames[activity]}，请答复能否参加。`;
    return { notices: deputyIds.map((personId) => ({ personId, kind: 'deputy-invited', text })) };
  },
});

const answerInvitation = defineAct<AnswerInvitation>({
  kind: 'answer-invitation',
  case: 'topic',
  title: '代表答复邀请',
  clause: 'S5.4',
  law: ['代表法 §31'],
  level: 'both',
  tenant: 'body',
  by: 'deputies',
  repeatable: true,
  ready: ({ state, actor, on }) =>
    openInvitationsOf(state.safeguards, actor.personId, on).length > 0 ||
    withdrawableOf(state.safeguards, actor.personId, on).length > 0
      ? []
      : [refuse('invitation/none-open', 'S5.4', '没有待您答复的邀请。')],
  check: ({ invitationId, outcome }, { state, actor, on }) => {
    const invitation = findInvitation(state.safeguards, invitationId, actor.personId);
    if (invitation === undefined) {
      return [refuse('invitation/not-yours', 'S5.4', '没有邀请您参加这项活动，请刷新后重试。', 'invitationId')];
    }
    const before = answerTo(invitation, actor.personId);
    if (before === undefined) return answerTimeRefusal(invitation, on);
    const { day = null } = invitation;
    if (outcome === 'declined' && mayWithdraw({ day, outcome: before.outcome }, on)) return [];
    const text = '您已经答复过这份邀请；答复参加的，可以在活动日期之前改为不能参加，其他情况请告知办公室。';
    return [refuse('invitation/answered', 'S5.4', text, 'invitationId')];
  },
  evolve: (state, payload, stamp) => {
    const { invitationId, outcome } = payload;
    const reason = payload.outcome === 'declined' ? payload.reason : '';
    const answer = { personId: stamp.actorId, on: stamp.on, outcome, reason };
    return withSafeguards(state, {
      invitations: state.safeguards.invitations.map((invitation) =>
        invitation.id === invitationId
          ? { ...invitation, answers: [...answersOfOthers(invitation, stamp.actorId), answer] }
          : invitation,
      ),
    });
  },
});

/** Of one person the last answer counts. */
function answersOfOthers({ answers = [] }: Invitation, personId: string): NonNullable<Invitation['answers']> {
  return answers.filter((answer) => answer.personId !== personId);
}

const raiseConcern = defineAct<RaiseConcern>({
  kind: 'raise-concern',
  case: 'topic',
  title: '代表反映民意',
  clause: 'S5.5',
  law: ['代表法 §31'],
  level: 'both',
  tenant: 'body',
  by: 'deputies',
  repeatable: true,
  evolve: (state, { text }, stamp) => {
    const concern = { id: idOf('c', stamp), on: stamp.on, personId: stamp.actorId, text, answer: null };
    return withSafeguards(state, { concerns: [...state.safeguards.concerns, concern] });
  },
  // Another concern is another answer owed.
  effects: () => ({ shared: [{ kind: 'unmark', stepIds: ['answer-concern'] }] }),
});

const answerConcern = defineAct<AnswerConcern>({
  kind: 'answer-concern',
  case: 'topic',
  title: '协调答复代表反映的问题',
  clause: 'S5.5',
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  ready: ({ state }) =>
    openConcerns(state.safeguards).length > 0
      ? []
      : [refuse('concern/none-open', 'S5.5', '没有待答复的代表反映的问题。')],
  check: ({ concernId }, { state }) =>
    openConcerns(state.safeguards).some((concern) => concern.id === concernId)
      ? []
      : [refuse('concern/not-open', 'S5.5', '所选问题不在待答复之列，可能已经答复，请刷新后重选。', 'concernId')],
  satisfies: ({ concernId }, { state }) => openConcerns(state.safeguards).every((concern) => concern.id === concernId),
  evolve: (state, { concernId, answer }) =>
    withSafeguards(state, {
      concerns: state.safeguards.concerns.map((concern) =>
        concern.id === concernId ? { ...concern, answer } : concern,
      ),
    }),
  effects: ({ concernId }, { state, view }) => {
    const text = `您在“${view.name}”中反映的问题已有答复。`;
    const raised = state.safeguards.concerns.filter(({ id }) => id === concernId);
    return { notices: raised.map(({ personId }) => ({ personId, kind: 'concern-answered', text })) };
  },
});

/** S5.4–S5.5: deputies take part, and what they bring is answered. */
export const deputyActs = [inviteDeputies, answerInvitation, raiseConcern, answerConcern];
