import { z } from 'zod';
import { invitationOutcomeNames } from '../domain/safeguards/invitation.ts';
import type { InvitationView } from './deputies.ts';
import { limits } from './fields.ts';
import { holdsWords } from './list-rows.ts';

export const invitationAnswerNames = { ...invitationOutcomeNames, none: '未答复' } as const;
export const attendanceNames = { came: '已签到', absent: '未签到' } as const;

/** Which of the invited deputies: the same words in the address of the list and of its spreadsheet. */
export const invitationFilter = z.object({
  text: z.string().trim().max(limits.shortText).optional(),
  answer: z.enum(['accepted', 'declined', 'none']).optional(),
  attendance: z.enum(['came', 'absent']).optional(),
});
export type InvitationFilter = z.output<typeof invitationFilter>;

type Invited = InvitationView['invited'][number];

/** The invitations with those deputies alone that fit everything that is said; one that has none of them stays out. */
export function invitationsShown<Given extends Pick<InvitationView, 'invited'>>(
  invitations: readonly Given[],
  { text, answer, attendance }: InvitationFilter,
): readonly { invitation: Given; shown: readonly Invited[] }[] {
  const fits = ({ name, outcome, cameAt }: Invited) =>
    (answer === undefined || (outcome ?? 'none') === answer) &&
    (attendance === undefined || (cameAt === null ? 'absent' : 'came') === attendance) &&
    holdsWords(text, name);
  return invitations
    .map((invitation) => ({ invitation, shown: invitation.invited.filter(fits) }))
    .filter(({ shown }) => shown.length > 0);
}
