import { useMutation, useQueryClient } from '@tanstack/react-query';
import { markNoticesRead } from '../../contract/notices.ts';
import { call } from '../lib/client.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { type Listed, type Marked, withRead } from './read-at-once.ts';

const queryKey = ['notices'] as const;

/**
 * Marks some notices or all as read. Lists and the count in the menu follow at once: nothing official hangs on it. Where the server could not
 * be told, they stand as before, and it is said.
 */
export function useMarkRead() {
  const { message } = useFeedback();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (marked: Marked) => call(markNoticesRead, { body: marked }),
    onMutate: async (marked) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueriesData<Listed>({ queryKey });
      client.setQueriesData<Listed>({ queryKey }, (listed) => listed && withRead(listed, marked));
      return before;
    },
    onError: (error, _marked, before) => {
      for (const [key, listed] of before ?? []) client.setQueryData(key, listed);
      void message.error(`没有标为已读：${error.message}`);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
