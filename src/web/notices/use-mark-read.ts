import { useMutation, useQueryClient } from '@tanstack/react-query';
import { markNoticesRead } from '../../contract/notices.ts';
import { call } from '../lib/client.ts';

/** Marks some notices or all as read; lists and the count in the menu follow. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { ids: string[] } | { all: true }) => call(markNoticesRead, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}
