import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type CandidateView,
  changeCandidate,
  groupSuggestions,
  listCandidates,
  mergeSuggestions,
  undoCandidate,
} from '../../contract/suggestions.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';

/** Under the case's key: news of the case asks for it again. */
export function useCandidates(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'candidates'],
    queryFn: async () => (await call(listCandidates, { params: { caseId } })).candidates,
  });
}

export function useGroups(caseId: string, places: 'across' | 'apart' | undefined) {
  return useQuery({
    queryKey: ['case', caseId, 'suggestion-groups', places],
    queryFn: async () => (await call(groupSuggestions, { params: { caseId }, query: { places } })).groups,
    enabled: places !== undefined,
  });
}

export type CandidateText = z.input<typeof mergeSuggestions.body>;

/** Merging, changing and taking back; each asks the lists again. */
export function useCandidateChanges(caseId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['case', caseId] });
  const merge = useMutation({
    mutationFn: (body: CandidateText) =>
      call(mergeSuggestions, { params: { caseId }, body, idempotencyKey: newIdempotencyKey() }),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: CandidateText & { id: string; version: number }) =>
      call(changeCandidate, { params: { caseId, candidateId: id }, body }),
    onSettled,
  });
  const undo = useMutation({
    mutationFn: ({ id, version }: Pick<CandidateView, 'id' | 'version'>) =>
      call(undoCandidate, { params: { caseId, candidateId: id }, query: { version } }),
    onSettled,
  });
  return { merge, change, undo };
}
