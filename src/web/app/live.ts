import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followEvents, liveNewsSchema } from '../../contract/events.ts';

/** A server that starts anew or a moment without network is nobody's concern; longer is told. */
const toldAfter = 2_500;
/** The browser gives up after an answer that is no stream, such as a proxy's while the server is away. */
const triedAgainAfter = 5_000;

/**
 * While somebody is signed in: what another person's act changed is asked for again. The answer says whether the connection is cut; when
 * it is back, everything shown is asked for again, because the news in between are lost.
 */
export function useLiveUpdates(tenantId: string | undefined): boolean {
  const client = useQueryClient();
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    if (tenantId === undefined) return undefined;
    return follow(client, setCut);
  }, [client, tenantId]);
  return isCut;
}

/** Follows the news until the answer is called. */
function follow(client: QueryClient, setCut: (isCut: boolean) => void): () => void {
  let source = new EventSource(followEvents.path);
  let telling: ReturnType<typeof setTimeout> | undefined;
  let trying: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    source.addEventListener('changed', (event) => askAgain(client, String(event.data)));
    source.addEventListener('error', () => {
      telling ??= setTimeout(() => setCut(true), toldAfter);
      if (source.readyState === EventSource.CLOSED) trying = setTimeout(connect, triedAgainAfter);
    });
    source.addEventListener('open', () => {
      if (telling !== undefined) void client.invalidateQueries();
      clearTimeout(telling);
      telling = undefined;
      setCut(false);
    });
  };
  const connect = () => {
    source = new EventSource(followEvents.path);
    listen();
  };
  listen();
  return () => {
    clearTimeout(telling);
    clearTimeout(trying);
    source.close();
  };
}

function askAgain(client: QueryClient, data: string): void {
  const news = liveNewsSchema.safeParse(JSON.parse(data));
  if (!news.success) return;
  for (const caseId of news.data.caseIds) void client.invalidateQueries({ queryKey: ['case', caseId] });
  for (const key of ['cases', 'tasks', 'notices', 'entered', 'packages', 'reminders', 'interpellations']) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}
