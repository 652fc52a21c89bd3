import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { actRoute } from '../../contract/act-route.ts';
import { safeguardsActSchemas } from '../../contract/acts/safeguards.ts';
import { attendByCode, type OwnInvitation, readMyVoices } from '../../contract/deputies.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';

/** Under the key of the cases: news of any of them asks again. */
export function useMyVoices() {
  return useQuery({ queryKey: ['cases', 'my-voices'], queryFn: () => call(readMyVoices, {}) });
}

const answerInvitation = actRoute('answer-invitation', safeguardsActSchemas['answer-invitation'], {
  title: '代表答复邀请',
  clause: 'S5.4',
});

export type InvitationAnswer = { outcome: 'accepted' } | { outcome: 'declined'; reason: string };

/** Answering an invitation and signing in at its activity; each asks the page again. */
export function useInvitation({ caseId, id: invitationId }: OwnInvitation) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const answer = useMutation({
    mutationFn: (given: InvitationAnswer) =>
      call(answerInvitation, {
        params: { caseId },
        body: { payload: { invitationId, ...given } },
        idempotencyKey: newIdempotencyKey(),
      }),
    onSettled,
  });
  const attend = useMutation({
    mutationFn: (code: string) => call(attendByCode, { params: { caseId, invitationId }, body: { code } }),
    onSettled,
  });
  return { answer, attend };
}
