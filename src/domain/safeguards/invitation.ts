import type { Actor } from '../organisation/actor.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Invitation, InvitationAnswer, SafeguardsState } from './safeguards-state.ts';

export const activityNames = {
  screening: '议题筛选',
  research: '调研视察',
  session: '会议审议',
  tracking: '跟踪督办',
} satisfies Record<Invitation['activity'], string>;

export const invitationOutcomeNames = {
  accepted: '参加',
  declined: '不能参加',
} satisfies Record<InvitationAnswer['outcome'], string>;

/** After so many wrong codes nothing more is tried; a new code of the office begins anew. */
export const attendanceAttempts = 5;

/** The invitation, if it names the person: an invitation of others does not exist for him. */
export function findInvitation(
  { invitations }: Pick<SafeguardsState, 'invitations'>,
  id: string,
  personId: string,
): Invitation | undefined {
  return invitations.find((invitation) => invitation.id === id && invitation.deputyIds.includes(personId));
}

export function answerTo({ answers = [] }: Invitation, personId: string): InvitationAnswer | undefined {
  return answers.find((answer) => answer.personId === personId);
}

/** Invitations that the person may still answer (S5.4). */
export function openInvitationsOf(
  { invitations }: Pick<SafeguardsState, 'invitations'>,
  personId: string,
  on: PlainDateText,
): readonly Invitation[] {
  return invitations.filter(
    (invitation) =>
      invitation.deputyIds.includes(personId) &&
      answerTo(invitation, personId) === undefined &&
      answerTimeRefusal(invitation, on).length === 0,
  );
}

/** Invitations that the person has accepted and may still take back: until the day before the activity (S5.4). */
export function withdrawableOf(
  { invitations }: Pick<SafeguardsState, 'invitations'>,
  personId: string,
  on: PlainDateText,
): readonly Invitation[] {
  return invitations.filter(
    (invitation) =>
      answerTo(invitation, personId)?.outcome === 'accepted' &&
      mayWithdraw({ day: invitation.day ?? null, outcome: 'accepted' }, on),
  );
}

export function mayWithdraw(
  { day, outcome }: { day: PlainDateText | null; outcome: InvitationAnswer['outcome'] | null },
  on: PlainDateText,
): boolean {
  return outcome === 'accepted' && (day === null || on < day);
}

/** S5.4: an answer counts until the day of the activity, that day included. */
export function answerTimeRefusal({ day }: Pick<Invitation, 'day'>, on: PlainDateText): readonly Refusal[] {
  if (day === undefined || on <= day) return [];
  return [refuse('invitation/over', 'S5.4', `活动已于${day}举行，不再答复。`, 'invitationId')];
}

/** Where an invitation stands for the deputy it names. */
export type InvitationStanding = 'to-answer' | 'coming' | 'declined' | 'came' | 'over';

export const invitationStandingNames = {
  'to-answer': '待您答复',
  coming: '您将参加',
  declined: '您不能参加',
  came: '您已签到',
  over: '已举行',
} satisfies Record<InvitationStanding, string>;

/** The standing from what the deputy answered and whether he came; an activity that is over asks for nothing more. */
export function invitationStandingOf(
  invitation: { day: PlainDateText | null; outcome: InvitationAnswer['outcome'] | null; cameAt: string | null },
  today: PlainDateText,
): InvitationStanding {
  const { day, outcome, cameAt } = invitation;
  if (cameAt !== null) return 'came';
  if (outcome === 'declined') return 'declined';
  if (day !== null && day < today) return 'over';
  return outcome === 'accepted' ? 'coming' : 'to-answer';
}

/** What lies ahead, the nearest first; then what is behind, the latest first. Given the latest first. */
export function openInvitationsFirst<Given extends Parameters<typeof invitationStandingOf>[0]>(
  invitations: readonly Given[],
  today: PlainDateText,
): readonly Given[] {
  const isAhead = (invitation: Given) => ['to-answer', 'coming'].includes(invitationStandingOf(invitation, today));
  return [...invitations.filter(isAhead).toReversed(), ...invitations.filter((one) => !isAhead(one))];
}

/** Whether a code may be entered today: on the day of the activity, or on any day where none is on record. */
export function isAttendanceDay({ day }: { day: PlainDateText | null }, today: PlainDateText): boolean {
  return day === null || day === today;
}

/** S5.4: the office shows the code; it is asked for no later than the day of the activity. */
export function checkCodeMaker(actor: Pick<Actor, 'kind' | 'roles'>): readonly Refusal[] {
  if (actor.kind === 'body' && actor.roles.includes('office-clerk')) return [];
  return [refuse('attendance/not-office', 'S5.4', '签到码由本级人大常委会办公室出示。')];
}

/** The day on which a code made today is good: the day of the activity, or today where no day is on record. */
export function codeDayOf({ day }: Pick<Invitation, 'day'>, today: PlainDateText): PlainDateText {
  return day ?? today;
}

export function checkCodeDay(invitation: Pick<Invitation, 'day'>, today: PlainDateText): readonly Refusal[] {
  const day = codeDayOf(invitation, today);
  if (day >= today) return [];
  return [refuse('attendance/over', 'S5.4', `活动已于${day}举行，不再签到。`)];
}

/** What can be said before the code itself is compared: whether there is one, whether it is good today, how often it was tried. */
export function checkAttendance(
  code: { validOn: PlainDateText } | undefined,
  failedCount: number,
  today: PlainDateText,
): readonly Refusal[] {
  if (code === undefined) {
    return [refuse('attendance/no-code', 'S5.4', '办公室还没有出示签到码，请到场后再签到。', 'code')];
  }
  if (code.validOn !== today) {
    return [refuse('attendance/not-today', 'S5.4', `签到码只在活动当天（${code.validOn}）有效。`, 'code')];
  }
  if (failedCount >= attendanceAttempts) {
    const text = `签到码已输错${attendanceAttempts}次，请现场的工作人员重新出示签到码后再试。`;
    return [refuse('attendance/locked', 'S5.4', text, 'code')];
  }
  return [];
}

export function wrongCode(failedCount: number): Refusal {
  const left = Math.max(0, attendanceAttempts - failedCount);
  return refuse('attendance/wrong-code', 'S5.4', `签到码不正确，还可以试${left}次，请核对后重新输入。`, 'code');
}
