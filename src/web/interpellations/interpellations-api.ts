import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import * as contract from '../../contract/interpellations.ts';
import type { Interpellation } from '../../domain/handling/handling-state.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';
import { motionsKey } from '../lib/use-motions.ts';

/** Drafting a motion on a topic; its answer is on the page with the next look. */
export function useDrafting() {
  const onSettled = useAskAgain();
  return useMutation({
    mutationFn: ({ caseId, words }: { caseId: string; words: Interpellation }) =>
      call(contract.draftInterpellation, { params: { caseId }, body: words, idempotencyKey: newIdempotencyKey() }),
    onSettled,
  });
}

/** What is done with one motion; each asks the page again, so that nobody reads what is true no more. */
export function useMotion({ id: motionId, version }: Pick<contract.MotionView, 'id' | 'version'>) {
  const onSettled = useAskAgain();
  const params = { motionId };
  const sign = useMutation({
    mutationFn: () => call(contract.signInterpellation, { params, body: { version } }),
    onSettled,
  });
  const revoke = useMutation({ mutationFn: () => call(contract.revokeSignature, { params }), onSettled });
  const revise = useMutation({
    mutationFn: (words: Interpellation) =>
      call(contract.reviseInterpellation, { params, body: { ...words, version }, idempotencyKey: newIdempotencyKey() }),
    onSettled,
  });
  const submit = useMutation({
    mutationFn: (on: string) => call(contract.submitInterpellation, { params, body: { version, on } }),
    onSettled,
  });
  const speak = useMutation({
    mutationFn: (body: z.input<typeof contract.speakOnAnswer.body>) => call(contract.speakOnAnswer, { params, body }),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => call(contract.withdrawInterpellation, { params, body: { reason } }),
    onSettled,
  });
  return { sign, revoke, revise, submit, speak, withdraw };
}

function useAskAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: motionsKey });
}
