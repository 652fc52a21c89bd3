import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents, liveNewsSchema } from '../../contract/events.ts';

/** While somebody is signed in: what another person's act changed is asked for again. EventSource reconnects by itself. */
export function useLiveUpdates(tenantId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (tenantId === undefined) return undefined;
    const source = new EventSource(followEvents.path);
    source.addEventListener('changed', (event) => {
      const news = liveNewsSchema.safeParse(JSON.parse(String(event.data)));
      if (!news.success) return;
      for (const caseId of news.data.caseIds) void client.invalidateQueries({ queryKey: ['case', caseId] });
      for (const key of ['cases', 'tasks', 'notices', 'entered', 'packages']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    });
    return () => source.close();
  }, [client, tenantId]);
}
