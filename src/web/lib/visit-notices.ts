import { useQuery } from '@tanstack/react-query';
import { listVisitNotices } from '../../contract/visit-notices.ts';
import { call } from './client.ts';

/** What a county has been told, and has signed for, of the joint teams that come to it. Under the cases' key: news of a case asks again. */
export function useVisitNotices(isAsked = true) {
  return useQuery({
    queryKey: ['cases', 'visit-notices'],
    queryFn: async () => (await call(listVisitNotices, {})).notices,
    enabled: isAsked,
  });
}
