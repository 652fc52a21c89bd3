import type { PoolClient } from 'pg';
import type { Database } from '../db/database.ts';

/**
 * Holds one connection that listens on a channel, and makes it anew a second after it was lost. `heard` is also called after a
 * reconnection, because something may have been said in between. A database without LISTEN is simply never heard.
 */
export function listenForNotifications(
  database: Database,
  channel: string,
  heard: () => void,
): { stop: () => Promise<void> } {
  let stopped = false;
  let held: PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;

  const lost = (): void => {
    held?.release(true);
    held = undefined;
    if (stopped || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      connecting = connect();
    }, 1000);
    retry.unref();
  };
  const connect = async (): Promise<void> => {
    try {
      const client = await database.pool.connect();
      if (stopped) return client.release(true);
      held = client;
      client.on('notification', heard);
      client.on('error', lost);
      client.on('end', lost);
      await client.query(`listen ${channel}`);
      heard();
    } catch {
      // Not reachable at this moment: the look every two seconds goes on, and so do the attempts.
      lost();
    }
  };
  let connecting = connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await connecting;
      held?.release(true);
      held = undefined;
    },
  };
}
